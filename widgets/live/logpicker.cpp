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

LogOrigin originOf(const QTreeWidgetItem &item)
{
    return item.data(0, originRole).value<LogOrigin>();
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
    for (QTreeWidgetItem *heading : {m_components, m_executions, m_calls}) {
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
    m_picked = origins.first(std::min<qsizetype>(origins.size(), mostPicked));
    refresh();
    paint();
    Q_EMIT changed();
}

void LogPicker::refresh()
{
    QList<LogOrigin> components;
    for (const Component &component : m_replica.snapshot().componentsInOrder())
        components.append({component.id, {}, {}, component.name});
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
        const QString time = format::dateTime(execution.createdAt);
        if (execution.kind == ExecutionKind::Process)
            calls.append({{}, execution.id, {}, tr("%1, %2", "call, time").arg(execution.name, time)});
        const QMap<QString, Task> tasks = snapshot.tasks.value(execution.id);
        for (const Task &task : tasks) {
            if (nodes.size() >= mostNodes)
                break;
            if (task.startedAt)
                nodes.append({{},
                              execution.id,
                              task.nodeId,
                              tr("%1, %2 of %3", "node, execution, time").arg(task.nodeId, execution.name, time)});
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
    QList<LogOrigin> before;
    for (int i = 0; i < below.childCount(); ++i) {
        before << originOf(*below.child(i));
        if (m_picked.contains(before.constLast()) && !wanted.contains(before.constLast()))
            wanted.append(before.constLast());
    }
    if (before == wanted)
        return false;
    for (int i = below.childCount() - 1; i >= 0; --i) {
        if (!wanted.contains(originOf(*below.child(i))))
            delete below.takeChild(i);
    }
    for (int i = 0; i < wanted.size(); ++i) {
        int at = i;
        while (at < below.childCount() && originOf(*below.child(at)) != wanted[i])
            ++at;
        if (at == i && at < below.childCount())
            continue;
        if (at < below.childCount()) {
            below.insertChild(i, below.takeChild(at));
            continue;
        }
        auto *item = new QTreeWidgetItem({wanted[i].name});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren);
        item->setToolTip(0, plain(wanted[i].name % u'\n' % wanted[i].key()));
        item->setData(0, originRole, QVariant::fromValue(wanted[i]));
        item->setCheckState(0, Qt::Unchecked);
        below.insertChild(i, item);
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
