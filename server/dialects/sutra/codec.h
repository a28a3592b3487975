// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/sutra/messages.h"
#include "server/model/snapshot.h"

#include <QByteArray>

#include <optional>

namespace signalbox::sutra {

// What JSON says null of where there is none.
std::optional<QString> unlessEmpty(const QString &text);
std::optional<QString> isoTime(const std::optional<Timestamp> &time);

// The status object, members in the order of the protocol document, nulls included.
QByteArray status(const Snapshot &snapshot, const StatusFilter &filter = {});

// component: one of snapshot. now: the moment that uptime is of; in a status object snapshot.metrics.time, so that a
// frame is consistent in itself.
QByteArray componentObject(const Snapshot &snapshot, const Component &component, Timestamp now);

// {"success":true,"component":{…}}, with "needed_by":[…] unless that is empty.
QByteArray success(const QByteArray &component, const QStringList &neededBy = {});
// {"success":false,"error":…}, with "component" unless it is empty.
QByteArray failure(const QString &error, const QByteArray &component = {});
QByteArray detail(const QString &text); // {"detail":…}: unknown path, wrong method

// The filter of a subscribe message, of names that snapshot knows; nothing for other frames, which this wire ignores.
std::optional<StatusFilter> readSubscribe(const QByteArray &utf8, const Snapshot &snapshot);

} // namespace signalbox::sutra
