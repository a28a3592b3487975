// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>
#include <span>
#include <vector>

namespace signalbox::core {

// All plain sockets behind one epoll descriptor and one notifier, so that a turn of the event loop costs what is ready
// and not what is open (docs/performance.md, "Ten thousand clients"). Linux. Server thread; owned by Gateway.
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
    bool m_polling = false;
};

} // namespace signalbox::core
