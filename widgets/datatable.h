// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QTreeView>

class QAction;
class QSettings;

namespace signalbox::widgets {

// Sorts by SortRole and shows rows in which any column contains the text. GUI thread; owned by its page.
class TextFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TextFilter(QAbstractItemModel &source, QObject *parent = nullptr);
    void setText(const QString &text);
    void setKind(std::optional<int> kind); // StateRole must equal it

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    std::optional<int> m_kind;
};

// The one look of tables: rows, badges for states, red words for what is bad, an empty state in the middle.
// Remembers columns and their order. GUI thread; owned by its page.
class DataTable final : public QTreeView
{
    Q_OBJECT

public:
    explicit DataTable(QWidget *parent = nullptr);

    void setBadgeColumn(int column) { m_badgeColumn = column; } // its StateRole or ExecutionStateRole as a badge
    void setEmptyText(const QString &text);
    void setStale(bool stale);
    QStringList selectedIds() const;
    QString currentId() const;
    bool selectId(const QString &id);
    void save(QSettings &settings, const QString &key) const;
    void restore(QSettings &settings, const QString &key);
    // The same as a click on a header, for the keyboard; chosen again, the order turns.
    void chooseSorting();
    // Of a column, in characters.
    void setWidths(const QList<int> &characters);

    int badgeColumn() const { return m_badgeColumn; }
    bool isStale() const { return m_stale; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_emptyText;
    int m_badgeColumn = -1;
    QAction *m_sort = nullptr; // made when first shown
    bool m_stale = false;
};

} // namespace signalbox::widgets
