// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/replica.h"

#include <QHash>
#include <QSet>

namespace signalbox::widgets {

using namespace Qt::StringLiterals;

// Submits what a person asks for and remembers, per subject, whether it is under way and why it was refused: errors are
// shown where they happened, and no longer once the component is in another state. GUI thread; owned by MainWindow.
class Commands final : public QObject
{
    Q_OBJECT

public:
    explicit Commands(Replica &replica, QObject *parent = nullptr);

    // subject: the id of what is acted on. Clears its last error.
    void submit(const QString &subject, CommandBody body);
    // While a component starts, its start is under way: it may be stopped all the same, so subjects may have several.
    bool isPending(const QString &subject) const { return m_pending.contains(subject); }
    bool isStopping(const QString &subject) const { return m_pending.value(subject).isStop; }
    Reason error(const QString &subject) const { return m_errors.value(subject).message; }
    // It was refused because as many pipelines run as may, and would wait for room if that was asked for.
    bool mayQueue(const QString &subject) const;
    void dismiss(const QString &subject);
    // The subject of what is asked of all components at once, from whichever page.
    static QString allComponents() { return u"*components"_s; }

Q_SIGNALS:
    void changed(const QString &subject);
    // What only this window hears: the token of an IssueToken. done() follows.
    void secretReceived(const QString &subject, const QString &secret);
    // It was done; about: the id of what it was about or created (an execution's).
    void done(const QString &subject, const QString &about);

private:
    struct Pending
    {
        CommandId id;
        bool isStop = false;
    };

    void complete(const CommandId &id, const QString &about, const std::optional<Error> &error);
    void hear(const Component *before, const Component *now);

    Replica &m_replica;
    QHash<CommandId, QString> m_subjects; // of what is under way
    QHash<QString, Pending> m_pending;    // the newest of each subject; how an earlier one ends is not shown
    QHash<QString, Error> m_errors;
};

// What policy::admit() of the server will accept, so that a button that cannot succeed is not offered.
bool canStart(const Component &component);
bool canStop(const Component &component);
bool canRestart(const Component &component);
// The same while nothing else is under way with it; it may be stopped while its start is.
bool canStartNow(const Commands &commands, const Component &component);
bool canStopNow(const Commands &commands, const Component &component);
bool canRestartNow(const Commands &commands, const Component &component);

} // namespace signalbox::widgets
