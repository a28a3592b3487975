// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codes.h"

namespace signalbox::pow {

QString protocolTable()
{
    QString text = QStringLiteral("| Name | From | Frame | Content | Description |\n|---|---|---|---|---|\n");
    for (const Row &row : frameTable) {
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(QLatin1String(row.id), QLatin1String(row.from), QLatin1String(row.frame),
                         QString::fromUtf16(row.content), QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::pow
