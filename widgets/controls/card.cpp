// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/card.h"

#include "widgets/look/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox::widgets {

Card::Card(QWidget *parent) : QWidget(parent)
{
}

Card *Card::around(QWidget *content)
{
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, spacing::tight, 1, spacing::tight);
    inside->addWidget(content);
    return card;
}

void Card::paintEvent(QPaintEvent *event)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    // At a tick only what is on it changed: then nothing round is to be drawn.
    if (rect().adjusted(spacing::radius, 1, -spacing::radius, -1).contains(event->region().boundingRect())) {
        painter.fillRect(event->region().boundingRect(), c.surface);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::radius, spacing::radius);
}

} // namespace signalbox::widgets
