// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/timelines.h"

#include "widgets/text/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct TimelinesText
{
    Q_DECLARE_TR_FUNCTIONS(Timelines)
};

QString length(Milliseconds time)
{
    return format::lasted({}, Timestamp(time), {});
}

// How long it took, or has taken; and how long it usually does, which is no news of what has ended as usual.
QString took(const Task &task, const UsualDuration &usual, Timestamp now)
{
    if (isTakenOver(task))
        return TimelinesText::tr("taken over");
    if (!task.startedAt)
        return format::state(task.state);
    const QString so = format::lasted(*task.startedAt, task.endedAt, now);
    return usual.runs == 0 ? so : TimelinesText::tr("%1, usually %2", "how long").arg(so, length(usual.median));
}

QString whatIsLeft(const Execution &execution, const UsualDuration &usual, Timestamp now)
{
    const Milliseconds left = usual.median - (now - *execution.startedAt);
    if (left > Milliseconds(0))
        return TimelinesText::tr("about %1 left").arg(format::duration(left));
    return now - *execution.startedAt > usual.p90 ? TimelinesText::tr("longer than usual")
                                                  : TimelinesText::tr("soon done");
}

QString summaryOf(const Execution &execution, const UsualDuration &usual, Timestamp now)
{
    if (!execution.startedAt)
        return format::state(execution.state);
    QStringList parts{
        TimelinesText::tr("%1: %2", "state, how long")
            .arg(format::state(execution.state), format::lasted(*execution.startedAt, execution.endedAt, now))};
    if (usual.runs > 0)
        parts << TimelinesText::tr("usually %1, nine of ten within %2").arg(length(usual.median), length(usual.p90));
    if (usual.runs > 0 && !isFinal(execution.state))
        parts << whatIsLeft(execution, usual, now);
    return parts.join(u" · "_s);
}

} // namespace

Timeline timelineOf(const Startup &startup)
{
    Timeline timeline;
    timeline.length = startup.length;
    for (const Startup::Bar &each : startup.bars) {
        BarChart::Bar bar;
        bar.id = each.id;
        bar.name = each.name;
        bar.wanted = each.wanted;
        bar.begun = each.launched;
        bar.ended = each.ready;
        bar.isBad = !each.ready;
        bar.took = each.ready      ? length(*each.ready)
                   : each.launched ? TimelinesText::tr("not ready")
                                   : TimelinesText::tr("not started");
        if (!each.isOnChain)
            bar.tone = Tone::Neutral;
        timeline.bars.append(bar);
    }
    if (startup.bars.isEmpty()) {
        timeline.summary = TimelinesText::tr("Nothing was started yet.");
        return timeline;
    }
    timeline.summary = TimelinesText::tr("Started %1, ready after %2", "when, how long")
                           .arg(format::dateTime(startup.began), length(startup.length));
    if (startup.chain.size() > 1)
        timeline.summary =
            TimelinesText::tr("%1; the longest chain: %2").arg(timeline.summary, startup.chain.join(u" → "_s));
    return timeline;
}

Timeline timelineOf(const Execution &execution, const QList<Task> &tasks, const UsualDurations &usual, Timestamp now)
{
    Timeline timeline;
    const Timestamp began = execution.startedAt.value_or(execution.createdAt);
    const auto since = [began](const std::optional<Timestamp> &time) {
        return time ? std::optional(std::max(*time - began, Milliseconds(0))) : std::nullopt;
    };
    timeline.length = std::max(execution.endedAt.value_or(now) - began, Milliseconds(1));
    for (const Task &task : tasks) {
        const UsualDuration known = usual.nodes.value(task.nodeId);
        BarChart::Bar bar;
        bar.id = bar.name = task.nodeId;
        bar.wanted = std::max(task.createdAt - began, Milliseconds(0));
        bar.begun = since(task.startedAt);
        bar.ended = since(task.endedAt);
        bar.took = took(task, known, now);
        bar.isBad = task.state == ExecutionState::Failed || task.state == ExecutionState::Interrupted;
        bar.tone = toneOf(task.state);
        if (known.runs > 0 && bar.begun) {
            bar.usual = *bar.begun + known.median;
            if (!isFinal(execution.state))
                timeline.length = std::max(timeline.length, *bar.usual);
        }
        timeline.bars.append(bar);
    }
    std::stable_sort(timeline.bars.begin(), timeline.bars.end(), [](const BarChart::Bar &a, const BarChart::Bar &b) {
        return a.begun.value_or(Milliseconds::max()) < b.begun.value_or(Milliseconds::max());
    });
    timeline.summary = summaryOf(execution, usual.whole, now);
    return timeline;
}

} // namespace signalbox::widgets
