// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

QString protocolTable()
{
    QString text = u"| Direction | Frame | When | Content |\n|---|---|---|---|\n"_s;
    for (const Row &row : frameTable) {
        text += u"| %1 | %2 | %3 | %4 |\n"_s.arg(QString::fromUtf16(row.direction), QString::fromUtf16(row.frame),
                                                 QString::fromUtf16(row.when), QString::fromUtf16(row.content));
    }
    return text;
}

} // namespace signalbox::sutra
