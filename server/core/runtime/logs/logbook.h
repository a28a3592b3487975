// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/follow.h"
#include "server/core/hub.h"
#include "server/core/runtime/logs/lastwords.h"
#include "server/core/runtime/logs/logfile.h"
#include "server/core/runtime/process/guardedprocess.h"
#include "server/core/work/background.h"
#include "server/core/work/turns.h"
#include "server/model/query.h"

#include <QObject>

#include <map>

namespace signalbox::core {

class LogWriter;
// The output of components: read with a budget (a component that prints as fast as it can is slowed by its own pipe and
// loses nothing), kept in logs/<component>.log, handed to followers, and searched for Queries.
// Server thread; owned by Server. LogWriter does the work on a thread of its own.
class LogBook : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 bytesPerSecond = 16 * 1024 * 1024; // read from one component
    static constexpr qint64 pendingBytes = 1024 * 1024;        // of one component, read but not yet taken by LogWriter
    static constexpr Milliseconds budgetPeriod{100};

    // directory: <data dir>/logs, made when needed.
    LogBook(Hub &hub, const QString &directory, QObject *parent = nullptr);
    ~LogBook() override; // everything read is written by then

    // Reads both outputs of the process until it has exited. Call it before process.start().
    void attach(const QString &componentId, GuardedProcess &process);
    // Adds a line of the server's to the component's log, in full: why it ended, why it is not tried again.
    void note(const QString &componentId, LogLevel level, const Reason &text);

    // From now on; a component that nothing was said about is read by LevelRule::Words.
    void setLevelRule(const QString &componentId, LevelRule rule);

    // Emits textSeen() once when a line of its output contains this text, unless the process exits or await() is called with an empty
    // text before.
    void await(const QString &componentId, const QString &text);

    // When the process that is attached last printed something; if it did not, when it was attached.
    std::chrono::steady_clock::time_point lastOutput(const QString &componentId) const;

    // Of the process that is attached, or was last; said at once, though its lines may not be in the log yet.
    Explanation explain(const QString &componentId) const;

    // At most every 100 ms. At most the newest 1000 lines; leftOut: the number of others.
    Follow follow(const QString &componentId, Followers<LogLine>::Receive receive);

    // Oldest first. Errors: InvalidArgument for a limit out of 1…100 000; NotFound for an unknown component; Capacity: see
    // Turns, which what memory answers does not wait for.
    using Answered = std::function<void(const Result<LogPage> &)>;
    void ask(const LogQuery &query, QObject *context, Answered done, const Asker &asker = {});

    // What of a component's log is in files. An id that no component ever had is that of an empty log.
    void openStored(const QString &componentId, QObject *context, std::function<void(StoredLog)> done);

Q_SIGNALS:
    void textSeen(const QString &componentId);

private:
    struct Feed final : GuardedProcess::Receiver
    {
        Feed(LogBook &logs, QString component) : book(logs), id(std::move(component)) {}
        void printed(OutputChannel channel, const QByteArray &bytes) override { book.take(*this, channel, bytes); }
        void ended() override { book.finish(*this); }

        LogBook &book;
        const QString id;
        QPointer<GuardedProcess> process;
        qint64 pending = 0;
        qint64 spent = 0; // in the current period
        std::chrono::steady_clock::time_point periodStart{};
        std::chrono::steady_clock::time_point lastOutput{};
        LastWords words{};
        bool paused = false;
        bool resumeScheduled = false;
    };

    Feed &feedOf(const QString &componentId);
    void take(Feed &feed, OutputChannel channel, const QByteArray &bytes);
    void finish(const Feed &feed);
    void balance(Feed &feed);
    void readFiles(const LogQuery &query, const Asker &asker, QObject *context, const Answered &done);

    Hub &m_hub;
    std::map<QString, Feed> m_feeds; // never erased: processes, timers and work refer to them
    Followers<LogLine> m_followers;
    LogWriter *m_writer; // on m_background's thread
    Background m_background;
    Background m_reading; // of files for Queries, so that these do not hold up the output of components
    Turns m_turns;        // on m_reading
};

} // namespace signalbox::core
