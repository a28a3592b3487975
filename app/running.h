// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QJsonObject>

namespace signalbox::app {

// Asks the Signalbox that serves in this data directory (ControlSocket), and waits for the answer. NotFound: none answers
// there; Internal: it says that it cannot, with why.
Result<QJsonObject> askRunning(const QString &dataDirectory, const QJsonObject &question);

// The program that serves there, as it says itself.
struct Running
{
    qint64 pid = 0;
    QString user;
    bool hasWindow = false;
    QString since;  // UTC, for people
    QString url;    // of its page, or of what it has beside that
    QString config; // the path of its file; empty: the built-in example
};
Result<Running> findRunning(const QString &dataDirectory);

// Why this start cannot be beside that one, and how to look at that.
QString besideText(const Running &running, const QString &dataDirectory);

} // namespace signalbox::app
