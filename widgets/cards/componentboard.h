// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/componentcard.h"
#include "widgets/cards/conditioncounters.h"
#include "widgets/controls/cardgrid.h"
#include "widgets/controls/refresher.h"

#include <QSet>
#include <QTimer>

class QToolButton;

namespace signalbox::widgets {

// All components at a glance: how many are in which condition, what is unwell first, then by group; as cards, or as rows
// where there are many. Tiles move when a component fails or is well again, but never while the pointer is on them.
// GUI thread; owned by OverviewPage.
class ComponentBoard final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostCards = 24; // with more there are rows

    // companion: what is to be seen beside the components. It stands below them, or above all that are well where they
    // are many. Taken over.
    ComponentBoard(const Context &context, QWidget *companion, QWidget *parent = nullptr);

    void refresh();       // all tiles
    void refreshInView(); // a thousand of them must not cost a thousand updates per tick
    // Tiles out of sight are made bit by bit: a thousand components must not hold the window up.
    bool isBuilding() const { return m_building.isActive(); }

    ComponentTile *tile(const QString &componentId) const { return m_tiles.value(componentId); }
    ComponentCard *card(const QString &componentId) const { return qobject_cast<ComponentCard *>(tile(componentId)); }
    ConditionCounters &counters() { return *m_counters; }
    QList<ComponentTile *> tilesInOrder() const; // that are shown
    QToolButton *heading(const QString &group) const;
    QStringList collapsedGroups() const { return m_collapsed.values(); }
    void setCollapsedGroups(const QStringList &groups);

Q_SIGNALS:
    void opened(const QString &componentId);
    void built();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Part
    {
        Section section;
        QToolButton *heading = nullptr;
        CardGrid *grid = nullptr;
    };

    void hear(const Component *before, const Component *now);
    void rebuild();
    void drop(const QString &id);
    void buildMore(qsizetype most);
    void placeWhenFree();
    bool isPointedAt() const;
    bool makeTiles(qsizetype most); // whether all are made
    void place();
    void fitParts(const QList<Section> &sections);
    void fill(Part &part);
    void nameHeading(const Part &part);
    void placeCompanion();
    void showTiles();
    void secondPassed();
    bool moveFocus(const ComponentTile &from, int key);
    void setTabStop(ComponentTile *tile);

    Context m_context;
    ConditionCounters *m_counters;
    QWidget *m_companion;
    QHash<QString, ComponentTile *> m_tiles;
    QHash<const QWidget *, CardGrid *> m_gridOf;
    QList<Part> m_parts;
    QSet<QString> m_collapsed;          // groups
    ComponentTile *m_tabStop = nullptr; // of rows: one place for Tab, arrows lead on
    bool m_asRows = false;
    bool m_mustPlace = false;
    QPoint m_pointer;
    int m_pointerStill = 0; // s
    QTimer m_building;
    Refresher m_counting;
};

} // namespace signalbox::widgets
