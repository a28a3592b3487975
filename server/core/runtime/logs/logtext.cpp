// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/logtext.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';
constexpr qsizetype timeLength = 24; // 2024-01-15T10:30:00.000Z

bool isControl(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return (value < 0x20 && byte != '\t') || value == 0x7f;
}

// The index behind a control string, which ends at BEL or ESC \ (titles, hyperlinks, device strings).
qsizetype endOfString(QByteArrayView line, qsizetype at)
{
    while (at < line.size()) {
        if (line[at] == bell)
            return at + 1;
        if (line[at] == escape)
            return std::min(at + 2, line.size());
        ++at;
    }
    return at;
}

// The index behind the escape sequence that begins at `at` (ECMA-48).
qsizetype endOfEscape(QByteArrayView line, qsizetype at)
{
    if (++at >= line.size())
        return at;
    const char kind = line[at++];
    if (kind == '[') {
        while (at < line.size() && (line[at] < 0x40 || line[at] > 0x7e))
            ++at;
        return std::min(at + 1, line.size());
    }
    if (std::strchr("]PX^_", kind))
        return endOfString(line, at);
    // Character sets and the like: intermediate bytes, then one final byte.
    if (kind >= 0x20 && kind <= 0x2f) {
        while (at < line.size() && line[at] >= 0x20 && line[at] <= 0x2f)
            ++at;
        return std::min(at + 1, line.size());
    }
    return at;
}

QByteArray withoutControls(QByteArrayView line)
{
    QByteArray text;
    text.reserve(line.size());
    for (qsizetype at = 0; at < line.size();) {
        const auto byte = static_cast<unsigned char>(line[at]);
        // A control of C1 may also come to be when what stood between its two bytes is gone.
        const bool endsC1 = byte >= 0x80 && byte < 0xa0 && text.endsWith('\xc2');
        if (line[at] == escape) {
            at = endOfEscape(line, at);
        } else if (endsC1) {
            text.chop(1);
            ++at;
        } else if (isControl(line[at])) {
            ++at;
        } else {
            text.append(line[at++]);
        }
    }
    return text;
}

// Removes a UTF-8 character that was cut in two: it would be shown as a replacement character.
QByteArrayView withoutHalfCharacter(QByteArrayView line)
{
    qsizetype start = line.size();
    while (start > 0 && line.size() - start < 4) {
        const auto byte = static_cast<unsigned char>(line[--start]);
        if (byte < 0x80)
            return line;
        if (byte >= 0xc0) {
            const qsizetype needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return line.size() - start < needed ? line.first(start) : line;
        }
    }
    return line;
}

// What a terminal would show of a line.
QByteArrayView lastState(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    // Not lastIndexOf(), which in Qt 6.8 reads the byte behind an empty view.
    return line.last(std::find(line.rbegin(), line.rend(), '\r') - line.rbegin());
}

constexpr QLatin1String unknownLevel = "-"_L1;

std::optional<QString> takeWord(QByteArrayView &rest)
{
    const qsizetype space = rest.indexOf(' ');
    if (space < 0)
        return std::nullopt;
    const QString word = QString::fromLatin1(rest.first(space));
    rest = rest.sliced(space + 1);
    return word;
}

// Lines without a source: standard output was INFO and standard error WARN, whatever they said; notes had levels.
void readAsBefore(StoredLogLine &line)
{
    if (line.text.startsWith("[signalbox] ")) {
        line.source = LogSource::Server;
    } else if (line.level == LogLevel::Info || line.level == LogLevel::Warn) {
        line.source = line.level == LogLevel::Warn ? LogSource::Error : LogSource::Output;
        line.level.reset();
    }
}

} // namespace

void LineSplitter::feed(QByteArrayView bytes, const Sink &sink)
{
    while (!bytes.isEmpty()) {
        const void *found = std::memchr(bytes.data(), '\n', static_cast<std::size_t>(bytes.size()));
        if (!found)
            return keep(bytes);
        const qsizetype length = static_cast<const char *>(found) - bytes.data();
        if (m_partial.isEmpty() && length <= maxLogLineBytes) {
            sink(lastState(bytes.first(length)), false);
        } else {
            keep(bytes.first(length));
            flush(sink);
        }
        bytes = bytes.sliced(length + 1);
    }
}

void LineSplitter::finish(const Sink &sink)
{
    if (!m_partial.isEmpty())
        flush(sink);
}

QByteArrayView LineSplitter::open() const
{
    return lastState(m_partial);
}

// Carriage returns at the very end may belong to the newline, or to the next state of the line.
void LineSplitter::keep(QByteArrayView part)
{
    qsizetype end = part.size();
    while (end > 0 && part[end - 1] == '\r')
        --end;
    const qsizetype anew = end > 0 ? part.lastIndexOf('\r', end - 1) : -1;
    if (anew >= 0 || (end > 0 && m_partial.endsWith('\r'))) {
        part = part.sliced(anew + 1);
        m_partial.clear();
        m_cut = false;
    }
    const qsizetype room = maxLogLineBytes - m_partial.size();
    m_cut = m_cut || part.size() > room;
    m_partial.append(part.first(std::min(room, part.size())));
}

void LineSplitter::flush(const Sink &sink)
{
    sink(lastState(m_partial), m_cut);
    m_partial = {}; // and its memory
    m_cut = false;
}

QString displayText(QByteArrayView line, bool cut)
{
    if (cut)
        line = withoutHalfCharacter(line);
    const bool plain =
        std::none_of(line.begin(), line.end(), [](char byte) { return isControl(byte) || byte == '\xc2'; });
    QString text = plain ? QString::fromUtf8(line) : QString::fromUtf8(withoutControls(line));
    if (cut)
        text += u"…[cut]";
    return text;
}

QString shownText(const QString &line)
{
    constexpr qsizetype longest = 8 * 1024;
    if (line.size() <= longest)
        return line;
    const qsizetype end = line.at(longest - 1).isHighSurrogate() ? longest - 1 : longest;
    return line.first(end) + u"…[cut]"_s;
}

void appendLogLine(QByteArray &to, const LogLine &line, const QByteArray &stamp)
{
    const QString level = line.level ? toString(*line.level) : QString(unknownLevel);
    to.append(stamp).append(' ').append(toString(line.source).toLatin1()).append(' ').append(level.toLatin1());
    to.append(' ').append(line.text.toUtf8()).append('\n');
}

std::optional<StoredLogLine> parseLogLine(QByteArrayView line)
{
    if (line.size() < timeLength + 2 || line[timeLength - 1] != 'Z' || line[timeLength] != ' ')
        return std::nullopt;
    QByteArrayView rest = line.sliced(timeLength + 1);
    StoredLogLine stored{line.first(timeLength), {}, {}, {}};
    auto word = takeWord(rest);
    const auto source = word ? logSourceFromString(*word) : std::nullopt;
    if (source)
        word = takeWord(rest);
    if (!word)
        return std::nullopt;
    stored.text = rest;
    stored.level = logLevelFromString(*word);
    if (!stored.level && !(source && *word == unknownLevel))
        return std::nullopt;
    if (source)
        stored.source = *source;
    else
        readAsBefore(stored);
    return stored;
}

QByteArrayView storedTextOf(QByteArrayView line)
{
    if (line.size() < timeLength + 2 || line[timeLength - 1] != 'Z' || line[timeLength] != ' ')
        return {};
    QByteArrayView rest = line.sliced(timeLength + 1);
    const bool hasSource = rest.startsWith("out ") || rest.startsWith("err ") || rest.startsWith("server ");
    for (int words = hasSource ? 2 : 1; words > 0; --words) {
        const qsizetype space = rest.indexOf(' ');
        if (space < 0)
            return {};
        rest = rest.sliced(space + 1);
    }
    return rest;
}

} // namespace signalbox::core
