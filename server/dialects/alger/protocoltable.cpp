// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

namespace {

QString cell(int code, const char16_t *title)
{
    return code == 0 ? u"–"_s : u"%1 %2"_s.arg(code).arg(QStringView(title));
}

} // namespace

QString protocolTable()
{
    QString text = u"| Request (client) | Success (server) | Error (server) | Least role | Description |\n"
                   "|---|---|---|---|---|\n"_s;
    for (const Row &row : messageTable) {
        const QString least = row.least == Role::None ? u"–"_s : toString(row.least);
        text += u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(
            cell(row.request, row.requestTitle), cell(row.success, row.successTitle), cell(row.error, row.errorTitle),
            least, QString::fromUtf16(row.description));
    }
    return text;
}

} // namespace signalbox::alger
