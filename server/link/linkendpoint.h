// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"

#include <QObject>

namespace signalbox::link {

// The server's end of a LocalLink: turns what arrives from the window's thread into Commands and Queries, and
// hands Changes over in batches. At most one batch is on its way: a window that is blocked costs a bounded
// queue, and gets a fresh Snapshot instead of what it missed. Server thread; owned by Server.
class LinkEndpoint : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds batchEvery{50};
    static constexpr std::size_t queueLimit = 20'000; // Changes kept for a window that does not take them

    // hub outlives this. actor: the person at the console.
    LinkEndpoint(core::Hub &hub, core::Ask ask, Actor actor, QObject *parent = nullptr);

    // Slots: called from the window's thread through queued connections only.
    void open(); // answered by snapshotReady()
    void acknowledge();
    void submit(const signalbox::CommandId &id, const signalbox::CommandBody &body);
    void ask(signalbox::QueryId id, const signalbox::QueryBody &query);

Q_SIGNALS:
    void snapshotReady(const signalbox::Snapshot &snapshot);
    void batchReady(const QList<signalbox::Change> &changes); // acknowledge() asks for the next
    // Outcomes of this window's Commands among the Changes that a fresh Snapshot replaced.
    void settledMeanwhile(const QList<signalbox::CommandSettled> &outcomes);
    void refused(const signalbox::CommandId &id, const signalbox::Error &error);
    void answered(signalbox::QueryId id, const signalbox::Result<signalbox::Answer> &answer);

private:
    void enqueue(const Change &change);
    void keepOutcome(const Change &change);
    void sendBatch();

    core::Hub &m_hub;
    core::Ask m_ask;
    Actor m_actor;
    QList<Change> m_queue;
    QList<CommandSettled> m_outcomes; // kept while m_overflowed
    bool m_isOpen = false;
    bool m_awaitsAcknowledge = false;
    bool m_isScheduled = false;
    bool m_overflowed = false;
};

} // namespace signalbox::link
