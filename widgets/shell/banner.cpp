// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/banner.h"

#include <QPainter>

namespace signalbox::widgets {

Banner::Banner(QWidget *parent) : TextLabel(TextStyle::Heading, Tone::Busy, parent)
{
    setWordWrap(true);
    setContentsMargins(spacing::page, spacing::small, spacing::page, spacing::small);
}

void Banner::showText(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(rect(), colours(palette()).busy.fill);
    TextLabel::paintEvent(event);
}

} // namespace signalbox::widgets
