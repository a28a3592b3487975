// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/style.h"

#include "widgets/look/parts.h"
#include "widgets/look/theme.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int widestChoice = 360;
constexpr char staleProperty[] = "signalboxStale";

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
    if (type == CT_ComboBox)
        result.setWidth(std::min(result.width(), grown(widestChoice))); // names that others give know no end
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
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (element == CE_ToolBar)
        return; // lies on the page
    if (element == CE_Header && header) {
        drawHeaderSection(*header, *painter);
        QStyleOptionHeader label = *header;
        label.rect.adjust(spacing::small, 0, -spacing::small, 0);
        drawHeaderLabel(label, *painter);
    } else if (element == CE_HeaderEmptyArea || (element == CE_HeaderSection && header)) {
        painter->fillRect(option->rect, colours(option->palette).surface);
    } else if (element == CE_ComboBoxLabel && box) {
        QStyleOptionComboBox cut = *box;
        const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - 2
                         - (box->currentIcon.isNull() ? 0 : box->iconSize.width() + 4);
        cut.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
        QProxyStyle::drawControl(element, &cut, painter, widget);
    } else if (element == CE_ToolButtonLabel && tool && hasTextBeside(*tool)) {
        drawToolLabel(*tool, *painter);
    } else if (element == CE_ProgressBar && progress) {
        const bool stale = widget && isStale(*widget);
        drawProgress(*progress, *painter, stale);
        if (progress->maximum <= progress->minimum && !stale)
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

bool isStale(const QWidget &widget)
{
    return widget.window()->property(staleProperty).toBool();
}

void setStale(QWidget &window, bool stale)
{
    window.setProperty(staleProperty, stale);
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        QEvent changed(QEvent::PaletteChange);
        QCoreApplication::sendEvent(widget, &changed);
        widget->update();
    }
}

} // namespace signalbox::widgets
