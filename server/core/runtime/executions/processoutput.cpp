// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/processoutput.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype tailBytes = 64 * 1024;

QString oldName()
{
    return ExecutionFolder::joinedName() % u".old"_s;
}

} // namespace

ProcessOutput::ProcessOutput(const ExecutionFolder &folder, qint64 limit)
    : m_folder(folder)
    , m_file(folder.path(ExecutionFolder::joinedName()))
    , m_half(std::max<qint64>(limit / 2, 1))
{
}

bool ProcessOutput::append(const QByteArray &bytes)
{
    const bool first = m_waiting.isEmpty();
    m_waiting.append(bytes);
    m_waitingBytes += bytes.size();
    m_total += bytes.size();
    // Bytes that newer ones would replace within the same flush() need not be written.
    while (m_waitingBytes - m_waiting.constFirst().size() >= 2 * m_half) {
        m_waitingBytes -= m_waiting.takeFirst().size();
        m_passedOver = true;
    }
    return first;
}

Result<void> ProcessOutput::flush()
{
    remember();
    if (std::exchange(m_passedOver, false)) {
        forgetWritten();
        m_start = m_total - m_waitingBytes;
    }
    m_waitingBytes = 0;
    for (const QByteArray &bytes : std::exchange(m_waiting, {})) {
        if (const Result<void> written = write(bytes); !written)
            return written;
    }
    return {};
}

// Removes the files: between their end and the next bytes there would be a gap.
void ProcessOutput::forgetWritten()
{
    m_file.close();
    QFile::remove(m_file.fileName());
    QFile::remove(m_folder.path(oldName()));
    m_hasOld = false;
}

Result<void> ProcessOutput::write(const QByteArray &bytes)
{
    if (m_broken)
        return {};
    if (!m_file.isOpen() && !open())
        return failure();
    for (qsizetype at = 0; at < bytes.size();) {
        const qint64 room = m_half - m_file.pos();
        const qint64 wanted = std::min<qint64>(room, bytes.size() - at);
        if (m_file.write(bytes.constData() + at, wanted) != wanted)
            return failure();
        at += wanted;
        if (wanted < room)
            break;
        m_start += m_file.pos();
        m_file.close();
        std::rename(QFile::encodeName(m_file.fileName()).constData(),
                    QFile::encodeName(m_folder.path(oldName())).constData());
        m_hasOld = true;
        if (!open())
            return failure();
    }
    return {};
}

bool ProcessOutput::open()
{
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

Result<void> ProcessOutput::failure()
{
    m_broken = true;
    return unexpected(ErrorCode::Internal, u"output is not kept any more: cannot write '%1': %2"_s.arg(
                                               m_file.fileName(), m_file.errorString()));
}

void ProcessOutput::remember()
{
    qsizetype from = m_waiting.size();
    for (qint64 bytes = 0; from > 0 && bytes < tailBytes; bytes += m_waiting.at(from).size())
        --from;
    for (; from < m_waiting.size(); ++from)
        m_tail += m_waiting.at(from);
    if (m_tail.size() > tailBytes)
        m_tail = m_tail.right(tailBytes);
}

QStringList ProcessOutput::files() const
{
    QStringList paths;
    if (m_hasOld)
        paths.append(m_folder.path(oldName()));
    if (m_file.exists())
        paths.append(m_file.fileName());
    return paths;
}

QByteArray ProcessOutput::lastLine() const
{
    QByteArray text = m_tail;
    if (text.endsWith('\n'))
        text.chop(1);
    if (text.endsWith('\r'))
        text.chop(1);
    return text.mid(text.lastIndexOf('\n') + 1).right(tailBytes);
}

} // namespace signalbox::core
