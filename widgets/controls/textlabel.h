// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/look/theme.h"

#include <QLabel>

namespace signalbox::widgets {

// A label that takes its type size and colour from the theme and keeps them when the theme changes.
// GUI thread; owned by its parent.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Tone { Normal, Live, Muted, Bad, Busy }; // Live: Normal, or Muted while the window is stale

    explicit TextLabel(TextStyle style, Tone tone = Tone::Normal, QWidget *parent = nullptr);
    void setTone(Tone tone);
    // Cut with an ellipsis where it does not fit into `lines` lines; the whole text, or one that says more, is the tool tip.
    void setElided(const QString &text, const QString &tip = {}, int lines = 1);
    const QString &whole() const { return m_whole; }
    // By the direction of the label: QLabel goes by that of its text, and would put an English name to the left in Arabic.
    void setAlignment(Qt::Alignment alignment);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void restyle();
    void elide();

    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
    TextStyle m_style;
    Tone m_tone;
    QString m_whole;
    QString m_tip; // empty: m_whole
    int m_lines = 1;
};

} // namespace signalbox::widgets
