// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/componentboard.h"

#include "widgets/cards/componentstrip.h"
#include "widgets/controls/buttons.h"
#include "widgets/look/icons.h"
#include "widgets/text/format.h"

#include <QCursor>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int stillSeconds = 5; // a pointer that rests for so long is in no hand

QString title(const Section &section)
{
    switch (section.kind) {
    case Section::Kind::Problems:
        return ComponentBoard::tr("Problems");
    case Section::Kind::Group:
        return section.group;
    case Section::Kind::Rest:
        break;
    }
    return ComponentBoard::tr("All others");
}

} // namespace

ComponentBoard::ComponentBoard(const Context &context, QWidget *companion, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_counters(new ConditionCounters)
    , m_companion(companion)
    , m_counting(*this, context.replica, [this] { m_counters->count(m_context.replica.snapshot()); })
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_counters);
    layout->addWidget(m_companion);
    connect(m_counters, &ConditionCounters::chosenChanged, this, &ComponentBoard::showTiles);
    connect(&context.replica, &Replica::missed, this, &ComponentBoard::rebuild);
    connect(&context.replica, &Replica::componentChanged, this, &ComponentBoard::hear);
    m_counting.on(context.replica, &Replica::componentChanged);
    connect(&context.replica, &Replica::sampled, this, [this] {
        for (ComponentTile *known : std::as_const(m_tiles))
            known->sample();
    });
    connect(&context.liveness, &Liveness::secondPassed, this, &ComponentBoard::secondPassed);
    m_building.setInterval(0);
    connect(&m_building, &QTimer::timeout, this, [this] { buildMore(10); });
    rebuild();
}

void ComponentBoard::rebuild()
{
    const auto &components = m_context.replica.snapshot().components;
    for (const QString &id : m_tiles.keys()) {
        if (!components.contains(id))
            drop(id);
    }
    buildMore(60); // more than a large screen shows
}

void ComponentBoard::drop(const QString &id)
{
    ComponentTile *tile = m_tiles.take(id);
    m_gridOf.remove(tile);
    if (m_tabStop == tile)
        m_tabStop = nullptr;
    delete tile;
}

void ComponentBoard::buildMore(qsizetype most)
{
    if (!makeTiles(most))
        m_building.start();
    else
        m_building.stop();
    place();
    if (!m_building.isActive())
        Q_EMIT built();
}

bool ComponentBoard::makeTiles(qsizetype most)
{
    const QList<Component> components = m_context.replica.snapshot().componentsInOrder();
    const bool asRows = components.size() > mostCards;
    if (asRows != m_asRows) {
        for (const QString &id : m_tiles.keys())
            drop(id);
        m_asRows = asRows;
    }
    for (const Component &component : components) {
        if (m_tiles.contains(component.id))
            continue;
        if (most-- == 0)
            return false;
        ComponentTile *made = m_asRows ? static_cast<ComponentTile *>(new ComponentStrip(m_context, component.id, this))
                                       : new ComponentCard(m_context, component.id, this);
        made->hide();
        m_tiles.insert(component.id, made);
        connect(made, &ComponentTile::opened, this, &ComponentBoard::opened);
        if (m_asRows) {
            made->setFocusPolicy(Qt::ClickFocus);
            made->installEventFilter(this);
        }
    }
    return true;
}

// ---- places

void ComponentBoard::hear(const Component *before, const Component *now)
{
    if (!now) {
        drop(before->id);
        m_building.start(); // a reload brings and takes many: what is left is placed once
    } else if (!m_tiles.contains(now->id)) {
        m_building.start();
    } else {
        if (isVisible())
            m_tiles.value(now->id)->refresh();
        if (!before || isProblem(conditionOf(*before)) != isProblem(conditionOf(*now)) || before->group != now->group
            || before->position != now->position)
            placeWhenFree();
        else if (m_counters->chosen() && conditionOf(*before) != conditionOf(*now))
            showTiles();
    }
}

void ComponentBoard::placeWhenFree()
{
    m_mustPlace = true;
    if (!isPointedAt())
        m_building.start();
}

bool ComponentBoard::isPointedAt() const
{
    return isVisible() && underMouse() && m_pointerStill < stillSeconds;
}

void ComponentBoard::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_mustPlace)
        m_building.start();
}

void ComponentBoard::secondPassed()
{
    const QPoint pointer = QCursor::pos();
    m_pointerStill = pointer == m_pointer ? m_pointerStill + 1 : 0;
    m_pointer = pointer;
    if (m_mustPlace && !isPointedAt())
        m_building.start();
    if (!isVisible())
        return;
    for (ComponentTile *known : std::as_const(m_tiles)) {
        if (!known->visibleRegion().isEmpty())
            known->refreshUptime();
    }
}

void ComponentBoard::place()
{
    m_mustPlace = false;
    const Snapshot &snapshot = m_context.replica.snapshot();
    const auto isGrouped = [](const Component &component) { return !component.group.isEmpty(); };
    const bool divided = m_asRows || std::any_of(snapshot.components.cbegin(), snapshot.components.cend(), isGrouped);
    fitParts(sectionsOf(snapshot, divided));
    for (Part &part : m_parts)
        fill(part);
    placeCompanion();
    showTiles();
}

void ComponentBoard::placeCompanion()
{
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    const bool hasProblems = !m_parts.isEmpty() && m_parts.constFirst().section.kind == Section::Kind::Problems;
    const int above = hasProblems ? 2 : 0; // a part's heading and grid
    const int wanted = 1 + (m_asRows ? above : 2 * static_cast<int>(m_parts.size()));
    if (layout->indexOf(m_companion) == wanted)
        return;
    layout->removeWidget(m_companion);
    layout->insertWidget(wanted, m_companion);
}

void ComponentBoard::fitParts(const QList<Section> &sections)
{
    while (m_parts.size() > sections.size()) {
        const Part part = m_parts.takeLast();
        while (part.grid->count() > 0) { // tiles stay, for another part
            const std::unique_ptr<QLayoutItem> item(part.grid->takeAt(0));
            m_gridOf.remove(item->widget());
        }
        delete part.grid;
        delete part.heading;
    }
    auto *layout = static_cast<QVBoxLayout *>(this->layout());
    while (m_parts.size() < sections.size()) {
        Part part;
        part.heading = makeButton(u"collapse"_s, u" "_s, tr("Show or hide what stands below"));
        part.heading->setFocusPolicy(Qt::TabFocus);
        connect(part.heading, &QToolButton::clicked, this, [this, heading = part.heading] {
            const QString group = heading->objectName();
            if (!m_collapsed.remove(group))
                m_collapsed.insert(group);
            showTiles();
        });
        layout->addWidget(part.heading, 0, Qt::AlignLeading);
        m_parts << part;
    }
    for (qsizetype i = 0; i < sections.size(); ++i) {
        Part &part = m_parts[i];
        part.section = sections[i];
        const int column = m_asRows ? grown(380) : grown(236);
        if (part.grid)
            part.grid->setColumns(column, m_asRows ? 4 : 5);
        else {
            part.grid = new CardGrid(column, m_asRows ? 4 : 5);
            layout->insertLayout(layout->indexOf(part.heading) + 1, part.grid);
        }
        part.grid->setSpacing(m_asRows ? spacing::tight : spacing::medium);
    }
}

void ComponentBoard::fill(Part &part)
{
    int at = 0;
    for (const QString &id : std::as_const(part.section.ids)) {
        ComponentTile *known = m_tiles.value(id);
        if (!known)
            continue; // is made later
        CardGrid *&grid = m_gridOf[known];
        if (grid != part.grid) {
            if (grid)
                grid->removeWidget(known);
            part.grid->addWidget(known);
            grid = part.grid;
        }
        if (part.grid->itemAt(at)->widget() != known)
            part.grid->moveWidget(known, at);
        ++at;
    }
}

void ComponentBoard::nameHeading(const Part &part)
{
    const QString text = u"%1  %2"_s.arg(title(part.section), format::count(part.section.ids.size()));
    const bool collapsed = m_collapsed.contains(part.heading->objectName());
    part.heading->setText(withoutMnemonic(text));
    part.heading->setIcon(icon(collapsed ? u"expand"_s : u"collapse"_s));
}

// All but what is filtered out or collapsed.
void ComponentBoard::showTiles()
{
    const Snapshot &snapshot = m_context.replica.snapshot();
    const std::optional<Condition> only = m_counters->chosen();
    ComponentTile *first = nullptr;
    for (Part &part : m_parts) {
        part.heading->setObjectName(part.section.kind == Section::Kind::Problems ? u"!"_s : part.section.group);
        const bool collapsed = m_parts.size() > 1 && m_collapsed.contains(part.heading->objectName());
        bool any = false;
        for (const QString &id : std::as_const(part.section.ids)) {
            const Component *component = snapshot.component(id);
            const bool wanted = component && (!only || conditionOf(*component) == *only);
            any = any || wanted;
            if (ComponentTile *known = m_tiles.value(id)) {
                known->setVisible(wanted && !collapsed);
                if (wanted && !collapsed && !first)
                    first = known;
            }
        }
        part.heading->setVisible(any && m_parts.size() > 1);
        nameHeading(part);
    }
    if (m_asRows && (!m_tabStop || m_tabStop->isHidden()))
        setTabStop(first);
}

QToolButton *ComponentBoard::heading(const QString &group) const
{
    const auto found = std::find_if(m_parts.cbegin(), m_parts.cend(), [&](const Part &part) {
        return part.section.kind == Section::Kind::Group && part.section.group == group;
    });
    return found == m_parts.cend() ? nullptr : found->heading;
}

void ComponentBoard::setCollapsedGroups(const QStringList &groups)
{
    m_collapsed = QSet<QString>(groups.cbegin(), groups.cend());
    showTiles();
}

QList<ComponentTile *> ComponentBoard::tilesInOrder() const
{
    QList<ComponentTile *> tiles;
    for (const Part &part : m_parts) {
        for (const QString &id : part.section.ids) {
            if (ComponentTile *known = m_tiles.value(id); known && !known->isHidden())
                tiles << known;
        }
    }
    return tiles;
}

// ---- contents

void ComponentBoard::refresh()
{
    for (ComponentTile *known : std::as_const(m_tiles))
        known->refresh();
}

void ComponentBoard::refreshInView()
{
    for (ComponentTile *known : std::as_const(m_tiles)) {
        if (!known->visibleRegion().isEmpty())
            known->refresh();
    }
}

// ---- keyboard

void ComponentBoard::setTabStop(ComponentTile *tile)
{
    if (m_tabStop)
        m_tabStop->setFocusPolicy(Qt::ClickFocus);
    m_tabStop = tile;
    if (m_tabStop)
        m_tabStop->setFocusPolicy(Qt::StrongFocus);
}

bool ComponentBoard::eventFilter(QObject *watched, QEvent *event)
{
    auto *known = qobject_cast<ComponentTile *>(watched);
    if (known && event->type() == QEvent::FocusIn)
        setTabStop(known);
    else if (known && event->type() == QEvent::KeyPress)
        return moveFocus(*known, static_cast<QKeyEvent *>(event)->key());
    return QWidget::eventFilter(watched, event);
}

bool ComponentBoard::moveFocus(const ComponentTile &from, int key)
{
    const QList<ComponentTile *> tiles = tilesInOrder();
    const auto at = std::find(tiles.cbegin(), tiles.cend(), &from) - tiles.cbegin();
    const int forward = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int back = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    qsizetype to = at;
    if (key == forward || key == back)
        to += key == forward ? 1 : -1;
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        to = key == Qt::Key_Home ? 0 : tiles.size() - 1;
    else if (key == Qt::Key_Down || key == Qt::Key_Up) {
        const int step = key == Qt::Key_Down ? 1 : -1;
        for (to = at + step; to >= 0 && to < tiles.size(); to += step) {
            if (std::abs(tiles[to]->x() - from.x()) < from.width() / 2 && tiles[to]->y() != from.y())
                break;
        }
    } else {
        return false;
    }
    if (to >= 0 && to < tiles.size())
        tiles[to]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace signalbox::widgets
