// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/errorline.h"

namespace signalbox::widgets {

ErrorLine::ErrorLine(QWidget *parent) : TextLabel(TextStyle::Caption, Tone::Bad, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ErrorLine::say(const QString &error)
{
    setText(error);
    setVisible(!error.isEmpty());
}

} // namespace signalbox::widgets
