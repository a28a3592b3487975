// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/http/httpget.h"

#include "server/core/duration.h"
#include "server/core/runtime/http/responseparser.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qint64 readBytes = 64 * 1024;
// What TLS itself answers, as to demands for new keys (RFC 8446, 4.6.3), waits for a peer that does not read it.
constexpr qint64 answersOfTlsBytes = 64 * 1024;

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// "[::1]:8080", as RFC 9112, 3.2 wants it: no zone, and no port that the scheme says.
QByteArray hostOf(const QUrl &url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + (host.contains('%') ? host.first(host.indexOf('%')) : host) + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

} // namespace

HttpGet::HttpGet(Clock &clock, HttpRequest request, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_request(std::move(request))
{
}

HttpGet::~HttpGet()
{
    close();
}

void HttpGet::start()
{
    m_clock.after(m_request.within, this, [this] {
        finish((m_parser->status() == 0 ? u"no answer within %1"_s : u"no whole answer within %1"_s)
                   .arg(formatDuration(m_request.within)),
               true);
    });
    ask(m_request.url);
}

void HttpGet::ask(const QUrl &url)
{
    m_url = url;
    m_isAsked = false;
    m_parser = std::make_unique<ResponseParser>(m_request.mostBody);
    auto *secure = url.scheme() == u"https" ? new QSslSocket : nullptr;
    m_socket.reset(secure ? secure : new QTcpSocket);
    // The answer of a proxy is read by Qt, and has no ceiling there.
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readBytes);
    // Queued, so that nothing is destroyed while one of its signals is under way. Each says only that there is something new;
    // one of an earlier connection does no harm.
    const auto type = Qt::QueuedConnection;
    if (secure)
        connect(secure, &QSslSocket::encrypted, this, &HttpGet::goOn, type);
    else
        connect(m_socket.get(), &QAbstractSocket::connected, this, &HttpGet::goOn, type);
    connect(m_socket.get(), &QIODevice::readyRead, this, &HttpGet::goOn, type);
    connect(m_socket.get(), &QAbstractSocket::disconnected, this, &HttpGet::goOn, type);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &HttpGet::goOn, type);
    const QString host = url.host();
    const auto port = static_cast<quint16>(portOf(url));
    if (!secure)
        return m_socket->connectToHost(host, port);
    secure->connectToHostEncrypted(host, port);
    // No signal of QSslSocket tells of what it wrote by itself; the socket inside it, its child, tells of each arrival.
    if (const auto *inside = secure->findChild<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly))
        connect(inside, &QIODevice::readyRead, this, &HttpGet::goOn, type);
}

bool HttpGet::isConnected() const
{
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket.get());
    return secure ? secure->isEncrypted() : m_socket->state() == QAbstractSocket::ConnectedState;
}

QByteArray HttpGet::text() const
{
    QByteArray target = m_url.path(QUrl::FullyEncoded).toLatin1();
    if (!target.startsWith('/'))
        target.prepend('/');
    if (m_url.hasQuery())
        target += '?' + m_url.query(QUrl::FullyEncoded).toLatin1();
    QByteArray text =
        "GET " + target + " HTTP/1.1\r\nHost: " + hostOf(m_url)
        + "\r\nUser-Agent: signalbox\r\nAccept: */*\r\nAccept-Encoding: identity\r\nConnection: close\r\n";
    if (const QUrl &own = m_request.url; !own.userName().isEmpty() || !own.password().isEmpty())
        text += "Authorization: Basic "
                + (own.userName(QUrl::FullyDecoded) + u':' + own.password(QUrl::FullyDecoded)).toUtf8().toBase64()
                + "\r\n";
    return text + "\r\n";
}

void HttpGet::goOn()
{
    if (!m_socket)
        return;
    if (!m_isAsked && isConnected()) {
        m_isAsked = true;
        m_socket->write(text());
    }
    const auto *secure = qobject_cast<const QSslSocket *>(m_socket.get());
    if (secure && secure->encryptedBytesToWrite() > answersOfTlsBytes)
        return finish(u"does not read what TLS answers it"_s);
    // Also when nothing is there: that is what makes Qt listen again after its buffer was full.
    const QByteArray bytes = m_socket->isOpen() ? m_socket->read(readBytes) : QByteArray();
    if (!bytes.isEmpty())
        return take(bytes);
    if (m_socket->state() == QAbstractSocket::UnconnectedState)
        lose();
}

void HttpGet::take(const QByteArray &bytes)
{
    m_parser->feed(bytes);
    const int status = m_parser->status();
    if (m_request.followsRedirects && isRedirect(status))
        return redirect();
    if (status != 0 && m_request.isEnough && m_request.isEnough(status, m_parser->body()))
        return finish({});
    if (m_parser->state() == ResponseParser::State::Done || m_parser->state() == ResponseParser::State::Failed)
        return finish(m_parser->problem());
    // There may be more, or the end, that no signal will tell of any more.
    QMetaObject::invokeMethod(this, &HttpGet::goOn, Qt::QueuedConnection);
}

// The connection has ended, or did not come to be.
void HttpGet::lose()
{
    const auto error = m_socket->error();
    if (error != QAbstractSocket::RemoteHostClosedError && error != QAbstractSocket::UnknownSocketError)
        return finish(m_socket->errorString());
    m_parser->end();
    finish(m_parser->problem());
}

void HttpGet::redirect()
{
    QUrl target = m_url.resolved(QUrl::fromEncoded(m_parser->location()));
    if (m_parser->location().isEmpty() || !target.isValid())
        return finish(u"answered with a redirect that does not say where to"_s);
    if (!isSameOrigin(m_url, target))
        return finish(u"it redirects to another host, port or scheme, which is not followed"_s);
    if (++m_redirects > mostRedirects)
        return finish(u"it redirects more than %1 times"_s.arg(mostRedirects));
    ask(target);
}

void HttpGet::finish(const QString &problem, bool isLate)
{
    if (std::exchange(m_isOver, true))
        return;
    HttpAnswer answer{m_parser->status(), m_parser->takeBody(), problem, isLate};
    if (problem.isEmpty() && m_parser->isCut())
        answer.problem = u"answered with more than %1 bytes"_s.arg(m_request.mostBody);
    else if (problem.isEmpty() && !m_parser->encoding().isEmpty())
        answer.problem = u"answered with a body in the encoding '%1', which was not asked for"_s.arg(
            QString::fromLatin1(m_parser->encoding()));
    close();
    Q_EMIT answered(answer);
}

void HttpGet::close()
{
    if (m_socket)
        m_socket->abort();
    m_socket.reset();
}

} // namespace signalbox::core
