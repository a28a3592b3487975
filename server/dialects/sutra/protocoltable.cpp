// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

using dialects::Sender;

QString protocolTable()
{
    QString text = u"| Direction | Frame | When | Content |\n|---|---|---|---|\n"_s;
    for (const Row &row : frameTable) {
        const QString content = row.content ? u"`%1` "_s.arg(row.content().words()) : QString();
        text += u"| %1 | %2%3 | %4 | %5 |\n"_s.arg(
            row.from == Sender::Server ? u"server → client"_s : u"client → server"_s,
            row.content ? u"text: "_s : QString(), QString::fromUtf16(row.frame), QString::fromUtf16(row.when),
            QString(content + QString::fromUtf16(row.remark)).trimmed());
    }
    return text;
}

dialects::AsyncApi asyncApi()
{
    dialects::AsyncApi api{u"Signalbox: status and components (Sutra)"_s,
                           u"The state of all components and the metrics, 2 s apart by default. REST: /openapi.json."_s,
                           dialects::Credentials::TokenOrAnonymous,
                           {},
                           {{u"status"_s, u"/ws"_s, u"Whatever else clients send is ignored."_s}},
                           {}};
    for (const Row &row : frameTable) {
        if (!row.content)
            continue;
        const QString name = QString::fromUtf16(row.frame);
        const QString remark = QString::fromUtf16(row.remark);
        const QString description = QString::fromUtf16(row.when) + (remark.isEmpty() ? remark : ": "_L1 + remark);
        api.messages.append({dialects::documentKey(name), name, {}, description, row.from, row.content()});
    }
    return api;
}

} // namespace signalbox::sutra
