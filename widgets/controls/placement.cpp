// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/placement.h"

#include "widgets/look/theme.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>

namespace signalbox::widgets {

namespace {

// Before a window is shown its frame is not known: then that of a usual desktop, with a title.
QMargins frameOf(const QWidget &window)
{
    const QRect inner = window.geometry();
    const QRect outer = window.frameGeometry();
    if (!window.isVisible() || outer == inner)
        return {4, grown(36), 4, 4};
    return {inner.left() - outer.left(), inner.top() - outer.top(), outer.right() - inner.right(),
            outer.bottom() - inner.bottom()};
}

qint64 common(const QRect &one, const QRect &other)
{
    const QRect both = one & other;
    return both.isEmpty() ? 0 : qint64(both.width()) * both.height();
}

} // namespace

QRect fitted(const QRect &wanted, const QList<QRect> &areas)
{
    if (areas.isEmpty())
        return wanted;
    const QRect area = *std::max_element(areas.cbegin(), areas.cend(), [&wanted](const QRect &a, const QRect &b) {
        return common(a, wanted) < common(b, wanted);
    });
    QRect result(wanted.topLeft(), wanted.size().boundedTo(area.size()));
    result.moveLeft(std::clamp(result.left(), area.left(), area.left() + area.width() - result.width()));
    result.moveTop(std::clamp(result.top(), area.top(), area.top() + area.height() - result.height()));
    return result;
}

void resizeWithin(QWidget &window, const QSize &wanted)
{
    const QRect area = window.screen()->availableGeometry().marginsRemoved(frameOf(window));
    window.resize(wanted.boundedTo(area.size()));
}

void bringOntoScreen(QWidget &window)
{
    const Qt::WindowStates state = window.windowState();
    const Qt::WindowStates filling = state & (Qt::WindowMaximized | Qt::WindowFullScreen);
    if (filling && window.isVisible())
        return; // the desktop's business
    QList<QRect> areas;
    const QList<QScreen *> screens = QGuiApplication::screens(); // the primary one first
    for (const QScreen *screen : screens)
        areas.append(screen->availableGeometry().marginsRemoved(frameOf(window)));
    // What a maximized window returns to is what it was before.
    window.setWindowState(state & ~filling);
    window.setGeometry(fitted(window.geometry(), areas));
    window.setWindowState(state);
}

} // namespace signalbox::widgets
