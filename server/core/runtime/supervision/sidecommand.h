// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/process/guardedprocess.h"

#include <QObject>

namespace signalbox::core {

Reason describe(const ExitStatus &status); // "exit status 1", "killed by signal 9 (KILL)"

// One command that runs beside a component: a hook, or a try of a probe. None of its processes is left when it has ended; at
// its time-out they are killed.
// Server thread; owned by the object that waits for it; destroying it kills what runs.
class SideCommand : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 mostBytes = 1024 * 1024; // of its output; the rest is read and dropped

    // Of the spec the streams are set here.
    SideCommand(Clock &clock, ProcessSpec spec, Milliseconds timeout);

    void start();                         // emits nothing before it returns
    void endWithin(Milliseconds timeout); // from now on; can only shorten

Q_SIGNALS:
    void printed(const QString &line); // as text for people
    // Once. problem: empty, or for people: "exit status 3: no such table", whose end is the last line it has printed.
    void ended(const signalbox::Reason &problem);

private:
    void take(const QByteArray &bytes);
    void tell(QByteArrayView line, bool cut);
    void end(Reason problem);

    Clock &m_clock;
    ProcessSpec m_spec;
    Milliseconds m_timeout;
    GuardedProcess m_process;
    LineSplitter m_lines;
    qint64 m_bytes = 0;
    QString m_lastLine;
    Reason m_lateness; // not empty: being killed
};

} // namespace signalbox::core
