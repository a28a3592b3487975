// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/requestparser.h"

#include <QUrl>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace http = boost::beast::http;

struct RequestParser::Beast
{
    http::request_parser<http::string_body> parser;
};

namespace {

// Of a last chunk whose size stands at the front Beast asserts that these many bytes are there (1.81, 1.83), and would end
// a program built with assertions. At least as many end every chunked body, so that nothing waits for ever.
constexpr qsizetype lastChunkBytes = 5; // "0\r\n\r\n"

int statusOf(const boost::beast::error_code &error, std::string_view head)
{
    if (error == http::error::body_limit || error == http::error::buffer_overflow)
        return 413;
    if (error == http::error::bad_version)
        return head.substr(0, head.find("\r\n")).find(" HTTP/") != std::string_view::npos ? 505 : 400;
    return 400;
}

bool isKnown(http::verb verb)
{
    switch (verb) {
    case http::verb::get:
    case http::verb::head:
    case http::verb::post:
    case http::verb::put:
    case http::verb::patch:
    case http::verb::delete_:
    case http::verb::options:
        return true;
    default:
        return false;
    }
}

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

// As browsers and urllib write a query: '+' is a space.
QString decodeQuery(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

QList<std::pair<QString, QString>> parseQuery(const QByteArray &query)
{
    QList<std::pair<QString, QString>> pairs;
    for (const QByteArray &part : query.split('&')) {
        const qsizetype equals = part.indexOf('=');
        const QString name = decodeQuery(equals < 0 ? part : part.first(equals));
        if (!name.isEmpty())
            pairs.append({name, equals < 0 ? QString() : decodeQuery(part.sliced(equals + 1))});
    }
    return pairs;
}

bool hasControls(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

QList<QByteArray> headerTokens(const QByteArray &value)
{
    QList<QByteArray> tokens;
    for (const QByteArray &part : value.split(',')) {
        if (const QByteArray token = part.trimmed().toLower(); !token.isEmpty())
            tokens.append(token);
    }
    return tokens;
}

RequestParser::RequestParser(qint64 headBytes) : m_headBytes(headBytes), m_beast(std::make_unique<Beast>())
{
    m_beast->parser.header_limit(static_cast<std::uint32_t>(headBytes) + 1);
    m_beast->parser.body_limit(boost::none); // chosen after the head
}

RequestParser::~RequestParser() = default;

void RequestParser::fail(int status)
{
    m_state = State::Failed;
    m_failure = status;
}

QString RequestParser::failureText() const
{
    switch (m_failure) {
    case 413:
        return u"the request's body is larger than %1 bytes"_s.arg(m_bodyLimit);
    case 426:
        return u"only WebSocket version 13 is spoken here"_s;
    case 431:
        return m_beast->parser.is_header_done()
                   ? u"the head of a chunk, or the trailer, is larger than %1 bytes"_s.arg(m_headBytes)
                   : u"the request's head is too large"_s;
    case 501:
        return u"this method or transfer encoding is not supported"_s;
    case 505:
        return u"only HTTP 1.0 and 1.1 are spoken here"_s;
    default:
        return u"this is not a well-formed HTTP request"_s;
    }
}

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Head:
        return feedHead(bytes);
    case State::Body:
        return feedBody(bytes);
    case State::Done:
    case State::Failed:
        break;
    }
    return 0;
}

// The head is given to Beast in one piece: Beast counts its ceiling per part of the head, m_headBytes is exact.
qsizetype RequestParser::feedHead(QByteArrayView bytes)
{
    qsizetype begin = 0;
    // Empty lines before a request are a known habit of old clients (RFC 9112, 2.2).
    while (bytes.sliced(begin).startsWith("\r\n"))
        begin += 2;
    const QByteArrayView rest = bytes.sliced(begin);
    if (begin > 0)
        m_searched = 0;
    if (rest.isEmpty() || rest == "\r")
        return begin;
    if (rest.front() < 'A' || rest.front() > 'Z') { // TLS on a plain port and the like need not wait
        fail(400);
        return begin;
    }
    const qsizetype end = rest.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_searched - 3));
    m_searched = rest.size();
    if (end < 0 ? rest.size() >= m_headBytes : end + 4 > m_headBytes) {
        fail(431);
        return begin;
    }
    if (end < 0)
        return begin;
    const auto size = static_cast<std::size_t>(end + 4);
    boost::beast::error_code error;
    m_beast->parser.put(boost::asio::const_buffer(rest.data(), size), error);
    if (error || !m_beast->parser.is_header_done())
        fail(statusOf(error, {rest.data(), size}));
    else
        readHead();
    return begin + end + 4;
}

// Beast looks for the end of a chunk's head or of the trailer without a ceiling. It is never shown more than m_headBytes,
// so that one without an end there is refused, however the bytes are cut.
qsizetype RequestParser::feedBody(QByteArrayView bytes)
{
    qsizetype taken = 0;
    while (m_state == State::Body && taken < bytes.size()) {
        const QByteArrayView part = bytes.sliced(taken, std::min<qsizetype>(bytes.size() - taken, m_headBytes));
        if (m_beast->parser.chunked() && part.front() == '0' && part.size() < lastChunkBytes)
            break;
        boost::beast::error_code error;
        const auto size =
            m_beast->parser.put(boost::asio::const_buffer(part.data(), static_cast<std::size_t>(part.size())), error);
        taken += static_cast<qsizetype>(size);
        if (error && error != http::error::need_more)
            fail(statusOf(error, {}));
        else if (m_beast->parser.is_done())
            m_state = State::Done;
        else if (size == 0 && part.size() == m_headBytes)
            fail(431);
        else if (size == 0)
            break;
    }
    return taken;
}

void RequestParser::readHead()
{
    const auto &message = m_beast->parser.get();
    if (!isKnown(message.method()))
        return fail(501);
    m_head.method = bytesOf(message.method_string());
    int hosts = 0;
    for (const auto &field : message) {
        const QByteArray name = bytesOf(field.name_string()).toLower();
        hosts += name == "host" ? 1 : 0;
        // Beast takes other encodings for "no body", which lets a body pass as the next request.
        if (name == "transfer-encoding" && bytesOf(field.value()).toLower() != "chunked")
            return fail(501);
        m_head.headers.append({name, bytesOf(field.value())});
    }
    if (hosts > 1 || (hosts == 0 && message.version() >= 11)
        || !readTarget({message.target().data(), message.target().size()}))
        return fail(400);
    m_state = m_beast->parser.is_done() ? State::Done : State::Body;
    m_beast->parser.eager(true);
    readUpgrade();
}

bool RequestParser::readTarget(std::string_view target)
{
    QByteArray text(target.data(), static_cast<qsizetype>(target.size()));
    if (text.startsWith("http://") || text.startsWith("https://")) { // absolute form
        const qsizetype slash = text.indexOf('/', text.indexOf("//") + 2);
        text = slash < 0 ? "/"_ba : text.sliced(slash);
    }
    if (text == "*" && m_head.method == "OPTIONS") {
        m_head.path = u"*"_s;
        return true;
    }
    if (!text.startsWith('/') || text.contains('#'))
        return false;
    const qsizetype mark = text.indexOf('?');
    m_head.path = QString::fromUtf8(QByteArray::fromPercentEncoding(mark < 0 ? text : text.first(mark)));
    if (mark >= 0)
        m_head.query = parseQuery(text.sliced(mark + 1));
    return !hasControls(m_head.path);
}

void RequestParser::readUpgrade()
{
    const auto tokensOf = [this](const QByteArray &name) {
        QList<QByteArray> tokens;
        for (const auto &[header, value] : m_head.headers) {
            if (header == name)
                tokens += headerTokens(value);
        }
        return tokens;
    };
    if (m_head.method != "GET" || m_beast->parser.get().version() < 11 || !tokensOf("connection").contains("upgrade")
        || !tokensOf("upgrade").contains("websocket"))
        return;
    if (m_head.header("sec-websocket-version") != "13")
        return fail(426);
    const QByteArray key = m_head.header("sec-websocket-key");
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 16 || m_state != State::Done)
        return fail(400);
    m_head.isUpgrade = true;
    for (const auto &[header, value] : m_head.headers) {
        if (header != "sec-websocket-protocol")
            continue;
        for (const QByteArray &part : value.split(',')) {
            if (const QByteArray name = part.trimmed(); !name.isEmpty())
                m_head.subprotocols.append(QString::fromLatin1(name));
        }
    }
}

void RequestParser::setBodyLimit(qint64 bytes)
{
    m_bodyLimit = bytes;
    if (m_state != State::Body)
        return;
    const auto announced = m_beast->parser.content_length();
    if (announced && *announced > static_cast<quint64>(bytes))
        return fail(413);
    m_beast->parser.body_limit(static_cast<std::uint64_t>(bytes));
}

bool RequestParser::expectsContinue() const
{
    return m_state == State::Body && m_head.header("expect").toLower() == "100-continue";
}

bool RequestParser::keepAlive() const
{
    return m_beast->parser.is_header_done() && m_beast->parser.get().keep_alive();
}

bool RequestParser::hasBody() const
{
    return m_state == State::Body;
}

qint64 RequestParser::bodyBytes() const
{
    return static_cast<qint64>(m_beast->parser.get().body().capacity());
}

QByteArray RequestParser::takeBody()
{
    const std::string body = std::move(m_beast->parser.get().body());
    return QByteArray(body.data(), static_cast<qsizetype>(body.size()));
}

} // namespace signalbox::gateway
