// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/catalogue.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>
#include <variant>

namespace signalbox {

// Of a pipeline that ran as an ad-hoc graph: enough to run it again.
struct GraphDetails
{
    QList<PipelineNode> nodes;
    QJsonObject original; // as the client sent it

    friend bool operator==(const GraphDetails &, const GraphDetails &) = default;
};

// One task of an experiment: fills the places of its command.
struct ParameterSet
{
    QString id; // empty: named after its position
    QJsonObject values;

    friend bool operator==(const ParameterSet &, const ParameterSet &) = default;
};

struct ExperimentDetails
{
    QString description{};
    QString commandTemplate{};
    QList<ParameterSet> parameters{};
    int maxRetries = 0;                    // per task
    std::optional<QJsonObject> metadata{}; // of the client, kept for it

    friend bool operator==(const ExperimentDetails &, const ExperimentDetails &) = default;
};

// Of a job (server/model/job.h).
struct JobDetails
{
    QString jobType{};
    QString instanceId{}; // empty: the job is about none
    QString agentId{};    // empty while no agent can be found
    int priority = 0;     // higher is given out earlier
    int retryCount = 0;   // how often its agent vanished
    QJsonValue errorDetails = QJsonValue::Undefined;

    friend bool operator==(const JobDetails &, const JobDetails &) = default;
};

// What only executions of one kind have. std::monostate: pipelines of the catalogue and processes.
using KindDetails = std::variant<std::monostate, GraphDetails, ExperimentDetails, JobDetails>;

} // namespace signalbox
