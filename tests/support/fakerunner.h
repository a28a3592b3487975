// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/runner.h"

#include <QFile>
#include <QList>
#include <QPointer>

namespace signalbox::test {

// A task that runs nowhere: it ends when the test says so. Test thread; owned by the caller of FakeRunner::start().
class FakeTask final : public core::RunningTask
{
    Q_OBJECT

public:
    explicit FakeTask(core::TaskSpec wanted) : spec(std::move(wanted)) {}

    void stop() override { ++stops; }
    Result<void> write(const QByteArray &bytes) override
    {
        input += bytes;
        return {};
    }
    void closeInput() override { isInputClosed = true; }
    qint64 pendingInputBytes() const override { return 0; }
    void setOutputPaused(bool paused) override { isPaused = paused; }

    // Leaves what a command would have printed, and ends.
    void succeed(const QByteArray &printed = {})
    {
        QFile file(spec.outputFile);
        if (!spec.streamed && file.open(QIODevice::WriteOnly))
            file.write(printed);
        file.close();
        Q_EMIT ended({0, {}, false});
    }
    void fail(const QString &error) { Q_EMIT ended({std::nullopt, error, stops > 0}); }

    const core::TaskSpec spec;
    int stops = 0;
    QByteArray input;
    bool isInputClosed = false;
    bool isPaused = false;
};

// Starts nothing and remembers what it was asked to start: what a runner on other hosts would be told.
class FakeRunner final : public core::Runner
{
public:
    std::unique_ptr<core::RunningTask> start(const core::TaskSpec &spec) override
    {
        auto task = std::make_unique<FakeTask>(spec);
        tasks.append(task.get());
        return task;
    }

    // The newest task whose command begins with this word; null: there is none, or it is gone.
    FakeTask *task(const QString &program) const
    {
        for (auto at = tasks.crbegin(); at != tasks.crend(); ++at) {
            if (*at && (*at)->spec.command.constFirst() == program)
                return *at;
        }
        return nullptr;
    }

    QList<QPointer<FakeTask>> tasks; // in the order they were started
};

} // namespace signalbox::test
