// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/figurename.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace signalbox::core {

// One line of the text format of Prometheus (version 0.0.4, and what OpenMetrics adds behind the value):
//   http_requests_total{method="post",code="200"} 1027 1395066363000
struct PrometheusSample
{
    QByteArrayView name;
    QList<std::pair<QByteArrayView, QByteArray>> labels; // values unescaped
    double value = 0.0;                                  // may be NaN or infinite
};
std::optional<PrometheusSample> readPrometheusLine(QByteArrayView line); // nothing: it is none

// For each figure the sum of the samples that it names; nothing: there is none, or it is no finite number. Lines that are
// no samples are left out. Nothing at all: not one line of the text is a sample or a comment of this format. Costs one
// pass over the text; labels are read of the lines that a figure names.
std::optional<QList<std::optional<double>>> readPrometheusText(QByteArrayView text, const QList<FigureName> &figures);

} // namespace signalbox::core
