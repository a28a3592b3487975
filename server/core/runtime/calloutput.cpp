// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/calloutput.h"

#include <cstdio>

namespace signalbox::core {

namespace {

constexpr qsizetype tailBytes = 64 * 1024;

QString oldName()
{
    return ExecutionFolder::joinedName() % QStringLiteral(".old");
}

} // namespace

CallOutput::CallOutput(const ExecutionFolder &folder, qint64 limit)
    : m_folder(folder)
    , m_file(folder.path(ExecutionFolder::joinedName()))
    , m_half(std::max<qint64>(limit / 2, 1))
{
}

Result<void> CallOutput::append(const QByteArray &bytes)
{
    remember(bytes);
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
        m_file.close();
        std::rename(QFile::encodeName(m_file.fileName()).constData(),
                    QFile::encodeName(m_folder.path(oldName())).constData());
        m_hasOld = true;
        if (!open())
            return failure();
    }
    return {};
}

bool CallOutput::open()
{
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

Result<void> CallOutput::failure()
{
    m_broken = true;
    return unexpected(ErrorCode::Internal, QStringLiteral("output is not kept any more: cannot write '%1': %2")
                                               .arg(m_file.fileName(), m_file.errorString()));
}

void CallOutput::remember(const QByteArray &bytes)
{
    m_tail += bytes.right(tailBytes);
    if (m_tail.size() > 2 * tailBytes)
        m_tail = m_tail.right(tailBytes);
}

QStringList CallOutput::files() const
{
    QStringList paths;
    if (m_hasOld)
        paths.append(m_folder.path(oldName()));
    if (m_file.exists())
        paths.append(m_file.fileName());
    return paths;
}

QByteArray CallOutput::lastLine() const
{
    QByteArray text = m_tail;
    if (text.endsWith('\n'))
        text.chop(1);
    if (text.endsWith('\r'))
        text.chop(1);
    return text.mid(text.lastIndexOf('\n') + 1).right(tailBytes);
}

} // namespace signalbox::core
