// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/blackbox/hostlook.h"
#include "server/core/runtime/process/processdetails.h"
#include "server/model/component.h"
#include "server/model/logline.h"
#include "server/model/metrics.h"

#include <optional>

namespace signalbox::core {

// What goes into one black box.
struct BoxContent
{
    QString why; // its first line
    Timestamp time{};
    QString host;
    Component component;
    std::optional<ComponentFigures> figures; // as they were last
    QList<ProcessLook> processes;
    Milliseconds age{0}; // of the look at these; 0: now
    bool showsArguments = true;
    QByteArray memoryEvents;
    QList<LogLine> lines; // oldest first
    QList<MetricsSample>
        samples; // of the last ten minutes; cpuPercent and memoryPercent are the component's own (SamplesQuery)
    QList<MetricsSample> hostSamples;
    std::optional<HostLook> hostLook;  // nothing: a healthy one, which is cheap
    std::optional<qint64> killsBefore; // HostLook::outOfMemoryKills when the last healthy one was taken
};

// One page of plain text in sections with headings (docs/failures.md, "Black boxes").
QByteArray textOf(const BoxContent &content);

} // namespace signalbox::core
