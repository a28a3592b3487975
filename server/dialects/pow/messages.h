// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

namespace signalbox::pow {

// What starts a process: the first binary frame, and the body of POST /new.
struct CallMessage
{
    QString process; // empty when the member is missing
    QStringList params;
    bool hasParams = false; // the member is there, if only as []

    friend bool operator==(const CallMessage &, const CallMessage &) = default;
};

enum class Signal { None, CloseInput, Cancel };

// How a call ended.
struct Outcome
{
    bool isFulfilled = false;
    QJsonValue value = QJsonValue::Undefined; // null on the wire
    QString reason;
    // The reason is the process's: after reason::processError over a WebSocket, alone over REST (README.md, "REST").
    bool isOfProcess = false;

    static Outcome fulfilled(const QJsonValue &value) { return {true, value, {}, true}; }
    static Outcome refused(const QString &reason) { return {false, QJsonValue::Undefined, reason, false}; }
    static Outcome failed(const QString &reason) { return {false, QJsonValue::Undefined, reason, true}; }

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

} // namespace signalbox::pow
