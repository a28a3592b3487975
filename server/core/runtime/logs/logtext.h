// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"

#include <QByteArray>

#include <functional>

namespace signalbox::core {

constexpr qsizetype maxLogLineBytes = 1024 * 1024; // as printed; what is longer is cut

// Splits a stream into lines and never holds more than maxLogLineBytes, even of 1 GiB without a newline. A carriage return
// begins a line anew, as on a terminal: of a progress bar the last state is the line. Any thread; a value.
class LineSplitter
{
public:
    // The bytes are valid during the call, without the newline.
    using Sink = std::function<void(QByteArrayView line, bool cut)>;

    void feed(QByteArrayView bytes, const Sink &sink);
    void finish(const Sink &sink); // end of the stream: what has no newline is a line too
    QByteArrayView open() const;   // what has no newline yet; valid until the next call

private:
    void keep(QByteArrayView part);
    void flush(const Sink &sink);

    QByteArray m_partial;
    bool m_cut = false;
};

// A printed line as text for people: terminal escape sequences and control characters are left out (tabs stay),
// bytes that are no UTF-8 replaced, "…[cut]" is added to a line that was cut.
QString displayText(QByteArrayView line, bool cut = false);

// The line as it is shown: a window that lays out a megabyte stands still.
QString shownText(const QString &line);

// "2024-01-15T10:30:00.000Z out INFO text\n": one line of a log file. A level that is not known is "-". stamp:
// toIsoMilliseconds(line.time), which costs more than all the rest, and lines that were read together share it.
void appendLogLine(QByteArray &to, const LogLine &line, const QByteArray &stamp);

// The parts of such a line; the time can be compared as text, since ISO times sort like the times they mean. Lines of
// older files, "2024-01-15T10:30:00.000Z INFO text", say by INFO and WARN which stream they came from; their level is not
// known.
struct StoredLogLine
{
    QByteArrayView time;
    LogSource source = LogSource::Output;
    std::optional<LogLevel> level;
    QByteArrayView text;
};
std::optional<StoredLogLine> parseLogLine(QByteArrayView line);
// The text alone, which takes a fraction of the time; of what is no such line, nothing.
QByteArrayView storedTextOf(QByteArrayView line);

} // namespace signalbox::core
