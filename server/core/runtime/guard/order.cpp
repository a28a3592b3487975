// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/guard/order.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

namespace signalbox::core {

Order::Outcome Order::receive()
{
    iovec part{&m_numbers, sizeof m_numbers};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(guardMostDescriptors * sizeof(int))> rights;
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = rights.data();
    message.msg_controllen = rights.size();
    ssize_t length = 0;
    do {
        length = ::recvmsg(guardControlDescriptor, &message, 0);
    } while (length < 0 && errno == EINTR);
    if (length != sizeof m_numbers)
        return Outcome::NoServer;
    if ((message.msg_flags & MSG_CTRUNC) != 0) { // this process may not have as many open
        errno = EMFILE;
        return Outcome::Failed;
    }
    ::fcntl(guardLeaseDescriptor, F_SETFD, FD_CLOEXEC);   // without a lease it fails: harmless
    ::fcntl(m_numbers.limits.group, F_SETFD, FD_CLOEXEC); // so it does without a group
    return mapText() && readText() ? Outcome::Received : Outcome::Failed;
}

bool Order::mapText()
{
    struct stat status = {};
    if (::fstat(guardTextDescriptor, &status) != 0)
        return false;
    m_length = static_cast<std::size_t>(status.st_size);
    void *const mapped =
        ::mmap(nullptr, m_length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_POPULATE, guardTextDescriptor, 0);
    ::close(guardTextDescriptor);
    if (mapped == MAP_FAILED)
        return false;
    m_text = static_cast<char *>(mapped);
    return true;
}

bool Order::readText()
{
    char *at = m_text;
    const auto next = [&at, end = m_text + m_length]() -> char * {
        char *const text = at;
        void *const nul = std::memchr(at, '\0', static_cast<std::size_t>(end - at));
        if (nul != nullptr)
            at = static_cast<char *>(nul) + 1;
        return nul != nullptr ? text : nullptr;
    };
    const auto list = [&next](std::vector<char *> &texts, std::int32_t number) {
        texts.reserve(static_cast<std::size_t>(number) + 1);
        for (std::int32_t i = 0; i < number; ++i)
            texts.push_back(next());
        texts.push_back(nullptr);
    };
    m_directory = next();
    m_program = next();
    list(m_arguments, m_numbers.arguments);
    list(m_environment, m_numbers.variables);
    errno = EBADMSG;
    return m_directory != nullptr && m_program != nullptr && at == m_text + m_length;
}

void Order::tellOwnPid() const
{
    constexpr std::string_view name = "WATCHDOG_PID=";
    for (char *const variable : m_environment) {
        if (variable == nullptr || std::strncmp(variable, name.data(), name.size()) != 0
            || std::strcmp(variable + name.size(), guardOwnPid) != 0)
            continue;
        char *const value = variable + name.size();
        *std::to_chars(value, value + std::strlen(guardOwnPid), ::getpid()).ptr = '\0';
    }
}

void Order::clear()
{
    if (m_text != nullptr)
        ::munmap(m_text, m_length);
    m_text = nullptr;
    m_arguments = {};
    m_environment = {};
}

} // namespace signalbox::core
