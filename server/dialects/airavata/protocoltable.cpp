// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codes.h"

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
    QString text = QStringLiteral("| Type | From | Id | Description |\n|---|---|---|---|\n");
    for (const Row &row : messageTable) {
        const QString from =
            row.direction == Direction::Both ? QStringLiteral("client, server") : QStringLiteral("server");
        const bool isSystem = QStringView(row.prefix) == u"system";
        text += QStringLiteral("| `%1` | %2 | `%3_%4<ns>` | %5 |\n")
                    .arg(QString::fromUtf16(row.name), from, QString::fromUtf16(row.prefix),
                         isSystem ? QString() : QStringLiteral("<id>_"), QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::airavata
