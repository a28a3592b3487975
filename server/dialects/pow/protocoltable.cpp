// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow {

using dialects::Sender;

namespace {

QString contentOf(const Row &row)
{
    if (!row.content)
        return u"empty"_s;
    const QString words = row.content().words();
    return words.isEmpty() ? u"any"_s : u"`%1`"_s.arg(words);
}

} // namespace

QString protocolTable()
{
    QString text = u"| Name | From | Frame | Content | Description |\n|---|---|---|---|---|\n"_s;
    for (const Row &row : frameTable) {
        text += u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(
            QLatin1String(row.id), row.from == Sender::Client ? "client"_L1 : "server"_L1, QLatin1String(row.frame),
            contentOf(row), QString::fromUtf16(row.description));
    }
    return text;
}

dialects::AsyncApi asyncApi()
{
    dialects::AsyncApi api{u"Signalbox: processes (pow-1)"_s,
                           u"A connection is one call of a process: text frames are its input and output, binary "
                           "frames hold JSON. REST: openapi.json beside this document."_s,
                           dialects::Credentials::TokenOrAnonymous,
                           subprotocol,
                           {{u"call"_s, u"/"_s, u"Any path. After the result the server closes with 1000."_s}},
                           {}};
    for (const Row &row : frameTable) {
        if (!row.content)
            continue;
        const QString name = QLatin1String(row.id);
        const QStringList asked = row.answerTo ? QStringList(QLatin1String(row.answerTo)) : QStringList();
        api.messages.append({dialects::documentKey(name),
                             name,
                             {},
                             QString::fromUtf16(row.description),
                             row.from,
                             row.content(),
                             asked,
                             false,
                             QLatin1String(row.frame)});
    }
    return api;
}

} // namespace signalbox::pow
