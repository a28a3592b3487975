// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/descriptor.h"
#include "server/model/result.h"

#include <QString>

namespace signalbox::core {

// Followed: a person chose the path, and links are usual there (Kubernetes and certbot hand on secrets as links). Refused: the
// server chose it, so a link leads to what is not its own.
enum class Links { Followed, Refused };

// Opens a file for open(2)'s flags without ever waiting for it, as a FIFO would have one wait for its other end; what is made
// is 0600. NotFound: nothing is there. Internal: it cannot be opened, or is a FIFO, a device, a folder or a link that is
// refused. The text is the reason alone, as "it is no file". Any thread.
Result<Descriptor> openRegularFile(const QString &path, int flags, Links links);

} // namespace signalbox::core
