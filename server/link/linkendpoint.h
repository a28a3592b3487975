// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/core/livestreams.h"

#include <QObject>

#include <map>

namespace signalbox::link {

// What a window's link needs of the server. All outlive the endpoint.
struct LinkServices
{
    core::Hub &hub;
    core::Ask ask;
    core::LiveStreams &streams;
};

// The server's end of a LocalLink: turns what arrives from the window's thread into Commands and Queries, and
// hands Changes over in batches. At most one batch is on its way: a window that is blocked costs a bounded
// queue, and gets a fresh Snapshot instead of what it missed. Server thread; owned by Server.
class LinkEndpoint : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds batchEvery{50};
    static constexpr std::size_t queueLimit = 20'000; // Changes queued for a window that does not take them

    // actor: the person at the window.
    LinkEndpoint(LinkServices services, Actor actor, QObject *parent = nullptr);

    // Called from the window's thread, through queued connections only.
    void open(); // answered by snapshotReady()
    void acknowledge();
    void submit(const signalbox::CommandId &id, const signalbox::CommandBody &body);
    void ask(signalbox::QueryId id, const signalbox::QueryBody &query);
    void wantLog(const QString &componentId, bool wanted);    // counted
    void wantOutput(const QString &executionId, bool wanted); // counted
    void wantClient(const QString &clientId, bool wanted);    // counted
    void sendInput(const QString &executionId, const QByteArray &bytes);
    void closeInput(const QString &executionId);

Q_SIGNALS:
    void snapshotReady(const signalbox::Snapshot &snapshot);
    void batchReady(const QList<signalbox::Change> &changes); // the next one follows acknowledge()
    // Outcomes of this window's Commands among the Changes that a fresh Snapshot replaced.
    void completedMeanwhile(const QList<signalbox::CommandCompleted> &outcomes);
    void refused(const signalbox::CommandId &id, const signalbox::Error &error);
    void secretReady(const signalbox::CommandId &id, const QString &secret); // before the outcome
    void answered(signalbox::QueryId id, const signalbox::Result<signalbox::Answer> &answer);
    void logLines(const QString &componentId, const QList<signalbox::LogLine> &lines, qint64 leftOut);
    void clientFrames(const QString &clientId, const QList<signalbox::ClientFrame> &frames, qint64 leftOut);
    void outputReceived(const QString &executionId, qint64 position, const QByteArray &bytes);

private:
    void enqueue(const Change &change);
    void keepOutcome(const Change &change);
    void sendBatch();

    // What the window follows of one kind, by id.
    struct Followed
    {
        int count = 0;
        core::Follow follow;
    };
    using FollowedById = std::map<QString, Followed>;
    struct Follows
    {
        FollowedById logs;
        FollowedById clients;
        FollowedById outputs;
    };

    LinkServices m_services;
    core::Hub &m_hub;
    Actor m_actor;
    Follows m_follows;
    QList<Change> m_queue;
    QList<CommandCompleted> m_outcomes; // kept while m_overflowed
    bool m_isOpen = false;
    bool m_startsAnew = false; // the next acknowledge() is that of a Snapshot, which ends all follows
    bool m_awaitsAcknowledge = false;
    bool m_isScheduled = false;
    bool m_overflowed = false;
};

} // namespace signalbox::link
