// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/look/theme.h"
#include "widgets/text/tone.h"

#include <QWidget>

namespace signalbox::widgets {

// A state in a word on its colour, which goes while the window is stale. GUI thread; owned by its parent.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(QWidget *parent = nullptr);
    void show(const Component &component);
    void show(ExecutionState state);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // The word is cut with an ellipsis where rect is too small for it.
    static void paint(QPainter &painter, const QRect &rect, const QString &text, const BadgeColours &colours,
                      QFont::Weight weight = QFont::Medium);
    static QSize sizeFor(const QString &text, QFont::Weight weight = QFont::Medium);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void set(const QString &text, Tone tone);

    QString m_text;
    Tone m_tone = Tone::Neutral;
};

} // namespace signalbox::widgets
