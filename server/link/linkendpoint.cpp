// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/linkendpoint.h"

namespace signalbox::link {

LinkEndpoint::LinkEndpoint(core::Hub &hub, core::Ask ask, Actor actor, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_ask(std::move(ask))
    , m_actor(std::move(actor))
{
    connect(&m_hub, &core::Hub::changed, this, &LinkEndpoint::enqueue);
}

void LinkEndpoint::open()
{
    m_isOpen = true;
    m_awaitsAcknowledge = true;
    m_overflowed = false;
    m_queue.clear();
    Q_EMIT snapshotReady(m_hub.snapshot());
    if (!m_outcomes.isEmpty())
        Q_EMIT settledMeanwhile(std::exchange(m_outcomes, {}));
}

void LinkEndpoint::acknowledge()
{
    m_awaitsAcknowledge = false;
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
    const auto *outcome = std::get_if<CommandSettled>(&change.body);
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
    const Result<QString> subject = m_hub.submit(Command{id, m_actor, body});
    if (!subject)
        Q_EMIT refused(id, subject.error());
    // The person at the console should not wait for the next batch to see what the click did.
    else if (!m_awaitsAcknowledge && !m_queue.isEmpty())
        sendBatch();
}

void LinkEndpoint::ask(QueryId id, const QueryBody &query)
{
    m_ask(Query{m_actor, query}, this, [this, id](const Result<Answer> &answer) { Q_EMIT answered(id, answer); });
}

} // namespace signalbox::link
