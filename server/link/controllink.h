// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/clientframe.h"
#include "server/model/query.h"
#include "server/model/snapshot.h"

#include <QObject>

namespace signalbox::link {

// What a window may see and ask, wherever the server is: the replica of its Snapshot, the Changes as they
// come, Commands and Queries. Lives on the window's thread; owned by app/desktop. Nothing here blocks.
class ControlLink : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Equal to the Hub's after the last changed(). Valid until control returns to the event loop.
    virtual const Snapshot &snapshot() const = 0;

    // Whether Changes arrive at all; false before the first Snapshot and after the server went away.
    virtual bool isConnected() const = 0;

    // Always followed by exactly one completed() with the returned id, also when refused at once.
    virtual CommandId submit(CommandBody body) = 0;

    // Always followed by exactly one answered() with the returned id.
    virtual QueryId ask(QueryBody body) = 0;

    // Live log lines of one component until told otherwise; they arrive in batches by logLines().
    virtual void followLog(const QString &componentId) = 0;
    virtual void unfollowLog(const QString &componentId) = 0;

    // The frames one connected client exchanges from now on; they arrive in batches by clientFrames().
    virtual void followClient(const QString &clientId) = 0;
    virtual void unfollowClient(const QString &clientId) = 0;

    // Live output of an execution (pow calls and tasks), and the input that the person at the window types to a call.
    virtual void followOutput(const QString &executionId) = 0;
    virtual void unfollowOutput(const QString &executionId) = 0;
    virtual void sendInput(const QString &executionId, const QByteArray &bytes) = 0;
    virtual void closeInput(const QString &executionId) = 0;

Q_SIGNALS:
    void connectedChanged(bool connected);
    // snapshot() is a new one: first connection, reconnection, or more Changes than a busy window could take. All
    // follows have ended. replaced: what snapshot() was before.
    void snapshotReplaced(const signalbox::Snapshot &replaced);
    void changed(const signalbox::Change &change, const signalbox::Replaced &replaced); // applied to snapshot()
    // subject: the id of what the Command was about or created; error is empty on success.
    void completed(const signalbox::CommandId &command, const QString &subject,
                   const std::optional<signalbox::Error> &error);
    // Emitted before completed() of a Command that made a secret (IssueToken: the token), only by the link that
    // submitted it.
    void secretReceived(const signalbox::CommandId &command, const QString &secret);
    void answered(signalbox::QueryId query, const signalbox::Result<signalbox::Answer> &answer);
    // leftOut: lines or frames dropped because they came faster than they can be shown.
    void logLines(const QString &componentId, const QList<signalbox::LogLine> &lines, qint64 leftOut);
    void clientFrames(const QString &clientId, const QList<signalbox::ClientFrame> &frames, qint64 leftOut);
    // position: as in core::LiveStreams::ReceiveBytes; OutputChunk::start says where stored output stands in the same.
    void outputReceived(const QString &executionId, qint64 position, const QByteArray &bytes);
};

} // namespace signalbox::link
