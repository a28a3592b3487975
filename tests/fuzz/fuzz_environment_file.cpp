// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/environmentfile.h"
#include "tests/fuzz/fuzz.h"

using namespace signalbox::core;

// A mistake has its line; what was read before it can be a program's environment.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = bytesOf(data, size);
    const EnvironmentFile file = readEnvironmentFile(text);
    require((file.line > 0) == !file.mistake.isEmpty() && file.line <= text.count('\n') + 1);
    for (auto it = file.variables.cbegin(); it != file.variables.cend(); ++it)
        require(!it.key().isEmpty() && !it.key().contains(u'=') && !it.value().contains(QChar::Null));
    return 0;
}
