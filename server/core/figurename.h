// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace signalbox::core {

// One element of [[component]] figures: which number of a program's answer is meant, and under which name it is a series.
//
//   http_requests_total            Prometheus: the sum of all samples of that name
//   queue{name="a",prio="high"}    … of those that have these labels, whatever others they have
//   pool.workers.0.busy            JSON: members of objects and indices of lists on the way to a number
//   http_requests_total:rate       either, as a counter: how much it grows in a second
struct FigureName
{
    QString name; // as it is configured
    bool isRate = false;
    QString metric;                // of Prometheus
    QMap<QString, QString> labels; // values unescaped
    QStringList path;              // of JSON

    friend bool operator==(const FigureName &, const FigureName &) = default;
};

// What the text means in an answer of either format; problem: why it means nothing, as the end of a sentence that begins
// with the text, else empty.
FigureName prometheusFigure(const QString &text, QString &problem);
FigureName jsonFigure(const QString &text, QString &problem);

// [a-zA-Z_:][a-zA-Z0-9_:]*, as Prometheus has it; a label's name is without ':'.
bool isMetricName(QStringView text);
bool isLabelName(QStringView text);

} // namespace signalbox::core
