// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/linechart.h"
#include "widgets/controls/card.h"
#include "widgets/controls/livelabel.h"
#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// A LineChart with its name and the value of now, or of the moment under the mouse.
class ChartCard final : public Card
{
    Q_OBJECT

public:
    ChartCard(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent = nullptr);

    LineChart &chart() { return *m_chart; }
    void setHeading(const QString &text);

private:
    void showCurrent();

    LineChart *m_chart;
    TextLabel *m_title;
    LiveLabel *m_value;
    bool m_reading = false;
};

} // namespace signalbox::widgets
