// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/outputreader.h"

namespace signalbox::widgets {

namespace {

constexpr qint64 aroundBytes = 64 * 1024; // fewer lines than the view holds, on either side of one

} // namespace

OutputReader::OutputReader(Replica &replica, OutputView &view, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_view(view)
{
}

void OutputReader::hear(qint64 position, const QByteArray &bytes)
{
    if (m_asking.isUnderWay())
        m_early.append({position, bytes});
    else
        appendLive(position, bytes);
}

void OutputReader::begin(const QString &executionId, const QString &nodeId, OutputStream stream)
{
    m_id = executionId;
    m_node = nodeId;
    m_stream = stream;
    m_asking.cancel();
    m_isFirst = true;
    m_around.reset();
    m_have = m_total = m_leftOut = m_end = 0;
    m_early.clear();
    m_view.restart();
}

void OutputReader::readAround(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position)
{
    begin(executionId, nodeId, stream);
    m_following.end();
    m_around = position;
    m_have = std::max<qint64>(0, position - aroundBytes);
    if (m_replica.isConnected())
        ask();
}

void OutputReader::showAround(const OutputChunk &chunk)
{
    if (m_have > 0)
        m_view.noteLeftOut(m_have);
    const qsizetype before = std::clamp<qint64>(*m_around - m_have, 0, chunk.bytes.size());
    m_view.appendAround(chunk.bytes.first(before), chunk.bytes.sliced(before));
    const qint64 behind = chunk.totalBytes - m_have - chunk.bytes.size();
    if (behind > 0)
        m_view.noteLeftOut(behind);
    m_total = chunk.totalBytes;
    m_leftOut = m_total - chunk.bytes.size();
    Q_EMIT progressed();
}

void OutputReader::read(const QString &executionId, const QString &nodeId, OutputStream stream, Source source)
{
    begin(executionId, nodeId, stream);
    m_hasFile = source != Source::Live;
    if (!m_replica.isConnected())
        return;
    if (source == Source::Stored)
        m_following.end();
    else
        m_following =
            m_replica.followOutput(m_id, [this](qint64 position, const QByteArray &bytes) { hear(position, bytes); });
    if (source != Source::Live)
        ask();
}

void OutputReader::readOn()
{
    if (!m_asking.isUnderWay() && m_replica.isConnected() && !m_around)
        ask();
}

void OutputReader::ask()
{
    m_asking =
        m_replica.ask(OutputQuery{m_id, m_node, m_have, m_around ? 2 * aroundBytes : OutputView::mostBytes, m_stream},
                      [this](const Result<OutputChunk> &chunk) { take(chunk); });
}

void OutputReader::stop()
{
    m_asking.cancel();
    m_following.end();
}

void OutputReader::endLive()
{
    if (!m_asking.isUnderWay())
        m_following.end();
}

void OutputReader::take(const Result<OutputChunk> &chunk)
{
    if (!chunk) {
        joinLive();
        Q_EMIT failed(chunk.error());
        return;
    }
    if (m_around)
        return showAround(*chunk);
    m_view.append(chunk->bytes);
    m_view.flush();
    m_have += chunk->bytes.size();
    m_total = std::max(chunk->totalBytes, m_have);
    m_end = chunk->start + m_have;
    const bool isFirst = std::exchange(m_isFirst, false);
    if (const qint64 skipped = m_total - OutputView::mostBytes - m_have; skipped > 0) {
        m_view.noteLeftOut(skipped);
        m_leftOut += skipped;
        m_have += skipped;
        m_end += skipped;
    }
    // What explains how it ended is at the end. Of one that goes on printing, more is read with the next tick.
    if (isFirst && m_have < m_total)
        ask();
    else
        joinLive();
    Q_EMIT progressed();
}

void OutputReader::joinLive()
{
    for (const auto &[position, bytes] : std::exchange(m_early, {}))
        appendLive(position, bytes);
}

// Of a process, what came live is in the file, too: readOn() goes on after it. Of a run, several nodes print at once,
// from their beginning, and nothing stored is shown beside it.
void OutputReader::appendLive(qint64 position, const QByteArray &bytes)
{
    if (!m_hasFile)
        return m_view.append(bytes);
    const QByteArray added = bytes.mid(std::clamp(m_end - position, qint64(0), qint64(bytes.size())));
    if (added.isEmpty())
        return;
    if (const qint64 missing = position - m_end; missing > 0) {
        m_view.noteLeftOut(missing);
        m_leftOut += missing;
    }
    m_view.append(added);
    m_end = position + bytes.size();
    m_have += added.size();
    m_total = std::max(m_total, m_have);
    Q_EMIT progressed();
}

} // namespace signalbox::widgets
