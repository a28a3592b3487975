// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/schedule.h"

#include "server/model/enumnames.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

constexpr EnumNames<3> overlapNames{u"skip", u"queue", u"parallel"};
constexpr EnumNames<3> actionNames{u"start", u"restart", u"stop"};
constexpr EnumNames<8> outcomeNames{u"running",     u"succeeded", u"failed",  u"cancelled",
                                    u"interrupted", u"refused",   u"skipped", u"missed"};

} // namespace

QString toString(OverlapRule rule)
{
    return nameOf(rule, overlapNames);
}

QString toString(ComponentAction action)
{
    return nameOf(action, actionNames);
}

QString toString(ScheduleOutcome outcome)
{
    return nameOf(outcome, outcomeNames);
}

std::optional<ScheduleOutcome> scheduleOutcomeFromString(const QString &text)
{
    return valueNamed<ScheduleOutcome>(text, outcomeNames);
}

QString kindOf(const ScheduleTarget &target)
{
    if (std::holds_alternative<PipelineTarget>(target))
        return u"pipeline"_s;
    return std::holds_alternative<ProcessTarget>(target) ? u"process"_s : u"component"_s;
}

QString nameOf(const ScheduleTarget &target)
{
    if (const auto *pipeline = std::get_if<PipelineTarget>(&target))
        return pipeline->id;
    if (const auto *process = std::get_if<ProcessTarget>(&target))
        return process->name;
    return std::get<ComponentTarget>(target).id;
}

} // namespace signalbox
