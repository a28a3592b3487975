// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/badge.h"

#include "widgets/look/style.h"
#include "widgets/text/format.h"

#include <QPainter>

namespace signalbox::widgets {

namespace {

QFont badgeFont(QFont::Weight weight)
{
    QFont font = widgets::font(TextStyle::Caption);
    font.setWeight(weight);
    return font;
}

} // namespace

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Badge::show(const Component &component)
{
    set(format::state(component), toneOf(component));
}

void Badge::show(ExecutionState state)
{
    set(format::state(state), toneOf(state));
}

void Badge::set(const QString &text, Tone tone)
{
    if (m_text == text && m_tone == tone)
        return;
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Badge::sizeFor(const QString &text, QFont::Weight weight)
{
    const QFontMetrics metrics(badgeFont(weight));
    return {metrics.horizontalAdvance(text) + 2 * spacing::small + 4, metrics.height() + spacing::tight};
}

QSize Badge::sizeHint() const
{
    return sizeFor(m_text);
}

void Badge::paint(QPainter &painter, const QRect &rect, const QString &text, const BadgeColours &colours,
                  QFont::Weight weight)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    const QFont font = badgeFont(weight);
    painter.setFont(font);
    painter.setPen(colours.text);
    const int room = rect.width() - 2 * spacing::tight;
    painter.drawText(rect, Qt::AlignCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, room));
    painter.restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    paint(painter, rect(), m_text, forTone(c, isStale(*this) ? Tone::Neutral : m_tone));
}

} // namespace signalbox::widgets
