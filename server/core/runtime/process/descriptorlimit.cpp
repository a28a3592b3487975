// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/descriptorlimit.h"

#include <optional>

namespace signalbox::core {

namespace {

std::optional<rlimit> before; // unset: it was not raised

} // namespace

void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max)
        return;
    const rlimit all{limit.rlim_max, limit.rlim_max};
    if (::setrlimit(RLIMIT_NOFILE, &all) == 0)
        before = limit;
}

void restoreDescriptorLimit(pid_t child)
{
    if (before)
        (void)::prlimit(child, RLIMIT_NOFILE, &*before, nullptr);
}

rlimit descriptorLimitOfChildren()
{
    rlimit own{};
    ::getrlimit(RLIMIT_NOFILE, &own);
    return before.value_or(own);
}

} // namespace signalbox::core
