// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/livestreams.h"
#include "server/dialects/pow/messages.h"
#include "server/dialects/pow/utf8sanitizer.h"

#include <QHash>

namespace signalbox::pow {

class CallSession;

// What all calls share. Outlives them; owned by PowDialect.
struct Calls
{
    core::Hub &hub;
    core::LiveStreams &streams;
    QHash<QString, CallSession *> running; // by execution id: the call that its Changes concern
};

// One call as its caller sees it, over a WebSocket or REST: start, input, output, end. Its execution is the model's.
// Server thread; owned by a PowSession or a RestCall; destroying it cancels the call if it still runs.
class CallSession final : public QObject
{
    Q_OBJECT

public:
    // actor: the caller, who owns the execution.
    CallSession(Calls &calls, Actor actor);
    ~CallSession() override;

    // The execution's id; durable() follows, perhaps before this returns, and the execution may have ended by then. Or
    // the error, with outcome() set to that of a refused call.
    Result<QString> start(const CallMessage &message);
    bool isRunning() const { return !m_id.isEmpty() && !m_outcome; }
    const std::optional<Outcome> &outcome() const { return m_outcome; }

    // Unchanged to the process's standard input.
    Result<void> write(const QByteArray &bytes);
    void closeInput();
    qint64 pendingInputBytes() const;
    // done is called once nothing of the process runs any more, or after 15 s.
    void cancel(std::function<void()> done = {});
    void setOutputPaused(bool paused);

    void executionChanged(const Execution &execution); // from PowDialect

Q_SIGNALS:
    void outputReceived(const QByteArray &utf8);
    void inputWritten(qint64 pendingBytes);
    void durable(); // or the execution could not be saved, and goes on
    void ended();   // after the last output; outcome() is set

private:
    void listenTo();
    void submitCancel(QObject *context, core::Completed completed);

    Calls &m_calls;
    Actor m_actor;
    QString m_id; // empty until started
    core::Follow m_output;
    Utf8Sanitizer m_sanitizer;
    std::optional<Outcome> m_outcome;
    bool m_isCancelledByCaller = false;
    bool m_returnsMissingParams = false; // which its result then is: null, not []
};

// The reason of a call that was not started, as it stands after reason::notStarted (codes.h).
QString refusalOf(const Error &error);

} // namespace signalbox::pow
