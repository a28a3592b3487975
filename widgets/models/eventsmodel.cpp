// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventsmodel.h"

#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

constexpr auto table = std::to_array<Column<const Event &>>({
    {.id = EventsModel::Time,
     .title = [] { return EventsModel::tr("Time"); },
     .width = 10,
     .firm = true,
     .display = [](const Event &event) { return format::dateTime(event.time); }},
    {.id = EventsModel::Kind,
     .title = [] { return EventsModel::tr("About"); },
     .width = 11,
     .display = [](const Event &event) { return EventsModel::kindName(event.kind); },
     .sort = [](const Event &event) -> QVariant { return static_cast<int>(event.kind); }},
    {.id = EventsModel::Text,
     .title = [] { return EventsModel::tr("What happened"); },
     .width = 40,
     .naming = true,
     .display = [](const Event &event) { return event.text; },
     .tip = [](const Event &event) { return event.text; }},
});
static_assert(isComplete(table));

} // namespace

EventsModel::EventsModel(const Replica &replica, QObject *parent) : ColumnTable(table, parent), m_replica(replica)
{
    // One insertion per batch: thousands of Changes a second must not cost thousands of repaints.
    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &EventsModel::flush);
    connect(&replica, &Replica::missed, this, &EventsModel::start);
    connectReplica();
    start({});
}

// Figures of the tick, workers and the server's own description are shown elsewhere, as they are.
void EventsModel::connectReplica()
{
    connect(&m_replica, &Replica::componentChanged, this,
            [this](const Component *before, const Component *now, const Change &change) {
                tell(component(before, now), change.time);
            });
    connect(&m_replica, &Replica::executionChanged, this,
            [this](const Execution *before, const Execution &now, const Change &change) {
                tell(execution(before, now), change.time);
            });
    connect(&m_replica, &Replica::taskChanged, this,
            [this](const Task *before, const Task &now, const Execution &execution, const Change &change) {
                tell(task(before, now, execution), change.time);
            });
    connect(
        &m_replica, &Replica::agentChanged, this,
        [this](const Agent *before, const Agent *now, const Change &change) { tell(agent(before, now), change.time); });
    connect(&m_replica, &Replica::instanceChanged, this,
            [this](const Instance *before, const Instance *now, const Change &change) {
                tell(instance(before, now), change.time);
            });
    connect(&m_replica, &Replica::clientConnected, this,
            [this](const Client &client, const Change &change) { tell(clientConnected(client), change.time); });
    connect(&m_replica, &Replica::clientChanged, this,
            [this](const Client *before, const Client &now, const Change &change) {
                tell(clientFailed(before, now), change.time);
            });
    connect(&m_replica, &Replica::clientGone, this,
            [this](const Client &client, const QString &reason, const Change &change) {
                tell(clientGone(client, reason), change.time);
            });
    connect(&m_replica, &Replica::catalogueChanged, this, [this](const Change &change) {
        tell(made(EventKind::Server, {}, tr("The catalogue of pipelines and processes was loaded")), change.time);
    });
    connect(&m_replica, &Replica::modeChanged, this, [this](Mode now, const Change &change) {
        tell(made(EventKind::Server, {}, tr("%1 switched the server: %2").arg(change.actor.user, format::mode(now))),
             change.time);
    });
    connect(&m_replica, &Replica::commandFailed, this,
            [this](const QString &subject, const Error &error, const Change &change) {
                tell(made(EventKind::Server, subject,
                          tr("A request of %1 failed: %2").arg(change.actor.user, error.message), true),
                     change.time);
            });
    connect(&m_replica, &Replica::problemOccurred, this,
            [this](const QString &error, const QString &where, const Change &change) {
                tell(made(EventKind::Problem, {},
                          where.isEmpty() ? error : tr("%1 (%2)", "problem, where").arg(error, where), true),
                     change.time);
            });
}

// A Snapshot after the first stands for Changes that nobody heard.
void EventsModel::start(const Snapshot &before)
{
    if (std::exchange(m_isStarted, m_replica.isConnected()))
        tellMissed(before);
    else
        tellFailed();
}

// What had failed before the window was there; nothing else here would tell it.
void EventsModel::tellFailed()
{
    for (const Component &component : m_replica.snapshot().components) {
        std::optional<Event> event = this->component(nullptr, &component);
        if (event->bad)
            tell(std::move(event), component.stateSince);
    }
}

void EventsModel::tellMissed(const Snapshot &before)
{
    const Snapshot &snapshot = m_replica.snapshot();
    tell(made(EventKind::Problem, {},
              tr("Events are missing here: more happened than the window could take. What is different now follows."),
              true),
         snapshot.metrics.time);
    std::vector<Event> missed;
    const auto add = [&missed](std::optional<Event> event, Timestamp time) {
        if (!event)
            return;
        event->time = time;
        missed.push_back(std::move(*event));
    };
    for (const Component &now : snapshot.components)
        add(component(before.component(now.id), &now), now.stateSince);
    for (const Component &gone : before.components) {
        if (!snapshot.component(gone.id))
            add(component(&gone, nullptr), snapshot.metrics.time);
    }
    for (const Execution &now : snapshot.executions)
        add(execution(before.execution(now.id), now), now.endedAt.value_or(now.startedAt.value_or(now.createdAt)));
    for (const Agent &now : snapshot.agents) {
        const auto known = before.agents.constFind(now.id);
        add(agent(known == before.agents.cend() ? nullptr : &*known, &now), now.lastSeenAt);
    }
    for (const Agent &gone : before.agents) {
        if (!snapshot.agents.contains(gone.id))
            add(agent(&gone, nullptr), snapshot.metrics.time);
    }
    for (const Client &client : snapshot.clients) {
        if (!before.clients.contains(client.id))
            add(clientConnected(client), client.connectedAt);
    }
    for (const Client &client : before.clients) {
        if (!snapshot.clients.contains(client.id))
            add(clientGone(client, {}), snapshot.metrics.time);
    }
    std::stable_sort(missed.begin(), missed.end(), [](const Event &a, const Event &b) { return a.time < b.time; });
    for (const Event &event : missed)
        tell(event, event.time);
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

void EventsModel::tell(std::optional<Event> event, Timestamp time)
{
    if (!event)
        return;
    event->time = time;
    m_waiting.push_back(std::move(*event));
    if (m_waiting.size() > bound) {
        m_waiting.pop_front();
        ++m_dropped;
    }
    if (m_paused)
        Q_EMIT waitingChanged();
    else if (!m_flush.isActive())
        m_flush.start();
}

void EventsModel::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        m_flush.stop();
    else
        flush();
    Q_EMIT waitingChanged();
}

void EventsModel::flush()
{
    if (m_waiting.empty())
        return;
    const int excess = rowCount() + waiting() - bound;
    if (excess > 0 && rowCount() > 0) {
        const int going = std::min(excess, rowCount());
        beginRemoveRows({}, 0, going - 1);
        m_events.erase(m_events.begin(), m_events.begin() + going);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + waiting() - 1);
    m_events.insert(m_events.end(), m_waiting.cbegin(), m_waiting.cend());
    m_waiting.clear();
    m_dropped = 0;
    endInsertRows();
    Q_EMIT waitingChanged();
}

Event EventsModel::made(EventKind kind, const QString &subject, const QString &text, bool bad)
{
    return {{}, kind, bad, subject, text};
}

std::optional<Event> EventsModel::component(const Component *before, const Component *now)
{
    if (!now)
        return made(EventKind::Component, before->id, tr("%1 was removed from the configuration").arg(before->name));
    if (before && before->state == now->state)
        return std::nullopt;
    const QString why = format::why(*now);
    QString text;
    switch (now->state) {
    case ComponentState::Stopped:
        text = tr("%1 stopped");
        break;
    case ComponentState::Starting:
        text = tr("%1 is starting");
        break;
    case ComponentState::Running:
        text = tr("%1 is running");
        break;
    case ComponentState::Stopping:
        text = tr("%1 is stopping");
        break;
    case ComponentState::Error:
        text = tr("%1 failed");
        break;
    }
    text = text.arg(now->name);
    return made(EventKind::Component, now->id, why.isEmpty() ? text : tr("%1: %2", "event, reason").arg(text, why),
                now->state == ComponentState::Error);
}

std::optional<Event> EventsModel::execution(const Execution *before, const Execution &now)
{
    if (before && before->state == now.state)
        return std::nullopt;
    QString text;
    switch (now.state) {
    case ExecutionState::Created:
        text = tr("%1 created %2 over %3").arg(now.owner, now.name, now.dialect);
        break;
    case ExecutionState::Queued:
        text = tr("%1 waits for a worker").arg(now.name);
        break;
    case ExecutionState::Running:
        text = tr("%1 runs, started by %2 over %3").arg(now.name, now.owner, now.dialect);
        break;
    case ExecutionState::Succeeded:
        text = tr("%1 succeeded").arg(now.name);
        break;
    case ExecutionState::Failed:
        text = tr("%1 failed: %2").arg(now.name, now.error);
        break;
    case ExecutionState::Cancelled:
        text = tr("%1 was cancelled").arg(now.name);
        break;
    case ExecutionState::Interrupted:
        text = tr("%1 was interrupted because the server ended").arg(now.name);
        break;
    }
    const bool bad = now.state == ExecutionState::Failed || now.state == ExecutionState::Interrupted;
    return made(EventKind::Execution, now.id, text, bad);
}

std::optional<Event> EventsModel::task(const Task *before, const Task &now, const Execution &execution)
{
    if (now.state == ExecutionState::Created || now.state == ExecutionState::Queued)
        return std::nullopt;
    if (before && before->state == now.state)
        return std::nullopt;
    const QString text =
        tr("%1, node %2: %3", "execution, node, state").arg(execution.name, now.nodeId, format::state(now.state));
    return made(EventKind::Execution, now.executionId, text, now.state == ExecutionState::Failed);
}

// Signs of life are no news.
std::optional<Event> EventsModel::agent(const Agent *before, const Agent *now)
{
    if (!now)
        return made(EventKind::Component, before->id, tr("Agent %1 left").arg(before->id));
    QString text;
    if (now->state == AgentState::Offline)
        text = !before || before->state == AgentState::Offline ? QString() : tr("Agent %1 went offline");
    else if (!before || before->registeredAt != now->registeredAt)
        text = tr("Agent %1 registered");
    else if (before->state != now->state)
        text = now->state == AgentState::Online ? tr("Agent %1 is online again") : tr("Agent %1 is degraded");
    if (text.isEmpty())
        return std::nullopt;
    return made(EventKind::Component, now->id, text.arg(now->id), now->state == AgentState::Offline && !now->local);
}

Event EventsModel::instance(const Instance *before, const Instance *now)
{
    if (!now)
        return made(EventKind::Component, before->id, tr("Instance %1 was removed").arg(before->id));
    return made(EventKind::Component, now->id, tr("Instance %1 is now: %2").arg(now->name, format::state(now->status)),
                now->status == ComponentState::Error);
}

QString EventsModel::clientName(const Client &client)
{
    return tr("%1 at %2", "user, address").arg(client.user, client.address);
}

Event EventsModel::clientConnected(const Client &client)
{
    return made(EventKind::Client, client.id, tr("%1 connected over %2").arg(clientName(client), client.dialect));
}

std::optional<Event> EventsModel::clientFailed(const Client *before, const Client &now)
{
    if (now.lastError.isEmpty() || (before && before->lastError == now.lastError))
        return std::nullopt;
    return made(EventKind::Client, now.id, tr("%1 was answered with an error: %2").arg(clientName(now), now.lastError));
}

Event EventsModel::clientGone(const Client &client, const QString &reason)
{
    const QString text = tr("%1 disconnected").arg(clientName(client));
    return made(EventKind::Client, client.id,
                reason.isEmpty() ? text : tr("%1: %2", "event, reason").arg(text, reason));
}

QString EventsModel::kindName(EventKind kind)
{
    switch (kind) {
    case EventKind::Component:
        return tr("Component");
    case EventKind::Execution:
        return tr("Execution");
    case EventKind::Client:
        return tr("Client");
    case EventKind::Server:
        return tr("Server");
    case EventKind::Problem:
        break;
    }
    return tr("Problem");
}

} // namespace signalbox::widgets
