// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/withoutsecrets.h"

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

Config defaults()
{
    return Config::withDialects({{u"ark"_s, 3000, {}, {{u"heartbeat_interval"_s, {}, Milliseconds(30'000)}}},
                                 {u"pow"_s, 3000, {}, {{u"base_path"_s, {}, QString()}}},
                                 {u"sutra"_s, 9000, {}, {}}});
}

} // namespace

// A file has problems, each with a place and a text, or is printed and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Config fallback = defaults();
    const ConfigOutcome outcome = parseConfig(bytesOf(data, size), u"fuzz.toml"_s, fallback);
    for (const ConfigProblem &problem : outcome.problems)
        require(!problem.message.isEmpty() && problem.line >= 0);
    if (!outcome.isGood())
        return 0;
    const ConfigOutcome again = parseConfig(printConfig(outcome.config).toUtf8(), u"printed.toml"_s, fallback);
    require(again.isGood());
    require(test::withoutSecrets(again.config) == test::withoutSecrets(outcome.config));
    return 0;
}
