// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/executionfolder.h"

#include <QByteArray>
#include <QFile>

namespace signalbox::core {

// Keeps the newest output of a call in files: "output" grows to half of the limit, then becomes "output.old",
// replacing the one before. Also knows the last line. Server thread; owned by Call.
class CallOutput
{
public:
    CallOutput(const ExecutionFolder &folder, qint64 limit);

    // Internal, once: the file cannot be written; from then on nothing is kept.
    Result<void> append(const QByteArray &bytes);
    void close() { m_file.close(); }

    QStringList files() const;   // oldest first
    QByteArray lastLine() const; // its newest 64 KiB; a newline at the very end begins no new line

private:
    bool open();
    Result<void> failure();
    void remember(const QByteArray &bytes);

    ExecutionFolder m_folder;
    QFile m_file;
    qint64 m_half;
    bool m_hasOld = false;
    bool m_broken = false;
    QByteArray m_tail;
};

} // namespace signalbox::core
