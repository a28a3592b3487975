// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace signalbox::widgets {

// The last minutes of one figure as a line without a scale: whether it rises, falls or swings. GUI thread; owned by its
// parent.
class Sparkline final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t most = 60; // two minutes of ticks

    // fullScale: a value that fills the height, unless a larger one is shown.
    explicit Sparkline(double fullScale, QWidget *parent = nullptr);
    void add(double value); // NaN: none at this tick
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<float> m_values;
    double m_fullScale;
};

} // namespace signalbox::widgets
