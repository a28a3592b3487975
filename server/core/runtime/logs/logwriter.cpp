// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logwriter.h"

#include "server/core/runtime/logs/levelwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

bool matches(const LogLine &line, const LogQuery &query)
{
    return passesLevel(line, query.leastLevel) && (!query.before || line.number < *query.before)
           && (!query.since || line.time >= *query.since)
           && (query.text.isEmpty() || line.text.contains(query.text, Qt::CaseInsensitive));
}

} // namespace

LogWriter::Log &LogWriter::log(const QString &id)
{
    auto &found = m_logs[id];
    if (!found)
        found = std::make_unique<Log>(m_directory + u'/' + id + u".log"_s);
    return *found;
}

void LogWriter::take(const QString &id, OutputChannel channel, Timestamp time, const QByteArray &bytes)
{
    Log &target = log(id);
    Channel &from = target.channels[static_cast<std::size_t>(channel)];
    from.source = channel == OutputChannel::Output ? LogSource::Output : LogSource::Error;
    from.time = time;
    bool ended = false;
    from.splitter.feed(bytes, [&](QByteArrayView line, bool cut) {
        ended = true;
        addLine(target, printedLine(target, id, time, from.source, displayText(line, cut)));
    });
    write(target, id, time);
    if (ended || from.splitter.open().isEmpty())
        from.opened.invalidate();
    if (from.splitter.open().isEmpty())
        return;
    from.quiet.start();
    if (!from.opened.isValid())
        from.opened.start();
    if (!m_openTimer) {
        m_openTimer = new QTimer(this);
        m_openTimer->setInterval(openPause / 2);
        connect(m_openTimer, &QTimer::timeout, this, &LogWriter::lookAtOpenLines);
    }
    if (!m_openTimer->isActive())
        m_openTimer->start();
}

void LogWriter::finish(const QString &id, Timestamp time)
{
    Log &target = log(id);
    for (Channel &channel : target.channels) {
        channel.splitter.finish([&](QByteArrayView line, bool cut) {
            addLine(target, printedLine(target, id, time, channel.source, displayText(line, cut)));
        });
    }
    target.awaited.clear();
    write(target, id, time);
}

// Lines without an end that have been there for a moment, numbered as if they came next.
QList<LogLine> LogWriter::openLines(const Log &target, const QString &id)
{
    QList<LogLine> lines;
    for (const Channel &channel : target.channels) {
        const QByteArrayView text = channel.splitter.open();
        if (text.isEmpty()
            || !(channel.quiet.hasExpired(openPause.count()) || channel.opened.hasExpired(openAtMost.count())))
            continue;
        LogLine line = printedLine(target, id, channel.time, channel.source, shownText(displayText(text)));
        line.number = target.number + 1 + lines.size();
        line.isOpen = true;
        lines.append(line);
    }
    return lines;
}

void LogWriter::lookAtOpenLines()
{
    bool isAnyOpen = false;
    for (auto &[id, each] : m_logs) {
        const auto isOpen = [](const Channel &channel) { return !channel.splitter.open().isEmpty(); };
        if (std::none_of(each->channels.begin(), each->channels.end(), isOpen))
            continue;
        isAnyOpen = isAnyOpen || each->followed || !each->awaited.isEmpty();
        const QList<LogLine> open = openLines(*each, id);
        for (const LogLine &line : open)
            seek(*each, id, line.text);
        if (!each->followed || open == each->openShown)
            continue;
        for (Channel &channel : each->channels)
            channel.opened.start();
        each->openShown = open;
        Q_EMIT linesAdded(id, std::exchange(each->batch, {}) + open, std::exchange(each->leftOut, 0));
        each->batchSize = 0;
    }
    if (!isAnyOpen)
        m_openTimer->stop();
}

void LogWriter::seek(Log &target, const QString &id, const QString &text)
{
    if (target.awaited.isEmpty() || !text.contains(target.awaited))
        return;
    target.awaited.clear();
    Q_EMIT textSeen(id);
}

void LogWriter::note(const QString &id, Timestamp time, LogLevel level, const QString &text)
{
    Log &target = log(id);
    addLine(target, {id, 0, time, level, u"[signalbox] "_s + text, false, LogSource::Server});
    write(target, id, time);
}

void LogWriter::setLevelRule(const QString &id, LevelRule rule)
{
    log(id).levelRule = rule;
}

void LogWriter::setFollowed(const QString &id, bool followed)
{
    Log &target = log(id);
    target.followed = followed;
    if (!followed) {
        target.batch.clear();
        target.batchSize = 0;
        target.leftOut = 0;
    }
}

void LogWriter::await(const QString &id, const QString &text)
{
    log(id).awaited = text;
}

LogLine LogWriter::printedLine(const Log &target, const QString &id, Timestamp time, LogSource source,
                               const QString &text)
{
    const auto level = target.levelRule == LevelRule::Words ? levelInWords(text) : std::nullopt;
    return {id, 0, time, level, text, false, source};
}

void LogWriter::addLine(Log &target, LogLine line)
{
    if (line.source != LogSource::Server) // a note may quote what is awaited
        seek(target, line.componentId, line.text);
    line.number = ++target.number;
    if (m_stamp.isEmpty() || m_stampTime != line.time) {
        m_stampTime = line.time;
        m_stamp = toIsoMilliseconds(line.time).toLatin1();
    }
    appendLogLine(target.unwritten, line, m_stamp);
    line.text = shownText(line.text);
    target.ring.append({line, 0});
    target.ringSize += line.text.size();
    ++target.fresh;
    while (target.ring.size() > ringLines || target.ringSize > ringCharacters) {
        target.ringSize -= target.ring.front().line.text.size();
        target.ring.pop_front();
    }
    if (target.followed)
        addToBatch(target, line);
}

void LogWriter::addToBatch(Log &target, const LogLine &line)
{
    target.batch.append(line);
    target.batchSize += line.text.size();
    while (target.batch.size() > ringLines || target.batchSize > ringCharacters) {
        target.batchSize -= target.batch.constFirst().text.size();
        target.batch.removeFirst();
        ++target.leftOut;
    }
    if (!m_batchTimer) {
        m_batchTimer = new QTimer(this);
        m_batchTimer->setSingleShot(true);
        m_batchTimer->setInterval(batchPause);
        connect(m_batchTimer, &QTimer::timeout, this, &LogWriter::sendBatches);
    }
    if (!m_batchTimer->isActive())
        m_batchTimer->start();
}

void LogWriter::sendBatches()
{
    for (auto &[id, each] : m_logs) {
        if (each->batch.isEmpty())
            continue;
        each->openShown = openLines(*each, id);
        Q_EMIT linesAdded(id, std::exchange(each->batch, {}) + each->openShown, std::exchange(each->leftOut, 0));
        each->batchSize = 0;
    }
}

void LogWriter::write(Log &target, const QString &id, Timestamp time)
{
    if (target.unwritten.isEmpty())
        return;
    const bool wait = target.refused.isValid() && !target.refused.hasExpired(retryPause.count());
    const Result<void> written = wait ? unexpected(ErrorCode::Capacity) : target.file.append(target.unwritten);
    target.unwritten.clear();
    if (!written) {
        target.lost += std::exchange(target.fresh, 0);
        if (!wait)
            writeFailed(target, written.error());
        return;
    }
    if (const std::optional<int> lost = target.file.takeLost()) {
        for (KeptLine &kept : target.ring)
            kept.file = kept.file == *lost ? 0 : kept.file;
    }
    const auto ringEnd = target.ring.rbegin();
    for (qsizetype index = 0; index < std::min(target.fresh, static_cast<qsizetype>(target.ring.size())); ++index)
        ringEnd[index].file = target.file.current();
    target.fresh = 0;
    target.refused.invalidate();
    m_problemKnown = false;
    if (const qint64 lost = std::exchange(target.lost, 0); lost > 0)
        note(id, time, LogLevel::Warn, u"%1 lines before this one could not be written to this file"_s.arg(lost));
}

void LogWriter::writeFailed(Log &target, const Error &error)
{
    target.refused.start();
    if (!std::exchange(m_problemKnown, true))
        Q_EMIT problemOccurred(error.message);
}

// Appends matching lines from memory, newest first; false when more are wanted, from the files.
bool LogWriter::fromRing(const Log &target, Search &search)
{
    const LogQuery &query = search.query;
    QList<LogLine> &found = search.newestFirst;
    for (auto kept = target.ring.rbegin(); kept != target.ring.rend() && found.size() < query.limit; ++kept) {
        const LogLine &line = kept->line;
        search.older = query.since && line.time < *query.since ? search.older + 1 : 0;
        if (search.older >= LogQuery::olderInARow)
            return true;
        if (matches(line, query))
            found.append(line);
    }
    return found.size() >= query.limit;
}

void LogWriter::fromFiles(Search &search)
{
    const LogQuery &query = search.query;
    const QByteArray since = query.since ? toIsoMilliseconds(*query.since).toLatin1() : QByteArray();
    qint64 looked = 0;
    LogFile::readBackwards(search.files, [&](QByteArrayView bytes) {
        if (search.skip > 0) {
            --search.skip;
            return true;
        }
        looked += bytes.size() + 1;
        if (query.mostBytes > 0 && looked > query.mostBytes)
            return false;
        --search.number;
        const auto stored = parseLogLine(bytes);
        const bool isOlder = stored && !since.isEmpty() && stored->time < since;
        search.older = isOlder ? search.older + 1 : stored ? 0 : search.older;
        if (isOlder)
            return search.older < LogQuery::olderInARow;
        if (!stored || !passesLevel(stored->source, stored->level, query.leastLevel)
            || (query.before && search.number >= *query.before))
            return true;
        const QString text = QString::fromUtf8(stored->text);
        if (!query.text.isEmpty() && !text.contains(query.text, Qt::CaseInsensitive))
            return true;
        const auto time = fromIso(QString::fromLatin1(stored->time));
        if (time)
            search.newestFirst.append(
                {query.componentId, search.number, *time, stored->level, shownText(text), false, stored->source});
        return search.newestFirst.size() < query.limit;
    });
}

LogWriter::Search LogWriter::begin(const LogQuery &query, Files files)
{
    Search search{query, {}};
    const auto found = m_logs.find(query.componentId);
    if (found == m_logs.end()) {
        const Log untouched(m_directory + u'/' + query.componentId + u".log"_s);
        if (files == Files::Open)
            search.files = untouched.file.contents();
        search.number = untouched.number + 1;
        return search;
    }
    const Log &target = *found->second;
    if (!query.before)
        search.newestFirst = openLines(target, query.componentId);
    search.newestFirst.removeIf([&query](const LogLine &line) { return !matches(line, query); });
    search.isComplete = fromRing(target, search);
    if (search.isComplete || files == Files::LeaveClosed)
        return search;
    search.files = target.file.contents();
    search.skip =
        std::count_if(target.ring.begin(), target.ring.end(), [](const KeptLine &kept) { return kept.file > 0; });
    // Lines that are only in files get numbers below those in memory, also 0 and less, so that numbers count up.
    search.number = target.ring.empty() ? target.number + 1 : target.ring.front().line.number;
    return search;
}

qint64 StoredLog::numberOf(qint64 behind) const
{
    const auto known = static_cast<qint64>(numbers.size());
    return behind < known ? numbers[static_cast<std::size_t>(behind)] : older - 1 - (behind - known);
}

StoredLog LogWriter::stored(const QString &id) const
{
    const auto found = m_logs.find(id);
    const Log untouched(m_directory + u'/' + id + u".log"_s);
    const Log &target = found == m_logs.end() ? untouched : *found->second;
    StoredLog stored{target.file.contents(), {}, 0};
    for (auto kept = target.ring.rbegin(); kept != target.ring.rend(); ++kept) {
        if (kept->file > 0)
            stored.numbers.push_back(kept->line.number);
    }
    stored.older = target.ring.empty() ? target.number + 1 : target.ring.front().line.number;
    return stored;
}

LogPage LogWriter::finish(Search search)
{
    fromFiles(search);
    std::reverse(search.newestFirst.begin(), search.newestFirst.end());
    return {search.newestFirst};
}

} // namespace signalbox::core
