// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace signalbox::widgets {

// A table whose columns hold words or figures; figures stand at the trailing side, and so do their titles.
// GUI thread; owned by its page.
class Table : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return alignment(section);
        return role == Qt::DisplayRole ? QVariant(title(section)) : QVariant();
    }

    // Whether a filter looks at it: figures that move would make rows come and go by themselves.
    virtual bool isSearched(int column) const { return !isFigure(column); }

protected:
    virtual QString title(int column) const = 0;
    virtual bool isFigure(int /*column*/) const { return false; }

    // What data() answers for Qt::TextAlignmentRole.
    QVariant alignment(int column) const
    {
        return QVariant::fromValue((isFigure(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
};

} // namespace signalbox::widgets
