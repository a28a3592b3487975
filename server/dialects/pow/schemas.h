// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/schema.h"

// What each frame holds; the rows of codes.h name these. A test demands that nothing else is sent, and that each member
// is.
namespace signalbox::pow::schemas {

dialects::Schema call();
dialects::Schema text();
dialects::Schema closeInput();
dialects::Schema cancel();
dialects::Schema fulfilled();
dialects::Schema rejected();

} // namespace signalbox::pow::schemas
