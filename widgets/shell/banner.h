// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/shell/serverhealth.h"

namespace signalbox::widgets {

// Calm words across the top while what is shown is not live, or the server is being stopped; hidden otherwise.
// GUI thread; owned by MainWindow.
class Banner final : public TextLabel
{
    Q_OBJECT

public:
    Banner(const Replica &replica, const Liveness &liveness, const ServerHealth &health, QWidget *parent = nullptr);

    void sayStopping(); // from now on, the server is being stopped

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QString words() const;

    const Replica &m_replica;
    const Liveness &m_liveness;
    const ServerHealth &m_health;
    bool m_isStopping = false;
};

} // namespace signalbox::widgets
