// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/style.h"

#include "widgets/look/theme.h"

#include <QAbstractItemView>
#include <QDateTime>
#include <QPainter>
#include <QWidget>

#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int scrollBarExtent = 12;

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

constexpr char staleProperty[] = "signalboxStale";

void drawProgress(const QStyleOptionProgressBar &bar, QPainter &painter, bool isStale)
{
    const Colours &c = colours(bar.palette);
    const QColor colour = bar.state & QStyle::State_Selected ? c.onAccent : isStale ? c.muted : c.line;
    QColor faint = colour;
    faint.setAlphaF(0.25f);
    constexpr int thickness = 6;
    const QRectF track(bar.rect.left(), bar.rect.center().y() - thickness / 2, bar.rect.width(), thickness);
    double from = 0.0;
    double share = static_cast<double>(bar.progress - bar.minimum) / std::max(1, bar.maximum - bar.minimum);
    if (bar.maximum <= bar.minimum) {   // of unknown length: a part that goes to and fro
        constexpr double turn = 2400.0; // ms
        const auto now = static_cast<double>(QDateTime::currentMSecsSinceEpoch());
        const double phase = isStale ? 0.25 : std::fmod(now, turn) / turn;
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

QColor outline(const Colours &c, QStyle::State state)
{
    return !(state & QStyle::State_Enabled) ? c.border : state & QStyle::State_HasFocus ? c.line : c.muted;
}

void drawRing(const QStyleOption &option, QPainter &painter, const QRect &rect, double radius, double width = 2.0)
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

// Downwards, with turn -1.0 upwards.
void drawChevron(QPainter &painter, const QPointF &middle, double turn, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{middle + QPointF(-3.5, -1.5 * turn), middle + QPointF(0, 2.0 * turn),
                                   middle + QPointF(3.5, -1.5 * turn)});
}

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

} // namespace

Style::Style() : QProxyStyle(u"Fusion"_s)
{
    m_frames.setSingleShot(true);
    m_frames.setInterval(50);
    connect(&m_frames, &QTimer::timeout, this, [this] {
        for (const QPointer<QWidget> &moving : std::exchange(m_moving, {})) {
            if (moving)
                moving->update();
        }
    });
}

// Paints it again soon. What is not painted any more is forgotten.
void Style::keepMoving(const QWidget *widget) const
{
    const QPointer<QWidget> moving(const_cast<QWidget *>(widget));
    if (moving && !m_moving.contains(moving))
        m_moving.append(moving);
    if (!m_frames.isActive())
        m_frames.start();
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0; // Fusion's are black on dark, too
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_HeaderMargin:
        return spacing::small;
    case PM_SplitterWidth:
        return spacing::small;
    case PM_TabBarTabHSpace:
        return 2 * spacing::large;
    case PM_TabBarTabShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin:
        return 0;
    case PM_ToolBarItemSpacing:
        return spacing::small;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        result.rwidth() += 2 * spacing::small;
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (type == CT_ToolButton && button && hasTextBeside(*button))
        result.setWidth(button->iconSize.width() + button->fontMetrics.horizontalAdvance(button->text)
                        + 3 * spacing::small + 2);
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const int range = bar->maximum - bar->minimum;
    const int share = range <= 0 ? length : static_cast<int>(qint64(length) * bar->pageStep / (range + bar->pageStep));
    const int thumb = std::clamp(share, std::min(36, length), length);
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    const auto slice = [across, bar, this](int from, int size) {
        const QRect area = across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                                  : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, area);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return slice(start, thumb);
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSubPage:
        return slice(0, start);
    case SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    default:
        return {}; // no arrows
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar) {
        drawScrollBar(*this, *bar, *painter, widget);
        return;
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        box && control == CC_ComboBox && !box->editable) {
        drawComboBox(*this, *box, *painter, widget);
        return;
    }
    if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option); box && control == CC_SpinBox) {
        drawSpinBox(*this, *box, *painter, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && control == CC_ToolButton) {
        QStyleOptionToolButton plain = *button; // its text says that a menu opens
        plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element == CE_ToolBar)
        return; // lies on the page
    if (element == CE_Header && header) {
        drawHeaderSection(*header, *painter);
        QStyleOptionHeader label = *header;
        label.rect.adjust(spacing::small, 0, -spacing::small, 0);
        drawHeaderLabel(label, *painter);
    } else if (element == CE_HeaderEmptyArea || (element == CE_HeaderSection && header)) {
        painter->fillRect(option->rect, colours(option->palette).surface);
    } else if (element == CE_ToolButtonLabel && tool && hasTextBeside(*tool)) {
        drawToolLabel(*tool, *painter);
    } else if (element == CE_ProgressBar && progress) {
        const bool isStale = widget && widget->property(staleProperty).toBool();
        drawProgress(*progress, *painter, isStale);
        if (progress->maximum <= progress->minimum && !isStale)
            keepMoving(widget);
    } else if (element == CE_TabBarTab && tab) {
        drawTab(*tab, *painter);
    } else if (element == CE_Splitter) {
        drawSplitter(*option, *painter);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_FrameTabBarBase) {
        painter->setPen(colours(option->palette).border);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == PE_FrameLineEdit)
        return drawFieldFrame(*option, *painter);
    if (element == PE_IndicatorCheckBox && !(option->state & State_NoChange))
        return drawCheckBox(*option, *painter);
    if (element == PE_IndicatorRadioButton)
        return drawRadioButton(*option, *painter);
    if (element == PE_PanelMenu || element == PE_FrameMenu)
        return drawMenuPanel(*option, *painter);
    if (element == PE_FrameFocusRect) {
        // Qt asks for rings close round a label, and round a row of a view, which may have a ring of its own.
        const int inset =
            qobject_cast<const QAbstractItemView *>(option->styleObject) ? 3 : 0; // QTreeView gives no widget
        if (const auto *ring = qstyleoption_cast<const FocusRingOption *>(option))
            drawRing(*ring, *painter, ring->rect, ring->radius);
        else if (option->state & State_KeyboardFocusChange)
            drawRing(*option, *painter, option->rect.adjusted(inset, inset, -inset, -inset), 3.0, 1.25);
        return;
    }
    if (element == PE_PanelButtonTool)
        return drawToolPanel(*option, *painter);
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == PE_PanelButtonCommand)
        return drawPushPanel(*button, *painter);
    if (element == PE_FrameStatusBarItem || element == PE_PanelScrollAreaCorner)
        return;
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void drawFocusRing(QPainter &painter, const QWidget &widget, const QRect &rect, int radius, const QColor &ground)
{
    FocusRingOption ring;
    ring.initFrom(&widget);
    ring.rect = rect;
    ring.radius = radius;
    ring.backgroundColor = ground;
    widget.style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, &widget);
}

void setStale(QWidget &widget, bool stale)
{
    widget.setProperty(staleProperty, stale);
    widget.update();
}

} // namespace signalbox::widgets
