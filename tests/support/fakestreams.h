// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/livestreams.h"

#include <QStringList>

namespace signalbox::test {

// Streams without any process behind them: remembers which logs are followed. Test thread.
class FakeStreams : public core::LiveStreams
{
public:
    Result<void> write(const QString &, const QByteArray &) override { return unexpected(ErrorCode::NotFound); }
    Result<void> closeInput(const QString &) override { return unexpected(ErrorCode::NotFound); }
    qint64 pendingInputBytes(const QString &) const override { return 0; }
    core::Follow followOutput(const QString &, ReceiveBytes) override { return nullptr; }
    qint64 storedFrom(const QString &) const override { return 0; }
    core::Follow followLog(const QString &id, ReceiveLines receive) override
    {
        return logs.add(id, std::move(receive));
    }
    core::Follow followFrames(const QString &id, ReceiveFrames receive) override
    {
        return frames.add(id, std::move(receive));
    }

    QStringList follows; // "+storage", "-storage": logs, as they came
    core::Followers<LogLine> logs{
        [this](const QString &id, bool followed) { follows.append((followed ? u'+' : u'-') + id); }};
    core::Followers<ClientFrame> frames;
};

} // namespace signalbox::test
