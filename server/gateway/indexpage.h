// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"

namespace signalbox::gateway {

// The answer to GET / on a listener whose dialects have no page there: names the dialects and links what may be read
// without credentials, so that the address does not show an error in a browser.
dialects::RestResponse indexPage(const QStringList &dialectNames, const QList<dialects::RestRoute> &routes);

} // namespace signalbox::gateway
