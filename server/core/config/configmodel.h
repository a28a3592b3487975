// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/auth/userauthenticator.h"
#include "server/core/config/config.h"
#include "server/model/catalogue.h"
#include "server/model/serverinfo.h"

namespace signalbox::core {

// What the model shows of a configuration. readAt: when it was read; pipelines carry it as created and updated time.
Catalogue catalogueOf(const Config &config, Timestamp readAt);
QList<Account> accountsOf(const Config &config);
TokenSettings tokenSettingsOf(const Config &config, const QByteArray &key);
QList<User> usersOf(const Config &config);
Ceilings ceilingsOf(const Config &config);
// The ceilings the Server page shows, as <dialect>.<key> and value; those that are 0 (no ceiling) are left out.
QList<std::pair<QString, QString>> limitTextsOf(const Config &config);

} // namespace signalbox::core
