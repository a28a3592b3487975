// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace signalbox::sutra {

// What a client asked to be narrowed to (sutra.md, Client → Server, v0.2.0). Nothing: everything.
struct Narrowing
{
    std::optional<QStringList> components; // component ids
    std::optional<QStringList> metrics;    // member names, or the document's "cpu" and "memory"

    friend bool operator==(const Narrowing &, const Narrowing &) = default;
};

// The status object, members in the order of sutra.md (Server → Client: Status Update), nulls included.
QByteArray status(const Snapshot &snapshot, const Narrowing &narrowing = {});

// Uptime is of snapshot.metrics.time when that is newer than the start, so that a frame is consistent in
// itself.
QByteArray componentObject(const Component &component, Timestamp now);

QByteArray success(const QByteArray &component); // {"success":true,"component":{…}}
// {"success":false,"error":…}, and component when there is one.
QByteArray failure(const QString &error, const QByteArray &component = {});
QByteArray detail(const QString &text); // {"detail":…}: unknown path, wrong method

// Every frame of this wire, as Markdown; also in this folder's README.
QString protocolTable();

// A subscribe message, or nothing for everything else: client frames are ignored on this wire.
std::optional<Narrowing> readSubscribe(const QByteArray &utf8);

} // namespace signalbox::sutra
