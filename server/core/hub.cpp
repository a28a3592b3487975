// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/hub.h"

#include "server/core/policy.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcHub, "signalbox.hub")

template<typename State>
Result<void> refuseTransition(const QString &what, const QString &id, State from, State to)
{
    return unexpected(ErrorCode::Conflict,
                      u"%1 '%2' cannot go from %3 to %4"_s.arg(what, id, toString(from), toString(to)));
}

} // namespace

Hub::Hub(Clock &clock, Ids &ids, QObject *parent) : QObject(parent), m_clock(clock), m_ids(ids)
{
}

Result<QString> Hub::submit(const Actor &actor, CommandBody body, QObject *context, Completed completed)
{
    return submit(Command{m_ids.next(), actor, std::move(body)}, context, std::move(completed));
}

Result<QString> Hub::submit(const Command &command, QObject *context, Completed completed)
{
    if (const Result<void> allowed = policy::admit(m_snapshot, command); !allowed)
        return Unexpected{allowed.error()};
    // Registered first: a command may be completed before dispatch() returns.
    if (completed)
        m_waiters.push_back({command.id, context, std::move(completed)});
    Result<QString> subject = dispatch(command);
    if (!subject)
        std::erase_if(m_waiters, [&](const Waiter &waiter) { return waiter.command == command.id; });
    return subject;
}

Result<QString> Hub::dispatch(const Command &command)
{
    if (const auto *request = std::get_if<SetMode>(&command.body); request && request->mode == m_snapshot.mode) {
        complete(command, toString(request->mode));
        return toString(request->mode);
    }
    if (const auto *request = std::get_if<SetMode>(&command.body)) {
        (void)record(ModeChanged{request->mode}, &command);
        if (!m_handler || request->mode != Mode::Halted) {
            complete(command, toString(request->mode));
            return toString(request->mode);
        }
    }
    if (const std::optional<QString> subject = carryOut(command)) {
        completeWhenDurable(command, *subject);
        return *subject;
    }
    if (!m_handler)
        return unexpected(ErrorCode::Unsupported, u"nothing here can carry this out"_s);
    return m_handler->handle(command);
}

void Hub::completeWhenDurable(const Command &command, const QString &subject)
{
    if (!m_durability)
        return complete(command, subject);
    m_durability([self = QPointer<Hub>(this), command, subject](const Result<void> &kept) {
        if (!self)
            return;
        if (kept)
            return self->complete(command, subject);
        if (std::holds_alternative<CreateProject>(command.body)) // the Command fails, so there must be no project
            (void)self->record(ProjectRemoved{subject}, &command);
        self->complete(command, subject, kept.error());
    });
}

// Carries out Commands that need nothing but the Snapshot and returns their subject; nothing for any other Command.
// policy::admit() has checked that the subject exists.
std::optional<QString> Hub::carryOut(const Command &command)
{
    const Timestamp now = m_clock.now();
    if (const auto *create = std::get_if<CreateProject>(&command.body)) {
        const Project project{m_ids.next(), create->name, create->description, command.actor.user, now, now};
        (void)record(ProjectChanged{project}, &command);
        return project.id;
    }
    if (const auto *update = std::get_if<UpdateProject>(&command.body)) {
        Project project = m_snapshot.projects.value(update->id);
        project.name = update->name.value_or(project.name);
        project.description = update->description.value_or(project.description);
        project.updatedAt = now;
        (void)record(ProjectChanged{project}, &command);
        return project.id;
    }
    if (const auto *remove = std::get_if<DeleteProject>(&command.body)) {
        (void)record(ProjectRemoved{remove->id}, &command);
        return remove->id;
    }
    const auto *remove = std::get_if<DeleteExecution>(&command.body);
    if (remove && m_snapshot.execution(remove->executionId)) {
        (void)record(ExecutionForgotten{remove->executionId}, &command);
        return remove->executionId;
    }
    return std::nullopt;
}

Result<void> Hub::checkTransition(const ChangeBody &body) const
{
    if (const auto *change = std::get_if<ComponentChanged>(&body)) {
        const Component *known = m_snapshot.component(change->component.id);
        if (known && !isLegalTransition(known->state, change->component.state))
            return refuseTransition(u"component"_s, known->id, known->state, change->component.state);
    } else if (const auto *execution = std::get_if<ExecutionChanged>(&body)) {
        const Execution *known = m_snapshot.execution(execution->execution.id);
        if (known && !isLegalTransition(known->state, execution->execution.state))
            return refuseTransition(u"execution"_s, known->id, known->state, execution->execution.state);
    } else if (const auto *task = std::get_if<TaskChanged>(&body)) {
        const auto tasks = m_snapshot.tasks.constFind(task->task.executionId);
        if (tasks == m_snapshot.tasks.cend())
            return {};
        const auto known = tasks->constFind(task->task.nodeId);
        if (known != tasks->cend() && !isLegalTransition(known->state, task->task.state))
            return refuseTransition(u"task"_s, known->id, known->state, task->task.state);
    }
    return {};
}

Result<void> Hub::record(ChangeBody body, const Command *cause)
{
    if (const Result<void> legal = checkTransition(body); !legal) {
        qCWarning(lcHub, "refused: %s", qUtf8Printable(legal.error().message));
        return legal;
    }
    Change change{m_snapshot.number + 1, m_clock.now(), {}, {}, std::move(body)};
    if (cause) {
        change.cause = cause->id;
        change.actor = cause->actor;
    }
    apply(m_snapshot, change);
    m_undelivered.push_back(std::move(change));
    deliver();
    return {};
}

// Receivers may record new facts while one is being passed on; every receiver still gets all of them in the same
// order.
void Hub::deliver()
{
    if (m_delivering)
        return;
    m_delivering = true;
    while (!m_undelivered.empty()) {
        const Change change = std::move(m_undelivered.front());
        m_undelivered.pop_front();
        Q_EMIT changed(change);
    }
    m_delivering = false;
}

void Hub::complete(const Command &command, const QString &subject, const std::optional<Error> &error,
                   const QString &secret)
{
    const CommandOutcome outcome{{command.id, subject, error}, secret};
    (void)record(CommandCompleted(outcome), &command);
    std::vector<Waiter> due;
    std::erase_if(m_waiters, [&](Waiter &waiter) {
        if (waiter.command != command.id)
            return false;
        due.push_back(std::move(waiter));
        return true;
    });
    for (const Waiter &waiter : due) {
        if (waiter.context)
            waiter.completed(outcome);
    }
}

} // namespace signalbox::core
