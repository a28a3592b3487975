// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/textlabel.h"

#include "widgets/look/accessiblename.h"
#include "widgets/look/style.h"
#include "widgets/text/plain.h"

#include <QEvent>
#include <QStyle>
#include <QTextLayout>

namespace signalbox::widgets {

namespace {

// As much of the text as `lines` lines hold, with an ellipsis where it is cut.
QString fittedText(const QString &text, const QFont &font, int width, int lines)
{
    const QFontMetrics metrics(font);
    if (lines == 1)
        return metrics.elidedText(text, Qt::ElideRight, width);
    QStringList fitted;
    QStringList paragraphs = text.split(u'\n');
    while (!paragraphs.isEmpty()) {
        QTextLayout layout(paragraphs.takeFirst(), font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const QString rest = layout.text().sliced(line.textStart());
            const bool isLast = line.textStart() + line.textLength() >= layout.text().size();
            if (fitted.size() + 1 == lines && !(isLast && paragraphs.isEmpty()))
                return (fitted << metrics.elidedText(isLast ? rest + u'…' : rest, Qt::ElideRight, width)).join(u'\n');
            fitted << rest.first(line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return fitted.join(u'\n');
}

} // namespace

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

void TextLabel::setElided(const QString &text, const QString &tip, int lines)
{
    if (m_whole == text && m_tip == tip && m_lines == lines)
        return;
    m_whole = text;
    m_tip = tip;
    m_lines = lines;
    setMinimumWidth(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    elide();
}

void TextLabel::elide()
{
    const QString fitting = fittedText(m_whole, font(), width(), m_lines);
    setText(fitting);
    const auto letters = [](QString text) { return text.removeIf([](QChar c) { return c.isSpace(); }); };
    const bool isAll = letters(fitting) == letters(m_whole) && (m_tip.isEmpty() || m_tip == m_whole);
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
