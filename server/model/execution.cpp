// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/execution.h"

#include "server/model/enumnames.h"

namespace signalbox {

namespace {

constexpr EnumNames<7> executionStates{u"created", u"queued",    u"running",    u"succeeded",
                                       u"failed",  u"cancelled", u"interrupted"};
constexpr EnumNames<4> executionKinds{u"pipeline", u"process", u"experiment", u"job"};

} // namespace

QString toString(ExecutionState state)
{
    return nameOf(state, executionStates);
}

QString toString(ExecutionKind kind)
{
    return nameOf(kind, executionKinds);
}

std::optional<ExecutionState> executionStateFromString(const QString &text)
{
    return valueNamed<ExecutionState>(text, executionStates);
}

std::optional<ExecutionKind> executionKindFromString(const QString &text)
{
    return valueNamed<ExecutionKind>(text, executionKinds);
}

bool isFinal(ExecutionState state)
{
    return state >= ExecutionState::Succeeded;
}

bool isFailure(ExecutionState state)
{
    return state == ExecutionState::Failed || state == ExecutionState::Interrupted;
}

bool isLegalTransition(ExecutionState from, ExecutionState to)
{
    if (from == to)
        return true; // other facts changed
    if (isFinal(from))
        return false;
    // Running goes back to Queued when an attempt is repeated (experiment retries, vanished ARK agents).
    if (from == ExecutionState::Running)
        return to == ExecutionState::Queued || isFinal(to);
    return to > from;
}

double percentOf(const Task &task)
{
    return task.state == ExecutionState::Succeeded ? 100.0 : task.percent;
}

QString inWords(const TaskCounts &counts)
{
    QString text = u"%1 of %2 done"_s.arg(counts.done()).arg(counts.total);
    if (counts.failed > 0)
        text += u", %1 failed"_s.arg(counts.failed);
    if (counts.cancelled > 0)
        text += u", %1 cancelled"_s.arg(counts.cancelled);
    return text;
}

Reason reasonOf(const Execution &execution)
{
    const bool isCall = execution.kind == ExecutionKind::Process && execution.state == ExecutionState::Failed;
    if (!isCall || execution.message.isEmpty())
        return execution.error;
    return {Reason::Code::Explained, {execution.error, execution.message}};
}

bool isOfUnknownLength(const Execution &execution)
{
    return execution.state == ExecutionState::Running && execution.counts.total <= 1 && execution.percent <= 0.0;
}

} // namespace signalbox
