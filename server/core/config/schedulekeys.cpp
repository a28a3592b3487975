// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/keychecks.h"
#include "server/core/runtime/schedules/cronline.h"

// The keys of [[schedule]].

namespace signalbox::core {

namespace {

QString checkCron(const QString &text)
{
    const Result<CronLine> line = CronLine::parse(text);
    return line ? QString() : line.error().message.text();
}

QString checkTimezone(const QString &text)
{
    const QTimeZone zone(text.toUtf8());
    return zone.isValid() && !text.isEmpty()
               ? QString()
               : u"cannot be '%1' (a name as Europe/Berlin or UTC that this machine knows; Debian has them in the "
                 "package tzdata)"_s.arg(text.left(80));
}

// A table for a pipeline, a list of texts for a process.
struct ScheduleParamsCodec
{
    static std::optional<ScheduleParams> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (node.table())
            return Codec<QJsonObject>::read(node, name, problems);
        if (node.array())
            return Codec<QStringList>::read(node, name, problems);
        return wrongType(node, name, u"a table for a pipeline or a list of texts for a process"_s, problems);
    }
    static QString write(const ScheduleParams &value)
    {
        if (const auto *table = std::get_if<QJsonObject>(&value))
            return Codec<QJsonObject>::write(*table);
        const auto *list = std::get_if<QStringList>(&value);
        return list ? Codec<QStringList>::write(*list) : QString();
    }
    static QString typeName() { return u"table \\| list of texts"_s; }
};

} // namespace

template<>
const std::vector<Key<ScheduleConfig>> &keysOf()
{
    using S = ScheduleConfig;
    static const std::vector<Key<S>> keys = {
        key(u"id"_s, &S::id, u"what it is called in the log and over REST"_s, checkId).required(),
        key(u"name"_s, &S::name, u"for people"_s).defaultShownAs(u"the id"_s),
        key(u"description"_s, &S::description, u"for people"_s),
        key(u"cron"_s, &S::cron,
            u"minute, hour, day of the month, month, day of the week, with lists, ranges, steps and names as in a "
            "crontab; or @hourly, @daily, @weekly, @monthly, @yearly"_s,
            checkCron),
        key(u"every"_s, &S::every,
            u"instead of cron: this long after the time before, at first after it was first seen"_s,
            durationBetween(1s, longestYear)),
        key(u"timezone"_s, &S::timezone, u"whose clock cron goes by, as Europe/Berlin"_s, checkTimezone)
            .defaultShownAs(u"this machine's"_s),
        key(u"pipeline"_s, &S::pipeline, u"what is started: this [[pipeline]]"_s, checkNotEmpty),
        key(u"process"_s, &S::process, u"or this [[process]], without input"_s, checkNotEmpty),
        key(u"component"_s, &S::component, u"or action is done with this [[component]]"_s, checkNotEmpty),
        key(u"action"_s, &S::action, u"of the component"_s),
        key<ScheduleParamsCodec>(u"params"_s, &S::params,
                                 u"a table of parameters for the pipeline, or a list of them for the process"_s),
        key(u"overlap"_s, &S::overlap,
            u"while a run of it goes on, the next one is left out, waits (one at most), or begins beside it"_s),
        key(u"missed"_s, &S::missed,
            u"what becomes of times at which the server was down: none is made up but within a minute, or once the newest"_s),
        key(u"missed_window"_s, &S::missedWindow, u"how long after its time a missed run is still made up"_s,
            durationBetween(1s, longestYear)),
        key(u"enabled"_s, &S::enabled,
            u"false: it does not come by itself; what an operator says at run time is kept and counts instead"_s),
    };
    return keys;
}

} // namespace signalbox::core
