// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/state/attention.h"

#include "widgets/text/format.h"

#include <QSettings>

#include <numeric>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// A program that fails again and again is told once, and once more when the server gives it up.
constexpr Milliseconds repeated{300'000};

QString keyOf(Attention::Topic topic)
{
    return topic == Attention::Topic::Components ? u"notify/components"_s : u"notify/executions"_s;
}

} // namespace

Attention::Attention(const link::ControlLink &link, const Liveness &liveness, QSettings &settings, Pace pace,
                     QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_liveness(liveness)
    , m_settings(settings)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Attention::tell);
    connect(&link, &link::ControlLink::changed, this, &Attention::hear);
    connect(&link, &link::ControlLink::connectedChanged, this, &Attention::forget);
    connect(&link, &link::ControlLink::snapshotReplaced, this, &Attention::start);
    connect(&liveness, &Liveness::staleChanged, this, &Attention::changed);
    start({});
}

void Attention::forget(bool connected)
{
    if (!connected)
        return;
    m_isFirst = true;
    m_failed.clear();
    m_ended.clear();
    m_timer.stop();
}

// What the first Snapshot of a connection says was so before: it is the state, no news. A later one stands for Changes
// that nobody heard.
void Attention::start(const Snapshot &replaced)
{
    const Snapshot &snapshot = m_link.snapshot();
    const bool isNews = !std::exchange(m_isFirst, false);
    m_inState = {};
    m_running = 0;
    for (const Component &component : snapshot.components) {
        count(nullptr, &component);
        if (isNews)
            noteFailure(component, replaced.component(component.id), component.stateSince);
    }
    for (const Execution &execution : snapshot.executions) {
        count(nullptr, &execution);
        if (isNews)
            noteEnd(execution, replaced.execution(execution.id));
    }
    Q_EMIT changed();
}

void Attention::hear(const Change &change, const Replaced &replaced)
{
    const auto *knownComponent = std::get_if<Component>(&replaced);
    const auto *knownExecution = std::get_if<Execution>(&replaced);
    bool isOther = std::holds_alternative<ModeChanged>(change.body);
    if (const auto *component = std::get_if<ComponentChanged>(&change.body)) {
        isOther = count(knownComponent, &component->component);
        noteFailure(component->component, knownComponent, change.time);
    } else if (std::holds_alternative<ComponentRemoved>(change.body)) {
        isOther = count(knownComponent, nullptr);
    } else if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        isOther = count(knownExecution, &execution->execution);
        noteEnd(execution->execution, knownExecution);
    } else if (std::holds_alternative<ExecutionForgotten>(change.body)) {
        isOther = count(knownExecution, nullptr);
    }
    if (isOther)
        Q_EMIT changed();
}

void Attention::noteFailure(const Component &component, const Component *before, Timestamp time)
{
    if (!before || before->state == component.state || component.state != ComponentState::Error)
        return;
    const auto told = m_told.constFind(component.id);
    const bool isRepeated = told != m_told.cend() && time - *told < repeated && component.nextRestartAt;
    if (isRepeated || !isOn(Topic::Components))
        return;
    m_told.insert(component.id, time);
    m_failed.removeIf([&component](const Failed &one) { return one.id == component.id; });
    m_failed.append({component.id, component.name, format::why(component)});
    schedule();
}

void Attention::noteEnd(const Execution &execution, const Execution *before)
{
    if (!before || isFinal(before->state) || !isFinal(execution.state))
        return;
    // A call answers whoever made it; only its failure is of interest to others.
    const bool isAnswer = execution.kind == ExecutionKind::Process && execution.state != ExecutionState::Failed
                          && execution.state != ExecutionState::Interrupted;
    if (isAnswer || !isOn(Topic::Executions))
        return;
    m_ended.append({execution.id, execution.name, execution.state, execution.error});
    schedule();
}

// Whether the counts are different now.
bool Attention::count(const Component *before, const Component *now)
{
    if (before && now && before->state == now->state)
        return false;
    if (before)
        --m_inState[static_cast<std::size_t>(before->state)];
    if (now)
        ++m_inState[static_cast<std::size_t>(now->state)];
    return before || now;
}

bool Attention::count(const Execution *before, const Execution *now)
{
    const int difference = (now && !isFinal(now->state)) - (before && !isFinal(before->state));
    m_running += difference;
    return difference != 0;
}

void Attention::schedule()
{
    if (m_timer.isActive())
        return;
    Milliseconds wait = m_pace.collect;
    if (m_sinceTold.isValid())
        wait = std::max(wait, m_pace.between - Milliseconds(m_sinceTold.elapsed()));
    m_timer.start(wait);
}

bool Attention::isSeen(std::initializer_list<PageId> pages) const
{
    const std::optional<PageId> watched = m_watched ? m_watched() : std::nullopt;
    return watched && std::find(pages.begin(), pages.end(), *watched) != pages.end();
}

void Attention::tell()
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

Notice Attention::aboutComponents(const QList<Failed> &failed)
{
    const Failed &first = failed.constFirst();
    Notice notice;
    notice.isBad = true;
    notice.page = PageId::Components;
    notice.subject = first.id;
    if (failed.size() == 1) {
        notice.title = tr("%1 failed", "component").arg(first.name);
        notice.text = first.why;
        return notice;
    }
    QStringList names;
    for (const Failed &one : failed)
        names << one.name;
    notice.title = format::failedComponents(static_cast<int>(failed.size()));
    notice.text = format::firstNames(names);
    return notice;
}

Notice Attention::aboutExecutions(const QList<Ended> &ended)
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

QStringList Attention::failedNames() const
{
    QStringList names;
    for (const Component &component : m_link.snapshot().componentsInOrder()) {
        if (component.state == ComponentState::Error)
            names << component.name;
    }
    return names;
}

Attention::Health Attention::health() const
{
    if (m_liveness.isStale())
        return Health::Stale;
    if (failed() > 0)
        return Health::Failed;
    return m_link.snapshot().mode == Mode::Normal ? Health::Well : Health::Restricted;
}

QString Attention::summary() const
{
    switch (health()) {
    case Health::Stale:
        return m_link.isConnected() ? tr("The server stopped reporting") : tr("Not connected to the server");
    case Health::Failed: {
        const QStringList names = failedNames();
        return tr("%1: %2", "what happened, to whom")
            .arg(format::failedComponents(static_cast<int>(names.size())), format::firstNames(names));
    }
    case Health::Restricted:
        return format::mode(m_link.snapshot().mode);
    case Health::Well:
        break;
    }
    return tr("All is well");
}

int Attention::failed() const
{
    return m_inState[static_cast<std::size_t>(ComponentState::Error)];
}

int Attention::active() const
{
    return std::accumulate(m_inState.cbegin(), m_inState.cend(), 0)
           - m_inState[static_cast<std::size_t>(ComponentState::Stopped)] - failed();
}

int Attention::running() const
{
    return m_running;
}

bool Attention::isOn(Topic topic) const
{
    return m_settings.value(keyOf(topic), true).toBool();
}

void Attention::setOn(Topic topic, bool on)
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
