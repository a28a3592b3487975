// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/limits.h"

namespace signalbox::gateway {

const Limits &LimitTable::of(const QString &dialect) const
{
    const auto own = dialects.constFind(dialect);
    return own == dialects.cend() ? general : *own;
}

LimitTable LimitTable::defaults()
{
    LimitTable table;
    Limits alger;
    alger.messageBytes = 1048576;
    Limits airavata;
    airavata.connections = 1000;
    airavata.connectionsPerUser = 10;
    airavata.connectionsPerAddress = 50;
    airavata.messagesPerSecond = 100;
    Limits pow;
    pow.connections = 256;
    table.dialects = {
        {QStringLiteral("alger"), alger}, {QStringLiteral("airavata"), airavata}, {QStringLiteral("pow"), pow}};
    return table;
}

} // namespace signalbox::gateway
