// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/poller.h"

#include "server/model/words/systemwords.h"

#include <QThreadStorage>

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace signalbox::core {

namespace {

constexpr std::size_t eventsAtOnce = 256;
constexpr std::size_t scratchBytes = 65536;

epoll_event eventFor(int descriptor, quint32 generation, quint32 events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = (static_cast<quint64>(generation) << 32) | static_cast<quint32>(descriptor);
    return event;
}

} // namespace

std::shared_ptr<Poller> Poller::ofThread()
{
    static QThreadStorage<std::shared_ptr<Poller>> pollers;
    std::shared_ptr<Poller> &poller = pollers.localData();
    if (!poller)
        poller = std::make_shared<Poller>();
    return poller;
}

Poller::Poller(QObject *parent) : QObject(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_scratch(scratchBytes)
{
    if (m_epoll < 0)
        qFatal("epoll_create1: %s", qUtf8Printable(systemWords(errno)));
    m_notifier = std::make_unique<QSocketNotifier>(m_epoll, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Poller::poll);
}

Poller::~Poller()
{
    m_notifier.reset();
    ::close(m_epoll);
}

bool Poller::watch(int descriptor, quint32 events, Watcher &watcher)
{
    const auto at = static_cast<std::size_t>(descriptor);
    if (at >= m_watched.size())
        m_watched.resize(at + 1);
    m_watched[at].watcher = &watcher;
    epoll_event event = eventFor(descriptor, ++m_watched[at].generation, events);
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) == 0)
        return true;
    m_watched[at].watcher = nullptr;
    return false;
}

void Poller::change(int descriptor, quint32 events)
{
    epoll_event event = eventFor(descriptor, m_watched[static_cast<std::size_t>(descriptor)].generation, events);
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event);
}

void Poller::forget(int descriptor)
{
    m_watched[static_cast<std::size_t>(descriptor)].watcher = nullptr;
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, descriptor, nullptr);
}

// May be called again within itself, by an event loop that a watcher runs: what is told twice is looked at twice.
bool Poller::poll()
{
    std::array<epoll_event, eventsAtOnce> events;
    const int count = ::epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), 0);
    for (int at = 0; at < count; ++at) {
        const epoll_event &event = events[static_cast<std::size_t>(at)];
        const auto descriptor = static_cast<std::size_t>(event.data.u64 & 0xffffffff);
        const auto watcher = [&]() -> Watcher * {
            const Watched &watched = m_watched[descriptor];
            return watched.generation == event.data.u64 >> 32 ? watched.watcher : nullptr;
        };
        constexpr quint32 writable = EPOLLOUT;
        constexpr quint32 failed = EPOLLERR | EPOLLHUP;
        if ((event.events & writable) && watcher())
            watcher()->writable();
        if ((event.events & ~writable) && watcher())
            watcher()->readable(event.events & failed);
    }
    return count > 0;
}

void Watch::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return;
    if (!enabled)
        m_poller->forget(m_descriptor);
    else if (!m_poller->watch(m_descriptor, m_events, m_watcher))
        qWarning("descriptor %d cannot be watched: %s", m_descriptor, qUtf8Printable(systemWords(errno)));
    m_enabled = enabled;
}

} // namespace signalbox::core
