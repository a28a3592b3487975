// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"

namespace signalbox::gateway {

// What GET / answers where no dialect of a listener has a page there: who is spoken with here, and what anybody may read,
// so that nobody who opens the address in a browser meets an error.
dialects::RestResponse indexPage(const QStringList &dialectNames, const QList<dialects::RestRoute> &routes);

} // namespace signalbox::gateway
