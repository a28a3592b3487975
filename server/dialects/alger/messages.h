// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace signalbox::alger {

// A readable frame of a client. Its content may still be wrong: then contentProblem says how, because such a frame is
// answered with its id as requestId, unlike a frame that cannot be read.
struct Incoming
{
    qint64 id = 0;
    qint64 requestId = 0;
    qint64 type = 0;
    QJsonObject content;
    QString contentProblem; // empty: none
};

struct Outgoing
{
    qint64 id = 0;
    qint64 requestId = 0;
    int type = 0;
    QByteArray content; // JSON, UTF-8; travels as a string
};

} // namespace signalbox::alger
