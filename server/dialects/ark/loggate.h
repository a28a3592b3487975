// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QHash>

#include <chrono>

namespace signalbox::ark {

// Lets 50 lines a second of each instance through and counts the others. Server thread; owned by ArkDialect.
class LogGate
{
public:
    static constexpr double linesPerSecond = 50;

    // The newest of these lines that may pass. leftOut: lines that LiveStreams left out before.
    QList<LogLine> admit(const QString &id, const QList<LogLine> &lines, qint64 leftOut,
                         std::chrono::steady_clock::time_point now);

    bool hasLeftOut() const;
    // One WARN line for every instance of which lines were left out since the last call.
    QList<LogLine> takeNotes(Timestamp now);
    void forget(const QString &id) { m_gates.remove(id); }

private:
    struct Gate
    {
        double credit = linesPerSecond;
        std::chrono::steady_clock::time_point filled{};
        qint64 leftOut = 0;
    };

    QHash<QString, Gate> m_gates;
};

} // namespace signalbox::ark
