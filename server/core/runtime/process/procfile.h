// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>

namespace signalbox::core {

// A file of /proc or /sys, whole; empty if it cannot be read. Any thread.
inline QByteArray readProcFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Of "name value" lines, as the kernel writes them: the number behind the name.
inline std::optional<qint64> numberNamed(const QByteArray &text, QByteArrayView name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(name) && line.size() > name.size() && line.at(name.size()) == ' ')
            return line.mid(name.size() + 1).trimmed().toLongLong();
    }
    return std::nullopt;
}

// The number that is all of a file; nothing: there is no such file, or "max" in it.
inline std::optional<qint64> numberIn(const QString &path)
{
    bool isNumber = false;
    const qint64 number = readProcFile(path).trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace signalbox::core
