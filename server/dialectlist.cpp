// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialectlist.h"

#include "server/dialects/airavata/airavatadialect.h"
#include "server/dialects/airavata/codes.h"
#include "server/dialects/alger/algerdialect.h"
#include "server/dialects/alger/codes.h"
#include "server/dialects/ark/arkdialect.h"
#include "server/dialects/ark/codes.h"
#include "server/dialects/pow/codes.h"
#include "server/dialects/pow/powdialect.h"
#include "server/dialects/sutra/codes.h"
#include "server/dialects/sutra/sutradialect.h"

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

template<typename D>
std::unique_ptr<dialects::Dialect> make(const dialects::DialectServices &services)
{
    return std::make_unique<D>(services);
}

// The limits that Airavata's protocol document gives.
constexpr core::LimitOverrides airavataLimits{.connections = 1000,
                                              .connectionsPerUser = 10,
                                              .connectionsPerAddress = 50,
                                              .messagesPerSecond = 100,
                                              .subscriptions = 256};
// A process is given its input as fast as it reads, and TCP holds back the rest.
constexpr core::LimitOverrides powLimits{.connections = 256, .messagesPerSecond = 0};

} // namespace

const std::vector<DialectRow> &dialectList()
{
    static const std::vector<DialectRow> list{
        {{u"sutra"_s, 9000}, &sutra::protocolTable, &make<sutra::SutraDialect>},
        {{u"airavata"_s, 8080, airavataLimits}, &airavata::protocolTable, &make<airavata::AiravataDialect>},
        {{u"ark"_s, 3000, {}, {ark::heartbeatSetting()}}, &ark::protocolTable, &make<ark::ArkDialect>},
        {{u"pow"_s, 3000, powLimits, {pow::basePathSetting()}}, &pow::protocolTable, &make<pow::PowDialect>},
        {{u"alger"_s, 8765, {.messageBytes = 1'048'576}}, &alger::protocolTable, &make<alger::AlgerDialect>},
    };
    return list;
}

core::Config defaultConfig()
{
    QList<core::DialectFacts> facts;
    for (const DialectRow &row : dialectList())
        facts.append(row.facts);
    return core::Config::withDialects(facts);
}

Milliseconds agentHeartbeat(const core::Config &config)
{
    return ark::heartbeatOf(config.findDialect(u"ark"_s)->settings);
}

core::Limits callLimits(const core::Config &config)
{
    return config.limitsFor(u"pow"_s);
}

} // namespace signalbox
