// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// A figure that changes at every tick. Its room is that of the widest so far, so that a new figure is painted and
// nothing is laid out again: that made up half of a tick of the overview (docs/performance.md, "The window under load").
// Its accessible name says what the figure is of; the figure is its accessible value, read on request only.
// GUI thread; owned by its parent.
class LiveLabel final : public TextLabel
{
    Q_OBJECT

public:
    explicit LiveLabel(TextStyle style, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void showText(const QString &text);
    QString shownText() const { return m_shown; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    using TextLabel::setElided;
    using TextLabel::setText;
    using TextLabel::text;
    void fitRoom();

    QString m_shown;
    int m_room = 0;
};

} // namespace signalbox::widgets
