// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/outputfeed.h"

#include "widgets/text/reasontext.h"

#include <algorithm>

namespace signalbox::widgets {

OutputFeed::OutputFeed(Replica &replica, const LogOrigin &origin) : LogFeed(origin), m_replica(replica)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &OutputFeed::readOn);
    connect(&replica, &Replica::sampled, this, &OutputFeed::readOn);
}

OutputStream OutputFeed::streamOf(const LogOrigin &origin)
{
    return origin.nodeId.isEmpty() ? OutputStream::Out : OutputStream::Both;
}

void OutputFeed::load(int lines, std::optional<qint64>)
{
    m_isOn = true;
    m_isDone = false;
    m_lines = lines;
    m_have = 0;
    m_pause.stop();
    // Only that there is something: it is read from the file, where each byte has its place.
    m_following = m_replica.followOutput(origin().executionId, [this](qint64, const QByteArray &) {
        if (!m_pause.isActive())
            m_pause.start();
    });
    ask(Step::Size);
}

void OutputFeed::stop()
{
    m_isOn = false;
    m_following.end();
    m_asking.cancel();
    m_pause.stop();
}

void OutputFeed::ask(Step step)
{
    const OutputQuery query{origin().executionId, origin().nodeId, m_have, step == Step::Size ? 0 : mostBytes,
                            streamOf(origin())};
    m_asking = m_replica.ask(query, [this, step](const Result<OutputChunk> &chunk) { take(chunk, step); });
}

void OutputFeed::take(const Result<OutputChunk> &chunk, Step step)
{
    if (!chunk) {
        // Nothing printed yet is no failure.
        const bool isEmpty = chunk.error().code == ErrorCode::NotFound;
        if (step != Step::More)
            Q_EMIT loaded({}, isEmpty ? QString() : reasontext::words(chunk.error().message));
        m_isDone = hasEnded();
        return;
    }
    if (step == Step::Size) {
        m_have = std::max<qint64>(0, chunk->totalBytes - mostBytes);
        return ask(Step::Tail);
    }
    const bool isLast = m_have + chunk->bytes.size() >= chunk->totalBytes;
    m_isDone = isLast && hasEnded();
    if (step == Step::Tail) {
        const bool isCut = m_have > 0;
        QList<LogLine> lines = split(*chunk, began(), m_isDone);
        if (isCut && !lines.isEmpty())
            lines.removeFirst(); // it began before
        Q_EMIT loaded(lines.last(std::min<qsizetype>(lines.size(), m_lines)), {});
    } else {
        const auto now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
        Q_EMIT came(split(*chunk, now, m_isDone), 0);
    }
    if (!isLast)
        m_pause.start();
}

// isWhole: nothing comes any more, so that the end of a line without a newline is that of the output.
QList<LogLine> OutputFeed::split(const OutputChunk &chunk, Timestamp time, bool isWhole)
{
    QList<LogLine> lines;
    const qint64 start = m_have;
    qsizetype at = 0;
    const QList<OutputPiece> pieces =
        chunk.pieces.isEmpty() ? QList<OutputPiece>{{chunk.bytes.size(), false}} : chunk.pieces;
    qsizetype end = 0;
    for (const OutputPiece &piece : pieces) {
        end += static_cast<qsizetype>(piece.bytes);
        while (at < end) {
            const qsizetype newline = chunk.bytes.indexOf('\n', at);
            const bool hasEnd = newline >= 0 && newline < end;
            const qsizetype stop = hasEnd ? newline : end;
            const bool isOpen = !hasEnd && end == chunk.bytes.size() && !isWhole && end - at < mostBytes;
            QByteArrayView text = QByteArrayView(chunk.bytes).sliced(at, stop - at);
            while (text.endsWith('\r'))
                text.chop(1);
            // As on a terminal. Not lastIndexOf(), which in Qt 6.8 reads the byte behind an empty view.
            text = text.last(std::find(text.rbegin(), text.rend(), '\r') - text.rbegin());
            lines.append({origin().key(),
                          start + at,
                          time,
                          {},
                          QString::fromUtf8(text),
                          isOpen,
                          piece.isError ? LogSource::Error : LogSource::Output});
            at = hasEnd ? stop + 1 : stop;
            if (!isOpen)
                m_have = start + at;
        }
    }
    return lines;
}

void OutputFeed::readOn()
{
    if (m_isOn && !m_isDone && !m_asking.isUnderWay() && m_replica.isConnected())
        ask(Step::More);
}

bool OutputFeed::hasEnded() const
{
    const Snapshot &snapshot = m_replica.snapshot();
    const Execution *execution = snapshot.execution(origin().executionId);
    if (!execution || isFinal(execution->state))
        return true;
    const auto tasks = snapshot.tasks.constFind(origin().executionId);
    const auto task = tasks == snapshot.tasks.cend() ? Task() : tasks->value(origin().nodeId);
    return isFinal(task.state);
}

Timestamp OutputFeed::began() const
{
    const Snapshot &snapshot = m_replica.snapshot();
    const Task task = snapshot.tasks.value(origin().executionId).value(origin().nodeId);
    if (task.startedAt)
        return *task.startedAt;
    const Execution *execution = snapshot.execution(origin().executionId);
    return execution ? execution->startedAt.value_or(execution->createdAt) : origin().began;
}

} // namespace signalbox::widgets
