// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qnamespace.h>

namespace signalbox::widgets {

// Of data(), beyond Qt's own. SortRole: what a row is sorted by; numbers stay numbers. IdRole: of the row.
// ToneRole: a Tone. ProgressRole: 0…100, below 0 of unknown length; invalid where a cell shows no progress.
enum Role { SortRole = Qt::UserRole, IdRole, ToneRole, ProgressRole };

// Of headerData(): what a view must know of a Column.
enum ColumnRole { WidthRole = Qt::UserRole, FirmRole, BadgeRole, NamingRole, SpareRole };

} // namespace signalbox::widgets
