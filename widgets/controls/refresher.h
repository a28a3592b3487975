// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/replica.h"

#include <QTimer>
#include <QWidget>

namespace signalbox::widgets {

// Keeps what a widget shows true: calls refresh() when something it depends on happened, but only while the widget is
// visible and once for all that happens within a moment (up to 20 000 Changes arrive in one go); and whenever the widget
// is shown, the connection comes or goes, or snapshot() is a new one. GUI thread; a member of the widget, or of a part of
// it.
class Refresher final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds moment{40};

    Refresher(QWidget &widget, const Replica &replica, std::function<void()> refresh);

    // Refreshes a moment after this signal.
    template<typename Sender, typename Signal>
    Refresher &on(const Sender &sender, Signal signal)
    {
        connect(&sender, signal, this, &Refresher::request);
        return *this;
    }

    void request(); // refreshes a moment later
    void refresh(); // at once, if the widget is visible

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget &m_widget;
    std::function<void()> m_refresh;
    QTimer m_timer;
};

} // namespace signalbox::widgets
