// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/httpconnection.h"

#include "server/gateway/responsewriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// More than this is not read ahead of the request that is being handled.
constexpr qint64 aheadBytes = 16384;
// While more bytes of responses than this wait for a client, its next request is not read.
constexpr qint64 mostUnsent = 262144;
constexpr Milliseconds endingPatience{5000};
// So many requests that have come at once, or bytes of a body, are handled before others have their turn.
constexpr int turnRequests = 4;
constexpr qint64 turnBytes = 4096;
// After a request that was one too many, none is read for so long.
constexpr Milliseconds refusedRest{100};
// For an answer of the server's own; nothing that a request asks for takes that long.
constexpr Milliseconds handlingPatience{60'000};

// An answer of more than this is not begun while too much is held for its place.
constexpr qsizetype largeBytes = 65536;

QString crowded()
{
    return u"too many requests and answers of your address or user are under way; read the answers, then try again"_s;
}

} // namespace

HttpConnection::HttpConnection(std::unique_ptr<ClientSocket> socket, core::PeerUser user, HttpHandler &handler,
                               Timeouts &timeouts, const Limits &limits, bool secure, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
    , m_handler(handler)
    , m_clock(timeouts.clock())
    , m_deadline(timeouts, [this] { expired(); })
    , m_rest(timeouts, [this] { rested(); })
    , m_limits(limits)
    , m_secure(secure)
    , m_peer(m_socket->peerAddress())
    , m_user(std::move(user))
    , m_parser(std::make_unique<RequestParser>(limits.headBytes))
{
}

void HttpConnection::start()
{
    m_socket->setUser(this);
    setDeadline(m_limits.handshakeTimeout);
    count();
}

void HttpConnection::received(std::span<char> bytes)
{
    m_buffer.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
    if (!m_resting)
        m_servedInTurn = 0;
    if (!m_receiving) {
        m_receiving = true;
        if (!m_first) // start() has set the first request's deadline
            setDeadline(m_limits.handshakeTimeout);
    }
    read();
    count();
    if (m_phase == Phase::Body && isCrowded())
        refuse(503, crowded());
}

void HttpConnection::roomMade()
{
    read();
    count();
}

// 0: until others have had their turn.
void HttpConnection::rest(Milliseconds time)
{
    m_resting = true;
    if (time > Milliseconds(0))
        m_rest.start(time);
    else
        QMetaObject::invokeMethod(this, &HttpConnection::rested, Qt::QueuedConnection);
}

void HttpConnection::rested()
{
    m_resting = false;
    m_servedInTurn = 0;
    roomMade();
}

// What this connection holds, and whether it waits for its client alone: then it may have to give way to another.
void HttpConnection::count()
{
    if (!m_socket || !m_socket->seat())
        return;
    const qint64 unsent = m_socket->unsentBytes();
    const qint64 body = m_phase == Phase::Body ? m_parser->bodyBytes() : 0;
    m_socket->seat()->hold(m_buffer.capacity() + body + unsent);
    const bool isIdle = m_phase != Phase::Handling && m_phase != Phase::Ended && unsent == 0;
    if (std::exchange(m_idle, isIdle) != isIdle)
        m_socket->seat()->setIdle(isIdle ? this : nullptr);
}

bool HttpConnection::isCrowded() const
{
    return m_socket->seat() && m_socket->seat()->isCrowded();
}

bool HttpConnection::owesAnswer() const
{
    const bool reads = m_phase == Phase::Head || m_phase == Phase::Body;
    const bool answers = m_phase == Phase::Handling && !m_head.isUpgrade;
    return answers || (reads && !m_buffer.isEmpty() && !m_stalled);
}

// A handler may respond at once, which comes back here (dispatch, respond, nextRequest, read) from inside the loop:
// m_reading lets the loop take the next request instead of a recursion.
void HttpConnection::read()
{
    if (m_reading)
        return;
    m_reading = true;
    const auto isReady = [this] {
        return !m_resting && (m_phase == Phase::Head || m_phase == Phase::Body) && m_socket->unsentBytes() < mostUnsent;
    };
    m_stalled = false;
    while (isReady() && !m_buffer.isEmpty() && !m_stalled) {
        const bool isBody = m_phase == Phase::Body;
        qsizetype taken = feed(isBody ? turnBytes : m_buffer.size());
        if (taken == 0 && isBody && m_buffer.size() > turnBytes)
            taken = feed(m_limits.headBytes); // a chunk's head may be as long as a request's
        m_stalled = taken == 0 && m_parser->state() != RequestParser::State::Failed;
        advance();
        if (isBody && m_phase == Phase::Body && taken > 0 && !m_buffer.isEmpty())
            rest(Milliseconds(0));
    }
    m_reading = false;
    if (m_phase < Phase::Closing)
        m_socket->setPaused(!isReady() && m_buffer.size() > aheadBytes);
}

qsizetype HttpConnection::feed(qint64 most)
{
    const qsizetype taken = m_parser->feed(QByteArrayView(m_buffer).first(std::min<qint64>(m_buffer.size(), most)));
    m_buffer.remove(0, taken);
    return taken;
}

void HttpConnection::advance()
{
    const RequestParser::State state = m_parser->state();
    if (state == RequestParser::State::Failed)
        return refuse(m_parser->failure(), m_parser->failureText());
    if (m_phase == Phase::Head && state != RequestParser::State::Head)
        headDone();
    else if (m_phase == Phase::Body && state == RequestParser::State::Done)
        dispatch();
}

void HttpConnection::headDone()
{
    m_head = m_parser->head();
    m_head.secure = m_secure;
    m_head.address = m_peer.toString();
    m_decision = m_handler.decideRoute(*this, m_head);
    if (!m_decision.answer && isCrowded())
        m_decision.answer = crowdedAnswer();
    m_begun = m_clock.steady();
    if (m_decision.answer) {
        // The body of a request that is answered by its head is not read: the connection ends with the answer.
        const bool keep = m_parser->keepAlive() && !m_parser->hasBody();
        m_phase = Phase::Handling;
        return write(*m_decision.answer, keep);
    }
    m_parser->setBodyLimit(m_decision.bodyBytes);
    if (m_parser->state() == RequestParser::State::Failed)
        return refuse(m_parser->failure(), m_parser->failureText());
    if (m_parser->state() == RequestParser::State::Done)
        return dispatch();
    if (m_parser->expectsContinue())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    m_phase = Phase::Body;
    setDeadline(m_limits.handshakeTimeout);
}

void HttpConnection::dispatch()
{
    m_phase = Phase::Handling;
    setDeadline(handlingPatience);
    count();
    if (m_head.isUpgrade)
        return m_handler.upgrade(*this, m_head);
    const dialects::RestRequest request{m_head, m_decision.captures, m_parser->takeBody(), m_decision.actor, this};
    m_decision.route.handle(request, [http = QPointer(this)](const dialects::RestResponse &response) {
        if (http)
            http->respond(response);
    });
}

void HttpConnection::respond(const dialects::RestResponse &response)
{
    if (m_phase != Phase::Handling)
        return;
    if (response.body.size() <= m_limits.answerBytes)
        return write(response, m_parser->keepAlive());
    write(
        m_handler.failure(m_head, 507,
                          u"the answer would have %1 bytes, more than answer_bytes allows; ask for a part of it"_s.arg(
                              response.body.size())),
        m_parser->keepAlive());
}

dialects::RestResponse HttpConnection::crowdedAnswer() const
{
    dialects::RestResponse response = m_handler.failure(m_head, 503, crowded());
    response.headers.append(std::pair<QByteArray, QByteArray>("Retry-After", "1"));
    return response;
}

void HttpConnection::refuse(int status, const QString &message)
{
    m_begun = m_clock.steady();
    m_phase = Phase::Handling;
    dialects::RestResponse response = m_handler.failure(m_head, status, message);
    if (status == 426)
        response.headers.append(std::pair<QByteArray, QByteArray>("Sec-WebSocket-Version", "13"));
    write(response, false);
}

void HttpConnection::write(const dialects::RestResponse &response, bool keepAlive)
{
    const bool keep = keepAlive && !m_finishing;
    const ResponseFraming framing{m_clock.now(), m_head.method == "HEAD", keep, m_decision.allowedOrigin};
    const bool isRefused = response.body.size() > largeBytes && isCrowded();
    m_socket->write(writeResponse(isRefused ? crowdedAnswer() : response, framing));
    m_handler.answered(m_head, response.status, m_clock.steady() - m_begun);
    if (!keep)
        return beginClosing();
    if (response.status == 429)
        rest(refusedRest);
    else if (++m_servedInTurn == turnRequests)
        rest(Milliseconds(0));
    nextRequest();
}

void HttpConnection::nextRequest()
{
    m_parser = std::make_unique<RequestParser>(m_limits.headBytes);
    m_head = {};
    m_decision = {};
    m_phase = Phase::Head;
    m_first = false;
    m_receiving = !m_buffer.isEmpty();
    setDeadline(m_receiving ? m_limits.handshakeTimeout : m_limits.idleTimeout);
    count();
    read();
}

void HttpConnection::beginClosing()
{
    m_phase = Phase::Closing;
    m_buffer.clear();
    setDeadline(endingPatience);
    m_socket->finish();
    count();
}

HttpConnection::Released HttpConnection::release()
{
    count();
    Released released{std::move(m_socket), std::move(m_buffer)};
    end();
    return released;
}

void HttpConnection::finish()
{
    m_finishing = true;
    if (m_phase == Phase::Head)
        beginClosing();
}

void HttpConnection::drop()
{
    if (m_phase != Phase::Ended && m_socket)
        m_socket->drop();
    end();
}

// ---- time

void HttpConnection::setDeadline(Milliseconds delay)
{
    m_unsent = m_socket->unsentBytes();
    m_deadline.start(delay);
}

void HttpConnection::expired()
{
    if (m_phase == Phase::Handling)
        return refuse(503, u"the server found no answer in time; try again"_s);
    const qint64 unsent = m_socket->unsentBytes();
    if (unsent > 0 && unsent < m_unsent) // the client is slow, but reads its answer
        return setDeadline(m_phase == Phase::Closing ? endingPatience : m_limits.idleTimeout);
    if (m_phase == Phase::Closing || (m_phase == Phase::Head && !m_receiving))
        return drop();
    if (m_phase == Phase::Head || m_phase == Phase::Body)
        refuse(408,
               m_phase == Phase::Head ? u"the request's head took too long"_s : u"the request's body took too long"_s);
}

void HttpConnection::end()
{
    if (m_phase == Phase::Ended)
        return;
    m_phase = Phase::Ended;
    m_deadline.cancel();
    m_rest.cancel();
    Q_EMIT ended();
    deleteLater();
}

} // namespace signalbox::gateway
