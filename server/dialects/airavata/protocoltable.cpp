// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::airavata {

std::optional<Type> clientType(const QString &name)
{
    for (const Row &row : messageTable) {
        if (row.direction == Direction::Both && name == QStringView(row.name))
            return row.type;
    }
    return std::nullopt;
}

QString protocolTable()
{
    QString text = u"| Type | From | Id | Description |\n|---|---|---|---|\n"_s;
    for (const Row &row : messageTable) {
        const QString from = row.direction == Direction::Both ? u"client, server"_s : u"server"_s;
        const bool isSystem = QStringView(row.prefix) == u"system";
        text += u"| `%1` | %2 | `%3_%4<ns>` | %5 |\n"_s.arg(
            QString::fromUtf16(row.name), from, QString::fromUtf16(row.prefix), isSystem ? QString() : u"<id>_"_s,
            QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::airavata
