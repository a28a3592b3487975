// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codes.h"

namespace signalbox::alger {

namespace {

QString cell(int code, const char16_t *title)
{
    return code == 0 ? QStringLiteral("–") : QStringLiteral("%1 %2").arg(code).arg(QStringView(title));
}

} // namespace

QString protocolTable()
{
    QString text =
        QStringLiteral("| Request (client) | Success (server) | Error (server) | Least role | Description |\n"
                       "|---|---|---|---|---|\n");
    for (const Row &row : messageTable) {
        const QString least = row.least == Role::None ? QStringLiteral("–") : toString(row.least);
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(cell(row.request, row.requestTitle), cell(row.success, row.successTitle),
                         cell(row.error, row.errorTitle), least, QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::alger
