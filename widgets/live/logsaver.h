// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/replica.h"

namespace signalbox::widgets {

// Saves the log of one component as far back as the server keeps it: asks for page after page, each into a temporary
// file beside the target, as the newest comes first; some lines per turn of the event loop, so that the window stays
// alive. GUI thread; owned by LogPanel.
class LogSaver final : public QObject
{
    Q_OBJECT

public:
    explicit LogSaver(Replica &replica, QObject *parent = nullptr);
    ~LogSaver() override;

    bool isSaving() const { return m_job != nullptr; }
    void save(const QString &component, const QString &path); // one at a time: nothing while isSaving()

Q_SIGNALS:
    void told(const QString &notice); // how far it is, then how it ended
    void savingChanged(bool saving);

private:
    struct Job;

    void ask(std::optional<qint64> before);
    void take(const Result<LogPage> &page);
    void goOn();
    void step();
    void writeSome();
    void copySome();
    void failWriting(const QString &why);
    void end(const QString &notice);

    Replica &m_replica;
    Asking m_asking;
    std::unique_ptr<Job> m_job;
};

} // namespace signalbox::widgets
