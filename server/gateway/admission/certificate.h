// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QSslConfiguration>

namespace signalbox::gateway {

// What a listener with TLS needs, of its files; absolute paths. Errors, with the file's name: InvalidArgument, Internal (others
// may read the key).
Result<QSslConfiguration> readCertificate(const QString &certificateFile, const QString &keyFile);

} // namespace signalbox::gateway
