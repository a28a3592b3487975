// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/eventsmodel.h"

#include "widgets/models/keyedtable.h"
#include "widgets/text/format.h"

namespace signalbox::widgets {

namespace {

// As apply() hands it back for a Change that names id.
template<typename Values>
Replaced valueOf(const Values &values, const QString &id)
{
    const auto found = values.constFind(id);
    return found == values.cend() ? Replaced() : Replaced(*found);
}

} // namespace

EventsModel::EventsModel(const link::ControlLink &link, QObject *parent) : Table(parent), m_link(link)
{
    // One insertion per batch: thousands of Changes a second must not cost thousands of repaints.
    m_flush.setSingleShot(true);
    m_flush.setInterval(50);
    connect(&m_flush, &QTimer::timeout, this, &EventsModel::flush);
    connect(&link, &link::ControlLink::snapshotReplaced, this, &EventsModel::start);
    connect(&link, &link::ControlLink::changed, this, &EventsModel::hear);
    start({});
}

// A Snapshot after the first stands for Changes that nobody heard.
void EventsModel::start(const Snapshot &replaced)
{
    if (std::exchange(m_isStarted, m_link.isConnected()))
        tellMissed(replaced);
    else
        tellFailed();
}

// What had failed before the window was there; nothing else here would tell it.
void EventsModel::tellFailed()
{
    for (const Component &component : m_link.snapshot().components) {
        std::optional<Event> event = this->component(component, nullptr);
        if (!event->bad)
            continue;
        event->time = component.stateSince;
        tell(std::move(*event));
    }
}

void EventsModel::tellMissed(const Snapshot &before)
{
    const Snapshot &snapshot = m_link.snapshot();
    tell({snapshot.metrics.time, EventKind::Problem, true, QString(),
          tr("Events are missing here: more happened than the window could take. What is different now follows.")});
    std::vector<Event> missed;
    const auto hear = [&](const ChangeBody &body, const Replaced &replaced, Timestamp time) {
        if (std::optional<Event> event = describe(body, replaced, {})) {
            event->time = time;
            missed.push_back(std::move(*event));
        }
    };
    for (const Component &component : snapshot.components)
        hear(ComponentChanged{component}, valueOf(before.components, component.id), component.stateSince);
    for (const Component &component : before.components) {
        if (!snapshot.component(component.id))
            hear(ComponentRemoved{component.id}, component, snapshot.metrics.time);
    }
    for (const Execution &execution : snapshot.executions)
        hear(ExecutionChanged{execution}, valueOf(before.executions, execution.id),
             execution.endedAt.value_or(execution.startedAt.value_or(execution.createdAt)));
    for (const Agent &agent : snapshot.agents)
        hear(AgentChanged{agent}, valueOf(before.agents, agent.id), agent.lastSeenAt);
    for (const Agent &agent : before.agents) {
        if (!snapshot.agents.contains(agent.id))
            hear(AgentRemoved{agent.id}, agent, snapshot.metrics.time);
    }
    for (const Client &client : snapshot.clients) {
        if (!before.clients.contains(client.id))
            hear(ClientConnected{client}, {}, client.connectedAt);
    }
    for (const Client &client : before.clients) {
        if (!snapshot.clients.contains(client.id))
            hear(ClientDisconnected{client.id, {}}, client, snapshot.metrics.time);
    }
    std::stable_sort(missed.begin(), missed.end(), [](const Event &a, const Event &b) { return a.time < b.time; });
    for (Event &event : missed)
        tell(std::move(event));
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

void EventsModel::hear(const Change &change, const Replaced &replaced)
{
    std::optional<Event> event = describe(change.body, replaced, change.actor);
    if (!event)
        return;
    event->time = change.time;
    tell(std::move(*event));
}

void EventsModel::tell(Event event)
{
    m_waiting.push_back(std::move(event));
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

std::optional<Event> EventsModel::component(const Component &component, const Component *before)
{
    if (before && before->state == component.state)
        return std::nullopt;
    const bool bad = component.state == ComponentState::Error;
    const QString why = format::why(component);
    QString text;
    switch (component.state) {
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
    text = text.arg(component.name);
    return Event{{},
                 EventKind::Component,
                 bad,
                 component.id,
                 why.isEmpty() ? text : tr("%1: %2", "event, reason").arg(text, why)};
}

std::optional<Event> EventsModel::execution(const Execution &execution, const Execution *before)
{
    if (before && before->state == execution.state)
        return std::nullopt;
    QString text;
    switch (execution.state) {
    case ExecutionState::Created:
        text = tr("%1 created %2 over %3").arg(execution.owner, execution.name, execution.dialect);
        break;
    case ExecutionState::Queued:
        text = tr("%1 waits for a worker").arg(execution.name);
        break;
    case ExecutionState::Running:
        text = tr("%1 runs, started by %2 over %3").arg(execution.name, execution.owner, execution.dialect);
        break;
    case ExecutionState::Succeeded:
        text = tr("%1 succeeded").arg(execution.name);
        break;
    case ExecutionState::Failed:
        text = tr("%1 failed: %2").arg(execution.name, execution.error);
        break;
    case ExecutionState::Cancelled:
        text = tr("%1 was cancelled").arg(execution.name);
        break;
    case ExecutionState::Interrupted:
        text = tr("%1 was interrupted because the server ended").arg(execution.name);
        break;
    }
    const bool bad = execution.state == ExecutionState::Failed || execution.state == ExecutionState::Interrupted;
    return Event{{}, EventKind::Execution, bad, execution.id, text};
}

std::optional<Event> EventsModel::task(const Task &task, const ReplacedTask *before)
{
    if (!before || task.state == ExecutionState::Created || task.state == ExecutionState::Queued)
        return std::nullopt;
    if (before->task && before->task->state == task.state)
        return std::nullopt;
    const QString text = tr("%1, node %2: %3", "execution, node, state")
                             .arg(before->execution.name, task.nodeId, format::state(task.state));
    return Event{{}, EventKind::Execution, task.state == ExecutionState::Failed, task.executionId, text};
}

// Signs of life are no news.
std::optional<Event> EventsModel::agent(const Agent &agent, const Agent *before)
{
    QString text;
    if (agent.state == AgentState::Offline)
        text = !before || before->state == AgentState::Offline ? QString() : tr("Agent %1 went offline");
    else if (!before || before->registeredAt != agent.registeredAt)
        text = tr("Agent %1 registered");
    else if (before->state != agent.state)
        text = agent.state == AgentState::Online ? tr("Agent %1 is online again") : tr("Agent %1 is degraded");
    if (text.isEmpty())
        return std::nullopt;
    return Event{
        {}, EventKind::Component, agent.state == AgentState::Offline && !agent.local, agent.id, text.arg(agent.id)};
}

QString EventsModel::clientName(const Client *client)
{
    return client ? tr("%1 at %2", "user, address").arg(client->user, client->address) : QString();
}

std::optional<Event> EventsModel::describe(const ChangeBody &body, const Replaced &replaced, const Actor &actor)
{
    const auto made = [](EventKind kind, const QString &subject, const QString &text, bool bad = false) {
        return Event{{}, kind, bad, subject, text};
    };
    if (const auto *c = std::get_if<ComponentChanged>(&body))
        return component(c->component, std::get_if<Component>(&replaced));
    if (const auto *c = std::get_if<ComponentRemoved>(&body)) {
        const auto *before = std::get_if<Component>(&replaced);
        return made(EventKind::Component, c->id,
                    tr("%1 was removed from the configuration").arg(before ? before->name : c->id));
    }
    if (const auto *c = std::get_if<ExecutionChanged>(&body))
        return execution(c->execution, std::get_if<Execution>(&replaced));
    if (const auto *c = std::get_if<TaskChanged>(&body))
        return task(c->task, std::get_if<ReplacedTask>(&replaced));
    if (const auto *c = std::get_if<AgentChanged>(&body))
        return agent(c->agent, std::get_if<Agent>(&replaced));
    if (const auto *c = std::get_if<AgentRemoved>(&body))
        return made(EventKind::Component, c->id, tr("Agent %1 left").arg(c->id));
    if (const auto *c = std::get_if<InstanceChanged>(&body))
        return made(EventKind::Component, c->instance.id,
                    tr("Instance %1 is now: %2").arg(c->instance.name, format::state(c->instance.status)),
                    c->instance.status == ComponentState::Error);
    if (const auto *c = std::get_if<InstanceRemoved>(&body))
        return made(EventKind::Component, c->id, tr("Instance %1 was removed").arg(c->id));
    if (const auto *c = std::get_if<ClientConnected>(&body))
        return made(EventKind::Client, c->client.id,
                    tr("%1 connected over %2").arg(clientName(&c->client), c->client.dialect));
    if (const auto *c = std::get_if<ClientChanged>(&body)) {
        const auto *before = std::get_if<Client>(&replaced);
        if (c->client.lastError.isEmpty() || (before && before->lastError == c->client.lastError))
            return std::nullopt;
        return made(EventKind::Client, c->client.id,
                    tr("%1 was answered with an error: %2").arg(clientName(&c->client), c->client.lastError));
    }
    if (const auto *c = std::get_if<ClientDisconnected>(&body)) {
        const QString text = tr("%1 disconnected").arg(clientName(std::get_if<Client>(&replaced)));
        return made(EventKind::Client, c->id,
                    c->reason.isEmpty() ? text : tr("%1: %2", "event, reason").arg(text, c->reason));
    }
    if (std::holds_alternative<CatalogueChanged>(body))
        return made(EventKind::Server, {}, tr("The catalogue of pipelines and processes was loaded"));
    if (const auto *c = std::get_if<ModeChanged>(&body))
        return made(EventKind::Server, {}, tr("%1 switched the server: %2").arg(actor.user, format::mode(c->mode)));
    if (const auto *c = std::get_if<CommandCompleted>(&body)) {
        if (!c->error)
            return std::nullopt; // what it did is told by its own Changes
        return made(EventKind::Server, c->subject, tr("A request of %1 failed: %2").arg(actor.user, c->error->message),
                    true);
    }
    if (const auto *c = std::get_if<ProblemOccurred>(&body))
        return made(EventKind::Problem, {},
                    c->context.isEmpty() ? c->error : tr("%1 (%2)", "problem, where").arg(c->error, c->context), true);
    // Figures of the tick, workers and the server's own description are shown elsewhere, as they are.
    return std::nullopt;
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

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == Text)
            return event.text;
        if (role == Qt::ToolTipRole)
            return {};
        return index.column() == Time ? format::dateTime(event.time) : kindName(event.kind);
    case IdRole:
        return event.subject;
    case StateRole:
        return static_cast<int>(event.kind);
    case BadRole:
        return event.bad;
    default:
        return {};
    }
}

QString EventsModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time");
    case Kind:
        return tr("About");
    case Text:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
