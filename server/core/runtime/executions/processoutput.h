// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executions/executionfolder.h"
#include "server/model/time.h"

#include <QByteArray>
#include <QFile>

namespace signalbox::core {

// Keeps the newest output of a call in files: "output" grows to half of the limit, then becomes "output.old",
// replacing the one before. Bytes are gathered before they are written, so that of a flood only what is kept reaches
// the disk (DECISIONS.md, 012). Also has the last line. Server thread; owned by ProcessRun.
class ProcessOutput
{
public:
    ProcessOutput(const ExecutionFolder &folder, qint64 limit);

    static constexpr Milliseconds gatherFor{100};

    // Gathers the bytes; flush() must follow within gatherFor. True: nothing was waiting before.
    bool append(const QByteArray &bytes);
    // Writes what was gathered. Internal, once: the file cannot be written; from then on nothing is kept.
    Result<void> flush();
    void close() { m_file.close(); } // after flush()

    qint64 total() const { return m_total; } // bytes appended
    qint64 start() const { return m_start; } // position in these of the first byte of "output"
    QStringList files() const;               // oldest first
    QByteArray lastLine() const;             // its newest 64 KiB; a newline at the very end begins no new line

private:
    bool open();
    Result<void> failure();
    Result<void> write(const QByteArray &bytes);
    void forgetWritten();
    void remember();

    ExecutionFolder m_folder;
    QFile m_file;
    qint64 m_half;
    qint64 m_total = 0;
    qint64 m_start = 0;
    QList<QByteArray> m_waiting;
    qint64 m_waitingBytes = 0;
    bool m_passedOver = false; // older bytes than those waiting were never written
    bool m_hasOld = false;
    bool m_broken = false;
    QByteArray m_tail;
};

} // namespace signalbox::core
