// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// Calm words across the top while what is shown is not live. GUI thread; owned by MainWindow.
class Banner final : public TextLabel
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);
    void showText(const QString &text); // none: nothing is shown

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace signalbox::widgets
