// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/plotframe.h"

#include <QDateTime>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr double gap = 6.0;  // between a label and what it names
constexpr double tick = 5.0; // below the plot

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

// 1, 2, 4 or 5 times a power of ten: labels people can read.
double roundUp(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 2.0, 4.0, 5.0, 10.0}) {
        if (value <= step * power * 1.0001)
            return step * power;
    }
    return 10.0 * power;
}

qint64 timeStep(qint64 length, int most)
{
    for (const qint64 step :
         {5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute,
          30 * minute, hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour, 12 * hour}) {
        if (length / step <= most)
            return step;
    }
    for (const qint64 step : {day, 2 * day, 5 * day}) {
        if (length / step <= most)
            return step;
    }
    return 10 * day;
}

// The beginnings of days here, each so many days after the one before, whatever time a clock was changed by.
QList<qint64> daysBetween(qint64 from, qint64 to, qint64 step)
{
    QList<qint64> times;
    for (QDate date = QDateTime::fromMSecsSinceEpoch(from).date();; date = date.addDays(1)) {
        const qint64 begin = date.startOfDay().toMSecsSinceEpoch();
        if (begin > to)
            return times;
        if (begin >= from && date.toJulianDay() % (step / day) == 0)
            times.append(begin);
    }
}

// Round ones on the wall clock here, which may change to or from summer time between them: then one of two hours of the
// same name is left out.
QList<qint64> roundTimes(qint64 from, qint64 to, qint64 step)
{
    const auto onTheWall = [](qint64 time) {
        return time + QDateTime::fromMSecsSinceEpoch(time).offsetFromUtc() * second;
    };
    const qint64 unit = std::min(step, 30 * minute); // no zone changes by less
    QList<qint64> times;
    if (step >= day)
        return daysBetween(from, to, step);
    for (qint64 time = from + (unit - onTheWall(from) % unit) % unit; time <= to; time += unit) {
        if (onTheWall(time) % step == 0 && (times.isEmpty() || 2 * (time - times.constLast()) > step))
            times.append(time);
    }
    return times;
}

} // namespace

void PlotFrame::fitValues(double highest, double fixed, double least, const Scale &scale)
{
    const double inUnits = std::max(highest / scale.size, 0.001) * 1.05;
    const double wanted = fixed > 0.0 ? fixed : std::max(roundUp(inUnits) * scale.size, least);
    if (wanted <= m_ceiling && wanted >= m_ceiling * 0.45 && fixed <= 0.0)
        return;
    if (qFuzzyCompare(wanted, m_ceiling) && scale == m_scale)
        return;
    m_ceiling = wanted;
    m_scale = scale;
    nameValues();
}

void PlotFrame::nameValues()
{
    // The ceiling is 1, 2, 4 or 5 times a power of ten; each splits into steps without odd fractions.
    const double ceiling = m_ceiling / m_scale.size;
    const double leading = ceiling / std::pow(10.0, std::floor(std::log10(ceiling) + 1e-9));
    const int steps = leading > 4.5 ? 5 : 4;
    const double step = ceiling / steps;
    int decimals = 0;
    for (double rest = step; decimals < 4 && std::abs(rest - std::round(rest)) > 1e-6; rest *= 10.0)
        ++decimals;
    m_values.clear();
    for (int i = 0; i <= steps; ++i)
        m_values.append(
            named(i * step * m_scale.size, m_scale.pattern.arg(QLocale().toString(i * step, 'f', decimals))));
}

PlotFrame::Named PlotFrame::named(double place, const QString &text) const
{
    Named made{place, QStaticText(text)};
    made.text.setTextFormat(Qt::PlainText);
    made.text.prepare(QTransform(), m_font);
    return made;
}

void PlotFrame::place(const QSizeF &view, const QFont &font)
{
    m_view = view;
    if (m_font != font) {
        m_font = font;
        m_timeStep = 0;
        if (m_ceiling > 0.0)
            nameValues();
    }
    const QFontMetricsF metrics(font);
    double widest = metrics.horizontalAdvance(QLocale().toString(1000) + u" MiB"_s); // as most labels fit
    for (const Named &value : std::as_const(m_values))
        widest = std::max(widest, value.text.size().width());
    const double left = std::ceil(widest + gap);
    const double right = std::ceil(metrics.horizontalAdvance(u"00:00"_s) / 2);
    const double top = std::ceil(metrics.height() / 2);
    const double bottom = std::ceil(metrics.height() + tick + gap / 2);
    m_plot = {left, top, std::max(1.0, std::floor(view.width() - left - right)),
              std::max(1.0, std::floor(view.height() - top - bottom))};
}

void PlotFrame::setTimes(qint64 from, qint64 to, double columnWidth)
{
    m_columns = std::max(1, static_cast<int>(m_plot.width() / columnWidth));
    const qint64 perColumn = std::max<qint64>(1, (to - from + m_columns - 1) / m_columns);
    m_to = (to + perColumn - 1) / perColumn * perColumn;
    m_from = m_to - perColumn * m_columns;
    nameTimes();
}

void PlotFrame::nameTimes()
{
    const QFontMetricsF metrics(m_font);
    const double wide = metrics.horizontalAdvance(u"00:00:00"_s) * 1.5;
    const int most = std::clamp(static_cast<int>(m_plot.width() / wide), 2, 6);
    const qint64 step = timeStep(m_to - m_from, most);
    const QList<qint64> times = roundTimes(m_from, m_to, step);
    const auto isNamed = [](const Named &name, qint64 time) { return name.place == static_cast<double>(time); };
    if (step == m_timeStep && std::equal(m_times.cbegin(), m_times.cend(), times.cbegin(), times.cend(), isNamed))
        return;
    m_timeStep = step;
    m_times.clear();
    const bool isLong = m_to - m_from > 26 * hour; // then the hour alone says too little
    const QLocale locale;
    for (const qint64 time : times) {
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(time);
        const bool isDay = isLong && local.time() == QTime(0, 0);
        const QString format = isDay || step >= day ? u"d MMM"_s : step < minute ? u"HH:mm:ss"_s : u"HH:mm"_s;
        m_times.append(named(static_cast<double>(time), locale.toString(local, format)));
    }
}

QStringList PlotFrame::timeNames() const
{
    QStringList names;
    for (const Named &time : m_times)
        names.append(time.text.text());
    return names;
}

QPointF PlotFrame::map(const QPointF &timeAndValue) const
{
    const double share = (timeAndValue.x() - static_cast<double>(m_from)) / static_cast<double>(m_to - m_from);
    return {m_plot.left() + share * m_plot.width(),
            m_plot.bottom() - timeAndValue.y() / std::max(m_ceiling, 1e-9) * m_plot.height()};
}

double PlotFrame::fraction(double x) const
{
    return std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
}

qint64 PlotFrame::timeAt(double x) const
{
    return m_from + static_cast<qint64>(fraction(x) * static_cast<double>(m_to - m_from));
}

void PlotFrame::paint(QPainter &painter, const Colours &colours) const
{
    painter.setFont(m_font);
    for (const Named &value : m_values) {
        const double y = std::round(map({0.0, value.place}).y());
        painter.fillRect(QRectF(m_plot.left(), y, m_plot.width(), 1), colours.border);
    }
    for (const Named &time : m_times) {
        const double x = std::round(map({time.place, 0.0}).x());
        painter.fillRect(QRectF(x, m_plot.bottom() + 1, 1, tick), colours.border);
    }
    painter.setPen(colours.muted);
    for (const Named &value : m_values) {
        const double y = std::round(map({0.0, value.place}).y() - value.text.size().height() / 2);
        painter.drawStaticText(QPointF(m_plot.left() - gap - value.text.size().width(), y), value.text);
    }
    for (const Named &time : m_times) {
        const double width = time.text.size().width();
        const double x = std::round(map({time.place, 0.0}).x() - width / 2);
        if (x >= 0.0 && x + width <= m_view.width())
            painter.drawStaticText(QPointF(x, m_plot.bottom() + tick + gap / 2), time.text);
    }
}

} // namespace signalbox::widgets
