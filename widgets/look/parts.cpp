// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/parts.h"

#include "widgets/look/theme.h"

#include <QAbstractSpinBox>
#include <QDateTime>
#include <QPainter>
#include <QStyleOption>

#include <cmath>
#include <tuple>

namespace signalbox::widgets {

void drawScrollBar(const QStyle &style, const QStyleOptionSlider &bar, QPainter &painter, const QWidget *widget)
{
    const Colours &c = colours(bar.palette);
    QRect thumb = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    thumb.adjust(3, 3, -3, -3);
    if (bar.maximum <= bar.minimum || thumb.isEmpty())
        return;
    QColor colour = c.muted;
    colour.setAlphaF(bar.state & (QStyle::State_MouseOver | QStyle::State_Sunken) ? 0.9f : 0.5f);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double radius = std::min(thumb.width(), thumb.height()) / 2.0;
    painter.drawRoundedRect(thumb, radius, radius);
    painter.restore();
}

void drawHeaderSection(const QStyleOptionHeader &header, QPainter &painter)
{
    const Colours &c = colours(header.palette);
    painter.fillRect(header.rect, c.surface);
    painter.setPen(c.border);
    painter.drawLine(header.rect.bottomLeft(), header.rect.bottomRight());
}

void drawHeaderLabel(const QStyleOptionHeader &header, QPainter &painter)
{
    const Colours &c = colours(header.palette);
    const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
    painter.save();
    QFont font = widgets::font(TextStyle::Caption);
    font.setWeight(sorted ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(sorted ? c.text : c.muted);
    // The arrow is part of the word: it costs no column of its own.
    QString text = header.text;
    if (sorted)
        text += header.sortIndicator == QStyleOptionHeader::SortDown ? u" ↑"_s : u" ↓"_s;
    text = painter.fontMetrics().elidedText(text, Qt::ElideRight, header.rect.width());
    const Qt::Alignment alignment = QStyle::visualAlignment(header.direction, header.textAlignment | Qt::AlignVCenter);
    painter.drawText(header.rect, static_cast<int>(alignment), text);
    painter.restore();
}

bool hasTextBeside(const QStyleOptionToolButton &button)
{
    return button.toolButtonStyle == Qt::ToolButtonTextBesideIcon && !button.icon.isNull() && !button.text.isEmpty();
}

void drawToolLabel(const QStyleOptionToolButton &button, QPainter &painter)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    QRect iconRect(QPoint(button.rect.left() + spacing::small, 0), button.iconSize);
    iconRect.moveTop(button.rect.center().y() - button.iconSize.height() / 2);
    QRect textRect = button.rect;
    textRect.setLeft(iconRect.right() + spacing::small);
    iconRect = QStyle::visualRect(button.direction, button.rect, iconRect);
    textRect = QStyle::visualRect(button.direction, button.rect, textRect);
    button.icon.paint(&painter, iconRect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter.setFont(button.font);
    painter.setPen(button.palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText));
    const Qt::Alignment alignment = QStyle::visualAlignment(button.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(textRect, static_cast<int>(alignment) | Qt::TextHideMnemonic, button.text);
}

void drawProgress(const QStyleOptionProgressBar &bar, QPainter &painter, bool stale)
{
    const Colours &c = colours(bar.palette);
    const QColor colour = bar.state & QStyle::State_Selected ? c.onAccent : stale ? c.muted : c.line;
    QColor faint = colour;
    faint.setAlphaF(0.25f);
    constexpr int thickness = 6;
    const QRectF track(bar.rect.left(), bar.rect.center().y() - thickness / 2, bar.rect.width(), thickness);
    double from = 0.0;
    double share = static_cast<double>(bar.progress - bar.minimum) / std::max(1, bar.maximum - bar.minimum);
    if (bar.maximum <= bar.minimum) {   // of unknown length: a part that goes to and fro
        constexpr double turn = 2400.0; // ms
        const auto now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
        const double phase = stale ? 0.25 : std::fmod(now, turn) / turn;
        share = 0.3;
        from = (1.0 - share) * (phase < 0.5 ? 2.0 * phase : 2.0 - 2.0 * phase);
    }
    const double length = share <= 0.0 ? 0.0 : std::max<double>(thickness, track.width() * share);
    QRectF done(track.left() + track.width() * from, track.top(), length, thickness);
    if (bar.direction == Qt::RightToLeft)
        done.moveRight(track.right() - track.width() * from);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    painter.drawRoundedRect(track, thickness / 2, thickness / 2);
    painter.setBrush(colour);
    painter.drawRoundedRect(done, thickness / 2, thickness / 2);
    painter.restore();
}

namespace {

QColor outline(const Colours &c, QStyle::State state)
{
    return !(state & QStyle::State_Enabled) ? c.border : state & QStyle::State_HasFocus ? c.line : c.muted;
}

} // namespace

void drawRing(const QStyleOption &option, QPainter &painter, const QRect &rect, double radius, double width)
{
    const Colours &c = colours(option.palette);
    const auto *ring = qstyleoption_cast<const QStyleOptionFocusRect *>(&option);
    const bool isOnAccent = ring && ring->backgroundColor.isValid() && ring->backgroundColor == c.accent;
    const double half = width / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOnAccent ? c.onAccent : c.line, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

// Fusion derives outlines from the window's colour: on a dark one they cannot be seen.
void drawFieldFrame(const QStyleOption &field, QPainter &painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline(colours(field.palette), field.state), field.state & QStyle::State_HasFocus ? 2 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(field.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
}

namespace {

// What can be written in or chosen from: its ground and frame.
void drawField(const QStyleOption &field, QPainter &painter)
{
    const Colours &c = colours(field.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(field.state & QStyle::State_Enabled ? c.surface : c.window);
    painter.drawRoundedRect(QRectF(field.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.restore();
    drawFieldFrame(field, painter);
}

} // namespace

namespace {

// Downwards, with turn -1.0 upwards.
void drawChevron(QPainter &painter, const QPointF &middle, double turn, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{middle + QPointF(-3.5, -1.5 * turn), middle + QPointF(0, 2.0 * turn),
                                   middle + QPointF(3.5, -1.5 * turn)});
}

} // namespace

void drawCheckBox(const QStyleOption &box, QPainter &painter)
{
    const Colours &c = colours(box.palette);
    const QRectF area = QRectF(box.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline(c, box.state), 1.2));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(area, 2, 2);
    if (box.state & QStyle::State_On) {
        const double unit = area.width() / 10.0;
        painter.setPen(QPen(box.state & QStyle::State_Enabled ? c.text : c.muted, 1.8 * unit));
        painter.drawPolyline(QPolygonF{area.topLeft() + QPointF(2.2, 5.2) * unit,
                                       area.topLeft() + QPointF(4.3, 7.4) * unit,
                                       area.topLeft() + QPointF(8.0, 2.8) * unit});
    }
    painter.restore();
}

// A button that is pressed, chosen or under the mouse: flat, and chosen is more than a shade of grey.
void drawToolPanel(const QStyleOption &button, QPainter &painter)
{
    const Colours &c = colours(button.palette);
    const bool chosen = button.state & QStyle::State_On;
    const bool down = button.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = (button.state & QStyle::State_MouseOver) && (button.state & QStyle::State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(chosen ? QPen(c.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(down || hovered ? QBrush(c.neutral.fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.restore();
}

void drawPushPanel(const QStyleOptionButton &button, QPainter &painter)
{
    const Colours &c = colours(button.palette);
    const bool down = button.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = (button.state & QStyle::State_MouseOver) && (button.state & QStyle::State_Enabled);
    const bool first = button.features & QStyleOptionButton::DefaultButton;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(first ? c.line : outline(c, button.state), first ? 2 : 1));
    painter.setBrush(down || hovered ? c.neutral.fill : c.surface);
    painter.drawRoundedRect(QRectF(button.rect).adjusted(1, 1, -1, -1), 4, 4);
    painter.restore();
}

void drawComboBox(const QStyle &style, const QStyleOptionComboBox &box, QPainter &painter, const QWidget *widget)
{
    const Colours &c = colours(box.palette);
    drawField(box, painter);
    painter.save();
    const QRectF arrow = style.subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxArrow, widget);
    painter.setRenderHint(QPainter::Antialiasing);
    drawChevron(painter, arrow.center(), 1.0, box.state & QStyle::State_Enabled ? c.text : c.muted);
    painter.restore();
}

void drawTab(const QStyleOptionTab &tab, QPainter &painter)
{
    const Colours &c = colours(tab.palette);
    const bool selected = tab.state & QStyle::State_Selected;
    painter.save();
    QFont font = painter.font();
    font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    painter.setPen(selected ? c.text : c.muted);
    painter.drawText(tab.rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab.text);
    if (selected)
        painter.fillRect(
            QRect(tab.rect.left() + spacing::small, tab.rect.bottom() - 1, tab.rect.width() - 2 * spacing::small, 2),
            c.line);
    painter.restore();
    if (tab.state & QStyle::State_HasFocus)
        drawRing(tab, painter, tab.rect.adjusted(2, 2, -2, -3), 4);
}

// Up and down of a spin box; grey is what can go no further.
void drawSpinBox(const QStyle &style, const QStyleOptionSpinBox &box, QPainter &painter, const QWidget *widget)
{
    const Colours &c = colours(box.palette);
    drawField(box, painter);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[part, able, turn] :
         {std::tuple(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, -1.0),
          std::tuple(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, 1.0)}) {
        const QRect area = style.subControlRect(QStyle::CC_SpinBox, &box, part, widget);
        const bool touched = (box.activeSubControls & part) && (box.state & QStyle::State_MouseOver);
        if (touched && (box.stepEnabled & able))
            painter.fillRect(area.adjusted(1, 1, -2, -1), c.neutral.fill);
        drawChevron(painter, QRectF(area).center(), turn,
                    (box.state & QStyle::State_Enabled) && (box.stepEnabled & able) ? c.text : c.border);
    }
    painter.restore();
}

void drawRadioButton(const QStyleOption &button, QPainter &painter)
{
    const Colours &c = colours(button.palette);
    const QRectF area = QRectF(button.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(outline(c, button.state), 1.2));
    painter.setBrush(c.surface);
    painter.drawEllipse(area);
    if (button.state & QStyle::State_On) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(button.state & QStyle::State_Enabled ? c.text : c.muted);
        painter.drawEllipse(area.center(), area.width() / 4.0, area.height() / 4.0);
    }
    painter.restore();
}

void drawMenuPanel(const QStyleOption &menu, QPainter &painter)
{
    const Colours &c = colours(menu.palette);
    painter.save();
    painter.setPen(c.border);
    painter.setBrush(c.surface);
    painter.drawRect(menu.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

// A short line to take hold of, in the direction in which the splitter's handle lies.
void drawSplitter(const QStyleOption &handle, QPainter &painter)
{
    const Colours &c = colours(handle.palette);
    constexpr double length = 28.0;
    constexpr double thickness = 3.0;
    const bool touched = handle.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const bool isUpright = handle.state & QStyle::State_Horizontal; // of a splitter whose parts lie side by side
    QRectF grip(0, 0, isUpright ? thickness : length, isUpright ? length : thickness);
    grip.moveCenter(QRectF(handle.rect).center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(touched ? c.line : c.border);
    painter.drawRoundedRect(grip, thickness / 2.0, thickness / 2.0);
    painter.restore();
}

} // namespace signalbox::widgets
