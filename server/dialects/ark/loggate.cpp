// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/loggate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

QList<LogLine> LogGate::admit(const QString &id, const QList<LogLine> &lines, qint64 leftOut,
                              std::chrono::steady_clock::time_point now)
{
    Gate &gate = m_gates[id];
    const std::chrono::duration<double> passed = now - gate.filled;
    gate.credit = std::min(linesPerSecond, gate.credit + passed.count() * linesPerSecond);
    gate.filled = now;
    const qsizetype admitted = std::min(lines.size(), static_cast<qsizetype>(gate.credit));
    gate.credit -= static_cast<double>(admitted);
    gate.leftOut += leftOut + lines.size() - admitted;
    return lines.last(admitted);
}

bool LogGate::hasLeftOut() const
{
    return std::any_of(m_gates.cbegin(), m_gates.cend(), [](const Gate &gate) { return gate.leftOut > 0; });
}

QList<LogLine> LogGate::takeNotes(Timestamp now)
{
    QList<LogLine> notes;
    for (auto gate = m_gates.begin(); gate != m_gates.end(); ++gate) {
        if (gate->leftOut == 0)
            continue;
        notes.append({gate.key(), 0, now, LogLevel::Warn,
                      u"%1 lines left out here: more than %2 a second; see GET /instances/%3/logs"_s.arg(gate->leftOut)
                          .arg(linesPerSecond)
                          .arg(gate.key()),
                      false, LogSource::Server});
        gate->leftOut = 0;
    }
    return notes;
}

} // namespace signalbox::ark
