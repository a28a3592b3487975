// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/execution.h"

#include <array>

namespace signalbox {

namespace {

constexpr std::array<const char16_t *, 7> stateNames{u"created", u"queued",    u"running",    u"succeeded",
                                                     u"failed",  u"cancelled", u"interrupted"};
constexpr std::array<const char16_t *, 4> kindNames{u"pipeline", u"process", u"experiment", u"job"};

template<typename Enum, std::size_t Size>
std::optional<Enum> find(const std::array<const char16_t *, Size> &names, const QString &text)
{
    for (std::size_t index = 0; index < Size; ++index) {
        if (text == QString::fromUtf16(names[index]))
            return static_cast<Enum>(index);
    }
    return std::nullopt;
}

} // namespace

QString toString(ExecutionState state)
{
    return QString::fromUtf16(stateNames[static_cast<std::size_t>(state)]);
}

QString toString(ExecutionKind kind)
{
    return QString::fromUtf16(kindNames[static_cast<std::size_t>(kind)]);
}

std::optional<ExecutionState> executionStateFromString(const QString &text)
{
    return find<ExecutionState>(stateNames, text);
}

std::optional<ExecutionKind> executionKindFromString(const QString &text)
{
    return find<ExecutionKind>(kindNames, text);
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
