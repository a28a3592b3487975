// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/guard/secretmask.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/process/poller.h"
#include "server/model/time.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace signalbox::core {

// Reads one pipe, at most readBytes per turn of the event loop, so that a command that prints as fast as it
// can does not starve the server; not at all while paused, so that the command blocks. Begins paused. All output that the
// server gets of a command comes through one, so that secrets are masked here.
// Server thread; owned by GuardedProcess.
class PipeReader : public QObject, private Poller::Watcher
{
    Q_OBJECT

public:
    static constexpr qsizetype readBytes = 64 * 1024;

    // Until SecretMask::release(): a prompt that ends like the beginning of a secret is seen after this time.
    static constexpr Milliseconds releaseAfter{100};

    // Owns it, and may delete it in both. No signals: there are two of these for each of thousands of commands.
    class User
    {
    public:
        virtual ~User() = default;
        virtual void received(const PipeReader &from, const QByteArray &bytes) = 0;
        virtual void finished() = 0; // end of file, or nothing more can come; the pipe is closed
    };

    explicit PipeReader(User &user) : m_user(user) {}

    void open(Descriptor descriptor);
    // Before the first byte: what is to be masked. Null, and without cost: nothing is.
    void setMask(std::unique_ptr<SecretMask> mask);
    bool isOpen() const { return m_pipe.isOpen(); }
    void setPaused(bool paused);
    // No process of the command is left: reads what is in the pipe and finishes, even if another process that was
    // handed the other end keeps it open.
    void expectNoMore();
    void close();

private:
    void readable(bool failed) override;
    void readSome();
    void readSoon();
    void finish();
    void tell(QByteArray bytes);
    void releaseHeld();

    User &m_user;
    Descriptor m_pipe;
    std::optional<Watch> m_watch;
    std::unique_ptr<SecretMask> m_mask;
    std::unique_ptr<QTimer> m_release; // with a mask
    bool m_paused = true;
    bool m_noMore = false;
};

// Writes to one pipe without blocking and buffers what does not fit yet. Server thread; owned by GuardedProcess.
class PipeWriter : private Poller::Watcher
{
public:
    class User
    {
    public:
        virtual ~User() = default;
        virtual void written() = 0; // after some bytes that had to wait were written or dropped
    };

    explicit PipeWriter(User &user) : m_user(user) {}

    void open(Descriptor descriptor);
    bool isOpen() const { return m_pipe.isOpen() && !m_closing; }
    qint64 pendingBytes() const { return m_pending.size() - m_written; }
    qint64 unreadBytes() const; // written, and not read by the command yet
    void write(const QByteArray &bytes);
    void closeWhenWritten();
    void close(); // drops the pending bytes

private:
    void readable(bool failed) override; // the command has closed its end
    void writable() override;
    void writeSome();

    User &m_user;
    Descriptor m_pipe;
    std::optional<Watch> m_watch; // enabled while bytes wait
    QByteArray m_pending;
    qint64 m_written = 0; // bytes of m_pending that are written already
    bool m_closing = false;
};

} // namespace signalbox::core
