// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/socketowner.h"

#include "server/gateway/wire/clientsocket.h"

#include <QRandomGenerator>
#include <QScopeGuard>
#include <QtEndian>

#ifdef Q_OS_LINUX
#include <linux/inet_diag.h>
#include <linux/netlink.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <utility>
#endif

namespace signalbox::gateway {

#ifdef Q_OS_LINUX

namespace {

// What users outside of this user namespace are shown as: no user at all.
constexpr uid_t overflowUser = 65534;

struct Question
{
    nlmsghdr header;
    inet_diag_req_v2 body;
};

// Of each thread one, which stays open: each connection that comes in is asked about.
class Netlink
{
public:
    ~Netlink() { close(); }
    std::optional<inet_diag_msg> ask(const Question &question);

private:
    bool exchange(Question question);
    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

    int m_socket = -1;
    quint32 m_number = QRandomGenerator::system()->generate(); // of the last question
    std::array<char, 4096> m_answer{};
    ssize_t m_length = 0;
    nlmsghdr m_header{};
};

void put(__be32 (&to)[4], const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        to[0] = qToBigEndian(address.toIPv4Address());
    } else {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(to, &bytes, sizeof bytes);
    }
}

Question questionAbout(const SocketPair &pair)
{
    Question question{};
    question.header.nlmsg_len = sizeof question;
    question.header.nlmsg_type = SOCK_DIAG_BY_FAMILY;
    question.header.nlmsg_flags = NLM_F_REQUEST;
    // A connection of 127.0.0.1 is found by its IPv4 addresses, whichever family the peer's socket is of.
    const QHostAddress local = core::withoutMapping(pair.local);
    question.body.sdiag_family = local.protocol() == QAbstractSocket::IPv4Protocol ? AF_INET : AF_INET6;
    question.body.sdiag_protocol = IPPROTO_TCP;
    question.body.idiag_states = ~0U;
    question.body.id.idiag_sport = qToBigEndian(pair.localPort);
    question.body.id.idiag_dport = qToBigEndian(pair.remotePort);
    put(question.body.id.idiag_src, local);
    put(question.body.id.idiag_dst, core::withoutMapping(pair.remote));
    question.body.id.idiag_cookie[0] = INET_DIAG_NOCOOKIE;
    question.body.id.idiag_cookie[1] = INET_DIAG_NOCOOKIE;
    return question;
}

// A socket that no process holds is shown with user 0 and without an inode. Without the socket that was meant, the kernel
// answers with one that listens at its port.
std::optional<uid_t> ownerIn(const inet_diag_msg &answer, const Question &question)
{
    const bool isMeant =
        answer.id.idiag_sport == question.body.id.idiag_sport && answer.id.idiag_dport == question.body.id.idiag_dport;
    if (!isMeant || answer.idiag_inode == 0 || answer.idiag_uid == overflowUser)
        return std::nullopt;
    return answer.idiag_uid;
}

// The kernel has answered before sendto() returns. Others may send to this socket, too, if they have the rights. False: there
// was no answer to this question, and the next one is asked with another socket.
bool Netlink::exchange(Question question)
{
    if (m_socket < 0)
        m_socket = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG);
    if (m_socket < 0)
        return false;
    auto failed = qScopeGuard([this] { close(); });
    question.header.nlmsg_seq = ++m_number;
    sockaddr_nl peer{};
    peer.nl_family = AF_NETLINK;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    socklen_t size = sizeof peer;
    if (::sendto(m_socket, &question, sizeof question, 0, address, size) != static_cast<ssize_t>(sizeof question))
        return false;
    m_length = ::recvfrom(m_socket, m_answer.data(), m_answer.size(), MSG_DONTWAIT, address, &size);
    if (m_length < static_cast<ssize_t>(sizeof(nlmsghdr)) || peer.nl_pid != 0)
        return false;
    std::memcpy(&m_header, m_answer.data(), sizeof m_header);
    if (m_header.nlmsg_seq != m_number)
        return false;
    failed.dismiss();
    return true;
}

std::optional<inet_diag_msg> Netlink::ask(const Question &question)
{
    inet_diag_msg message{};
    if (!exchange(question) && !exchange(question))
        return std::nullopt;
    if (m_header.nlmsg_type != SOCK_DIAG_BY_FAMILY || m_length < static_cast<ssize_t>(NLMSG_HDRLEN + sizeof message))
        return std::nullopt;
    std::memcpy(&message, m_answer.data() + NLMSG_HDRLEN, sizeof message);
    return message;
}

std::optional<inet_diag_msg> answerTo(const Question &question)
{
    thread_local Netlink netlink;
    return netlink.ask(question);
}

std::optional<std::pair<QHostAddress, quint16>> endOf(int descriptor, decltype(&::getsockname) read)
{
    sockaddr_storage storage{};
    socklen_t length = sizeof storage;
    auto *address = reinterpret_cast<sockaddr *>(&storage);
    if (read(descriptor, address, &length) != 0 || (storage.ss_family != AF_INET && storage.ss_family != AF_INET6))
        return std::nullopt;
    // The port stands at the same place in both families.
    const quint16 port = qFromBigEndian(reinterpret_cast<const sockaddr_in *>(&storage)->sin_port);
    return std::pair(QHostAddress(address), port);
}

// Asks about a socket that is certainly there.
bool isAnswering()
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto close = qScopeGuard([listener] { ::close(listener); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listener, 1) != 0)
        return false;
    const auto here = endOf(listener, &::getsockname);
    return here
           && answerTo(questionAbout({here->first, here->second, QHostAddress(QHostAddress::AnyIPv4), 0})).has_value();
}

} // namespace

std::optional<uid_t> socketOwner(const SocketPair &pair)
{
    if (core::withoutMapping(pair.local).protocol() != core::withoutMapping(pair.remote).protocol())
        return std::nullopt;
    const Question question = questionAbout(pair);
    const std::optional<inet_diag_msg> answer = answerTo(question);
    return answer ? ownerIn(*answer, question) : std::nullopt;
}

bool tellsSocketOwners()
{
    static const bool isTold = isAnswering();
    return isTold;
}

std::optional<SocketPair> peerOf(int descriptor)
{
    const auto here = endOf(descriptor, &::getsockname);
    const auto there = endOf(descriptor, &::getpeername);
    if (!here || !there)
        return std::nullopt;
    return SocketPair{there->first, there->second, here->first, here->second};
}

#else

std::optional<uid_t> socketOwner(const SocketPair &)
{
    return std::nullopt;
}

bool tellsSocketOwners()
{
    return false;
}

std::optional<SocketPair> peerOf(int)
{
    return std::nullopt;
}

#endif

} // namespace signalbox::gateway
