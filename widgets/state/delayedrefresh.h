// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QTimer>

#include <functional>

namespace signalbox::widgets {

// Does once what many Changes ask for, a moment after the first of them: up to 20 000 arrive in one go.
// GUI thread; a member of the object that is refreshed.
class DelayedRefresh final
{
public:
    explicit DelayedRefresh(const std::function<void()> &act, Milliseconds wait = Milliseconds(40))
    {
        m_timer.setSingleShot(true);
        m_timer.setInterval(wait);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, act);
    }

    void ask()
    {
        if (!m_timer.isActive())
            m_timer.start();
    }

private:
    QTimer m_timer;
};

} // namespace signalbox::widgets
