// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace signalbox::pow {

// Listening to one process's output; destroying it ends the listening, and the process goes on.
class OutputHandle
{
public:
    virtual ~OutputHandle() = default;

    // The process blocks on its pipe meanwhile; nothing is lost.
    virtual void setPaused(bool paused) = 0;
};

// The input and live output of process calls as this dialect needs them: the runtime's engine, or a fake in tests.
// Server thread; owned by Server, outlives the factory.
class ProcessStreams : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    using Receive = std::function<void(const QByteArray &bytes)>;

    // Possible from the moment the call was started; kept until the process reads it.
    // NotFound: no such call runs; Conflict: its input is closed; Capacity: too much is waiting.
    virtual Result<void> write(const QString &executionId, const QByteArray &bytes) = 0;
    virtual Result<void> closeInput(const QString &executionId) = 0;
    virtual qint64 pendingInputBytes(const QString &executionId) const = 0;

    // From now on; everything is delivered before the execution's final Change. Null when no such call runs.
    virtual std::unique_ptr<OutputHandle> tap(const QString &executionId, QObject *context, Receive receive) = 0;

Q_SIGNALS:
    void inputWritten(const QString &executionId, qint64 pendingBytes);
};

} // namespace signalbox::pow
