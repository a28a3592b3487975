// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/hub.h"

#include "server/core/policy.h"
#include "server/core/snapshotcommands.h"

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

Hub::~Hub() = default;

Result<QString> Hub::submit(const Actor &actor, CommandBody body, QObject *context, Completed completed)
{
    return submit(Command{m_ids.next(), actor, std::move(body)}, context, std::move(completed));
}

Result<QString> Hub::submit(const Command &command, QObject *context, Completed completed)
{
    if (const Result<void> allowed = policy::admit(m_snapshot, command); !allowed) {
        Q_EMIT refused(command, allowed.error());
        return Unexpected{allowed.error()};
    }
    Q_EMIT admitted(command);
    // Registered first: a command may be completed before dispatch() returns.
    if (completed)
        m_waiters.push_back({command.id, context, std::move(completed)});
    Result<QString> subject = dispatch(command);
    if (!subject) {
        std::erase_if(m_waiters, [&](const Waiter &waiter) { return waiter.command == command.id; });
        Q_EMIT refused(command, subject.error());
    }
    return subject;
}

Result<QString> Hub::dispatch(const Command &command)
{
    using Completion = SnapshotCommand::Completion;
    const std::optional<SnapshotCommand> known = snapshotCommand(m_snapshot, command, m_ids, m_clock.now());
    if (known && known->fact)
        (void)record(*known->fact, &command);
    if (known && (known->completion != Completion::ByHandler || !m_handler)) {
        if (known->completion == Completion::WhenDurable)
            completeWhenDurable(command, known->subject, known->undo);
        else
            complete(command, known->subject);
        return known->subject;
    }
    if (!m_handler)
        return unexpected(ErrorCode::Unsupported, u"nothing here can carry this out"_s);
    return m_handler->handle(command);
}

void Hub::whenDurable(std::function<void(Result<void>)> then)
{
    if (m_durability)
        m_durability(std::move(then));
    else
        then({});
}

void Hub::completeWhenDurable(const Command &command, const QString &subject, const std::optional<ChangeBody> &undo)
{
    whenDurable([self = QPointer<Hub>(this), command, subject, undo](const Result<void> &durable) {
        if (!self)
            return;
        if (!durable && undo)
            (void)self->record(*undo, &command);
        self->complete(command, subject, durable ? std::nullopt : std::optional(durable.error()));
    });
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
    if (auto *execution = std::get_if<ExecutionChanged>(&body))
        markUnseen(execution->execution);
    Change change{m_snapshot.number + 1, m_clock.now(), {}, {}, std::move(body)};
    if (cause) {
        change.cause = cause->id;
        change.actor = cause->actor;
    }
    Replaced replaced = apply(m_snapshot, change);
    m_undelivered.push_back({std::move(change), std::move(replaced)});
    deliver();
    return {};
}

// News is what fails now; one that is known from the history alone comes with its mark.
void Hub::markUnseen(Execution &execution) const
{
    const Execution *before = m_snapshot.execution(execution.id);
    if (before && !isFinal(before->state))
        execution.isUnseen = isFailure(execution.state);
}

// Receivers may record new facts while one is being passed on; every receiver still gets all of them in the same
// order.
void Hub::deliver()
{
    if (m_delivering)
        return;
    m_delivering = true;
    while (!m_undelivered.empty()) {
        const Fact fact = std::move(m_undelivered.front());
        m_undelivered.pop_front();
        Q_EMIT changed(fact.change, fact.replaced);
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
