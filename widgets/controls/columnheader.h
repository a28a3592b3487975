// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QMenu;
class QSettings;

namespace signalbox::widgets {

// The header of a DataTable: hides and shows columns, and remembers which, how wide and in which order. Until the
// operator drags a column, all of them share the width of the table, so that none is out of sight. GUI thread; owned by
// its table.
class ColumnHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent);

    QMenu &menu() { return *m_menu; } // hides and shows columns
    int columnWith(int role) const;   // the first whose headerData() has it; -1: none
    // As the model wants them.
    void resetColumns();
    void save(QSettings &settings, const QString &key) const;
    void restore(QSettings &settings, const QString &key);

protected:
    bool viewportEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Room;
    QVariant of(int column, int role) const;
    QList<int> shownColumns() const; // from the leading side
    Room roomOf(int column) const;
    void fit();
    void fillMenu();

    QMenu *m_menu;
    bool m_isDragged = false;
    bool m_areWidthsChosen = false; // by the operator: nothing but Reset columns changes them
};

} // namespace signalbox::widgets
