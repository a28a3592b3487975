// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/words/duration.h"

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

struct Unit
{
    QLatin1String name;
    qint64 milliseconds;
};

const std::array units = {
    Unit{"d"_L1, 86'400'000}, Unit{"h"_L1, 3'600'000}, Unit{"m"_L1, 60'000}, Unit{"s"_L1, 1'000}, Unit{"ms"_L1, 1},
};

constexpr qint64 longest = 36'500LL * 86'400'000;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<Milliseconds> parseDuration(const QString &text)
{
    qint64 total = 0;
    std::size_t nextUnit = 0;
    qsizetype at = 0;
    if (text.isEmpty())
        return {};
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype numberBegin = at;
        for (; at < text.size() && isDigit(text.at(at)); ++at) {
            number = number * 10 + (text.at(at).unicode() - u'0');
            if (number > longest)
                return {};
        }
        const qsizetype unitBegin = at;
        while (at < text.size() && !isDigit(text.at(at)))
            ++at;
        if (unitBegin == numberBegin || at == unitBegin)
            return {};
        const QStringView name = QStringView(text).mid(unitBegin, at - unitBegin);
        while (nextUnit < units.size() && units[nextUnit].name != name)
            ++nextUnit;
        if (nextUnit == units.size() || number > longest / units[nextUnit].milliseconds)
            return {};
        total += number * units[nextUnit].milliseconds;
        ++nextUnit;
    }
    if (total > longest)
        return {};
    return Milliseconds(total);
}

QString formatDuration(Milliseconds duration)
{
    QString text;
    qint64 rest = duration.count();
    for (const Unit &unit : units) {
        if (rest >= unit.milliseconds) {
            text += QString::number(rest / unit.milliseconds) + unit.name;
            rest %= unit.milliseconds;
        }
    }
    return text.isEmpty() ? u"0s"_s : text;
}

} // namespace signalbox
