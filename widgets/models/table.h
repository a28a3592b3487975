// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/text/roles.h"
#include "widgets/text/tone.h"

#include <QAbstractTableModel>

#include <array>
#include <span>

namespace signalbox::widgets {

// All that is known of one column. Row is what its functions look at: a reference, or a few of them in a struct.
template<typename Row>
struct Column
{
    int id = 0; // its place among the columns, as the model's enum names it
    QString (*title)() = nullptr;
    int width = 10;          // that it has where there is room, in characters
    bool figure = false;     // stands at the trailing side, as its title does
    bool searched = !figure; // a TextFilter looks at it; figures that move would make rows come and go by themselves
    bool badge = false;      // a word on the colour of its tone
    bool firm = figure || badge; // keeps its width where the others give way: cut, it says nothing
    bool naming = false;         // says what the row is of, and cannot be hidden
    bool spare = false;          // hidden until somebody wants to see it
    QString (*display)(Row) = nullptr;
    QVariant (*sort)(Row) = nullptr; // not set: by what is displayed
    QString (*tip)(Row) = nullptr;
    Tone (*tone)(Row) = nullptr; // not set: the tone of the row
    QVariant (*progress)(Row) = nullptr;
};

// Whether each column stands in its place, says what it shows, and one of them names the row.
template<typename Row, std::size_t count>
consteval bool isComplete(const std::array<Column<Row>, count> &columns)
{
    int place = 0;
    int naming = 0;
    for (const Column<Row> &column : columns) {
        if (column.id != place++ || !column.title || !column.display)
            return false;
        naming += column.naming;
    }
    return naming == 1;
}

// A table in which a TextFilter can search. GUI thread; owned by its page.
class Table : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;
    virtual bool isSearched(int column) const = 0;
};

// A table that is told by its columns: a model adds which rows there are.
// GUI thread; owned by its page.
template<typename Row>
class ColumnTable : public Table
{
public:
    // columns must outlive the table: they are constants of the model.
    explicit ColumnTable(std::span<const Column<Row>> columns, QObject *parent = nullptr)
        : Table(parent)
        , m_columns(columns)
    {
    }

    int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    bool isSearched(int column) const final { return at(column).searched; }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row> &column = at(section);
        switch (role) {
        case Qt::DisplayRole:
            return column.title();
        case Qt::TextAlignmentRole:
            return alignment(column);
        case WidthRole:
            return column.width;
        case FirmRole:
            return column.firm;
        case BadgeRole:
            return column.badge;
        case NamingRole:
            return column.naming;
        case SpareRole:
            return column.spare;
        default:
            return {};
        }
    }

    QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column<Row> &column = at(index.column());
        const int row = index.row();
        switch (role) {
        case Qt::DisplayRole:
            return column.display(shown(row));
        case Qt::ToolTipRole:
            return column.tip ? column.tip(shown(row)) : QVariant();
        case Qt::TextAlignmentRole:
            return alignment(column);
        case SortRole:
            return column.sort ? column.sort(shown(row)) : column.display(shown(row));
        case IdRole:
            return idAt(row);
        case ToneRole:
            return static_cast<int>(column.tone ? column.tone(shown(row)) : toneAt(row));
        case ProgressRole:
            return column.progress ? column.progress(shown(row)) : QVariant();
        default:
            return {};
        }
    }

protected:
    virtual Row shown(int row) const = 0;
    virtual QString idAt(int /*row*/) const { return {}; }
    virtual Tone toneAt(int /*row*/) const { return Tone::Neutral; }

private:
    const Column<Row> &at(int column) const { return m_columns[static_cast<std::size_t>(column)]; }
    static QVariant alignment(const Column<Row> &column)
    {
        return QVariant::fromValue((column.figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    const std::span<const Column<Row>> m_columns;
};

} // namespace signalbox::widgets
