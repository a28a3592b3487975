// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/notifysocket.h"

#include "server/core/runtime/process/processtree.h"
#include "server/model/words/systemwords.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr std::size_t mostDescriptors = 253; // that the kernel lets one message bring (SCM_MAX_FD)

bool bindTo(int socket, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (static_cast<std::size_t>(name.size()) >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, name.constData(), static_cast<std::size_t>(name.size()));
    const QDir directory = QFileInfo(path).dir();
    constexpr auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!directory.exists() && (!directory.mkpath(u"."_s) || !QFile::setPermissions(directory.path(), mine)))
        return false;
    ::unlink(name.constData()); // of a server that was killed
    // The mode of the descriptor is that of the file from its first moment on.
    return ::fchmod(socket, S_IRUSR | S_IWUSR) == 0
           && ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

// A name that is free, in the abstract namespace.
QString bindAnywhere(int socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socklen_t length = sizeof address.sun_family;
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), length) != 0)
        return {};
    length = sizeof address;
    if (::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return {};
    const auto characters = length - offsetof(sockaddr_un, sun_path) - 1;
    return u'@' + QString::fromLatin1(address.sun_path + 1, static_cast<qsizetype>(characters));
}

} // namespace

Result<std::unique_ptr<NotifySocket>> NotifySocket::open(const QString &path)
{
    Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int yes = 1;
    QString name = path;
    const bool isOpen =
        socket.isOpen() && ::setsockopt(socket.number(), SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes) == 0;
    const bool isFile = isOpen && bindTo(socket.number(), path);
    if (isOpen && !isFile)
        name = bindAnywhere(socket.number());
    if (!isOpen || name.isEmpty())
        return unexpected(ErrorCode::Internal, u"its notification socket cannot be made: %1"_s.arg(systemWords(errno)));
    return std::unique_ptr<NotifySocket>(new NotifySocket(std::move(socket), isFile ? path : QString(), name));
}

NotifySocket::NotifySocket(Descriptor socket, const QString &path, const QString &name)
    : m_socket(std::move(socket))
    , m_path(path)
    , m_name(name)
    , m_notifier(m_socket.number(), QSocketNotifier::Read)
{
    m_notifier.setEnabled(false);
    connect(&m_notifier, &QSocketNotifier::activated, this, &NotifySocket::read);
}

NotifySocket::~NotifySocket()
{
    if (!m_path.isEmpty())
        ::unlink(QFile::encodeName(m_path).constData());
}

void NotifySocket::read()
{
    const QPointer<NotifySocket> self(this);
    for (int count = 0; count < mostAtOnce; ++count) {
        const bool more = readOne();
        if (!self || !more)
            return;
    }
    m_notifier.setEnabled(false);
    QTimer::singleShot(pause, this, [this] { m_notifier.setEnabled(true); });
}

// False: there is no further one. A message that is too long says nothing.
bool NotifySocket::readOne()
{
    std::array<char, Notice::mostBytes> text;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(ucred)) + CMSG_SPACE(mostDescriptors * sizeof(int))> control;
    iovec part{text.data(), text.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const auto length = ::recvmsg(m_socket.number(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (length < 0)
        return errno == EINTR;
    const qint64 sender = senderOf(message);
    if ((message.msg_flags & MSG_TRUNC) != 0)
        return true;
    const Notice notice = readNotice(QByteArrayView(text.data(), length));
    if (notice.isEmpty())
        return true;
    if (isBelow(sender, m_treeRoot))
        Q_EMIT told(notice);
    else
        Q_EMIT strangerHeard(sender);
    return true;
}

// Descriptors that came along are closed. systemd-notify waits for that of BARRIER=1: by then what it said before has been
// read, while it was there to be seen.
qint64 NotifySocket::senderOf(msghdr &message)
{
    qint64 sender = 0;
    for (cmsghdr *each = CMSG_FIRSTHDR(&message); each != nullptr; each = CMSG_NXTHDR(&message, each)) {
        if (each->cmsg_level != SOL_SOCKET)
            continue;
        if (each->cmsg_type == SCM_CREDENTIALS) {
            ucred credentials{};
            std::memcpy(&credentials, CMSG_DATA(each), sizeof credentials);
            sender = credentials.pid;
        } else if (each->cmsg_type == SCM_RIGHTS) {
            const std::size_t count = (each->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            for (std::size_t i = 0; i < count; ++i) {
                int descriptor = -1;
                std::memcpy(&descriptor, CMSG_DATA(each) + i * sizeof(int), sizeof descriptor);
                ::close(descriptor);
            }
        }
    }
    return sender;
}

} // namespace signalbox::core
