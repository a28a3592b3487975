// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/printprotocol.h"

#include "app/options.h"
#include "server/dialects/airavata/codes.h"
#include "server/dialects/alger/codes.h"
#include "server/dialects/ark/codes.h"
#include "server/dialects/pow/codes.h"
#include "server/dialects/sutra/codec.h"

#include <QMap>

#include <functional>

using namespace Qt::StringLiterals;

namespace signalbox::app {

int printProtocol(const QString &name, QTextStream &out, QTextStream &err)
{
    static const QMap<QString, std::function<QString()>> tables{
        {u"airavata"_s, &airavata::protocolTable}, {u"alger"_s, &alger::protocolTable}, {u"ark"_s, &ark::protocolTable},
        {u"pow"_s, &pow::protocolTable},           {u"sutra"_s, &sutra::protocolTable},
    };
    const auto table = tables.constFind(name);
    if (table == tables.cend()) {
        err << "signalbox: there is no protocol '" << name << "' here; known are " << tables.keys().join(", "_L1)
            << '\n';
        return BadUsage;
    }
    out << (*table)();
    return CleanStop;
}

} // namespace signalbox::app
