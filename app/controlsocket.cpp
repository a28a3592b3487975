// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controlsocket.h"

#include "app/unixaddress.h"
#include "server/model/time.h"

#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

constexpr qint64 mostQuestionBytes = 16 << 10; // of a question
constexpr Milliseconds askerPatience{5'000};
constexpr int mostAtOnce = 8;

Unexpected cannotOpen(const QString &path, int why)
{
    return unexpected(ErrorCode::Internal, u"the socket '%1' cannot be made: %2"_s.arg(path, qt_error_string(why)));
}

} // namespace

ControlSocket::ControlSocket(QObject *parent) : QObject(parent)
{
    m_server.setMaxPendingConnections(mostAtOnce);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::welcome);
}

ControlSocket::~ControlSocket()
{
    m_server.close();
    if (m_folder.isOpen())
        ::unlinkat(m_folder.number(), controlName, 0);
}

Result<void> ControlSocket::open(const QString &dataDirectory)
{
    const QString path = dataDirectory + u'/' + QString::fromLatin1(controlName);
    m_folder =
        core::Descriptor(::open(QFile::encodeName(dataDirectory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    core::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!m_folder.isOpen() || !socket.isOpen())
        return cannotOpen(path, errno);
    ::unlinkat(m_folder.number(), controlName, 0); // of a server that was killed
    const sockaddr_un address = controlAddress(m_folder.number());
    // The mode of the descriptor is that of the file from its first moment on.
    if (::fchmod(socket.number(), S_IRUSR | S_IWUSR) != 0
        || ::bind(socket.number(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(socket.number(), mostAtOnce) != 0)
        return cannotOpen(path, errno);
    const int listening = ::fcntl(socket.number(), F_DUPFD_CLOEXEC, 0); // the QLocalServer closes its own
    return listening >= 0 && m_server.listen(static_cast<qintptr>(listening)) ? Result<void>() : cannotOpen(path, EIO);
}

void ControlSocket::welcome()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        if (!isOfSameUser(static_cast<int>(socket->socketDescriptor()))) {
            socket->abort();
            continue;
        }
        socket->setReadBufferSize(mostQuestionBytes);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(askerPatience, socket, [socket] {
            if (socket->property("asked").isNull())
                socket->abort();
        });
        read(socket);
    }
}

void ControlSocket::read(QLocalSocket *socket)
{
    if (!socket->property("asked").isNull())
        return;
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= mostQuestionBytes)
            socket->abort();
        return;
    }
    socket->setProperty("asked", true);
    reply(socket, QJsonDocument::fromJson(socket->readLine()).object());
}

void ControlSocket::reply(QLocalSocket *socket, const QJsonObject &question)
{
    const Answer answer = [socket = QPointer(socket)](const QJsonObject &said) {
        if (!socket)
            return;
        socket->write(QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n');
        socket->disconnectFromServer();
    };
    const QString ask = question.value("ask"_L1).toString();
    if (const Handler handler = m_handlers.value(ask))
        return handler(question, answer);
    answer({{u"error"_s, u"'%1' cannot be asked here"_s.arg(ask)}});
}

} // namespace signalbox::app
