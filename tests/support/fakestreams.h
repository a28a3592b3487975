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
    std::unique_ptr<core::OutputHandle> tap(const QString &, QObject *, Receive) override { return nullptr; }
    void followLog(const QString &componentId) override { follows.append(u'+' + componentId); }
    void unfollowLog(const QString &componentId) override { follows.append(u'-' + componentId); }

    QStringList follows; // "+storage", "-storage", as they came
};

} // namespace signalbox::test
