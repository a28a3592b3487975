// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/eventsbefore.h"
#include "server/core/hub.h"
#include "server/core/runtime/events/eventpace.h"
#include "server/model/query.h"

namespace signalbox::core {

// Writes down what is worth remembering, as EventHappened: it follows the Hub's Changes and Commands, and is told what
// neither says. Server thread; owned by Server.
class EventBook final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds joinedAfter{1000}; // what is joined is told again at most so often

    // The hub outlives it. Nothing is written before begin().
    explicit EventBook(Hub &hub, QObject *parent = nullptr);

    // The server starts. interrupted: what the run before left unfinished.
    void begin(const EventsBefore &before, const QList<ExecutionDetail> &interrupted);
    // The server has ended in good order; nothing is written any more.
    void end();

    void loginRefused(const QString &address, bool isHeld);
    void clockSet(Milliseconds by);

private:
    void changed(const Change &change, const Replaced &replaced);
    void admitted(const Command &command);
    void refused(const Command &command, const Error &error);
    std::optional<EventEntry> entryOf(const Change &change, const Replaced &replaced);
    std::optional<EventEntry> ofServer(const ServerInfo &now);
    std::optional<EventEntry> ofOutcome(const CommandCompleted &outcome);
    Actor actorOf(const Change &change);
    void add(EventEntry entry, const Actor &actor);
    void tellJoined();

    struct UnderWay // a Command that is not completed
    {
        QString retryOf; // the execution that it wants again
        bool isReload = false;
        bool hasFailed = false; // and that is written down
    };

    Hub &m_hub;
    EventPace m_pace;
    bool m_isOpen = false;
    bool m_waits = false; // tellJoined() comes
    QHash<CommandId, UnderWay> m_underWay;
    QHash<QString, Actor> m_cancels; // by execution, which has not ended
    QString m_shortage;
    std::optional<ReloadReport> m_reload;
};

} // namespace signalbox::core
