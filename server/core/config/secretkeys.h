// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/keychecks.h"

namespace signalbox::core {

Section secretsSection();

// What is wrong with the name of a secret, for brackets; empty: nothing.
QString secretNameProblem(const QString &name);
// Of the key `secrets`; as the end of a sentence that begins with the key.
QString checkSecrets(const QStringList &names);

// The key `secrets` of whatever gets some.
template<typename S>
Key<S> secretsKey(const QString &meaning)
{
    return key(u"secrets"_s, &S::secrets, meaning, checkSecrets);
}

} // namespace signalbox::core
