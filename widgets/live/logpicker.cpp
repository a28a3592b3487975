// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logpicker.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"

#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int originRole = Qt::UserRole;
constexpr int groupRole = Qt::UserRole + 1;

LogOrigin originOf(const QTreeWidgetItem &item)
{
    return item.data(0, originRole).value<LogOrigin>();
}

LogOrigin ofComponent(const Component &component)
{
    return {component.id, {}, {}, component.name};
}

LogOrigin ofNode(const Execution &execution, const Task &task)
{
    return {{},
            execution.id,
            task.nodeId,
            LogPicker::tr("%1, %2 of %3", "node, execution, time")
                .arg(task.nodeId, execution.name, format::dateTime(execution.createdAt)),
            task.startedAt.value_or(execution.createdAt)};
}

LogOrigin ofCall(const Execution &execution)
{
    return {{},
            execution.id,
            {},
            LogPicker::tr("%1, %2", "call, time").arg(execution.name, format::dateTime(execution.createdAt)),
            execution.startedAt.value_or(execution.createdAt)};
}

// What LogPicker::noted() has of executions begins so; of components it has the ids, as earlier versions wrote them.
constexpr QLatin1String executionPrefix("execution:");

QString noteOf(const LogOrigin &origin)
{
    return origin.componentId.isEmpty() ? executionPrefix + origin.key() : origin.componentId;
}

LogOrigin readNote(const QString &note)
{
    if (!note.startsWith(executionPrefix))
        return {note, {}, {}, {}};
    const QString key = note.mid(executionPrefix.size());
    return {{}, key.section(u'/', 0, 0), key.section(u'/', 1), {}};
}

// Of what an execution printed, as the Snapshot or the history has it; none: there is no such node, or it never began.
std::optional<LogOrigin> found(const LogOrigin &wanted, const Execution &execution, const QList<Task> &tasks)
{
    if (wanted.nodeId.isEmpty())
        return ofCall(execution);
    for (const Task &task : tasks) {
        if (task.nodeId == wanted.nodeId && task.startedAt)
            return ofNode(execution, task);
    }
    return {};
}

// Which heading an origin stands below.
enum class Group { Components, Nodes, Calls };

Group groupOf(const LogOrigin &origin)
{
    if (!origin.componentId.isEmpty())
        return Group::Components;
    return origin.nodeId.isEmpty() ? Group::Calls : Group::Nodes;
}

QIcon swatch(const QColor &colour)
{
    QPixmap picture(spacing::icon, spacing::icon);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(picture.rect().adjusted(3, 3, -3, -3), 3, 3);
    return picture;
}

// All items that stand for a log, in the order of the tree.
QList<QTreeWidgetItem *> leaves(const QTreeWidgetItem &below)
{
    QList<QTreeWidgetItem *> found;
    for (int i = 0; i < below.childCount(); ++i) {
        QTreeWidgetItem *child = below.child(i);
        if (child->data(0, originRole).isValid())
            found << child;
        found << leaves(*child);
    }
    return found;
}

} // namespace

LogPicker::LogPicker(Replica &replica, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_filter(makeSearchField(tr("Filter logs")))
    , m_tree(new QTreeWidget)
    , m_components(new QTreeWidgetItem(m_tree, {tr("Components")}))
    , m_executions(new QTreeWidgetItem(m_tree, {tr("Nodes of executions")}))
    , m_calls(new QTreeWidgetItem(m_tree, {tr("Calls")}))
    , m_refresher(*this, replica, [this] { refresh(); })
{
    m_filter->setMinimumWidth(grown(90)); // the lines want the room
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Logs to show together"));
    m_tree->setUniformRowHeights(true);
    for (const auto &[heading, group] : {std::pair(m_components, Group::Components),
                                         std::pair(m_executions, Group::Nodes), std::pair(m_calls, Group::Calls)}) {
        heading->setData(0, groupRole, static_cast<int>(group));
        heading->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        heading->setExpanded(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::small, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_filter);
    layout->addWidget(Card::around(m_tree), 1);
    setFocusProxy(m_tree);
    connect(m_filter, &QLineEdit::textChanged, this, &LogPicker::applyFilter);
    connect(m_tree, &QTreeWidget::itemChanged, this, &LogPicker::take);
    connect(&replica, &Replica::missed, this, &LogPicker::lookForNoted);
    m_refresher.on(replica, &Replica::componentChanged)
        .on(replica, &Replica::executionChanged)
        .on(replica, &Replica::taskChanged)
        .on(replica, &Replica::executionForgotten);
}

ColourRole LogPicker::colourOf(qsizetype place)
{
    return static_cast<ColourRole>(place % static_cast<qsizetype>(ColourRole::None));
}

void LogPicker::pick(const QList<LogOrigin> &origins)
{
    m_noted.clear();
    m_asking.clear();
    m_picked = origins.first(std::min<qsizetype>(origins.size(), mostPicked));
    refresh();
    paint();
    Q_EMIT changed();
}

QStringList LogPicker::noted() const
{
    if (!m_noted.isEmpty())
        return m_noted;
    QStringList notes;
    for (const LogOrigin &origin : m_picked)
        notes << noteOf(origin);
    return notes;
}

void LogPicker::pickNoted(const QStringList &noted)
{
    m_noted = noted;
    if (m_replica.isConnected())
        lookForNoted();
}

void LogPicker::lookForNoted()
{
    m_asking.clear();
    m_there.clear();
    for (const QString &note : std::as_const(m_noted))
        lookFor(readNote(note));
    endLooking();
}

// What has ended long ago is in the history alone.
void LogPicker::lookFor(const LogOrigin &wanted)
{
    const Snapshot &snapshot = m_replica.snapshot();
    if (!wanted.componentId.isEmpty()) {
        if (const Component *component = snapshot.component(wanted.componentId))
            m_there << ofComponent(*component);
        return;
    }
    if (const Execution *execution = snapshot.execution(wanted.executionId)) {
        if (const auto there = found(wanted, *execution, snapshot.tasks.value(execution->id).values())) {
            m_there << *there;
            return;
        }
    }
    m_asking.push_back(
        m_replica.ask(ExecutionQuery{wanted.executionId}, [this, wanted](const Result<ExecutionDetail> &detail) {
            if (const auto there = detail ? found(wanted, detail->execution, detail->tasks) : std::nullopt)
                m_there << *there;
            endLooking();
        }));
}

// In the order in which they were picked, which gives them their colours.
void LogPicker::endLooking()
{
    const auto isAsked = [](const Asking &asking) { return asking.isUnderWay(); };
    if (m_noted.isEmpty() || std::any_of(m_asking.cbegin(), m_asking.cend(), isAsked))
        return;
    QList<LogOrigin> origins;
    for (const QString &note : std::exchange(m_noted, {})) {
        if (const qsizetype at = m_there.indexOf(readNote(note)); at >= 0)
            origins << m_there[at];
    }
    for (const LogOrigin &origin : std::as_const(m_picked)) {
        if (!origins.contains(origin))
            origins << origin; // ticked meanwhile
    }
    m_there.clear();
    pick(origins);
}

void LogPicker::refresh()
{
    QList<LogOrigin> components;
    for (const Component &component : m_replica.snapshot().componentsInOrder())
        components << ofComponent(component);
    const bool isOther = put(*m_components, components);
    if (putExecutions() || isOther) {
        applyFilter();
        paint();
    }
}

// The newest ones, and those that are shown.
bool LogPicker::putExecutions()
{
    const Snapshot &snapshot = m_replica.snapshot();
    QList<Execution> newest = snapshot.executions.values();
    std::sort(newest.begin(), newest.end(), [](const Execution &one, const Execution &other) {
        return std::tie(one.createdAt, one.id) > std::tie(other.createdAt, other.id);
    });
    const auto isPicked = [this](const Execution &execution) {
        return std::any_of(m_picked.cbegin(), m_picked.cend(),
                           [&](const LogOrigin &origin) { return origin.executionId == execution.id; });
    };
    QList<LogOrigin> nodes;
    QList<LogOrigin> calls;
    for (qsizetype i = 0; i < newest.size(); ++i) {
        const Execution &execution = newest[i];
        if ((i >= mostExecutions && !isPicked(execution)) || execution.kind == ExecutionKind::Job)
            continue;
        if (execution.kind == ExecutionKind::Process)
            calls << ofCall(execution);
        const QMap<QString, Task> tasks = snapshot.tasks.value(execution.id);
        for (const Task &task : tasks) {
            if (nodes.size() >= mostNodes)
                break;
            if (task.startedAt)
                nodes << ofNode(execution, task);
        }
    }
    const bool areOther = put(*m_executions, nodes);
    const bool isOther = put(*m_calls, calls) || areOther;
    m_executions->setHidden(m_executions->childCount() == 0);
    m_calls->setHidden(m_calls->childCount() == 0);
    return isOther;
}

// Leaves alone what is there already: nothing may move under the pointer. What is gone stays while it is ticked.
bool LogPicker::put(QTreeWidgetItem &below, QList<LogOrigin> wanted)
{
    const QSignalBlocker quiet(m_tree);
    for (const LogOrigin &origin : std::as_const(m_picked)) {
        if (static_cast<int>(groupOf(origin)) == below.data(0, groupRole).toInt() && !wanted.contains(origin))
            wanted << origin;
    }
    QList<LogOrigin> before;
    for (int i = 0; i < below.childCount(); ++i)
        before << originOf(*below.child(i));
    if (std::equal(before.cbegin(), before.cend(), wanted.cbegin(), wanted.cend(),
                   [](const LogOrigin &one, const LogOrigin &other) { return one == other && one.name == other.name; }))
        return false;
    for (int i = below.childCount() - 1; i >= 0; --i) {
        if (!wanted.contains(originOf(*below.child(i))))
            delete below.takeChild(i);
    }
    for (int i = 0; i < wanted.size(); ++i) {
        int at = i;
        while (at < below.childCount() && originOf(*below.child(at)) != wanted[i])
            ++at;
        const bool isNew = at == below.childCount();
        auto *item = isNew ? new QTreeWidgetItem : below.child(at);
        if (isNew) {
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                           | Qt::ItemNeverHasChildren);
            item->setCheckState(0, Qt::Unchecked);
        }
        item->setText(0, wanted[i].name);
        item->setToolTip(0, plain(wanted[i].name % u'\n' % wanted[i].key()));
        item->setData(0, originRole, QVariant::fromValue(wanted[i]));
        if (isNew)
            below.insertChild(i, item);
        else if (at != i)
            below.insertChild(i, below.takeChild(at));
    }
    return true;
}

void LogPicker::take(QTreeWidgetItem *item)
{
    if (!item->data(0, originRole).isValid())
        return;
    const LogOrigin origin = originOf(*item);
    const bool isTicked = item->checkState(0) == Qt::Checked;
    if (isTicked == m_picked.contains(origin))
        return;
    if (!isTicked)
        m_picked.removeOne(origin);
    else if (m_picked.size() < mostPicked)
        m_picked.append(origin);
    paint();
    Q_EMIT changed();
}

void LogPicker::applyFilter()
{
    for (QTreeWidgetItem *item : leaves(*m_tree->invisibleRootItem())) {
        const LogOrigin origin = originOf(*item);
        const auto has = [&](const QString &text) { return text.contains(m_filter->text(), Qt::CaseInsensitive); };
        item->setHidden(!has(origin.name) && !has(origin.key()) && !m_picked.contains(origin));
    }
}

void LogPicker::paint()
{
    const QSignalBlocker quiet(m_tree);
    const Colours &c = colours(palette());
    for (QTreeWidgetItem *item : leaves(*m_tree->invisibleRootItem())) {
        const qsizetype place = m_picked.indexOf(originOf(*item));
        item->setCheckState(0, place < 0 ? Qt::Unchecked : Qt::Checked);
        item->setIcon(0, place < 0 ? QIcon() : swatch(c.of(colourOf(place))));
    }
    m_tree->viewport()->update();
}

void LogPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paint();
}

} // namespace signalbox::widgets
