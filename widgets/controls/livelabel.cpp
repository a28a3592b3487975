// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/livelabel.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

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
                     m_room > inside.width() ? fontMetrics().elidedText(m_shown, Qt::ElideRight, inside.width())
                                             : m_shown);
}

} // namespace signalbox::widgets
