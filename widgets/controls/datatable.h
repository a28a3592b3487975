// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

#include <optional>

class QSettings;

class QLineEdit;

namespace signalbox::widgets {

class ColumnHeader;
class NewestFollower;

// The one look of tables: rows, badges for states, red words for what is bad, an empty state in the middle.
// Remembers columns and their order. What is read or pointed at stands still while rows come above it. GUI thread; owned by its page.
class DataTable final : public QTreeView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);

    // Once, a Table or a proxy of one; when it starts anew, what was selected is selected again.
    void setModel(QAbstractItemModel *model) override;
    // What stands there instead of rows, when there are none; where a filter hides them all, that.
    void setEmptyText(const QString &text);
    void setFiltered(bool filtered); // of a model that filters by itself; of a proxy it is known
    // New rows come below. The newest stays in sight until somebody scrolls away from it; what is then read stands still,
    // also when rows above it go.
    void setFollowsNewest();
    QStringList selectedIds() const;
    QString currentId() const;
    bool selectId(const QString &id);
    // The same; a filter that hides the row is cleared.
    void selectId(const QString &id, QLineEdit &filter);
    void save(QSettings &settings, const QString &key) const;
    void restore(QSettings &settings, const QString &key);
    // Columns and order as they were before anything was restored or chosen.
    void resetLayout();
    // The same as a click on a header, for the keyboard; chosen again, the order turns.
    void chooseSorting();

    int badgeColumn() const { return m_badgeColumn; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void leaveEvent(QEvent *event) override;

private:
    void selectLost(int first, int last);
    void describe();
    void noteSorting();
    QString emptyText() const;

    ColumnHeader *m_header;
    QString m_emptyText;
    bool m_isFiltered = false;
    std::optional<std::pair<int, Qt::SortOrder>> m_firstSorting;
    int m_badgeColumn = -1;
    bool m_hasMenu = false;             // Sort by… and Columns, added when first shown
    NewestFollower *m_newest = nullptr; // set: the newest row is followed
    QStringList m_lost;                 // ids that were selected before the model started anew, and are not back yet
    QString m_lostCurrent;
    bool m_isSelectingLost = false;
    bool m_isCurrentChosen = true;         // false: the row that it was is just going, and this one takes its place
    std::optional<int> m_heldFromTop = {}; // where the bar stands since rows came above what is pointed at
};

} // namespace signalbox::widgets
