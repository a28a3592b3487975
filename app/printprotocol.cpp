// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printprotocol.h"

#include "app/options.h"
#include "server/dialectlist.h"

using namespace Qt::StringLiterals;

namespace signalbox::app {

int printProtocol(const QString &name, QTextStream &out, QTextStream &err)
{
    for (const DialectRow &row : dialectList()) {
        if (row.facts.name == name) {
            out << row.messageTable();
            return CleanStop;
        }
    }
    err << "signalbox: there is no protocol '" << name << "' here; known are "
        << defaultConfig().dialectNames().join(", "_L1) << '\n';
    return BadUsage;
}

} // namespace signalbox::app
