// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/figurename.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr QLatin1String rate(":rate");

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isName(QStringView text, bool mayHaveColons)
{
    const auto fits = [&](QChar c, bool isFirst) {
        return isLetter(c) || (mayHaveColons && c == u':') || (!isFirst && c >= u'0' && c <= u'9');
    };
    return !text.isEmpty() && fits(text.front(), true)
           && std::all_of(text.begin() + 1, text.end(), [&](QChar c) { return fits(c, false); });
}

// A value in quotes at the beginning of the rest, which then begins behind it; false: there is none.
bool takeQuoted(QStringView &rest, QString &value)
{
    if (!rest.startsWith(u'"'))
        return false;
    for (qsizetype at = 1; at < rest.size(); ++at) {
        const QChar c = rest.at(at);
        if (c == u'"') {
            rest = rest.sliced(at + 1);
            return true;
        }
        if (c == u'\\' && ++at < rest.size())
            value += rest.at(at) == u'n' ? u'\n' : rest.at(at);
        else
            value += c;
    }
    return false;
}

// Everything behind the '{'.
QString readLabels(QStringView rest, QMap<QString, QString> &labels)
{
    while (rest != u"}") {
        const qsizetype equals = rest.indexOf(u'=');
        const QStringView label = rest.left(std::max<qsizetype>(equals, 0)).trimmed();
        if (!isLabelName(label))
            return u"has no label where one must be (write name{label=\"value\"})"_s;
        rest = rest.sliced(equals + 1).trimmed();
        QString value;
        if (!takeQuoted(rest, value))
            return u"has no value in quotes for the label '%1' (write name{%1=\"value\"})"_s.arg(label);
        if (labels.contains(label.toString()))
            return u"names the label '%1' twice (remove one)"_s.arg(label);
        labels.insert(label.toString(), value);
        rest = rest.trimmed();
        if (rest.startsWith(u','))
            rest = rest.sliced(1).trimmed();
        else if (rest != u"}")
            return u"does not end its labels with '}'"_s;
    }
    return {};
}

QStringView withoutRate(const QString &text, FigureName &figure)
{
    figure.name = text;
    figure.isRate = text.endsWith(rate);
    return QStringView(text).chopped(figure.isRate ? rate.size() : 0);
}

} // namespace

bool isMetricName(QStringView text)
{
    return isName(text, true);
}

bool isLabelName(QStringView text)
{
    return isName(text, false);
}

FigureName prometheusFigure(const QString &text, QString &problem)
{
    FigureName figure;
    const QStringView bare = withoutRate(text, figure);
    const qsizetype brace = bare.indexOf(u'{');
    const QStringView metric = brace < 0 ? bare : bare.first(brace);
    figure.metric = metric.toString();
    problem = isMetricName(metric) ? QString()
                                   : u"does not begin with a metric's name (write for example "
                                     "\"http_requests_total\")"_s;
    if (problem.isEmpty() && brace >= 0)
        problem = readLabels(bare.sliced(brace + 1).trimmed(), figure.labels);
    return figure;
}

FigureName jsonFigure(const QString &text, QString &problem)
{
    FigureName figure;
    figure.path = withoutRate(text, figure).toString().split(u'.');
    problem = figure.path.contains(QString()) ? u"has an empty part (write for example \"a.b.c\")"_s : QString();
    return figure;
}

} // namespace signalbox::core
