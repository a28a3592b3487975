// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/textfilter.h"

namespace signalbox::widgets {

TextFilter::TextFilter(Table &source, QObject *parent) : QSortFilterProxyModel(parent), m_table(source)
{
    setSortRole(SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
    setSourceModel(&source);
}

void TextFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool TextFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_text.isEmpty() || m_table.index(row, 0, parent).data(IdRole).toString().contains(m_text, Qt::CaseInsensitive))
        return true;
    for (int column = 0; column < m_table.columnCount(parent); ++column) {
        if (m_table.isSearched(column)
            && m_table.index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace signalbox::widgets
