// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec_schedules.h"

#include "server/dialects/sutra/codec.h"
#include "server/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

void writeTarget(JsonWriter &json, const ScheduleTarget &target)
{
    json.beginObject().member("kind"_L1, kindOf(target)).member("id"_L1, nameOf(target));
    const auto *component = std::get_if<ComponentTarget>(&target);
    json.member("action"_L1, component ? std::optional(toString(component->action)) : std::nullopt).endObject();
}

void writeRun(JsonWriter &json, const std::optional<ScheduleRun> &run)
{
    if (!run)
        return void(json.value(nullptr));
    json.beginObject()
        .member("due"_L1, toIsoMilliseconds(run->due))
        .member("at"_L1, toIsoMilliseconds(run->at))
        .member("ended"_L1, isoTime(run->endedAt))
        .member("outcome"_L1, toString(run->outcome))
        .member("execution"_L1, unlessEmpty(run->executionId))
        .member("user"_L1, run->user)
        .member("text"_L1, unlessEmpty(run->text))
        .endObject();
}

} // namespace

QByteArray scheduleObject(const Schedule &schedule)
{
    JsonWriter json;
    json.beginObject()
        .member("id"_L1, schedule.id)
        .member("name"_L1, schedule.name)
        .member("plan"_L1, schedule.plan)
        .member("timezone"_L1, unlessEmpty(schedule.timezone))
        .key("target"_L1);
    writeTarget(json, schedule.target);
    json.member("overlap"_L1, toString(schedule.overlap))
        .member("enabled"_L1, schedule.isEnabled)
        .member("changed_by"_L1, unlessEmpty(schedule.record.enabledBy))
        .member("next_run"_L1, isoTime(schedule.nextAt))
        .member("running"_L1, schedule.running)
        .member("waiting"_L1, schedule.isWaiting)
        .key("last_run"_L1);
    writeRun(json, schedule.record.last);
    json.key("left_out"_L1);
    writeRun(json, schedule.record.leftOut);
    return json.endObject().take();
}

QByteArray schedulesObject(const QByteArray &array)
{
    return JsonWriter().beginObject().key("schedules"_L1).raw(array).endObject().take();
}

QByteArray scheduleSuccess(const QByteArray &schedule)
{
    return JsonWriter().beginObject().member("success"_L1, true).key("schedule"_L1).raw(schedule).endObject().take();
}

QByteArray scheduleFailure(const QString &error, const QByteArray &schedule)
{
    return JsonWriter()
        .beginObject()
        .member("success"_L1, false)
        .member("error"_L1, error)
        .key("schedule"_L1)
        .raw(schedule)
        .endObject()
        .take();
}

} // namespace signalbox::sutra
