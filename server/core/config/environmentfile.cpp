// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/environmentfile.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype largestFile = 1 << 20;

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

// Reads one text from its beginning to its end.
class Reader
{
public:
    explicit Reader(const QString &text) : m_text(text) {}

    EnvironmentFile read()
    {
        while (m_at < m_text.size() && m_result.line == 0)
            readLine();
        return m_result;
    }

private:
    bool isAtEnd() const { return m_at >= m_text.size() || m_text.at(m_at) == u'\n'; }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text.at(m_at)))
            ++m_at;
    }

    void nextLine()
    {
        while (!isAtEnd())
            ++m_at;
        ++m_at;
        ++m_line;
    }

    void fail(int line, const QString &mistake)
    {
        m_result.line = line;
        m_result.mistake = mistake;
    }

    void readLine()
    {
        skipBlanks();
        if (isAtEnd() || m_text.at(m_at) == u'#')
            return nextLine();
        const qsizetype newline = m_text.indexOf(u'\n', m_at);
        const qsizetype lineEnd = newline < 0 ? m_text.size() : newline;
        QStringView line = QStringView(m_text).mid(m_at, lineEnd - m_at);
        if (line.startsWith(u"export ") || line.startsWith(u"export\t")) {
            m_at += 7;
            skipBlanks();
            line = QStringView(m_text).mid(m_at, std::max<qsizetype>(lineEnd - m_at, 0));
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals < 0)
            return fail(m_line, u"the line has no '=' (write NAME=VALUE, or # before a comment)"_s);
        const QStringView name = line.left(equals);
        if (!isVariableName(name))
            return fail(m_line, u"the name before '=' is unusable (letters, digits and _, without blanks around it)"_s);
        m_at += equals + 1;
        skipBlanks();
        const int begun = m_line;
        QString value;
        if (!isAtEnd() && (m_text.at(m_at) == u'\'' || m_text.at(m_at) == u'"')) {
            if (!readQuoted(m_text.at(m_at), value, begun, name))
                return;
        } else {
            value = QStringView(m_text).mid(m_at, lineEnd - m_at).trimmed().toString();
        }
        m_result.variables.insert(name.toString(), value);
        nextLine();
    }

    bool readQuoted(QChar quote, QString &value, int begun, QStringView name)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == quote)
                return endQuoted(name);
            if (c == u'\n')
                ++m_line;
            if (c == u'\\' && quote == u'"' && m_at + 1 < m_text.size() && unescape(m_text.at(m_at + 1), value))
                ++m_at;
            else
                value += c;
        }
        fail(begun, u"the quote of %1 is not closed (write %2 at its end)"_s.arg(name).arg(quote));
        return false;
    }

    bool endQuoted(QStringView name)
    {
        ++m_at;
        skipBlanks();
        if (isAtEnd())
            return true;
        fail(m_line, u"something follows the closing quote of %1 (remove it, or quote all of the value)"_s.arg(name));
        return false;
    }

    static bool unescape(QChar c, QString &value)
    {
        static constexpr QStringView kept(u"\"\\$`");
        if (kept.contains(c))
            value += c;
        else if (c == u'n')
            value += u'\n';
        else if (c == u't')
            value += u'\t';
        else if (c == u'r')
            value += u'\r';
        else
            return false;
        return true;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    EnvironmentFile m_result;
};

int lineOf(const QByteArray &text, qsizetype offset)
{
    return static_cast<int>(text.left(offset).count('\n')) + 1;
}

} // namespace

bool isVariableName(QStringView name)
{
    const auto isPart = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
    };
    return !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), isPart);
}

EnvironmentFile readEnvironmentFile(const QByteArray &text)
{
    if (text.size() > largestFile)
        return {{}, 1, u"the file is larger than 1 MiB (is this the right file?)"_s};
    if (const qsizetype nul = text.indexOf('\0'); nul >= 0)
        return {{}, lineOf(text, nul), u"the line contains a NUL character (remove it)"_s};
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString decoded = decoder(text);
    if (decoder.hasError())
        return {{}, 1, u"the file is not UTF-8 (save it as UTF-8)"_s};
    decoded.replace("\r\n"_L1, "\n"_L1);
    return Reader(decoded).read();
}

} // namespace signalbox::core
