// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/bytesize.h"

#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

struct Unit
{
    QLatin1String name;
    qint64 bytes;
};

constexpr std::array units = {
    Unit{"TiB"_L1, Q_INT64_C(1) << 40}, Unit{"GiB"_L1, Q_INT64_C(1) << 30}, Unit{"MiB"_L1, Q_INT64_C(1) << 20},
    Unit{"KiB"_L1, Q_INT64_C(1) << 10}, Unit{QLatin1String(), 1},
};

constexpr qint64 mostBytes = Q_INT64_C(1) << 60;

const Unit &largestUnitOf(qint64 bytes)
{
    const auto divides = [bytes](const Unit &unit) { return bytes >= unit.bytes && bytes % unit.bytes == 0; };
    const auto found = std::find_if(units.begin(), units.end(), divides);
    return found == units.end() ? units.back() : *found;
}

} // namespace

std::optional<qint64> parseByteSize(const QString &text)
{
    qsizetype digits = 0;
    while (digits < text.size() && text.at(digits) >= u'0' && text.at(digits) <= u'9')
        ++digits;
    bool isNumber = false;
    const qint64 number = text.left(digits).toLongLong(&isNumber);
    const auto isNamed = [name = QStringView(text).mid(digits)](const Unit &unit) { return name == unit.name; };
    const auto unit = std::find_if(units.begin(), units.end(), isNamed);
    if (!isNumber || unit == units.end() || number > mostBytes / unit->bytes)
        return std::nullopt;
    return number * unit->bytes;
}

QString formatByteSize(qint64 bytes)
{
    const Unit &unit = largestUnitOf(bytes);
    return QString::number(bytes / unit.bytes) + unit.name;
}

QString byteSizeForPeople(qint64 bytes)
{
    const Unit &unit = largestUnitOf(bytes);
    return QString::number(bytes / unit.bytes) + u' ' + (unit.name.isEmpty() ? "bytes"_L1 : unit.name);
}

} // namespace signalbox::core
