// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/live/logfeed.h"

#include <QTimer>

namespace signalbox::widgets {

// What a node of an execution, or a call, has printed, as lines of a log: the newest MiB of its stored output, and what comes
// to that while it runs. Output has no times: what is there already stands at the time when the node began, what comes later
// at the time when it was seen. LogLine::number is the position of the line's first byte.
// GUI thread; owned by LogPanel, as each LogFeed.
class OutputFeed final : public LogFeed
{
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 1 << 20; // read at once
    static constexpr Milliseconds pause{100};    // between two readings

    OutputFeed(Replica &replica, const LogOrigin &origin);

    void load(int lines, std::optional<qint64> around) override;
    void stop() override;
    bool isOn() const override { return m_isOn; }

    // Of a node output and errors as they came; of a call there is one output.
    static OutputStream streamOf(const LogOrigin &origin);

private:
    enum class Step { Size, Tail, More };

    void ask(Step step);
    void take(const Result<OutputChunk> &chunk, Step step);
    QList<LogLine> split(const OutputChunk &chunk, Timestamp time, bool isWhole);
    void readOn();
    bool hasEnded() const;
    Timestamp began() const;

    Replica &m_replica;
    Following m_following;
    Asking m_asking;
    QTimer m_pause;
    int m_lines = 0;
    qint64 m_have = 0; // up to the last line that is whole
    bool m_isOn = false;
    bool m_isDone = false; // it has ended, and all of it was read
};

} // namespace signalbox::widgets
