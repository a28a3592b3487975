// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace signalbox::widgets {

// One of resources/icons, drawn in the palette's colours at the moment of painting: it needs no renewal when
// the theme changes.
QIcon icon(const QString &name);

} // namespace signalbox::widgets
