// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/process/procstat.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace signalbox::app {

// As a container's first process Signalbox inherits every orphan there, elsewhere perhaps those of killed guards
// (core::adoptOrphans()), and is the only one that can end their being zombies. Its own children are waited for by those
// who started them, at once: what is a zombie at two looks in a row is an orphan. Thread of its owner; does nothing where
// this process inherits none.
class Reaper final : public QObject
{
    Q_OBJECT

public:
    Reaper();

private:
    void look();

    const int m_own;
    QTimer m_timer;
    std::set<int> m_seen; // zombies of the last look
};

} // namespace signalbox::app
