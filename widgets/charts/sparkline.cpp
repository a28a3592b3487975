// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/sparkline.h"

#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace signalbox::widgets {

Sparkline::Sparkline(double fullScale, QWidget *parent) : QWidget(parent), m_fullScale(fullScale)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return {grown(60), grown(16)};
}

void Sparkline::add(double value)
{
    if (m_values.size() == most)
        m_values.erase(m_values.begin());
    m_values.push_back(static_cast<float>(value));
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    double top = m_fullScale;
    for (const float value : m_values)
        top = std::isnan(value) ? top : std::max(top, static_cast<double>(value));
    const double step = (width() - 2.0) / (most - 1);
    double x = width() - 1.0 - step * static_cast<double>(m_values.size() - 1);
    QPainterPath path;
    bool isGap = true;
    for (const float value : m_values) {
        const QPointF point(x, height() - 1.0 - (height() - 2.0) * value / top);
        if (std::isnan(value))
            isGap = true;
        else if (std::exchange(isGap, false))
            path.moveTo(point);
        else
            path.lineTo(point);
        x += step;
    }
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isStale(*this) ? c.muted : c.line, 1));
    painter.drawPath(path);
}

} // namespace signalbox::widgets
