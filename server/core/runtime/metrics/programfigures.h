// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/figurename.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace signalbox::core {

// What [[component]] figures names, in the format of its metrics. The configuration was checked.
QList<FigureName> figureNames(MetricsSource::Format format, const QStringList &figures);

// Numbers in the order of the figures; nothing for one that is not there, or no finite number.
using FigureValues = QList<std::optional<double>>;
FigureValues readJsonFigures(const QJsonObject &report, const QList<FigureName> &figures);

// Makes rates of counters: how much each has grown in a second since it was taken last. Values; one per source.
class FigureRates
{
public:
    // By name, without what is not known: a figure that is missing, and a counter that was read for the first time.
    QMap<QString, double> take(const QList<FigureName> &figures, const FigureValues &values,
                               std::chrono::steady_clock::time_point now);
    void clear() { m_last.clear(); }

private:
    struct Reading
    {
        double value = 0.0;
        std::chrono::steady_clock::time_point at{};
    };
    QHash<QString, Reading> m_last; // by the name of the figure
};

} // namespace signalbox::core
