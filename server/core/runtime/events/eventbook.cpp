// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/events/eventbook.h"

#include "server/core/runtime/events/eventwords.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

using Kind = EventEntry::Kind;

namespace {

template<typename Value>
const Value *before(const Replaced &replaced)
{
    return std::get_if<Value>(&replaced);
}

// An execution's end is its owner's, unless another person brought it about.
Actor ownerOf(const Execution &execution)
{
    return {execution.owner, Role::None, execution.dialect, {}, {}};
}

} // namespace

EventBook::EventBook(Hub &hub, QObject *parent) : QObject(parent), m_hub(hub)
{
    connect(&hub, &Hub::changed, this, &EventBook::changed);
    connect(&hub, &Hub::admitted, this, &EventBook::admitted);
    connect(&hub, &Hub::refused, this, &EventBook::refused);
    connect(&hub, &Hub::turnedAway, this, [this](const Actor &actor, const QString &wanted) {
        add(eventwords::bad(eventwords::made(Kind::Client, u"forbidden"_s, actor.user, actor.user,
                                             u"a request was refused"_s, wanted)),
            actor);
    });
}

void EventBook::begin(const EventsBefore &before, const QList<ExecutionDetail> &interrupted)
{
    m_isOpen = true;
    m_pace.begin(before.lastNumber);
    if (before.hasRun && !before.hasEnded) {
        const QString sign =
            before.lastSign ? u"its last sign of life is of "_s + toIsoSeconds(*before.lastSign) : QString();
        add(eventwords::bad(eventwords::made(Kind::Server, u"unclean"_s, {}, {},
                                             u"the server had ended without stopping what ran"_s, sign)),
            serverActor());
    }
    add(eventwords::made(Kind::Server, u"started"_s, {}, {}, u"the server started"_s), serverActor());
    for (const ExecutionDetail &detail : interrupted) {
        Execution running = detail.execution;
        running.state = ExecutionState::Running;
        if (auto entry = eventwords::of(detail.execution, &running, {}))
            add(std::move(*entry), ownerOf(detail.execution));
    }
}

void EventBook::end()
{
    add(eventwords::made(Kind::Server, u"stopped"_s, {}, {}, u"the server stopped"_s), serverActor());
    tellJoined();
    m_isOpen = false;
}

void EventBook::loginRefused(const QString &address, bool isHeld)
{
    Actor actor{u"anonymous"_s, Role::None, {}, {}, address};
    add(eventwords::bad(eventwords::made(Kind::Client, u"login_refused"_s, address, {},
                                         u"a login from %1 was refused"_s.arg(address),
                                         isHeld ? u"too many had failed"_s : QString())),
        actor);
}

void EventBook::clockSet(Milliseconds by)
{
    const auto seconds = std::chrono::round<std::chrono::seconds>(by).count();
    add(eventwords::made(Kind::Server, u"clock_set"_s, {}, {}, u"the clock was set"_s,
                         u"by %1%2 s"_s.arg(seconds < 0 ? QString() : u"+"_s).arg(seconds)),
        serverActor());
}

void EventBook::admitted(const Command &command)
{
    if (!m_isOpen)
        return;
    UnderWay underWay;
    underWay.isReload = std::holds_alternative<ReloadConfiguration>(command.body);
    if (const auto *retry = std::get_if<RetryExecution>(&command.body))
        underWay.retryOf = retry->executionId;
    m_underWay.insert(command.id, underWay);
    if (const auto *cancel = std::get_if<CancelExecution>(&command.body)) {
        const Execution *known = m_hub.snapshot().execution(cancel->executionId);
        if (known && !isFinal(known->state))
            m_cancels.insert(cancel->executionId, command.actor);
    }
    if (auto entry = eventwords::of(command, m_hub.snapshot()))
        add(std::move(*entry), command.actor);
}

void EventBook::refused(const Command &command, const Error &error)
{
    m_underWay.remove(command.id);
    if (auto entry = eventwords::ofRefusal(command, error, m_hub.snapshot()))
        add(std::move(*entry), command.actor);
}

void EventBook::changed(const Change &change, const Replaced &replaced)
{
    if (!m_isOpen || std::holds_alternative<EventHappened>(change.body))
        return;
    if (std::optional<EventEntry> entry = entryOf(change, replaced)) {
        if (const auto known = m_underWay.find(change.cause); known != m_underWay.end() && entry->isBad)
            known->hasFailed = true;
        add(std::move(*entry), actorOf(change));
    }
    if (const auto *outcome = std::get_if<CommandCompleted>(&change.body))
        m_underWay.remove(outcome->command);
    const auto *execution = std::get_if<ExecutionChanged>(&change.body);
    if (execution && isFinal(execution->execution.state))
        m_cancels.remove(execution->execution.id);
}

std::optional<EventEntry> EventBook::entryOf(const Change &change, const Replaced &replaced)
{
    if (const auto *component = std::get_if<ComponentChanged>(&change.body))
        return eventwords::of(component->component, before<Component>(replaced), !change.cause.isEmpty());
    if (const auto *execution = std::get_if<ExecutionChanged>(&change.body))
        return eventwords::of(execution->execution, before<Execution>(replaced),
                              m_underWay.value(change.cause).retryOf);
    if (const auto *schedule = std::get_if<ScheduleChanged>(&change.body))
        return eventwords::of(schedule->schedule, before<Schedule>(replaced));
    if (const auto *agent = std::get_if<AgentChanged>(&change.body))
        return eventwords::of(agent->agent, before<Agent>(replaced));
    if (const auto *mode = std::get_if<ModeChanged>(&change.body))
        return eventwords::ofMode(mode->mode);
    if (const auto *server = std::get_if<ServerChanged>(&change.body))
        return ofServer(server->server);
    if (const auto *outcome = std::get_if<CommandCompleted>(&change.body))
        return ofOutcome(*outcome);
    const auto *removed = std::get_if<ComponentRemoved>(&change.body);
    if (const auto *gone = before<Component>(replaced); removed && gone)
        return eventwords::made(Kind::Component, u"removed"_s, gone->id, gone->name,
                                gone->name + u" was removed from the configuration"_s);
    // Of a reload and of the disk, ServerChanged says more.
    const auto *problem = std::get_if<ProblemOccurred>(&change.body);
    if (problem && problem->context != "reload"_L1 && problem->context != "disk"_L1)
        return eventwords::ofProblem(*problem);
    return std::nullopt;
}

std::optional<EventEntry> EventBook::ofServer(const ServerInfo &now)
{
    if (now.reload && std::exchange(m_reload, now.reload) != now.reload)
        return eventwords::ofReload(*now.reload);
    if (std::exchange(m_shortage, now.shortage) != now.shortage)
        return eventwords::ofShortage(now.shortage);
    return std::nullopt;
}

std::optional<EventEntry> EventBook::ofOutcome(const CommandCompleted &outcome)
{
    const UnderWay underWay = m_underWay.value(outcome.command);
    if (!outcome.error || underWay.hasFailed)
        return std::nullopt;
    if (underWay.isReload)
        return eventwords::bad(eventwords::made(Kind::Server, u"reload_refused"_s, {}, {},
                                                u"the configuration could not be reloaded"_s, outcome.error->message));
    return eventwords::bad(eventwords::made(Kind::Server, u"request_failed"_s, outcome.subject, {},
                                            u"a request could not be carried out"_s, outcome.error->message));
}

Actor EventBook::actorOf(const Change &change)
{
    const auto *execution = std::get_if<ExecutionChanged>(&change.body);
    if (execution && isFinal(execution->execution.state))
        return m_cancels.value(execution->execution.id, ownerOf(execution->execution));
    return change.cause.isEmpty() ? serverActor() : change.actor;
}

void EventBook::add(EventEntry entry, const Actor &actor)
{
    if (!m_isOpen)
        return;
    entry.time = m_hub.clock().now();
    entry.actor = actor.user;
    entry.dialect = actor.dialect;
    entry.address = actor.address;
    if (const std::optional<EventEntry> own = m_pace.take(std::move(entry), m_hub.clock().steady()))
        (void)m_hub.record(EventHappened{*own});
    if (!m_pace.hasJoined() || std::exchange(m_waits, true))
        return;
    m_hub.clock().after(joinedAfter, this, [this] {
        m_waits = false;
        tellJoined();
    });
}

void EventBook::tellJoined()
{
    const QList<EventEntry> joined = m_pace.takeJoined();
    for (const EventEntry &entry : joined)
        (void)m_hub.record(EventHappened{entry});
}

} // namespace signalbox::core
