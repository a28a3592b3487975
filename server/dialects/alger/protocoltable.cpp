// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codes.h"

#include "server/dialects/alger/algerdialect.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

using namespace dialects;

namespace {

QString cell(const Message &message)
{
    return message.code == 0 ? u"–"_s : u"%1 %2"_s.arg(message.code).arg(QStringView(message.title));
}

QString contents()
{
    QString text = u"| Message | Content |\n|---|---|\n"_s;
    for (const Row &row : messageTable) {
        for (const Message *message : {&row.request, &row.success, &row.error}) {
            if (message->code != 0 && message->content != &schemas::failure)
                text += u"| %1 | `%2` |\n"_s.arg(cell(*message), message->content().words());
        }
    }
    return text + u"| all others | `%1` |\n"_s.arg(schemas::failure().words());
}

QString keyOf(const Message &message)
{
    return documentKey(QString::fromUtf16(message.title)) + QString::number(message.code);
}

// Clients may write a number as a text of it.
Schema numberOf(Sender from, const QString &description)
{
    if (from == Sender::Server)
        return schema::integer(description);
    return schema::either({schema::integer(description), schema::text().with("pattern"_L1, u"^-?[0-9]+$"_s)});
}

// Content travels as a text.
Schema frameOf(const Message &message, Sender from)
{
    const QString requestId = from == Sender::Server
                                  ? u"the id of what this answers, of a push that of the start; 0 of neither"_s
                                  : u"0, or the id of this frame"_s;
    const Schema code = schema::constant(message.code);
    const Schema codeAsText = schema::constant(QString::number(message.code));
    return schema::object({{"id"_L1, numberOf(from, {})},
                           {"requestId"_L1, numberOf(from, requestId)},
                           {"type"_L1, from == Sender::Server ? code : schema::either({code, codeAsText})},
                           {"content"_L1, schema::encoded(message.content())}});
}

// The requests that an answer of this row may be to.
QStringList askedBy(const Row &row)
{
    QStringList keys;
    for (const Row &asking : messageTable) {
        const int code = asking.request.code;
        const bool isStart = code == RunStored || code == RunGraph;
        const bool isOfStarts = row.occasion == Occasion::Start || row.occasion == Occasion::StartOrEnd;
        if (code != 0 && (code == row.request.code || row.occasion == Occasion::AnyRequest || (isStart && isOfStarts)))
            keys.append(keyOf(asking.request));
    }
    return keys;
}

} // namespace

QString protocolTable()
{
    QString text = u"| Request (client) | Success (server) | Error (server) | Least role | Description |\n"
                   "|---|---|---|---|---|\n"_s;
    for (const Row &row : messageTable) {
        const QString least = row.least == Role::None ? u"–"_s : toString(row.least);
        text += u"| %1 | %2 | %3 | %4 | %5 |\n"_s.arg(cell(row.request), cell(row.success), cell(row.error), least,
                                                      QString::fromUtf16(row.description));
    }
    return text + u'\n' + contents();
}

AsyncApi asyncApi()
{
    AsyncApi api{
        u"Signalbox: pipelines (Alger)"_s,
        u"Both sides number their frames together; content is a text, and contentSchema is of the JSON in it."_s,
        Credentials::Password,
        subprotocolName,
        {{u"pipelines"_s, u"/"_s, u"Any path. Binary frames are read like text."_s}},
        {}};
    for (const Row &row : messageTable) {
        const QString description = QString::fromUtf16(row.description);
        const QStringList asked = askedBy(row);
        for (const Message *message : {&row.request, &row.success, &row.error}) {
            if (message->code == 0)
                continue;
            const Sender from = message == &row.request ? Sender::Client : Sender::Server;
            api.messages.append({keyOf(*message), QString::number(message->code), QString::fromUtf16(message->title),
                                 description, from, frameOf(*message, from),
                                 from == Sender::Client ? QStringList() : asked, row.occasion == Occasion::StartOrEnd});
        }
    }
    return api;
}

} // namespace signalbox::alger
