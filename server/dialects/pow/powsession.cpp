// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/powsession.h"

#include "server/dialects/pow/codec.h"
#include "server/dialects/pow/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow {

PowSession::PowSession(Calls &calls, dialects::Peer &peer, qint64 backlogBytes)
    : m_calls(calls)
    , m_peer(peer)
    , m_backlogBytes(backlogBytes)
{
}

void PowSession::opened()
{
    // After a stall of the server the first timer may fire while a call that came in time still waits in the socket;
    // the second one fires only after the sockets were read.
    m_calls.hub.clock().after(callDeadline - lastLook, this, [this] {
        m_calls.hub.clock().after(lastLook, this, [this] {
            if (m_phase == Phase::Waiting)
                finish(Outcome::refused(reason::timeout));
        });
    });
}

void PowSession::textReceived(const QByteArray &utf8)
{
    if (utf8.isEmpty())
        return;
    if (m_phase == Phase::Waiting) {
        m_earlyInput.append(utf8);
        m_earlyBytes += utf8.size();
        pauseReadingBy(m_earlyBytes);
    } else if (m_phase == Phase::Running) {
        // Text after the end of input is ignored (README.md, "Frames").
        (void)m_call->write(utf8);
        if (m_call)
            pauseReadingBy(m_call->pendingInputBytes());
    }
}

void PowSession::binaryReceived(const QByteArray &payload)
{
    if (m_phase == Phase::Waiting)
        return start(payload);
    if (m_phase != Phase::Running)
        return;
    switch (decodeSignal(payload)) {
    case Signal::CloseInput:
        return m_call->closeInput();
    case Signal::Cancel:
        return m_call->cancel();
    case Signal::None:
        m_peer.setLastError(u"a binary frame that is no signal was ignored"_s);
    }
}

void PowSession::start(const QByteArray &payload)
{
    const Result<CallMessage> message = decodeCall(payload);
    if (!message) {
        m_peer.setLastError(message.error().message);
        return finish(Outcome::refused(reason::protocolError));
    }
    m_phase = Phase::Running;
    m_call = std::make_unique<CallSession>(m_calls, m_peer.actor());
    connect(m_call.get(), &CallSession::outputReceived, this, &PowSession::sendOutput);
    connect(m_call.get(), &CallSession::inputWritten, this, &PowSession::pauseReadingBy);
    connect(m_call.get(), &CallSession::ended, this, [this] { finish(*m_call->outcome()); });
    if (!m_call->start(*message))
        return finish(*m_call->outcome());
    if (m_phase == Phase::Running)
        m_peer.setSubscriptions({message->process});
    feedEarlyInput();
}

void PowSession::feedEarlyInput()
{
    for (const QByteArray &frame : std::exchange(m_earlyInput, {})) {
        if (m_phase == Phase::Running)
            (void)m_call->write(frame);
    }
    if (m_phase == Phase::Running)
        pauseReadingBy(m_call->pendingInputBytes());
}

void PowSession::pauseReadingBy(qint64 waitingBytes)
{
    const bool paused = waitingBytes > (m_isReadingPaused ? inputBacklogBytes / 2 : inputBacklogBytes);
    if (m_phase != Phase::Over && std::exchange(m_isReadingPaused, paused) != paused)
        m_peer.setReadingPaused(paused);
}

void PowSession::sendOutput(const QByteArray &utf8)
{
    if (m_phase != Phase::Running)
        return;
    m_peer.sendText(utf8);
    if (!m_isOutputPaused && m_peer.backlogBytes() > m_backlogBytes) {
        m_isOutputPaused = true;
        m_call->setOutputPaused(true);
    }
}

void PowSession::drained()
{
    if (m_phase == Phase::Running && std::exchange(m_isOutputPaused, false))
        m_call->setOutputPaused(false);
}

void PowSession::finish(const Outcome &outcome)
{
    if (m_phase == Phase::Over)
        return;
    m_phase = Phase::Over;
    m_earlyInput.clear();
    m_peer.sendBinary(encodeResult(outcome));
    m_peer.close(1000, {});
}

void PowSession::closed()
{
    m_phase = Phase::Over;
    // m_call is destroyed with this session, not here: closed() may be called within one of its signals.
    if (m_call)
        m_call->cancel();
}

} // namespace signalbox::pow
