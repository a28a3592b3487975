// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/outputreader.h"

namespace signalbox::widgets {

qsizetype overlap(const QByteArray &stored, const QByteArray &live)
{
    // Knuth, Morris, Pratt: the longest beginning of live that stored ends with.
    const qsizetype most = std::min(stored.size(), live.size());
    QList<qsizetype> shorter(most + 1, 0);
    for (qsizetype i = 1, length = 0; i < most; ++i) {
        while (length > 0 && live[i] != live[length])
            length = shorter[length];
        length += live[i] == live[length];
        shorter[i + 1] = length;
    }
    qsizetype matched = 0;
    for (const char c : stored.last(most)) {
        while (matched > 0 && (matched == most || live[matched] != c))
            matched = shorter[matched];
        matched += matched < most && live[matched] == c;
    }
    return matched;
}

OutputReader::OutputReader(Replica &replica, OutputView &view, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_view(view)
{
    connect(&replica, &Replica::missed, this, [this] { m_followed.clear(); }); // the new connection knows of nobody
    connect(&replica.link(), &link::ControlLink::outputReceived, this,
            [this](const QString &id, const QByteArray &bytes) {
                if (id != m_followed)
                    return;
                if (m_asking.isUnderWay())
                    m_early += bytes;
                else
                    appendLive(bytes);
            });
}

OutputReader::~OutputReader()
{
    follow({});
}

void OutputReader::follow(const QString &id)
{
    if (m_followed == id)
        return;
    if (!m_followed.isEmpty())
        m_replica.link().unfollowOutput(m_followed);
    m_followed = id;
    if (!id.isEmpty())
        m_replica.link().followOutput(id);
}

void OutputReader::read(const QString &executionId, const QString &nodeId, Source source)
{
    m_id = executionId;
    m_node = nodeId;
    m_asking.cancel();
    m_isFirst = true;
    m_hasFile = source != Source::Live;
    m_have = m_total = m_leftOut = 0;
    m_lastStored.clear();
    m_early.clear();
    m_view.restart();
    if (!m_replica.isConnected())
        return;
    follow(source == Source::Stored ? QString() : m_id);
    if (source != Source::Live)
        ask();
}

void OutputReader::readOn()
{
    if (!m_asking.isUnderWay() && m_replica.isConnected())
        ask();
}

void OutputReader::ask()
{
    m_asking = m_replica.ask(OutputQuery{m_id, m_node, m_have, OutputView::mostBytes},
                             [this](const Result<OutputChunk> &chunk) { take(chunk); });
}

void OutputReader::stop()
{
    m_asking.cancel();
    follow({});
}

void OutputReader::endLive()
{
    if (!m_asking.isUnderWay())
        follow({});
}

void OutputReader::take(const Result<OutputChunk> &chunk)
{
    if (!chunk) {
        joinLive();
        Q_EMIT failed(chunk.error());
        return;
    }
    m_view.append(chunk->bytes);
    m_view.flush();
    m_have += chunk->bytes.size();
    m_total = std::max(chunk->totalBytes, m_have);
    m_lastStored = chunk->bytes;
    const bool isFirst = std::exchange(m_isFirst, false);
    if (const qint64 skipped = m_total - OutputView::mostBytes - m_have; skipped > 0) {
        m_view.noteLeftOut(skipped);
        m_leftOut += skipped;
        m_have += skipped;
        m_lastStored.clear();
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
    QByteArray live = std::exchange(m_early, {});
    live.remove(0, overlap(m_lastStored, live));
    if (!live.isEmpty())
        appendLive(live);
}

// It is in the file, too: who reads on begins after it.
void OutputReader::appendLive(const QByteArray &bytes)
{
    m_view.append(bytes);
    if (!m_hasFile)
        return;
    m_have += bytes.size();
    m_total = std::max(m_total, m_have);
    Q_EMIT progressed();
}

} // namespace signalbox::widgets
