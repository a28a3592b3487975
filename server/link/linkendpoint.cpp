// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/linkendpoint.h"

namespace signalbox::link {

namespace {

// Begins to follow id for the first that wants it, and ends that for the last one.
template<typename FollowedById, typename Begin>
void count(FollowedById &all, const QString &id, bool wanted, const Begin &begin)
{
    auto &followed = all[id];
    followed.count += wanted ? 1 : -1;
    if (followed.count <= 0)
        all.erase(id);
    else if (!followed.follow)
        followed.follow = begin();
}

} // namespace

LinkEndpoint::LinkEndpoint(LinkServices services, Actor actor, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_hub(m_services.hub)
    , m_actor(std::move(actor))
{
    connect(&m_hub, &core::Hub::changed, this, &LinkEndpoint::enqueue);
}

void LinkEndpoint::open()
{
    m_isOpen = true;
    m_startsAnew = true;
    m_awaitsAcknowledge = true;
    m_overflowed = false;
    m_queue.clear();
    Q_EMIT snapshotReady(m_hub.snapshot());
    if (!m_outcomes.isEmpty())
        Q_EMIT completedMeanwhile(std::exchange(m_outcomes, {}));
}

void LinkEndpoint::acknowledge()
{
    m_awaitsAcknowledge = false;
    // Not already in open(): what the window asked to follow before it had that Snapshot arrives in between.
    if (std::exchange(m_startsAnew, false))
        m_follows = {};
    if (m_overflowed)
        open();
    else if (!m_queue.isEmpty())
        sendBatch();
}

void LinkEndpoint::enqueue(const Change &change)
{
    if (!m_isOpen)
        return;
    if (m_overflowed)
        return keepOutcome(change);
    if (static_cast<std::size_t>(m_queue.size()) >= queueLimit) {
        m_overflowed = true;
        for (const Change &missed : std::exchange(m_queue, {}))
            keepOutcome(missed);
        return keepOutcome(change);
    }
    m_queue.append(change);
    if (m_awaitsAcknowledge || m_isScheduled)
        return;
    m_isScheduled = true;
    m_hub.clock().after(batchEvery, this, [this] {
        m_isScheduled = false;
        if (!m_awaitsAcknowledge && !m_queue.isEmpty())
            sendBatch();
    });
}

void LinkEndpoint::keepOutcome(const Change &change)
{
    const auto *outcome = std::get_if<CommandCompleted>(&change.body);
    if (outcome && change.actor == m_actor)
        m_outcomes.append(*outcome);
}

void LinkEndpoint::sendBatch()
{
    m_awaitsAcknowledge = true;
    Q_EMIT batchReady(std::exchange(m_queue, {}));
}

void LinkEndpoint::submit(const CommandId &id, const CommandBody &body)
{
    const auto completed = [this](const core::CommandOutcome &outcome) {
        if (!outcome.secret.isEmpty())
            Q_EMIT secretReady(outcome.command, outcome.secret);
    };
    const Result<QString> subject = m_hub.submit(Command{id, m_actor, body}, this, completed);
    if (!subject)
        Q_EMIT refused(id, subject.error());
    // The person at the window should not wait for the next batch to see what a click did.
    else if (!m_awaitsAcknowledge && !m_queue.isEmpty())
        sendBatch();
}

void LinkEndpoint::ask(QueryId id, const QueryBody &query)
{
    m_services.ask(Query{m_actor, query}, this,
                   [this, id](const Result<Answer> &answer) { Q_EMIT answered(id, answer); });
}

void LinkEndpoint::wantLog(const QString &componentId, bool wanted)
{
    count(m_follows.logs, componentId, wanted, [this, componentId] {
        return m_services.streams.followLog(componentId,
                                            [this, componentId](const QList<LogLine> &lines, qint64 leftOut) {
                                                Q_EMIT logLines(componentId, lines, leftOut);
                                            });
    });
}

void LinkEndpoint::wantClient(const QString &clientId, bool wanted)
{
    count(m_follows.clients, clientId, wanted, [this, clientId] {
        return m_services.streams.followFrames(clientId,
                                               [this, clientId](const QList<ClientFrame> &frames, qint64 leftOut) {
                                                   Q_EMIT clientFrames(clientId, frames, leftOut);
                                               });
    });
}

void LinkEndpoint::wantOutput(const QString &executionId, bool wanted)
{
    count(m_follows.outputs, executionId, wanted, [this, executionId] {
        return m_services.streams.followOutput(executionId,
                                               [this, executionId](qint64 position, const QByteArray &bytes) {
                                                   Q_EMIT outputReceived(executionId, position, bytes);
                                               });
    });
}

// The result is ignored: a call that takes no input any more has ended, and its final Change says so.
void LinkEndpoint::sendInput(const QString &executionId, const QByteArray &bytes)
{
    (void)m_services.streams.write(executionId, bytes);
}

void LinkEndpoint::closeInput(const QString &executionId)
{
    (void)m_services.streams.closeInput(executionId);
}

} // namespace signalbox::link
