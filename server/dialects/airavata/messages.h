// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/codes.h"
#include "server/model/time.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <optional>

namespace signalbox::airavata {

// What events are about and clients subscribe to: the resource types of the protocol document, and worker. Everyone has
// no name on the wire; it stands for all connections.
enum class ResourceType : quint8 { Experiment, Task, Project, User, Worker, System, Everyone };

QString toString(ResourceType type); // "experiment" …
std::optional<ResourceType> resourceTypeFromString(const QString &text);

struct Resource
{
    ResourceType type = ResourceType::Experiment;
    QString id; // empty for System and Everyone

    friend bool operator==(const Resource &, const Resource &) = default;
    friend size_t qHash(const Resource &resource, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<quint8>(resource.type), resource.id);
    }
};

// A readable frame of a client.
struct Incoming
{
    enum class Action : quint8 { Ping, Pong, Statistics, Subscribe, Unsubscribe };

    Action action = Action::Ping;
    QString resourceType; // as sent; both empty when there were none
    QString resourceId;

    friend bool operator==(const Incoming &, const Incoming &) = default;
};

struct Outgoing
{
    Type type = Type::Ping;
    QString id;
    Timestamp time{};
    QByteArray data;                 // JSON; empty: none
    QString error;                   // Type::Error only
    std::optional<Resource> subject; // events only
};

} // namespace signalbox::airavata
