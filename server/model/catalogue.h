// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/time.h"
#include "server/model/user.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace signalbox {

// A [[kind]] of the configuration: a command for nodes. Nodes of an ad-hoc graph may run configured kinds only.
struct NodeKind
{
    QString name;
    int minInputs = 0;
    int maxInputs = std::numeric_limits<int>::max();
    QStringList command;   // with {param:x} placeholders, each one argument
    bool progress = true;  // its nodes may tell how far they are (docs/interface.md, "What a node finds")
    QStringList secrets{}; // names of [secrets] that its nodes get
    QString description{};

    friend bool operator==(const NodeKind &, const NodeKind &) = default;
};

struct PipelineNode
{
    QString id;
    QString kind;        // empty when the node has its own command
    QStringList command; // empty when the node has a kind
    QJsonObject params;
    QStringList after;     // predecessors, in the order their output is concatenated
    QStringList secrets{}; // names of [secrets], besides those of its kind; none in an ad-hoc graph

    friend bool operator==(const PipelineNode &, const PipelineNode &) = default;
};

struct Pipeline
{
    QString id;
    QString name;
    QString description;
    QString project;
    bool cancelOnFailure = false; // false: what does not depend on a failed node still runs
    QList<PipelineNode> nodes;
    Timestamp createdAt{};
    Timestamp updatedAt{};
    bool progress = true; // false: none of its nodes, whatever their kinds say

    friend bool operator==(const Pipeline &, const Pipeline &) = default;
};

// A [[process]] of the configuration: a named command that can be called over pow-1.
struct ProcessDefinition
{
    enum class Params : quint8 { Ignore, Append, Named };
    enum class ResultFrom : quint8 { None, Params, ExitCode, LastLine };

    QString name;
    QStringList command;
    QString workingDirectory; // relative to the data dir; empty: one of its own for each call
    QMap<QString, QString> environment;
    Params params = Params::Ignore;
    ResultFrom result = ResultFrom::None;
    Role role = Role::Operator; // least role that may call it
    Milliseconds timeout{0};    // 0: none
    QStringList secrets{};      // names of [secrets]
    QString description{};

    friend bool operator==(const ProcessDefinition &, const ProcessDefinition &) = default;
};

// What can be started, as configured. Replaced as a whole by a reload.
struct Catalogue
{
    QList<NodeKind> kinds;
    QList<Pipeline> pipelines;
    QList<ProcessDefinition> processes;
    QStringList experimentTemplates; // [experiments], as configured
    QStringList experimentPrograms;  // ["*"]: anything

    const NodeKind *kind(const QString &name) const;
    const Pipeline *pipeline(const QString &id) const;
    const ProcessDefinition *process(const QString &name) const;

    friend bool operator==(const Catalogue &, const Catalogue &) = default;
};

} // namespace signalbox
