// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logbook.h"

#include "server/core/runtime/logs/logwriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

LogBook::LogBook(Hub &hub, const QString &directory, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_followers([this](const QString &id, bool followed) {
        m_background.run([writer = m_writer, id, followed] { writer->setFollowed(id, followed); });
    })
    , m_writer(new LogWriter(directory))
    , m_background(u"logs"_s)
    , m_reading(u"logfiles"_s)
{
    connect(m_writer, &LogWriter::linesAdded, this,
            [this](const QString &id, const QList<LogLine> &lines, qint64 leftOut) {
                m_followers.deliver(id, lines, leftOut);
            });
    connect(m_writer, &LogWriter::textSeen, this, &LogBook::textSeen);
    connect(m_writer, &LogWriter::problemOccurred, this, [this](const QString &error) {
        (void)m_hub.record(
            ProblemOccurred{error + u"; log lines are shown, but not kept until this works again"_s, u"logs"_s});
    });
    m_background.adopt(m_writer);
}

LogBook::~LogBook()
{
    m_reading.interrupt();
}

LogBook::Feed &LogBook::feedOf(const QString &componentId)
{
    return m_feeds.try_emplace(componentId, *this, componentId).first->second;
}

void LogBook::attach(const QString &componentId, GuardedProcess &process)
{
    Feed &feed = feedOf(componentId);
    feed.process = &process;
    feed.lastOutput = m_hub.clock().steady();
    feed.pending = feed.spent = 0;
    feed.periodStart = {};
    feed.words = {};
    feed.paused = false;
    process.setReceiver(feed);
}

void LogBook::finish(const Feed &feed)
{
    m_background.run([writer = m_writer, id = feed.id, time = m_hub.clock().now()] { writer->finish(id, time); });
}

void LogBook::take(Feed &feed, OutputChannel channel, const QByteArray &bytes)
{
    feed.pending += bytes.size();
    feed.spent += bytes.size();
    feed.lastOutput = m_hub.clock().steady();
    feed.words.take(channel, bytes);
    m_background.ask(
        [writer = m_writer, id = feed.id, channel, time = m_hub.clock().now(), bytes] {
            writer->take(id, channel, time, bytes);
            return bytes.size();
        },
        this,
        [this, &feed](qsizetype size) {
            feed.pending = std::max<qint64>(0, feed.pending - size);
            balance(feed);
        });
    balance(feed);
}

// Pauses reading while too much was read in this period or waits for LogWriter; resumes when neither holds.
void LogBook::balance(Feed &feed)
{
    constexpr qint64 budget = bytesPerSecond * budgetPeriod.count() / 1000;
    if (!feed.process)
        return;
    const auto now = m_hub.clock().steady();
    if (now - feed.periodStart >= budgetPeriod) {
        feed.periodStart = now;
        feed.spent = std::max<qint64>(0, feed.spent - budget);
    }
    const bool overspent = feed.spent >= budget;
    const bool pause = overspent || feed.pending >= pendingBytes;
    if (overspent && !std::exchange(feed.resumeScheduled, true)) {
        const auto wait = std::chrono::ceil<Milliseconds>(feed.periodStart + budgetPeriod - now);
        m_hub.clock().after(wait, this, [this, &feed] {
            feed.resumeScheduled = false;
            balance(feed);
        });
    }
    if (pause == feed.paused)
        return;
    feed.paused = pause;
    feed.process->setReadingPaused(OutputChannel::Output, pause);
    feed.process->setReadingPaused(OutputChannel::Error, pause);
}

void LogBook::note(const QString &componentId, LogLevel level, const Reason &text)
{
    m_background.run([writer = m_writer, componentId, time = m_hub.clock().now(), level, text = text.inFull().text()] {
        writer->note(componentId, time, level, text);
    });
}

void LogBook::setLevelRule(const QString &componentId, LevelRule rule)
{
    m_background.run([writer = m_writer, componentId, rule] { writer->setLevelRule(componentId, rule); });
}

void LogBook::await(const QString &componentId, const QString &text)
{
    m_background.run([writer = m_writer, componentId, text] { writer->await(componentId, text); });
}

std::chrono::steady_clock::time_point LogBook::lastOutput(const QString &componentId) const
{
    const auto feed = m_feeds.find(componentId);
    return feed == m_feeds.end() ? std::chrono::steady_clock::time_point() : feed->second.lastOutput;
}

Explanation LogBook::explain(const QString &componentId) const
{
    const auto feed = m_feeds.find(componentId);
    return feed == m_feeds.end() ? Explanation() : feed->second.words.explain();
}

Follow LogBook::follow(const QString &componentId, Followers<LogLine>::Receive receive)
{
    return m_followers.add(componentId, std::move(receive));
}

void LogBook::ask(const LogQuery &query, QObject *context, Answered done, const Asker &asker)
{
    Result<LogPage> refused = LogPage{};
    // Ids from outside are look-up keys, never paths (docs/model.md, "Ids").
    if (!m_hub.snapshot().component(query.componentId))
        refused = unexpected(ErrorCode::NotFound, Why::UnknownComponent);
    else if (query.limit < 1 || query.limit > LogQuery::mostLines)
        refused = unexpected(ErrorCode::InvalidArgument, u"a log page has 1 to %1 lines"_s.arg(LogQuery::mostLines));
    if (!refused) {
        QMetaObject::invokeMethod(context, [done = std::move(done), refused] { done(refused); }, Qt::QueuedConnection);
        return;
    }
    const auto answer = [this, asker, context, done = std::move(done)](LogWriter::Search &&begun) {
        if (!begun.isComplete)
            return readFiles(begun.query, asker, context, done);
        done(LogWriter::finish(std::move(begun)));
    };
    m_background.ask([writer = m_writer, query] { return writer->begin(query, LogWriter::Files::LeaveClosed); },
                     context, answer);
}

// Begins the search anew when its turn comes: until then files may have been rotated, and none of them is held open.
void LogBook::readFiles(const LogQuery &query, const Asker &asker, QObject *context, const Answered &done)
{
    m_turns.take(asker, context, [this, query, guard = QPointer(context), done](const Result<Turns::Turn> &turn) {
        if (!turn)
            return done(Unexpected{turn.error()});
        const auto read = [this, guard, done, turn = *turn](LogWriter::Search &&begun) {
            const auto search = std::make_shared<LogWriter::Search>(std::move(begun));
            const auto answer = [guard, done, turn](const LogPage &page) {
                if (guard)
                    done(page);
            };
            m_reading.ask([search] { return LogWriter::finish(std::move(*search)); }, this, answer);
        };
        m_background.ask([writer = m_writer, query] { return writer->begin(query, LogWriter::Files::Open); }, this,
                         read);
    });
}

void LogBook::openStored(const QString &componentId, QObject *context, std::function<void(StoredLog)> done)
{
    m_background.ask([writer = m_writer, componentId] { return writer->stored(componentId); }, context,
                     std::move(done));
}

} // namespace signalbox::core
