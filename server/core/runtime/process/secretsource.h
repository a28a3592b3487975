// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <functional>

namespace signalbox::core {

// By name.
using SecretValues = QMap<QString, QByteArray>;

// Where the values of secrets come from (runtime/secrets). Server thread.
class SecretSource
{
public:
    virtual ~SecretSource() = default;

    // `then` is called once, perhaps before this returns, and not at all once context is gone. The errors are for people;
    // they name the secret and what to do, never a value.
    using Then = std::function<void(const Result<SecretValues> &)>;
    virtual void read(const QStringList &names, QObject *context, const Then &then) = 0;
};

} // namespace signalbox::core
