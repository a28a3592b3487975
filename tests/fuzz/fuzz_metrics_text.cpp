// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/metricsanswer.h"
#include "server/core/runtime/metrics/prometheustext.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace signalbox::core;

// The answer of a component, in both formats. The first line of the input is the figure that is looked for.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = bytesOf(data, size);
    const qsizetype end = std::max<qsizetype>(input.indexOf('\n'), 0);
    const QString wanted = QString::fromUtf8(input.first(end));
    const QByteArray text = input.sliced(std::min(end + 1, input.size()));
    QString problem;
    const FigureName prometheus = prometheusFigure(wanted, problem);
    const bool isName = problem.isEmpty();
    if (const auto values = readPrometheusText(text, {prometheus})) {
        require(values->size() == 1);
        require(!values->first() || std::isfinite(*values->first()));
        require(!values->first() || text.contains(prometheus.metric.toUtf8()));
    }
    for (const QByteArray &line : text.split('\n')) {
        const auto sample = readPrometheusLine(line);
        // One that is read is found by its own name.
        if (!sample || !std::isfinite(sample->value) || line.contains('\r'))
            continue;
        FigureName same;
        same.metric = QString::fromUtf8(sample->name);
        const auto found = readPrometheusText(line, {same});
        require(found && found->first() && *found->first() == sample->value);
    }
    (void)readMetricsAnswer(text, MetricsSource::Format::Json, {jsonFigure(wanted, problem)});
    require(!isName || isMetricName(prometheus.metric));
    return 0;
}
