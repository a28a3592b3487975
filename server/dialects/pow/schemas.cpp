// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/schemas.h"

using namespace Qt::StringLiterals;

namespace signalbox::pow::schemas {

using namespace dialects;

Schema call()
{
    return schema::object(
        {{"call"_L1, schema::text(u"the name of a process"_s)}, optional("params"_L1, schema::list(schema::text()))});
}

Schema text()
{
    return schema::text();
}

Schema closeInput()
{
    return schema::object({{"signal"_L1, schema::constant(u"close"_s)}});
}

Schema cancel()
{
    return schema::object({{"signal"_L1, schema::constant(u"cancel"_s)}});
}

Schema fulfilled()
{
    return schema::object({{"status"_L1, schema::constant(u"fulfilled"_s)},
                           {"value"_L1, schema::any(u"as the process's definition says, null without a result"_s)}});
}

Schema rejected()
{
    return schema::object(
        {{"status"_L1, schema::constant(u"rejected"_s)},
         {"reason"_L1, schema::text(u"as \"timeout expired\" or \"process returned error: exit status 1\""_s)}});
}

} // namespace signalbox::pow::schemas
