// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace signalbox::gateway {

// Which web pages may send requests from a browser (docs/model.md, "Who may do what"). Pure functions.

// "localhost", "*.localhost", 127.0.0.0/8, ::1; without port, with or without brackets.
bool isLoopbackName(const QString &host);

// The Origin rule: no Origin, or that of the same host, passes; on a loopback listener every loopback origin passes;
// others must be listed.
bool isOriginAllowed(const QByteArray &origin, const QByteArray &host, bool loopbackListener,
                     const QStringList &listed);

// Against DNS rebinding: a loopback listener answers only to loopback names and to the address it is bound
// to. A request without Host passes: browsers always send one.
bool isHostAllowed(const QByteArray &host, const QString &boundAddress, bool loopbackListener);

} // namespace signalbox::gateway
