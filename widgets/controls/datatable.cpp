// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/datatable.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/celldelegate.h"
#include "widgets/controls/columnheader.h"
#include "widgets/controls/newest.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"
#include "widgets/text/roles.h"

#include <QAbstractProxyModel>
#include <QAction>
#include <QActionGroup>
#include <QFocusEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace signalbox::widgets {

DataTable::DataTable(QWidget *parent) : QTreeView(parent), m_header(new ColumnHeader(this))
{
    setHeader(m_header);
    setItemDelegate(new CellDelegate(*this));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setSelectionMode(ExtendedSelection);
    setFrameShape(QFrame::NoFrame);
    setSortingEnabled(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void DataTable::setModel(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        QStringList ids = selectedIds();
        ids.removeAll(QString()); // rows without one
        if (ids.isEmpty())
            return;
        m_lost = ids;
        m_lostCurrent = currentId();
    });
    QTreeView::setModel(model);
    m_header->resetColumns();
    m_badgeColumn = m_header->columnWith(BadgeRole);
    // After the view itself and its selection model have heard of it.
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_newest)
            m_newest->setFollowing(true);
        selectLost(0, this->model()->rowCount() - 1);
        describe();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        selectLost(first, last);
        describe();
    });
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        QMetaObject::invokeMethod(this, [this] { m_isCurrentChosen = true; }, Qt::QueuedConnection);
        setAutoScroll(true);
        describe();
    });
    // Of what a filter hides the proxy says nothing.
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model);
    const auto tellAnew = [this] {
        describe();
        viewport()->update();
    };
    if (proxy) {
        connect(proxy->sourceModel(), &QAbstractItemModel::rowsInserted, this, tellAnew);
        connect(proxy->sourceModel(), &QAbstractItemModel::rowsRemoved, this, tellAnew);
        connect(proxy->sourceModel(), &QAbstractItemModel::modelReset, this, tellAnew);
    }
}

void DataTable::selectLost(int first, int last)
{
    const QScopedValueRollback isSelecting(m_isSelectingLost, true);
    for (int row = first; row <= last && !m_lost.isEmpty(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        const QString id = index.data(IdRole).toString();
        if (!m_lost.removeOne(id))
            continue;
        if (id == m_lostCurrent)
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

void DataTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    if (!selected.isEmpty())
        m_isCurrentChosen = true;
    if (!selected.isEmpty() && !m_isSelectingLost)
        m_lost.clear(); // the operator chose another row
}

void DataTable::setFollowsNewest()
{
    m_newest = new NewestFollower(*verticalScrollBar());
}

void DataTable::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int current = currentIndex().row();
    m_isCurrentChosen = m_isCurrentChosen && (current < start || current > end);
    QTreeView::rowsAboutToBeRemoved(parent, start, end);
    if (!m_newest)
        return;
    // The current row may be among them; the one that takes its place is nothing to scroll to.
    setAutoScroll(false);
    QScrollBar *bar = verticalScrollBar();
    if (!m_newest->isFollowing())
        bar->setValue(bar->value() - (end - start + 1) * indexRowSizeHint(model()->index(start, 0)));
}

// At the top the newest rows are what one wants to see, unless the pointer is on one that would move away.
void DataTable::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QScrollBar *bar = verticalScrollBar();
    const bool isPointedAt = viewport()->underMouse() && isActiveWindow();
    if (m_newest || (bar->value() == 0 && !isPointedAt))
        return QTreeView::rowsInserted(parent, start, end);
    const int height = indexRowSizeHint(model()->index(start, 0));
    QTreeView::rowsInserted(parent, start, end);
    if (height <= 0 || start > bar->value() / height)
        return;
    const bool wasTop = bar->value() == 0 || m_heldFromTop == bar->value();
    executeDelayedItemsLayout();
    bar->setValue(bar->value() + (end - start + 1) * height);
    m_heldFromTop = wasTop ? std::optional(bar->value()) : std::nullopt;
}

void DataTable::leaveEvent(QEvent *event)
{
    QTreeView::leaveEvent(event);
    if (std::exchange(m_heldFromTop, {}) == verticalScrollBar()->value())
        verticalScrollBar()->setValue(0);
}

void DataTable::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describe();
    viewport()->update();
}

void DataTable::setFiltered(bool filtered)
{
    if (std::exchange(m_isFiltered, filtered) == filtered)
        return;
    describe();
    viewport()->update();
}

QString DataTable::emptyText() const
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model());
    const bool isHidden = m_isFiltered || (proxy && proxy->sourceModel()->rowCount() > 0);
    return isHidden ? tr("Nothing matches the filter.") : m_emptyText;
}

void DataTable::describe()
{
    const QString text = model() && model()->rowCount() > 0 ? QString() : emptyText();
    if (accessibleDescription() != text)
        setAccessibleDescription(text);
}

QStringList DataTable::selectedIds() const
{
    QStringList ids;
    if (selectionModel()) {
        const QModelIndexList rows = selectionModel()->selectedRows();
        for (const QModelIndex &row : rows)
            ids << row.data(IdRole).toString();
    }
    return ids;
}

QString DataTable::currentId() const
{
    return currentIndex().data(IdRole).toString();
}

bool DataTable::selectId(const QString &id)
{
    const QModelIndexList found =
        model()->match(model()->index(0, 0), IdRole, id, 1, Qt::MatchExactly | Qt::MatchCaseSensitive);
    if (found.isEmpty())
        return false;
    setCurrentIndex(found.constFirst());
    scrollTo(found.constFirst());
    return true;
}

void DataTable::selectId(const QString &id, QLineEdit &filter)
{
    if (selectId(id))
        return;
    filter.clear();
    selectId(id);
}

void DataTable::save(QSettings &settings, const QString &key) const
{
    m_header->save(settings, key);
}

void DataTable::restore(QSettings &settings, const QString &key)
{
    noteSorting();
    m_header->restore(settings, key);
}

void DataTable::noteSorting()
{
    if (!m_firstSorting)
        m_firstSorting = {header()->sortIndicatorSection(), header()->sortIndicatorOrder()};
}

void DataTable::resetLayout()
{
    m_header->resetColumns();
    noteSorting();
    if (isSortingEnabled())
        sortByColumn(m_firstSorting->first, m_firstSorting->second);
}

void DataTable::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    noteSorting();
    if (std::exchange(m_hasMenu, true))
        return;
    // Last in the context menu, after what the page does with a row.
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
    if (isSortingEnabled()) {
        QAction *sort = makeAction(ActId::SortTable, *this, [this] { chooseSorting(); });
        sort->setShortcutContext(Qt::WidgetShortcut);
    }
    addAction(m_header->menu().menuAction());
}

void DataTable::focusInEvent(QFocusEvent *event)
{
    QTreeView::focusInEvent(event);
    // The row the keyboard stands on is the row that is acted on: with one row there is no way to move onto it. The focus comes
    // by itself, too, when a button is greyed out because its row goes: no person has chosen the row that is current then.
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
                       || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && m_isCurrentChosen && selectionModel() && !selectionModel()->hasSelection() && currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void DataTable::chooseSorting()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        if (header()->isSectionHidden(column))
            continue;
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(column == header()->sortIndicatorSection());
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, column] {
            const bool again = column == header()->sortIndicatorSection();
            const bool ascends = header()->sortIndicatorOrder() == Qt::AscendingOrder;
            // What is largest is what one looks for among figures, as is what is newest.
            const bool words = model()->index(0, column).data(SortRole).typeId() == QMetaType::QString;
            sortByColumn(column, (again ? !ascends : words) ? Qt::AscendingOrder : Qt::DescendingOrder);
            if (currentIndex().isValid())
                scrollTo(currentIndex());
        });
    }
    const int below = header()->sectionViewportPosition(header()->sortIndicatorSection());
    const QPoint corner(std::clamp(below, 0, std::max(0, viewport()->width() - 1)), 0);
    menu->popup(viewport()->mapToGlobal(corner));
}

void DataTable::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (hasFocus()) {
        QPainter ring(viewport());
        drawFocusRing(ring, *this, viewport()->rect());
    }
    if (!model() || model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(colours(palette()).muted);
    painter.drawText(viewport()->rect().adjusted(spacing::page, spacing::tight, -spacing::page, -spacing::tight),
                     Qt::AlignCenter | Qt::TextWordWrap, emptyText());
}

} // namespace signalbox::widgets
