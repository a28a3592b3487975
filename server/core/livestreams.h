// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/follow.h"
#include "server/model/clientframe.h"
#include "server/model/logline.h"
#include "server/model/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

namespace signalbox::core {

// What is too frequent for Changes, as dialects and links see it: input and live output of executions, the log lines of
// components, the frames of clients. Implemented by RuntimeStreams, and by fakes in tests. Server thread; owned by
// Server, outlives the dialects and links.
//
// follow…(): receive is called from now on, until the Follow is destroyed.
class LiveStreams : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // position: of the first of these bytes in all that was printed; of several nodes, in what their node printed.
    using ReceiveBytes = std::function<void(qint64 position, const QByteArray &bytes)>;
    using ReceiveLines = Followers<LogLine>::Receive;
    using ReceiveFrames = Followers<ClientFrame>::Receive;

    // Possible from the moment the call was started; stored until the process reads it.
    // NotFound: no such call runs; Conflict: its input is closed; Capacity: too much is waiting.
    virtual Result<void> write(const QString &executionId, const QByteArray &bytes) = 0;
    virtual Result<void> closeInput(const QString &executionId) = 0;
    virtual qint64 pendingInputBytes(const QString &executionId) const = 0;

    // Everything is delivered before the execution's final Change. Null when no such execution runs. A process call
    // blocks on its pipe while any of its followers is paused, and nothing is lost; tasks of pipelines and experiments
    // run on, and a follower that is more than 1 MiB behind misses the bytes before that.
    virtual Follow followOutput(const QString &executionId, ReceiveBytes receive) = 0;

    // Where the stored output of a process call that runs begins in all that it printed: 0 until older output was
    // dropped, and for everything else.
    virtual qint64 storedFrom(const QString &executionId) const = 0;

    // In batches. leftOut: lines or frames that came faster than they could be told, since the last batch.
    virtual Follow followLog(const QString &componentId, ReceiveLines receive) = 0;
    virtual Follow followFrames(const QString &clientId, ReceiveFrames receive) = 0;

Q_SIGNALS:
    void inputWritten(const QString &executionId, qint64 pendingBytes);
};

} // namespace signalbox::core
