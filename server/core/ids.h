// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace signalbox::core {

// Identifiers, injected so that tests can name what they expect.
class Ids
{
public:
    virtual ~Ids() = default;
    virtual QString next() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }
};

} // namespace signalbox::core
