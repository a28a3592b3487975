// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

struct stat;

namespace signalbox::core {

// <id>.log and the older <id>.log.1 … .4, each up to 10 MiB; 0600. Holds whole lines only, also after the disk was
// full, and goes on in a new file when another program has moved, removed or emptied it. One thread at a time; owned by LogWriter. Blocks: not for the server thread.
class LogFile
{
public:
    static constexpr qint64 rotateBytes = 10 * 1024 * 1024;
    static constexpr int files = 5;

    explicit LogFile(QString path) : m_path(std::move(path)) {}

    // Appends all lines or nothing; each with its newline. The error is for people.
    Result<void> append(const QByteArray &lines);
    // Counts the files that were written to, from 1: each line is in the one that append() wrote it to.
    int current() const { return m_current; }
    // The one whose lines are not among these files any more, if append() has found that since the last call.
    std::optional<int> takeLost() { return std::exchange(m_lost, std::nullopt); }

    // What the files hold at a moment, newest file first: what is appended or rotated afterwards does not change it.
    struct Contents
    {
        Descriptor file;
        qint64 bytes = 0;
    };
    std::vector<Contents> contents() const;
    // Newest line first, until visit returns false or the thread is asked to end. On any thread.
    using Visit = std::function<bool(QByteArrayView line)>;
    static void readBackwards(const std::vector<Contents> &contents, const Visit &visit);

private:
    Result<void> open();
    Result<void> failure(const QString &what) const;
    bool isAmongOlder(const struct stat &file) const;
    void rotate();
    QString name(int age) const;

    QString m_path;
    Descriptor m_file;
    qint64 m_size = 0;
    int m_current = 0;
    std::optional<int> m_lost;
};

// The files of a log at a moment, and the numbers of its lines in them (LogLine::number).
struct StoredLog
{
    std::vector<LogFile::Contents> files; // newest first
    std::vector<qint64> numbers;          // of the newest lines of these files, newest first
    qint64 older = 0;                     // the lines before those count down from this one

    // Of the line with so many behind it in these files.
    qint64 numberOf(qint64 behind) const;
};

} // namespace signalbox::core
