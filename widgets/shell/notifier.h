// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/pageid.h"
#include "widgets/state/replica.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>

class QSettings;

namespace signalbox::widgets {

// One message about one thing or several.
struct Notice
{
    QString title;
    QString text;
    bool isBad = false;
    PageId page = PageId::Overview; // where a click leads
    QString subject;                // what is revealed there; empty: the page alone
};

// Decides what a person who is not looking is told: that components failed and executions ended. Shows nothing itself.
// GUI thread; owned by MainWindow.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    enum class Topic { Components, Executions };

    // What happens within collect is told together; after a message nothing is told for between.
    struct Pace
    {
        Milliseconds collect{1000};
        Milliseconds between{10'000};
    };

    Notifier(const Replica &replica, QSettings &settings, Pace pace, QObject *parent = nullptr);

    bool isOn(Topic topic) const;
    void setOn(Topic topic, bool on); // remembered

    // Answers with the page somebody is looking at, or with nothing when nobody looks at the window.
    void setWatched(std::function<std::optional<PageId>()> watched) { m_watched = std::move(watched); }

Q_SIGNALS:
    void noticed(const signalbox::widgets::Notice &notice);

private:
    struct Failed
    {
        QString id;
        QString name;
        QString why;
        bool isDegraded = false; // it runs, and does not do its work
    };
    struct Ended
    {
        QString id;
        QString name;
        ExecutionState state;
        QString error;
    };

    void forget(bool connected);
    void catchUp(const Snapshot &before);
    void noteFailure(const Component *before, const Component *now, Timestamp time);
    void noteEnd(const Execution *before, const Execution &now);
    void schedule();
    void tell();
    bool isSeen(std::initializer_list<PageId> pages) const;
    static Notice aboutComponents(const QList<Failed> &failed);
    static Notice aboutExecutions(const QList<Ended> &ended);

    const Replica &m_replica;
    QSettings &m_settings;
    Pace m_pace;
    std::function<std::optional<PageId>()> m_watched;
    bool m_isFirst = false;           // the next Snapshot is the first of a connection
    QHash<QString, Timestamp> m_told; // when a component's failure was last worth a message
    QList<Failed> m_failed;           // not told yet
    QList<Ended> m_ended;             // not told yet
    QTimer m_timer;
    QElapsedTimer m_sinceTold;
};

} // namespace signalbox::widgets
