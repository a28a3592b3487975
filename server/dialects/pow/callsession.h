// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/dialects/pow/messages.h"
#include "server/dialects/pow/processstreams.h"
#include "server/dialects/pow/utf8sanitizer.h"

#include <QHash>

namespace signalbox::pow {

class Call;

// What all calls share. Outlives them; owned by PowFactory.
struct Calls
{
    core::Hub &hub;
    ProcessStreams &streams;
    QHash<QString, Call *> running; // by execution: who hears of which Change
};

// One call as its caller sees it, whichever transport it came by: started, fed, heard, ended. The execution itself is the
// model's. Server thread; owned by the connection or REST session that asked for it; destroying it cancels what runs.
class Call final : public QObject
{
    Q_OBJECT

public:
    // actor: who calls, and therefore who owns the execution.
    Call(Calls &calls, Actor actor);
    ~Call() override;

    // The execution's id; durable() follows. Or why there is none: Outcome::reason of a refused call. It may have ended
    // already when this returns.
    Result<QString> start(const CallMessage &message);
    bool isRunning() const { return !m_id.isEmpty() && !m_outcome; }
    const std::optional<Outcome> &outcome() const { return m_outcome; }

    // Unchanged to the process's standard input.
    Result<void> write(const QByteArray &bytes);
    void closeInput();
    qint64 pendingInputBytes() const;
    // done follows when nothing of the process runs any more, or after a deadline.
    void cancel(std::function<void()> done = {});
    void setOutputPaused(bool paused);

    void executionChanged(const Execution &execution); // from PowFactory

Q_SIGNALS:
    void outputReceived(const QByteArray &utf8);
    void inputWritten(qint64 pendingBytes);
    void durable(); // or it never will be; the outcome says why
    void ended();   // after the last output; the outcome is there

private:
    void listenTo();
    void submitCancel(QObject *context, core::Settled settled);

    Calls &m_calls;
    Actor m_actor;
    QString m_id; // empty until started
    std::unique_ptr<OutputHandle> m_output;
    Utf8Sanitizer m_sanitizer;
    std::optional<Outcome> m_outcome;
    bool m_isCancelledByCaller = false;
};

// What a caller is told about a call that was not started, without the words before it (codes.h, reason).
QString refusalOf(const Error &error);

} // namespace signalbox::pow
