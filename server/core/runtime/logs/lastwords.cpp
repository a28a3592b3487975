// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/lastwords.h"

#include "server/core/runtime/logs/levelwords.h"
#include "server/core/runtime/logs/logtext.h"
#include "server/model/execution.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype looksAt = 512;     // characters of a line
constexpr qsizetype messageLines = 10; // of an exception, between its name and its stack
constexpr qsizetype afterTrace = 20;   // lines; an error further behind is another matter

const QRegularExpression &pattern(int which)
{
    static const std::array<QRegularExpression, 6> all{
        // A place in a stack: Java, Node, C#, Ruby, PHP.
        QRegularExpression(u"^\\s+(?:at \\S|from \\S+:\\d+|\\.\\.\\. \\d+ more|#\\d+ )"_s),
        // The name of an exception, as Python, Java and Node write it before its message.
        QRegularExpression(
            u"^(?:Exception in thread \".*\" |Caused by: |Unhandled exception\\. |Uncaught )?"
            "(?:[A-Za-z_$][\\w$]*[.:/]{1,2})*\\w*(?:Error|Exception|Interrupt|Exit|Failure)(?: \\[\\w+\\])?(?::.*)?$"_s),
        // What is all said in one line: Go, Rust before 1.73, libc++, assert(), sanitizers, Ruby.
        QRegularExpression(u"^(?:\\t?panic: |fatal error: |thread '.*' panicked at '|libc\\+\\+abi: terminating|"
                           "==\\d+==ERROR: |.*: Assertion .* failed\\.?$|\\S+:\\d+:in [`'].*: .*\\(\\w[\\w:]*\\)$)"_s),
        // What goes on in the next line: Rust, libstdc++.
        QRegularExpression(u"^(?:thread '.*' (?:\\(\\d+\\) )?panicked at .*:$|terminate called after throwing)"_s),
        // An error, as compilers and tools write it.
        QRegularExpression(u"(?:^|[\\s:])(?:fatal|error)(?: \\w+)?(?:\\[\\w+\\])?!?: "_s,
                           QRegularExpression::CaseInsensitiveOption),
        // What a shell shows of its commands.
        QRegularExpression(u"^\\++ "_s),
    };
    return all[static_cast<std::size_t>(which)];
}
enum Pattern { InStack, ExceptionName, WholeTrace, BegunTrace, ErrorWords, ShellTrace };

bool matches(const QString &line, Pattern which)
{
    return pattern(which).match(line.left(looksAt)).hasMatch();
}

bool isIndented(const QString &line)
{
    return line.isEmpty() || line.front() == u' ' || line.front() == u'\t';
}

QStringList linesOf(const QByteArray &bytes, bool isCut)
{
    QStringList lines;
    LineSplitter splitter;
    const auto add = [&lines](QByteArrayView line, bool cut) { lines.append(displayText(line, cut)); };
    splitter.feed(bytes, add);
    splitter.finish(add);
    if (isCut && lines.size() > 1)
        lines.removeFirst(); // its beginning is not here
    else if (isCut && !lines.isEmpty())
        lines.first().prepend(u'…');
    return lines;
}

// The lines of one stream, and where in them something is said.
class Search
{
public:
    explicit Search(const QStringList &lines) : m_lines(lines)
    {
        for (qsizetype at = 0; at < m_lines.size(); ++at)
            look(at);
    }

    std::optional<Explanation> trace() const
    {
        const bool isOld = m_trace && m_error && *m_error - m_traceEnd > afterTrace;
        return m_trace && !isOld ? std::optional(said(*m_trace, m_isJoined)) : std::nullopt;
    }
    std::optional<Explanation> error() const { return m_error ? std::optional(said(*m_error)) : std::nullopt; }
    std::optional<Explanation> last() const
    {
        for (qsizetype at = m_lines.size() - 1; at >= 0; --at) {
            const QString &line = m_lines.at(at);
            const bool isText = std::any_of(line.cbegin(), line.cend(), [](QChar c) { return c.isLetterOrNumber(); });
            const bool isSecret = line.contains("***"_L1); // nothing else of it is left
            if ((isText || isSecret) && !matches(line, ShellTrace))
                return Explanation{said(at).text, line, false};
        }
        return std::nullopt;
    }

private:
    void look(qsizetype at)
    {
        const QString &line = m_lines.at(at);
        if (line.contains("Traceback (most recent call last):"_L1)) {
            qsizetype named = at + 1;
            while (named < m_lines.size() && isIndented(m_lines.at(named)))
                ++named;
            if (named < m_lines.size())
                found(named);
        } else if (matches(line, InStack)) {
            if (at > 0 && !matches(m_lines.at(at - 1), InStack))
                foundAbove(at);
            m_traceEnd = at;
        } else if (matches(line, BegunTrace)) {
            found(at, at + 1 < m_lines.size());
        } else if (matches(line, WholeTrace) || matches(line, ExceptionName)) {
            found(at);
        } else if (levelInWords(line) == LogLevel::Error || matches(line, ErrorWords)) {
            m_error = at;
        }
    }

    // A message may have several lines, and only its first one has the name.
    void foundAbove(qsizetype stack)
    {
        for (qsizetype at = stack - 1; at >= std::max<qsizetype>(0, stack - messageLines); --at) {
            if (matches(m_lines.at(at), ExceptionName))
                return found(at);
        }
        if (!m_lines.at(stack - 1).trimmed().isEmpty() && m_traceEnd < stack - 1)
            found(stack - 1);
    }

    void found(qsizetype at, bool isJoined = false)
    {
        m_trace = at;
        m_isJoined = isJoined;
        m_traceEnd = at;
    }

    Explanation said(qsizetype at, bool isJoined = false) const
    {
        QString text = m_lines.at(at).trimmed();
        if (isJoined)
            text += u' ' % m_lines.at(at + 1).trimmed();
        if (text.size() > Explanation::mostCharacters)
            text = text.left(Explanation::mostCharacters - 1) % u'…';
        return {text, m_lines.at(at), true};
    }

    const QStringList &m_lines;
    std::optional<qsizetype> m_trace;
    std::optional<qsizetype> m_error;
    qsizetype m_traceEnd = -1;
    bool m_isJoined = false;
};

} // namespace

void LastWords::take(OutputChannel channel, QByteArrayView bytes)
{
    Tail &tail = channel == OutputChannel::Output ? m_output : m_error;
    if (bytes.size() >= kept) {
        tail.isCut = tail.isCut || !tail.bytes.isEmpty() || bytes.size() > kept;
        tail.bytes = bytes.last(kept).toByteArray();
        return;
    }
    tail.bytes += bytes;
    if (tail.bytes.size() <= 2 * kept)
        return;
    tail.bytes = tail.bytes.right(kept);
    tail.isCut = true;
}

// Standard error first, since a program's output may hold anything.
Explanation LastWords::explain() const
{
    const QStringList errorLines = linesOf(m_error.bytes, m_error.isCut);
    const QStringList outputLines = linesOf(m_output.bytes, m_output.isCut);
    const Search errors(errorLines);
    const Search output(outputLines);
    using Find = std::optional<Explanation> (Search::*)() const;
    for (const Find find : {&Search::trace, &Search::error, &Search::last}) {
        for (const Search *stream : {&errors, &output}) {
            if (const auto found = (stream->*find)())
                return *found;
        }
    }
    return {};
}

Reason withExplanation(const Reason &outcome, const Explanation &explanation)
{
    if (explanation.text.isEmpty())
        return outcome;
    return Reason(Why::Explained, {outcome, explanation.text}).atMost(longestReason);
}

} // namespace signalbox::core
