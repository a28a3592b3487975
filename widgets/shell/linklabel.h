// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// Words that lead somewhere: pressed by pointer, key or screen reader. GUI thread; owned by its parent.
class LinkLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit LinkLabel(const QString &tip, QWidget *parent = nullptr);

Q_SIGNALS:
    void pressed();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void underline(bool on);
};

} // namespace signalbox::widgets
