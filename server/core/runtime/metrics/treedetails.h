// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/runtime/process/controlgroups.h"
#include "server/core/runtime/process/processdetails.h"
#include "server/core/runtime/process/processtree.h"
#include "server/core/work/background.h"

#include <QObject>

#include <map>

namespace signalbox::core {

// What the processes of one tree have open, have moved and used: all that takes a look at each of them.
struct TreeDetail
{
    int descriptors = 0;
    StorageBytes storage; // since its start; never less than before, though processes end
    QList<ListeningPort> listensOn;
    GroupReading group;
    std::optional<double> cpuPercent; // of one core, by the control group, between the last two readings
    QList<ProcessLook> processes;     // as they were at this time, before they began to end
    std::chrono::steady_clock::time_point at{};
    QByteArray memoryEvents; // memory.events of its control group; empty: it has none
};

// Reads the details of trees on a thread of its own, and the more seldom the longer that takes: a hundred times the
// duration of one reading passes before the next (decision 011). Server thread; owned by Sampler.
class TreeDetails : public QObject
{
    Q_OBJECT

public:
    static constexpr int rest = 100;
    static constexpr int portsEvery = 5; // readings; before that where processes or listening sockets are others

    explicit TreeDetails(Clock &clock, QObject *parent = nullptr);

    // trees: by root. groups: the folder of a tree's control group, by root, for those that have one.
    void refresh(const QHash<qint64, TreeFigures> &trees, const QHash<qint64, QString> &groups);
    const TreeDetail *of(qint64 root) const; // null: not read yet

    // What one reading finds; for the thread that reads.
    struct Reading
    {
        std::chrono::steady_clock::time_point at{};
        QHash<qint64, TreeDetail> trees;
        ListeningSockets listening;
        QHash<qint64, StorageBytes> firstBytes; // of the root alone: the guard's, not the command's
        QHash<qint64, TreeFigures> figures;     // that the tree had then
        // Trees that seemed to sleep while listening sockets were others: their clocks had been read before the sockets, so
        // one of them may be theirs.
        QSet<qint64> portsOwed;
        int number = 0;
    };

private:
    Clock &m_clock;
    Reading m_last;
    bool m_isReading = false;
    std::chrono::steady_clock::time_point m_due{};
    Background m_background;
};

} // namespace signalbox::core
