// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/link/linkendpoint.h"

namespace signalbox::link {

namespace {

// Calls source.follow() for the first follower of id and source.unfollow() for the last one.
template<typename Source>
void count(QHash<QString, int> &followers, const QString &id, bool wanted, Source &source)
{
    const int before = followers.value(id);
    const int after = std::max(0, before + (wanted ? 1 : -1));
    if (before == 0 && after == 1)
        source.follow(id);
    else if (before == 1 && after == 0)
        source.unfollow(id);
    if (after > 0)
        followers.insert(id, after);
    else
        followers.remove(id);
}

} // namespace

LinkEndpoint::LinkEndpoint(LinkServices services, Actor actor, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_hub(m_services.hub)
    , m_actor(std::move(actor))
{
    connect(&m_hub, &core::Hub::changed, this, &LinkEndpoint::enqueue);
    if (m_services.frames) {
        connect(m_services.frames, &core::FrameTap::framesAdded, this,
                [this](const QString &id, const QList<ClientFrame> &frames, qint64 leftOut) {
                    if (m_clients.contains(id))
                        Q_EMIT clientFrames(id, frames, leftOut);
                });
    }
    if (!m_services.logs)
        return;
    connect(m_services.logs, &core::LogBook::linesAdded, this,
            [this](const QString &id, const QList<LogLine> &lines, qint64 leftOut) {
                if (m_logs.contains(id))
                    Q_EMIT logLines(id, lines, leftOut);
            });
}

LinkEndpoint::~LinkEndpoint()
{
    letGo();
}

void LinkEndpoint::letGo()
{
    for (const QString &log : std::exchange(m_logs, {}).keys())
        m_services.logs->unfollow(log);
    for (const QString &client : std::exchange(m_clients, {}).keys())
        m_services.frames->unfollow(client);
    m_outputs.clear();
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
        letGo();
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
    if (m_services.logs)
        count(m_logs, componentId, wanted, *m_services.logs);
}

void LinkEndpoint::wantClient(const QString &clientId, bool wanted)
{
    if (m_services.frames)
        count(m_clients, clientId, wanted, *m_services.frames);
}

void LinkEndpoint::wantOutput(const QString &executionId, bool wanted)
{
    if (!m_services.engine)
        return;
    Watched &watched = m_outputs[executionId];
    watched.count += wanted ? 1 : -1;
    if (watched.count <= 0) {
        m_outputs.erase(executionId);
    } else if (!watched.tap) {
        watched.tap = m_services.engine->tapOutput(executionId, this, [this, executionId](const QByteArray &bytes) {
            Q_EMIT outputReceived(executionId, bytes);
        });
    }
}

// The result is ignored: a call that takes no input any more has ended, and its final Change says so.
void LinkEndpoint::sendInput(const QString &executionId, const QByteArray &bytes)
{
    if (m_services.engine)
        (void)m_services.engine->writeInput(executionId, bytes);
}

void LinkEndpoint::closeInput(const QString &executionId)
{
    if (m_services.engine)
        (void)m_services.engine->closeInput(executionId);
}

} // namespace signalbox::link
