// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/http/responseparser.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace http = boost::beast::http;

namespace {

// See lastChunkBytes of the gateway's RequestParser: Beast asserts that these many bytes of a last chunk are there.
constexpr qsizetype lastChunkBytes = 5;
// Chunks of one byte ("1", CRLF, the byte, CRLF) are wrapped in five; what has more than these for each of its bytes is no body.
constexpr qsizetype mostWrapping = 7;

// The body is cut off behind the largest one. Beast's own bodies make room for whatever length the peer announces.
struct CutBody
{
    struct value_type
    {
        QByteArray bytes;
        qsizetype most = 0;
        bool isCut = false;
    };

    class reader
    {
    public:
        template<bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body) : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t> &, boost::beast::error_code &error) { error = {}; }
        template<class Buffers>
        std::size_t put(const Buffers &buffers, boost::beast::error_code &error)
        {
            std::size_t taken = 0;
            for (auto at = boost::asio::buffer_sequence_begin(buffers); at != boost::asio::buffer_sequence_end(buffers);
                 ++at) {
                const boost::asio::const_buffer piece(*at);
                const qsizetype room = m_body.most - m_body.bytes.size();
                const qsizetype size = std::min(room, static_cast<qsizetype>(piece.size()));
                m_body.bytes.append(static_cast<const char *>(piece.data()), size);
                m_body.isCut |= static_cast<std::size_t>(size) < piece.size();
                taken += static_cast<std::size_t>(size);
            }
            error = m_body.isCut ? http::error::body_limit : boost::beast::error_code{};
            return taken;
        }
        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

// With CRLF, where lines may end with LF alone (RFC 9112, 2.2: such are written by hand), and the blank behind a status that
// has no reason. Both are common, and Beast refuses both.
QByteArray asBeastWantsIt(QByteArrayView head)
{
    QByteArray text;
    text.reserve(head.size() + head.size() / 8);
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf('\n');
        const QByteArrayView line = head.first(end);
        const bool isFirst = text.isEmpty();
        text.append(line.endsWith('\r') ? line.chopped(1) : line);
        if (isFirst && text.count(' ') == 1)
            text.append(' ');
        text.append("\r\n");
        head = head.sliced(end + 1);
    }
    return text;
}

// Behind the empty line; -1: it has not come. A search goes on from `from`.
qsizetype endOfHead(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = bytes.indexOf('\n', from); at >= 0; at = bytes.indexOf('\n', at + 1)) {
        const QByteArrayView behind = bytes.sliced(at + 1);
        if (behind.startsWith('\n'))
            return at + 2;
        if (behind.startsWith("\r\n"))
            return at + 3;
    }
    return -1;
}

QString sizeText(qsizetype bytes)
{
    return bytes % 1024 == 0 ? u"%1 KiB"_s.arg(bytes / 1024) : u"%1 bytes"_s.arg(bytes);
}

QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

} // namespace

struct ResponseParser::Beast
{
    http::response_parser<CutBody> parser;
};

ResponseParser::ResponseParser(qsizetype mostBody, qsizetype mostHead) : m_mostBody(mostBody), m_mostHead(mostHead)
{
    begin();
}

ResponseParser::~ResponseParser() = default;

void ResponseParser::begin()
{
    m_beast = std::make_unique<Beast>();
    auto &parser = m_beast->parser;
    // Beast is given a head in one piece that is small enough, and a body that cuts itself; asBeastWantsIt() may double it.
    parser.header_limit(static_cast<std::uint32_t>(2 * m_mostHead + 1));
    parser.body_limit(boost::none);
    parser.get().body().most = m_mostBody;
}

void ResponseParser::fail(const QString &problem)
{
    m_state = State::Failed;
    m_problem = problem;
}

const QByteArray &ResponseParser::body() const
{
    return m_beast->parser.get().body().bytes;
}

QByteArray ResponseParser::takeBody()
{
    return std::exchange(m_beast->parser.get().body().bytes, {});
}

bool ResponseParser::isCut() const
{
    return m_beast->parser.get().body().isCut;
}

void ResponseParser::feed(QByteArrayView bytes)
{
    m_rest.append(bytes);
    bool goesOn = true;
    while (goesOn && !m_rest.isEmpty())
        goesOn = m_state == State::Head ? readHead() : m_state == State::Body && readBody();
    if (m_state == State::Done || m_state == State::Failed)
        m_rest.clear();
}

// True: something was read, and there may be more.
bool ResponseParser::readHead()
{
    constexpr QByteArrayView name = "HTTP/";
    if (!m_rest.startsWith(name.first(std::min(name.size(), m_rest.size())))) {
        fail(u"answered with something that is not HTTP; is this the right port?"_s);
        return false;
    }
    const qsizetype end = endOfHead(m_rest, m_searched);
    m_searched = std::max<qsizetype>(0, m_rest.size() - 2);
    if (m_heads + (end < 0 ? m_rest.size() : end) > m_mostHead) {
        fail(u"answered with a head of more than %1"_s.arg(sizeText(m_mostHead)));
        return false;
    }
    if (end < 0)
        return false;
    const QByteArray head = asBeastWantsIt(QByteArrayView(m_rest).first(end));
    m_rest.remove(0, end);
    m_heads += end;
    m_searched = 0;
    boost::beast::error_code error;
    m_beast->parser.put(boost::asio::const_buffer(head.constData(), static_cast<std::size_t>(head.size())), error);
    const int status = m_beast->parser.is_header_done() ? static_cast<int>(m_beast->parser.get().result_int()) : 0;
    if (status < 100) {
        const QString what = error ? QString::fromStdString(error.message()) : u"bad status"_s;
        fail(u"answered with a head that is not well-formed HTTP (%1)"_s.arg(what));
    } else if (status < 200 && status != 101) { // 101 would be an answer to a wish that was not there
        if (++m_interim > mostInterim)
            fail(u"answered with more than %1 interim answers (1xx)"_s.arg(mostInterim));
        else
            begin();
    } else {
        m_status = status;
        acceptHead();
    }
    return true;
}

void ResponseParser::acceptHead()
{
    const auto &message = m_beast->parser.get();
    m_location = bytesOf(message[http::field::location]);
    for (const auto field : {http::field::content_encoding, http::field::transfer_encoding}) {
        const QByteArray value = bytesOf(message[field]).toLower();
        if (!value.isEmpty() && value != "identity" && (field == http::field::content_encoding || value != "chunked"))
            m_encoding = value;
    }
    m_state = m_beast->parser.is_done() ? State::Done : State::Body;
    m_beast->parser.eager(false); // a chunk's head is looked at before what is in the chunk
}

// True: something was read, and there may be more. Beast looks for the end of a chunk's head or of the trailer without a
// ceiling: it is never shown more than the largest head, and one without an end there is refused.
bool ResponseParser::readBody()
{
    auto &parser = m_beast->parser;
    const QByteArrayView part = QByteArrayView(m_rest).first(std::min(m_rest.size(), m_mostHead));
    if (parser.chunked() && part.front() == '0' && part.size() < lastChunkBytes)
        return false;
    boost::beast::error_code error;
    const auto taken = static_cast<qsizetype>(
        parser.put(boost::asio::const_buffer(part.data(), static_cast<std::size_t>(part.size())), error));
    const bool isStuck = taken == 0 && part.size() == m_mostHead;
    m_rest.remove(0, taken);
    m_bodyOnWire += taken;
    if (isCut())
        m_state = State::Done;
    else if (error && error != http::error::need_more)
        fail(u"answered with a body that is not well-formed HTTP (%1)"_s.arg(QString::fromStdString(error.message())));
    else if (parser.is_done())
        m_state = State::Done;
    else if (isStuck || m_bodyOnWire - body().size() > m_mostHead + mostWrapping * body().size())
        fail(u"answered with more than %1 of chunk heads or trailers"_s.arg(sizeText(m_mostHead)));
    return taken > 0;
}

void ResponseParser::end()
{
    if (m_state == State::Head)
        return fail(m_heads == 0 && m_rest.isEmpty() ? u"closed the connection without an answer"_s
                                                     : u"closed the connection in the middle of its head"_s);
    if (m_state != State::Body)
        return;
    boost::beast::error_code error;
    m_beast->parser.put_eof(error);
    if (error)
        fail(u"closed the connection in the middle of its answer"_s);
    else
        m_state = State::Done;
}

} // namespace signalbox::core
