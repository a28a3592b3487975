// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/textlabel.h"

#include "widgets/look/accessiblename.h"
#include "widgets/look/style.h"
#include "widgets/text/plain.h"

#include <QEvent>
#include <QStyle>

namespace signalbox::widgets {

TextLabel::TextLabel(TextStyle style, Tone tone, QWidget *parent) : QLabel(parent), m_style(style), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setAlignment(m_alignment);
    restyle();
}

void TextLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    QLabel::setAlignment(QStyle::visualAlignment(layoutDirection(), alignment));
}

void TextLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    restyle();
}

void TextLabel::setElided(const QString &text, const QString &tip)
{
    if (m_whole == text && m_tip == tip)
        return;
    m_whole = text;
    m_tip = tip;
    setMinimumWidth(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    elide();
}

void TextLabel::elide()
{
    const QString fitting = fontMetrics().elidedText(m_whole, Qt::ElideRight, width());
    setText(fitting);
    const bool isAll = fitting == m_whole && (m_tip.isEmpty() || m_tip == m_whole);
    setToolTip(plain(isAll ? QString() : m_tip.isEmpty() ? m_whole : m_tip));
    nameFor(*this, m_whole);
}

void TextLabel::restyle()
{
    setFont(widgets::font(m_style));
    const bool isGrey = m_tone == Tone::Muted || (m_tone == Tone::Live && isStale(*this));
    if (m_tone == Tone::Normal || (m_tone == Tone::Live && !isGrey)) {
        setPalette(QPalette());
        return;
    }
    const Colours &c = colours(palette());
    const QColor wanted = isGrey ? c.muted : m_tone == Tone::Bad ? c.bad.text : c.busy.text;
    // Only when it differs: setting it is itself a change of the palette.
    if (palette().isBrushSet(QPalette::Active, QPalette::WindowText) && palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
    else if (event->type() == QEvent::LayoutDirectionChange)
        setAlignment(m_alignment);
}

void TextLabel::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    if (m_tone == Tone::Live)
        restyle(); // it may have been made before it came into a stale window
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (!m_whole.isEmpty())
        elide();
}

} // namespace signalbox::widgets
