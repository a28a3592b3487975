// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <span>
#include <vector>

namespace signalbox::core {

// Many descriptors behind one epoll descriptor and one notifier, so that a turn of the event loop costs what is ready and
// not what is open (docs/performance.md, "Ten thousand clients"): Qt's own dispatcher asks of each of its notifiers at each
// turn. Linux. On the thread that made it.
class Poller : public QObject
{
    Q_OBJECT

public:
    class Watcher
    {
    public:
        virtual ~Watcher() = default;
        // Level-triggered; may forget or destroy any watcher, this one too.
        virtual void readable(bool failed) = 0; // failed: both directions have ended, or there was an error
        virtual void writable() {}
    };

    // That all of this thread share who have none of their own: made for the first of them, and there until the thread ends.
    static std::shared_ptr<Poller> ofThread();

    explicit Poller(QObject *parent = nullptr);
    ~Poller() override;

    bool watch(int descriptor, quint32 events, Watcher &watcher); // false: the kernel refuses, see errno
    void change(int descriptor, quint32 events);
    // Before the descriptor is closed: a child between fork and exec may hold it open, and epoll would go on telling.
    void forget(int descriptor);

    bool poll(); // serves what is ready now without waiting; false: nothing was

    // For one recv() whose bytes are used up before the next.
    std::span<char> scratch() { return m_scratch; }

private:
    struct Watched
    {
        Watcher *watcher = nullptr;
        quint32 generation = 0; // tells a descriptor from an earlier one of the same number
    };

    int m_epoll = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::vector<Watched> m_watched; // by descriptor
    std::vector<char> m_scratch;
};

// One descriptor in the Poller of its thread, beginning disabled. Destroyed before the descriptor is closed; that, too, may
// happen while the Watcher is called.
class Watch
{
public:
    Watch(int descriptor, quint32 events, Poller::Watcher &watcher) // EPOLLIN or EPOLLOUT
        : m_descriptor(descriptor)
        , m_events(events)
        , m_watcher(watcher)
    {
    }
    ~Watch() { setEnabled(false); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    void setEnabled(bool enabled);

private:
    const std::shared_ptr<Poller> m_poller = Poller::ofThread();
    const int m_descriptor;
    const quint32 m_events;
    Poller::Watcher &m_watcher;
    bool m_enabled = false;
};

} // namespace signalbox::core
