// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace signalbox::core {

// Reads one pipe, at most readBytes per turn of the event loop, so that a command that prints as fast as it
// can never starves the rest; not at all while paused, so that the command waits. Begins paused.
// Server thread; owned by GuardedProcess.
class PipeReader : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype readBytes = 64 * 1024;

    explicit PipeReader(QObject *parent) : QObject(parent) {}

    void open(Descriptor descriptor);
    bool isOpen() const { return m_pipe.isOpen(); }
    void setPaused(bool paused);
    // Every process that could write is gone: what is in the pipe is all there will be, even if a stranger
    // who was handed the other end keeps it open.
    void expectNoMore();
    void close();

Q_SIGNALS:
    void received(const QByteArray &bytes);
    void finished(); // end of file, or nothing more can come; the pipe is closed

private:
    void readSome();
    void readSoon();
    void finish();

    Descriptor m_pipe;
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_paused = true;
    bool m_noMore = false;
};

// Writes to one pipe without blocking and keeps what does not fit yet. Server thread; owned by GuardedProcess.
class PipeWriter : public QObject
{
    Q_OBJECT

public:
    explicit PipeWriter(QObject *parent) : QObject(parent) {}

    void open(Descriptor descriptor);
    bool isOpen() const { return m_pipe.isOpen() && !m_closing; }
    qint64 pendingBytes() const { return m_pending.size() - m_written; }
    void write(const QByteArray &bytes);
    void closeWhenWritten();
    void close(); // what is pending is dropped

Q_SIGNALS:
    void written(qint64 pending); // after some bytes that had to wait went out, or were dropped

private:
    void writeSome();

    Descriptor m_pipe;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_pending;
    qint64 m_written = 0; // bytes of m_pending that went out already
    bool m_closing = false;
};

} // namespace signalbox::core
