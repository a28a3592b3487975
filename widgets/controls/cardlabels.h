// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// Labels that several cards have in common. The layout of the card takes each over.
TextLabel *makeHeading(const QString &text);
TextLabel *makeEmptyText(const QString &text); // instead of rows, where there are none

} // namespace signalbox::widgets
