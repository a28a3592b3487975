// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/notifier.h"

#include "widgets/text/format.h"
#include "widgets/text/reasontext.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// A program that fails again and again is told once, and once more when the server gives it up.
constexpr Milliseconds repeated{300'000};

QString keyOf(Notifier::Topic topic)
{
    return topic == Notifier::Topic::Components ? u"notify/components"_s : u"notify/executions"_s;
}

} // namespace

Notifier::Notifier(const Replica &replica, QSettings &settings, Pace pace, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_settings(settings)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Notifier::tell);
    connect(&replica, &Replica::componentChanged, this,
            [this](const Component *before, const Component *now, const Change &change) {
                noteFailure(before, now, change.time);
            });
    connect(&replica, &Replica::executionChanged, this,
            [this](const Execution *before, const Execution &now) { noteEnd(before, now); });
    connect(&replica, &Replica::connectedChanged, this, &Notifier::forget);
    connect(&replica, &Replica::missed, this, &Notifier::catchUp);
}

void Notifier::forget(bool connected)
{
    if (!connected)
        return;
    m_isFirst = true;
    m_failed.clear();
    m_ended.clear();
    m_timer.stop();
}

// What the first Snapshot of a connection says was so before: it is the state, no news. A later one stands for Changes
// that the window did not hear.
void Notifier::catchUp(const Snapshot &before)
{
    if (std::exchange(m_isFirst, false))
        return;
    for (const Component &component : m_replica.snapshot().components)
        noteFailure(before.component(component.id), &component, component.stateSince);
    for (const Execution &execution : m_replica.snapshot().executions)
        noteEnd(before.execution(execution.id), execution);
}

void Notifier::noteFailure(const Component *before, const Component *now, Timestamp time)
{
    if (!before || !now || !isUnwell(*now) || (isUnwell(*before) && before->state == now->state))
        return;
    const auto told = m_told.constFind(now->id);
    const bool isRepeated = told != m_told.cend() && time - *told < repeated && now->nextRestartAt;
    if (isRepeated || !isOn(Topic::Components))
        return;
    m_told.insert(now->id, time);
    m_failed.removeIf([now](const Failed &one) { return one.id == now->id; });
    m_failed.append({now->id, now->name, format::why(*now), isDegraded(*now)});
    schedule();
}

void Notifier::noteEnd(const Execution *before, const Execution &now)
{
    if (!before || isFinal(before->state) || !isFinal(now.state))
        return;
    // A call answers whoever made it; only its failure is of interest to others.
    const bool isAnswer = now.kind == ExecutionKind::Process && now.state != ExecutionState::Failed
                          && now.state != ExecutionState::Interrupted;
    if (isAnswer || !isOn(Topic::Executions))
        return;
    m_ended.append({now.id, now.name, now.state, reasontext::words(reasonOf(now))});
    schedule();
}

void Notifier::schedule()
{
    if (m_timer.isActive())
        return;
    Milliseconds wait = m_pace.collect;
    if (m_sinceTold.isValid())
        wait = std::max(wait, m_pace.between - Milliseconds(m_sinceTold.elapsed()));
    m_timer.start(wait);
}

bool Notifier::isSeen(std::initializer_list<PageId> pages) const
{
    const std::optional<PageId> watched = m_watched ? m_watched() : std::nullopt;
    return watched && std::find(pages.begin(), pages.end(), *watched) != pages.end();
}

void Notifier::tell()
{
    const QList<Failed> failed = std::exchange(m_failed, {});
    const QList<Ended> ended = std::exchange(m_ended, {});
    const bool tellFailed = !failed.isEmpty() && !isSeen({PageId::Overview, PageId::Components});
    const bool tellEnded = !ended.isEmpty() && !isSeen({PageId::Overview, PageId::Executions, PageId::Processes});
    if (!tellFailed && !tellEnded)
        return;
    Notice notice = tellFailed ? aboutComponents(failed) : aboutExecutions(ended);
    if (tellFailed && tellEnded) {
        const Notice other = aboutExecutions(ended);
        notice.text += u'\n' + tr("%1: %2", "what happened, to whom").arg(other.title, other.text);
    }
    m_sinceTold.start();
    Q_EMIT noticed(notice);
}

Notice Notifier::aboutComponents(const QList<Failed> &failed)
{
    const Failed &first = failed.constFirst();
    Notice notice;
    notice.isBad = true;
    notice.page = PageId::Components;
    notice.subject = first.id;
    if (failed.size() == 1) {
        notice.title =
            (first.isDegraded ? tr("%1 is degraded", "component") : tr("%1 failed", "component")).arg(first.name);
        notice.text = first.why;
        return notice;
    }
    QStringList names;
    for (const Failed &one : failed)
        names << one.name;
    const auto degraded =
        std::count_if(failed.cbegin(), failed.cend(), [](const Failed &one) { return one.isDegraded; });
    QStringList counts;
    if (const auto broken = failed.size() - degraded; broken > 0)
        counts << format::failedComponents(static_cast<int>(broken));
    if (degraded > 0)
        counts << format::degradedComponents(static_cast<int>(degraded));
    notice.title = counts.join(u" · "_s);
    notice.text = format::firstNames(names);
    return notice;
}

Notice Notifier::aboutExecutions(const QList<Ended> &ended)
{
    const auto isBad = [](const Ended &one) {
        return one.state == ExecutionState::Failed || one.state == ExecutionState::Interrupted;
    };
    const auto firstBad = std::find_if(ended.cbegin(), ended.cend(), isBad);
    Notice notice;
    notice.isBad = firstBad != ended.cend();
    notice.page = PageId::Executions;
    const Ended &shown = notice.isBad ? *firstBad : ended.constFirst();
    notice.subject = shown.id;
    if (ended.size() == 1) {
        notice.title = tr("%1: %2", "execution, state").arg(shown.name, format::state(shown.state));
        notice.text = shown.error;
        return notice;
    }
    QMap<ExecutionState, int> counts;
    for (const Ended &one : ended)
        ++counts[one.state];
    QStringList parts;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        parts << tr("%1: %2", "state, how many").arg(format::state(count.key()), format::count(count.value()));
    notice.title = tr("%Ln executions ended", "", static_cast<int>(ended.size()));
    notice.text = parts.join(", "_L1);
    return notice;
}

bool Notifier::isOn(Topic topic) const
{
    return m_settings.value(keyOf(topic), true).toBool();
}

void Notifier::setOn(Topic topic, bool on)
{
    m_settings.setValue(keyOf(topic), on);
    if (on)
        return;
    if (topic == Topic::Components)
        m_failed.clear();
    else
        m_ended.clear();
}

} // namespace signalbox::widgets
