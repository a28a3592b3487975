// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"

#include <QList>
#include <QString>

#include <optional>

namespace signalbox {

// What one component used during one tick; see MetricsSample::components.
struct ComponentFigures
{
    QString id;
    double cpuPercent = 0.0; // of one core, whole process tree
    double memoryMb = 0.0;   // resident, MiB

    friend bool operator==(const ComponentFigures &, const ComponentFigures &) = default;
};

// Everything measured at one tick. Wires, charts and store all use this one value.
struct MetricsSample
{
    Timestamp time{};
    qint64 totalConcepts = 0;
    qint64 totalAssociations = 0;
    double storageSizeMb = 0.0;
    double queriesPerSecond = 0.0;
    double averageLatencyMs = 0.0;
    double cpuPercent = 0.0;    // host, 0…100
    double memoryPercent = 0.0; // host, 0…100
    int clients = 0;
    int runningExecutions = 0;
    QList<ComponentFigures> components; // only those that run

    friend bool operator==(const MetricsSample &, const MetricsSample &) = default;
};

// What the gateway handled since Gateway::takeRequestFigures() was last called.
struct RequestFigures
{
    qint64 requests = 0;                 // HTTP requests and WebSocket messages
    std::chrono::nanoseconds latency{0}; // sum
};

} // namespace signalbox
