// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/executions/graphrun.h"
#include "server/core/runtime/executions/outputtap.h"

#include <QHash>

namespace signalbox::core {

// Delivers the growing output files of a GraphRun to one tap, from their beginning, a few times a second; of a file
// that is more than 1 MiB ahead, only the newest 1 MiB. Server thread; child of its tap.
class OutputTail : public QObject
{
    Q_OBJECT

public:
    OutputTail(OutputTap &tap, GraphRun &run, Clock &clock);

private:
    void poll();
    void pollLater();
    void follow(const QString &nodeId, const QString &path);

    OutputTap &m_tap;
    QPointer<GraphRun> m_run;
    Clock &m_clock;
    QHash<QString, qint64> m_delivered; // bytes by node
};

} // namespace signalbox::core
