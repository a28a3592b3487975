// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "server/model/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace signalbox::core {

// Listening to one process's output; destroying it ends the listening, and the process goes on.
class OutputHandle
{
public:
    virtual ~OutputHandle() = default;

    // The process blocks on its pipe meanwhile; nothing is lost.
    virtual void setPaused(bool paused) = 0;
};

// What is too frequent for Changes, as dialects see it: the input and live output of process calls, and the log lines of
// components. Implemented by RuntimeStreams, and by fakes in tests. Server thread; owned by Server, outlives the dialects.
class LiveStreams : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    using Receive = std::function<void(const QByteArray &bytes)>;

    // Possible from the moment the call was started; stored until the process reads it.
    // NotFound: no such call runs; Conflict: its input is closed; Capacity: too much is waiting.
    virtual Result<void> write(const QString &executionId, const QByteArray &bytes) = 0;
    virtual Result<void> closeInput(const QString &executionId) = 0;
    virtual qint64 pendingInputBytes(const QString &executionId) const = 0;

    // From now on; everything is delivered before the execution's final Change. Null when no such call runs.
    virtual std::unique_ptr<OutputHandle> tap(const QString &executionId, QObject *context, Receive receive) = 0;

    // Counted: logLinesAdded() tells of a component from its first followLog() to its last unfollowLog().
    virtual void followLog(const QString &componentId) = 0;
    virtual void unfollowLog(const QString &componentId) = 0;

Q_SIGNALS:
    void inputWritten(const QString &executionId, qint64 pendingBytes);
    // leftOut: lines of the component that came faster than they could be told, since the last time.
    void logLinesAdded(const QString &componentId, const QList<signalbox::LogLine> &lines, qint64 leftOut);
};

} // namespace signalbox::core
