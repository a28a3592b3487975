// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/limits.h"

namespace signalbox::gateway {

const Limits &LimitTable::of(const QString &dialect) const
{
    const auto own = dialects.constFind(dialect);
    return own == dialects.cend() ? general : *own;
}

LimitTable LimitTable::of(const core::Config &config)
{
    LimitTable table{config.limits, {}};
    for (const QString &dialect : config.dialectNames())
        table.dialects.insert(dialect, config.limitsFor(dialect));
    return table;
}

} // namespace signalbox::gateway
