// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/programfigures.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace signalbox::core {

namespace {

QJsonValue memberOf(const QJsonValue &value, const QString &name)
{
    if (!value.isArray())
        return value.toObject().value(name);
    bool isIndex = false;
    const int index = name.toInt(&isIndex);
    return isIndex && index >= 0 ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

QList<FigureName> figureNames(MetricsSource::Format format, const QStringList &figures)
{
    QList<FigureName> names;
    QString problem;
    for (const QString &figure : figures)
        names.append(format == MetricsSource::Format::Json ? jsonFigure(figure, problem)
                                                           : prometheusFigure(figure, problem));
    return names;
}

FigureValues readJsonFigures(const QJsonObject &report, const QList<FigureName> &figures)
{
    FigureValues values;
    for (const FigureName &figure : figures) {
        QJsonValue value = report;
        for (const QString &name : figure.path)
            value = memberOf(value, name);
        const double number = value.toDouble();
        values.append(value.isDouble() && std::isfinite(number) ? std::optional(number) : std::nullopt);
    }
    return values;
}

QMap<QString, double> FigureRates::take(const QList<FigureName> &figures, const FigureValues &values,
                                        std::chrono::steady_clock::time_point now)
{
    QMap<QString, double> known;
    for (qsizetype i = 0; i < figures.size(); ++i) {
        const FigureName &figure = figures.at(i);
        const std::optional<double> value = values.value(i);
        if (!value)
            continue;
        if (!figure.isRate) {
            known.insert(figure.name, *value);
            continue;
        }
        const auto last = m_last.constFind(figure.name);
        if (last != m_last.cend() && now > last->at) {
            // A counter that is less than it was began again at nothing.
            const double grown = *value >= last->value ? *value - last->value : *value;
            known.insert(figure.name, grown / std::chrono::duration<double>(now - last->at).count());
        }
        m_last.insert(figure.name, {*value, now});
    }
    return known;
}

} // namespace signalbox::core
