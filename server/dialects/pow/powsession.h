// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"
#include "server/dialects/pow/callsession.h"

namespace signalbox::pow {

// One WebSocket: waits for its call, then carries input and output until the result. A peer that does not read pauses
// its process, a process that does not read pauses its peer. Server thread; owned by its Connection.
class PowSession final : public QObject, public dialects::Session
{
    Q_OBJECT

public:
    static constexpr Milliseconds callDeadline{1000};    // README.md, "Call"
    static constexpr Milliseconds lastLook{1};           // of it; a timer of 0 would fire before the socket is read
    static constexpr qint64 inputBacklogBytes = 1 << 20; // beyond, the peer is not read until half of it was taken

    // backlogBytes: unsent output beyond which the process is paused.
    PowSession(Calls &calls, dialects::Peer &peer, qint64 backlogBytes);

    void opened() override;
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override;
    void drained() override;
    // The call ends with the server, as Interrupted, and finish() tells it.
    bool closesAtStop() const override { return m_phase == Phase::Running; }
    void closed() override;

private:
    enum class Phase { Waiting, Running, Over };

    void start(const QByteArray &payload);
    void feedEarlyInput();
    void pauseReadingBy(qint64 waitingBytes);
    void sendOutput(const QByteArray &utf8);
    void finish(const Outcome &outcome);

    Calls &m_calls;
    dialects::Peer &m_peer;
    qint64 m_backlogBytes;
    Phase m_phase = Phase::Waiting;
    std::unique_ptr<CallSession> m_call;
    QByteArrayList m_earlyInput; // before the call, a frame each
    qsizetype m_earlyBytes = 0;  // of these
    bool m_isReadingPaused = false;
    bool m_isOutputPaused = false;
};

} // namespace signalbox::pow
