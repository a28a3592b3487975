// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/card.h"

#include "widgets/text/format.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

Card::Card(QWidget *parent) : QWidget(parent)
{
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

TextLabel::TextLabel(TextStyle style, Tone tone, QWidget *parent) : QLabel(parent), m_style(style), m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    restyle();
}

void TextLabel::setTone(Tone tone)
{
    if (m_tone == tone)
        return;
    m_tone = tone;
    restyle();
}

void TextLabel::setElided(const QString &text)
{
    if (m_whole == text)
        return;
    m_whole = text;
    setMinimumWidth(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    elide();
}

void TextLabel::elide()
{
    const QString fitting = fontMetrics().elidedText(m_whole, Qt::ElideRight, width());
    setText(fitting);
    setToolTip(fitting == m_whole ? QString() : m_whole);
    setAccessibleName(m_whole);
}

void TextLabel::restyle()
{
    setFont(widgets::font(m_style));
    if (m_tone == Tone::Normal) {
        setPalette(QPalette());
        return;
    }
    const Colours &c = colours(palette());
    const QColor wanted = m_tone == Tone::Muted ? c.muted : m_tone == Tone::Bad ? c.bad.text : c.busy.text;
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
}

void TextLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    if (!m_whole.isEmpty())
        elide();
}

namespace {

// Says the figure when asked: an accessible name that changes is read out, at every tick.
class LiveLabelInterface final : public QAccessibleWidget
{
public:
    explicit LiveLabelInterface(LiveLabel &label) : QAccessibleWidget(&label, QAccessible::StaticText), m_label(label)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        if (which != QAccessible::Name)
            return QAccessibleWidget::text(which);
        const QString &of = m_label.accessibleName();
        return of.isEmpty() ? m_label.shownText() : of + ": "_L1 + m_label.shownText();
    }

    static QAccessibleInterface *make(const QString &, QObject *object)
    {
        auto *label = qobject_cast<LiveLabel *>(object);
        return label ? new LiveLabelInterface(*label) : nullptr;
    }

private:
    LiveLabel &m_label;
};

} // namespace

LiveLabel::LiveLabel(TextStyle style, Tone tone, QWidget *parent) : TextLabel(style, tone, parent)
{
    static const bool isKnown = (QAccessible::installFactory(&LiveLabelInterface::make), true);
    Q_UNUSED(isKnown)
}

void LiveLabel::showText(const QString &text)
{
    if (m_shown == text)
        return;
    m_shown = text;
    fitRoom();
    update();
}

void LiveLabel::fitRoom()
{
    const int needed = fontMetrics().horizontalAdvance(m_shown);
    if (needed <= m_room && needed * 2 >= m_room)
        return;
    m_room = needed;
    updateGeometry();
}

QSize LiveLabel::sizeHint() const
{
    return QSize(m_room + std::max(0, indent()), fontMetrics().height()).grownBy(contentsMargins());
}

void LiveLabel::changeEvent(QEvent *event)
{
    TextLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_room = 0;
        fitRoom();
    }
}

void LiveLabel::paintEvent(QPaintEvent *)
{
    const QRect inside = contentsRect().adjusted(std::max(0, indent()), 0, 0, 0);
    QPainter painter(this);
    painter.setLayoutDirection(m_shown.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight); // "5 %", not "% 5"
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QStyle::visualRect(layoutDirection(), contentsRect(), inside),
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), alignment()) | Qt::AlignAbsolute),
                     m_shown);
}

Badge::Badge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

namespace {

// The address of the member, not the colours themselves: they change with the theme.
template<typename State>
const BadgeColours Colours::*memberFor(State state)
{
    const Colours &c = colours(false);
    const BadgeColours *found = &badgeColours(c, state);
    for (const BadgeColours Colours::*member : {&Colours::good, &Colours::busy, &Colours::bad}) {
        if (&(c.*member) == found)
            return member;
    }
    return &Colours::neutral;
}

} // namespace

void Badge::show(ComponentState state)
{
    set(format::state(state), memberFor(state));
}

void Badge::show(ExecutionState state)
{
    set(format::state(state), memberFor(state));
}

void Badge::set(const QString &text, const BadgeColours Colours::*member)
{
    if (m_text == text && m_member == member)
        return;
    m_text = text;
    m_member = member;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Badge::setStale(bool stale)
{
    m_stale = stale;
    update();
}

namespace {

QFont badgeFont(QFont::Weight weight)
{
    QFont font = widgets::font(TextStyle::Caption);
    font.setWeight(weight);
    return font;
}

} // namespace

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
    paint(painter, rect(), m_text, m_stale ? c.neutral : c.*m_member);
}

CardGrid::CardGrid(int minimumColumnWidth, int maximumColumns, QWidget *parent)
    : QLayout(parent)
    , m_minimumColumnWidth(minimumColumnWidth)
    , m_maximumColumns(maximumColumns)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing::medium);
}

CardGrid::~CardGrid()
{
    qDeleteAll(m_items);
}

QLayoutItem *CardGrid::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void CardGrid::moveWidget(QWidget *widget, int to)
{
    const int from = indexOf(widget);
    if (from < 0 || from == to)
        return;
    m_items.move(from, to);
    invalidate();
}

QSize CardGrid::minimumSize() const
{
    int width = 0;
    for (const QLayoutItem *item : m_items)
        width = std::max(width, item->minimumSize().width());
    return {width, 0};
}

QSize CardGrid::sizeHint() const
{
    return {m_minimumColumnWidth * 2, arrange(QRect(0, 0, m_minimumColumnWidth * 2, 0), false)};
}

void CardGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int CardGrid::arrange(const QRect &rect, bool apply) const
{
    QList<QLayoutItem *> shown;
    std::copy_if(m_items.cbegin(), m_items.cend(), std::back_inserter(shown),
                 [](const QLayoutItem *item) { return !item->isEmpty(); });
    if (shown.isEmpty())
        return 0;
    const int gap = spacing();
    const int fitting = (rect.width() + gap) / (m_minimumColumnWidth + gap);
    const int most = std::clamp(fitting, 1, m_maximumColumns);
    const int count = static_cast<int>(shown.size());
    // As few rows as fit, evenly filled: five cards stand three and two, not four and one.
    const int rows = (count + most - 1) / most;
    const int columns = (count + rows - 1) / rows;
    // From one share to the next, so that rounding never leaves a ragged right edge.
    const auto edge = [&rect, gap, columns](int column) { return (rect.width() + gap) * column / columns; };
    const int narrowest = (rect.width() - gap * (columns - 1)) / columns;
    const bool rightToLeft = parentWidget() && parentWidget()->isRightToLeft();
    int y = rect.top();
    for (qsizetype first = 0; first < shown.size(); first += columns) {
        const qsizetype end = std::min(shown.size(), first + columns);
        int height = 0;
        for (qsizetype i = first; i < end; ++i) {
            height = std::max({height, shown[i]->sizeHint().height(),
                               shown[i]->hasHeightForWidth() ? shown[i]->heightForWidth(narrowest) : 0});
        }
        for (qsizetype i = first; apply && i < end; ++i) {
            const int column = static_cast<int>(i - first);
            const int place = rightToLeft ? columns - 1 - column : column;
            shown[i]->setGeometry({rect.left() + edge(place), y, edge(place + 1) - edge(place) - gap, height});
        }
        y += height + gap;
    }
    return y - gap - rect.top();
}

} // namespace signalbox::widgets
