// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow {

QString protocolTable()
{
    QString text = u"| Name | From | Frame | Content | Description |\n|---|---|---|---|---|\n"_s;
    for (const Row &row : frameTable) {
        text += u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(QLatin1String(row.id), QLatin1String(row.from),
                                                      QLatin1String(row.frame), QString::fromUtf16(row.content),
                                                      QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::pow
