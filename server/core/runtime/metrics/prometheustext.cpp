// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/prometheustext.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace signalbox::core {

namespace {

constexpr int mostLabels = 64;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isNameCharacter(char c, bool isFirst)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':'
           || (!isFirst && c >= '0' && c <= '9');
}

// What is left of a line; each take…() goes on behind what it took.
class Rest
{
public:
    explicit Rest(QByteArrayView text) : m_text(text) {}

    void skipBlanks()
    {
        while (!m_text.isEmpty() && isBlank(m_text.front()))
            m_text = m_text.sliced(1);
    }
    bool take(char c)
    {
        if (m_text.isEmpty() || m_text.front() != c)
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    QByteArrayView takeName()
    {
        qsizetype length = 0;
        while (length < m_text.size() && isNameCharacter(m_text.at(length), length == 0))
            ++length;
        return takeFirst(length);
    }
    QByteArrayView takeWord()
    {
        qsizetype length = 0;
        while (length < m_text.size() && !isBlank(m_text.at(length)))
            ++length;
        return takeFirst(length);
    }
    bool takeQuoted(QByteArray &value)
    {
        if (!take('"'))
            return false;
        while (!m_text.isEmpty()) {
            const char c = takeFirst(1).front();
            if (c == '"')
                return true;
            if (c != '\\') {
                value += c;
            } else if (!m_text.isEmpty()) {
                const char escaped = takeFirst(1).front();
                value += escaped == 'n' ? '\n' : escaped;
            }
        }
        return false;
    }

private:
    QByteArrayView takeFirst(qsizetype length)
    {
        const QByteArrayView taken = m_text.first(length);
        m_text = m_text.sliced(length);
        return taken;
    }

    QByteArrayView m_text;
};

bool takeLabels(Rest &rest, PrometheusSample &sample)
{
    for (;;) {
        rest.skipBlanks();
        if (rest.take('}'))
            return true;
        const QByteArrayView label = rest.takeName();
        rest.skipBlanks();
        if (label.isEmpty() || !rest.take('='))
            return false;
        rest.skipBlanks();
        QByteArray value;
        if (!rest.takeQuoted(value) || sample.labels.size() == mostLabels)
            return false;
        sample.labels.append({label, value});
        rest.skipBlanks();
        if (rest.take('}'))
            return true;
        if (!rest.take(','))
            return false;
    }
}

std::optional<double> valueOf(QByteArrayView word)
{
    word = word.trimmed(); // of a form feed alone, which Qt takes for 0
    if (word.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    if (const double value = word.toDouble(&isNumber); isNumber)
        return value;
    const QByteArray lower = word.toByteArray().toLower();
    if (lower == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (lower == "+inf" || lower == "inf")
        return infinity;
    return lower == "-inf" ? std::optional(-infinity) : std::nullopt;
}

bool hasLabels(const PrometheusSample &sample, const FigureName &figure)
{
    return std::all_of(figure.labels.keyValueBegin(), figure.labels.keyValueEnd(), [&sample](const auto &wanted) {
        return std::any_of(sample.labels.cbegin(), sample.labels.cend(), [&wanted](const auto &label) {
            return label.first == wanted.first.toUtf8() && QString::fromUtf8(label.second) == wanted.second;
        });
    });
}

QByteArrayView nameOf(QByteArrayView line)
{
    return Rest(line).takeName();
}

} // namespace

std::optional<PrometheusSample> readPrometheusLine(QByteArrayView line)
{
    Rest rest(line);
    rest.skipBlanks();
    PrometheusSample sample;
    sample.name = rest.takeName();
    if (sample.name.isEmpty())
        return std::nullopt;
    rest.skipBlanks();
    if (rest.take('{') && !takeLabels(rest, sample))
        return std::nullopt;
    rest.skipBlanks();
    const std::optional<double> value = valueOf(rest.takeWord());
    if (!value)
        return std::nullopt;
    sample.value = *value;
    return sample;
}

std::optional<QList<std::optional<double>>> readPrometheusText(QByteArrayView text, const QList<FigureName> &figures)
{
    QList<std::optional<double>> values(figures.size());
    QList<QByteArray> names;
    for (const FigureName &figure : figures)
        names.append(figure.metric.toUtf8());
    bool isOfTheFormat = false;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype found = text.indexOf('\n', begin);
        const qsizetype end = found < 0 ? text.size() : found;
        QByteArrayView line = text.sliced(begin, end - begin).trimmed();
        begin = end + 1;
        if (line.isEmpty())
            continue;
        if (line.front() == '#') {
            isOfTheFormat = true;
            continue;
        }
        const QByteArrayView name = nameOf(line);
        const bool isWanted =
            std::any_of(names.cbegin(), names.cend(), [name](const QByteArray &one) { return one == name; });
        if (isOfTheFormat && !isWanted)
            continue;
        const std::optional<PrometheusSample> sample = readPrometheusLine(line);
        if (!sample)
            continue;
        isOfTheFormat = true;
        for (qsizetype i = 0; i < names.size(); ++i) {
            if (names.at(i) == name && hasLabels(*sample, figures.at(i)))
                values[i] = values.at(i).value_or(0.0) + sample->value;
        }
    }
    if (!isOfTheFormat)
        return std::nullopt;
    for (std::optional<double> &value : values) {
        if (value && !std::isfinite(*value))
            value.reset();
    }
    return values;
}

} // namespace signalbox::core
