// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/columnheader.h"

#include "widgets/look/theme.h"
#include "widgets/text/plain.h"
#include "widgets/text/roles.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QSettings>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

// In pixels.
struct ColumnHeader::Room
{
    int wanted = 0;
    int least = 0;
};

ColumnHeader::ColumnHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_menu(new QMenu(tr("Columns"), this))
{
    setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setStretchLastSection(true);
    setSectionsMovable(true);
    setMinimumSectionSize(48);
    connect(m_menu, &QMenu::aboutToShow, this, &ColumnHeader::fillMenu);
    connect(this, &QHeaderView::sectionMoved, this, &ColumnHeader::fit); // another one may be the last now
    connect(this, &QHeaderView::sectionResized, this, [this] { m_areWidthsChosen |= m_isDragged; });
    connect(this, &QHeaderView::sectionHandleDoubleClicked, this, [this] { m_areWidthsChosen = true; });
}

QVariant ColumnHeader::of(int column, int role) const
{
    return model()->headerData(column, Qt::Horizontal, role);
}

int ColumnHeader::columnWith(int role) const
{
    for (int column = 0; column < count(); ++column) {
        if (of(column, role).toBool())
            return column;
    }
    return -1;
}

QList<int> ColumnHeader::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < count(); ++visual) {
        if (!isSectionHidden(logicalIndex(visual)))
            columns << logicalIndex(visual);
    }
    return columns;
}

ColumnHeader::Room ColumnHeader::roomOf(int column) const
{
    const int character = parentWidget()->fontMetrics().horizontalAdvance(u'0');
    const int wanted = of(column, WidthRole).toInt() * character + 2 * spacing::medium;
    return {wanted, of(column, FirmRole).toBool() ? wanted : std::min(wanted, minimumSectionSize())};
}

// Gives each column the width that it wants; where the table is too narrow for that, those that are not firm give way,
// each by its share of what they can. What is left over goes to the last one, which stretches.
void ColumnHeader::fit()
{
    if (m_areWidthsChosen || !model())
        return;
    const QList<int> columns = shownColumns();
    int missing = -viewport()->width();
    int give = 0;
    for (const int column : columns) {
        const Room room = roomOf(column);
        missing += room.wanted;
        give += room.wanted - room.least;
    }
    const double share = give > 0 ? std::clamp(static_cast<double>(missing) / give, 0.0, 1.0) : 0.0;
    for (const int column : columns) {
        const Room room = roomOf(column);
        // Rounded down: together, the columns must not be a pixel too wide.
        resizeSection(column, static_cast<int>(room.wanted - share * (room.wanted - room.least)));
    }
}

void ColumnHeader::resetColumns()
{
    m_areWidthsChosen = false;
    for (int column = 0; column < count(); ++column) {
        setSectionHidden(column, of(column, SpareRole).toBool());
        moveSection(visualIndex(column), column);
    }
    fit();
}

void ColumnHeader::fillMenu()
{
    m_menu->clear();
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        QAction *action = m_menu->addAction(of(column, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isSectionHidden(column));
        action->setEnabled(!of(column, NamingRole).toBool());
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            setSectionHidden(column, !shown);
            fit();
        });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Reset columns")), &QAction::triggered, this, &ColumnHeader::resetColumns);
}

void ColumnHeader::save(QSettings &settings, const QString &key) const
{
    settings.setValue(key, saveState());
    settings.setValue(key + u"Chosen"_s, m_areWidthsChosen);
}

void ColumnHeader::restore(QSettings &settings, const QString &key)
{
    if (!restoreState(settings.value(key).toByteArray()))
        return;
    // Before there was this value, all widths were kept as they were.
    m_areWidthsChosen = settings.value(key + u"Chosen"_s, true).toBool();
    fit();
}

// The whole of a heading that is cut.
bool ColumnHeader::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || !model())
        return QHeaderView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = logicalIndexAt(help->pos());
    const QString text = of(column, Qt::DisplayRole).toString();
    const QFontMetrics metrics(widgets::font(TextStyle::Caption));
    if (metrics.horizontalAdvance(text) <= sectionSize(column) - 2 * spacing::small)
        return QHeaderView::viewportEvent(event); // the model may have more to say
    QToolTip::showText(help->globalPos(), plain(text), this);
    return true;
}

void ColumnHeader::contextMenuEvent(QContextMenuEvent *event)
{
    m_menu->popup(event->globalPos());
}

void ColumnHeader::mousePressEvent(QMouseEvent *event)
{
    m_isDragged = true;
    QHeaderView::mousePressEvent(event);
}

// Moving a column ends here, too, and gives columns other widths, which the operator did not choose.
void ColumnHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_isDragged = false;
    QHeaderView::mouseReleaseEvent(event);
}

void ColumnHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    fit();
}

} // namespace signalbox::widgets
