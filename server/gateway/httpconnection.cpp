// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/httpconnection.h"

#include "server/gateway/responsewriter.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

constexpr qint64 chunkBytes = 16384;
// Responses a client does not read: no further request of its is read meanwhile.
constexpr qint64 unsentBytes = 262144;
constexpr Milliseconds closingPatience{5000};

QString addressOf(const QTcpSocket &socket)
{
    const QHostAddress address = socket.peerAddress();
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4).toString() : address.toString();
}

} // namespace

HttpSession::HttpSession(std::unique_ptr<ClientSocket> socket, HttpHandler &handler, core::Clock &clock,
                         const Limits &limits, bool secure, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_handler(handler)
    , m_clock(clock)
    , m_limits(limits)
    , m_secure(secure)
    , m_address(addressOf(m_socket->tcp()))
    , m_parser(std::make_unique<RequestParser>(limits.headBytes))
{
}

HttpSession::~HttpSession()
{
    if (m_socket)
        m_socket->tcp().disconnect(this);
}

void HttpSession::start()
{
    QTcpSocket &tcp = m_socket->tcp();
    tcp.setReadBufferSize(chunkBytes);
    connect(&tcp, &QIODevice::readyRead, this, &HttpSession::read);
    connect(&tcp, &QIODevice::bytesWritten, this, &HttpSession::read);
    connect(&tcp, &QAbstractSocket::disconnected, this, &HttpSession::end);
    setDeadline(m_limits.handshakeTimeout);
    read();
}

// Responding may happen inside handling, which happens inside this loop: requests that wait behind each other
// are taken by the loop, not by recursion.
void HttpSession::read()
{
    if (m_reading)
        return;
    m_reading = true;
    while ((m_phase == Phase::Head || m_phase == Phase::Body) && m_socket->tcp().bytesToWrite() < unsentBytes) {
        if ((m_buffer.isEmpty() || m_stalled) && !readMore())
            break;
        const qsizetype taken = m_parser->feed(m_buffer);
        m_buffer.remove(0, taken);
        m_stalled = taken == 0 && m_parser->state() != RequestParser::State::Failed;
        advance();
    }
    m_reading = false;
}

bool HttpSession::readMore()
{
    const QByteArray chunk = m_socket->tcp().read(chunkBytes);
    if (chunk.isEmpty())
        return false;
    m_stalled = false;
    m_buffer += chunk;
    if (!m_receiving) {
        m_receiving = true;
        if (!m_first) // the first one's time runs from accept on
            setDeadline(m_limits.handshakeTimeout);
    }
    return true;
}

void HttpSession::advance()
{
    const RequestParser::State state = m_parser->state();
    if (state == RequestParser::State::Failed)
        return refuse(m_parser->failure(), m_parser->failureText());
    if (m_phase == Phase::Head && state != RequestParser::State::Head)
        headDone();
    else if (m_phase == Phase::Body && state == RequestParser::State::Done)
        dispatch();
}

void HttpSession::headDone()
{
    m_head = m_parser->head();
    m_head.secure = m_secure;
    m_head.address = m_address;
    m_verdict = m_handler.judge(*this, m_head);
    m_begun = m_clock.steady();
    if (m_verdict.answer) {
        // A body nobody wants is not read: the connection ends with the answer.
        const bool keep = m_parser->keepAlive() && !m_parser->hasBody();
        m_phase = Phase::Handling;
        return write(*m_verdict.answer, keep);
    }
    m_parser->setBodyLimit(m_verdict.bodyBytes);
    if (m_parser->state() == RequestParser::State::Failed)
        return refuse(m_parser->failure(), m_parser->failureText());
    if (m_parser->state() == RequestParser::State::Done)
        return dispatch();
    if (m_parser->expectsContinue())
        m_socket->tcp().write("HTTP/1.1 100 Continue\r\n\r\n");
    m_phase = Phase::Body;
    setDeadline(m_limits.handshakeTimeout);
}

void HttpSession::dispatch()
{
    m_phase = Phase::Handling;
    m_deadline.reset();
    if (m_head.isUpgrade)
        return m_handler.upgrade(*this, m_head);
    const dialects::RestRequest request{m_head, m_verdict.captures, m_parser->takeBody(), m_verdict.actor};
    m_verdict.route.handle(request, [session = QPointer(this)](const dialects::RestResponse &response) {
        if (session)
            session->respond(response);
    });
}

void HttpSession::respond(const dialects::RestResponse &response)
{
    if (m_phase == Phase::Handling)
        write(response, m_parser->keepAlive());
}

void HttpSession::refuse(int status, const QString &message)
{
    m_begun = m_clock.steady();
    m_phase = Phase::Handling;
    dialects::RestResponse response = m_handler.failure(m_head, status, message);
    if (status == 426)
        response.headers.append(std::pair<QByteArray, QByteArray>("Sec-WebSocket-Version", "13"));
    write(response, false);
}

void HttpSession::write(const dialects::RestResponse &response, bool keepAlive)
{
    const bool keep = keepAlive && !m_finishing;
    const ResponseFraming framing{m_clock.now(), m_head.method == "HEAD", keep, m_verdict.allowedOrigin};
    m_socket->tcp().write(writeResponse(response, framing));
    m_socket->tcp().flush();
    m_handler.answered(m_head, response.status, m_clock.steady() - m_begun);
    if (keep)
        nextRequest();
    else
        beginClosing();
}

void HttpSession::nextRequest()
{
    m_parser = std::make_unique<RequestParser>(m_limits.headBytes);
    m_head = {};
    m_verdict = {};
    m_phase = Phase::Head;
    m_stalled = false;
    m_first = false;
    m_receiving = !m_buffer.isEmpty();
    setDeadline(m_receiving ? m_limits.handshakeTimeout : m_limits.idleTimeout);
    read();
}

void HttpSession::beginClosing()
{
    m_phase = Phase::Closing;
    m_buffer.clear();
    setDeadline(closingPatience);
    m_socket->tcp().close();
}

HttpSession::Released HttpSession::release()
{
    m_socket->tcp().disconnect(this);
    Released released{std::move(m_socket), std::move(m_buffer)};
    end();
    return released;
}

void HttpSession::finish()
{
    m_finishing = true;
    if (m_phase == Phase::Head)
        beginClosing();
}

void HttpSession::drop()
{
    if (m_phase != Phase::Ended && m_socket)
        m_socket->drop();
    end();
}

// ---- time: one deadline, one callback under way at most

void HttpSession::setDeadline(Milliseconds delay)
{
    m_deadline = m_clock.steady() + delay;
    m_unsent = m_socket->tcp().bytesToWrite();
    watch();
}

void HttpSession::watch()
{
    if (m_waiting || !m_deadline)
        return;
    m_waiting = true;
    const auto left = std::chrono::ceil<Milliseconds>(*m_deadline - m_clock.steady());
    m_clock.after(std::max(left, Milliseconds(0)), this, [this] {
        m_waiting = false;
        if (m_deadline && m_clock.steady() >= *m_deadline && m_phase != Phase::Ended)
            expired();
        else if (m_phase != Phase::Ended)
            watch();
    });
}

void HttpSession::expired()
{
    const qint64 unsent = m_socket->tcp().bytesToWrite();
    if (unsent > 0 && unsent < m_unsent) // slow, but it reads its answer
        return setDeadline(m_phase == Phase::Closing ? closingPatience : m_limits.idleTimeout);
    if (m_phase == Phase::Closing || (m_phase == Phase::Head && !m_receiving))
        return drop();
    if (m_phase == Phase::Head || m_phase == Phase::Body)
        refuse(408,
               m_phase == Phase::Head ? u"the request's head took too long"_s : u"the request's body took too long"_s);
}

void HttpSession::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    Q_EMIT ended();
    deleteLater();
}

} // namespace signalbox::gateway
