// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartcard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace signalbox::widgets {

ChartCard::ChartCard(const SampleHistory &history, TimeWindow &window, Metric metric, QWidget *parent)
    : Card(parent)
    , m_chart(new LineChart(history, window, metric))
    , m_title(new TextLabel(TextStyle::Heading))
    , m_value(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
{
    setHeading(title(metric));
    // A label aligns by its text's direction, and figures have none of their own.
    m_value->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_value, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(head);
    layout->addWidget(m_chart, 1);
    connect(m_chart, &LineChart::hovered, this, [this](const QString &text) {
        m_reading = !text.isEmpty();
        if (m_reading)
            m_value->showText(text);
        else
            showCurrent();
    });
    connect(m_chart, &LineChart::refreshed, this, &ChartCard::showCurrent);
}

void ChartCard::setHeading(const QString &text)
{
    m_title->setText(text);
    m_chart->setAccessibleName(text);
    m_value->setAccessibleName(text);
}

void ChartCard::showCurrent()
{
    if (!m_reading)
        m_value->showText(m_chart->currentText());
}

} // namespace signalbox::widgets
