// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"

#include <QHash>

namespace signalbox::core {

// The id of one of several components of one description: "web@2". An @ is in no configured id, so none can be the same.
QString instanceId(const QString &id, int number);

// The components that run: each description with [[component]] instances as so many components, every dependency on it as
// one on each of these, and the others as they are. counts: by id, instead of the configured number.
QList<ComponentConfig> withInstances(const QList<ComponentConfig> &components, const QHash<QString, int> &counts = {});

} // namespace signalbox::core
