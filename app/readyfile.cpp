// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readyfile.h"

#include "server/json/jsonwriter.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace signalbox::app {

Result<void> writeReadyFile(const QString &path, const QList<ListenerInfo> &listeners)
{
    JsonWriter json;
    json.beginObject().member("pid"_L1, QCoreApplication::applicationPid()).key("listeners"_L1).beginArray();
    for (const ListenerInfo &listener : listeners) {
        json.beginObject()
            .member("address"_L1, listener.addresses.value(0))
            .member("addresses"_L1, listener.addresses)
            .member("port"_L1, listener.port)
            .member("dialects"_L1, listener.dialects)
            .member("tls"_L1, listener.tls)
            .endObject();
    }
    json.endArray().endObject();

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json.text() + '\n') < 0 || !file.commit())
        return unexpected(ErrorCode::Internal, u"cannot write the ready file '%1': %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace signalbox::app
