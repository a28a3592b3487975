// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/command.h"
#include "server/model/component.h"
#include "server/model/execution.h"
#include "server/model/logline.h"
#include "server/model/metrics.h"
#include "server/model/serverinfo.h"
#include "server/model/time.h"

#include <QDateTime>
#include <QString>

namespace signalbox::widgets::format {

// Figures and words as people read them, in the locale of the window. Protocol texts never pass here.

QDateTime local(Timestamp time);
QString clockTime(Timestamp time);              // 14:03:22
QString clockTimeWithMilliseconds(Timestamp t); // 14:03:22.125
QString dateTime(Timestamp time);               // today: the time alone
QString duration(Milliseconds duration);        // "42 s", "12 min 5 s", "3 h 04 min", "2 d 3 h"
// How long something took, with hundredths of a second when it was short; or has taken so far, in whole ones.
QString lasted(Timestamp started, const std::optional<Timestamp> &ended, Timestamp now);
QString bytes(qint64 count);    // 1.5 KiB
QString byteUnit(qint64 count); // KiB for 1024, and so on
QString megabytes(double mebibytes);
QString memory(const ComponentFigures &figures); // at most this where shared memory counts more than once
QString memoryTip(const ComponentFigures &figures);
QString percentPattern(); // %1 is the number
QString percent(double value);
QString number(double value, int decimals = 1);
QString count(qint64 value);
QString plainNumber(qint64 value);                      // without separators: of a process, a port
QString dash();                                         // for what is not known
QString failedComponents(int count);                    // "3 components have failed"
QString degradedComponents(int count);                  // "3 components are degraded"
QString unfinishedExecutions(int running, int waiting); // "3 executions running · 1 waiting"
QString address(const ListenerInfo &listener);  // every one, with its port, as in a URL; localhost for both loopbacks
QString firstNames(const QStringList &names);   // as many as a line takes
QString namesAndMore(const QStringList &names); // five at most: "a, b and 3 more"

QString state(ComponentState state);
QString state(const Component &component);     // that, or done, or degraded
QString why(const Component &component);       // it is in this state; may be empty
QString whyInFull(const Component &component); // for tips
QString state(ExecutionState state);
QString symbol(ExecutionState state); // one character that says the same without colour
QString kind(ExecutionKind kind);
QString mode(Mode mode);
QString level(LogLevel level);

// One argument list as something a shell would take back.
QString commandLine(const QStringList &command);

} // namespace signalbox::widgets::format
