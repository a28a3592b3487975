// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/model/snapshot.h"

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>

namespace signalbox::core {

// Makes accepted Commands happen; Runtime, and the Gateway for its clients. Server thread.
class CommandHandler
{
public:
    virtual ~CommandHandler() = default;

    // The subject (id of what was created or is acted on), or why not. An accepted Command is settled exactly
    // once by Hub::settle(), now or later.
    virtual Result<QString> handle(const Command &command) = 0;
};

// The outcome as only the one who asked hears it: what is secret about it is in no Change.
struct Settlement : CommandSettled
{
    QString secret; // of IssueToken: the token
};
using Settled = std::function<void(const Settlement &)>;

// Sole owner of the Snapshot: checks rules, turns Commands into Changes, passes facts on in order. Knows
// nothing of sockets, JSON, widgets or files. Server thread; owned by Server.
class Hub : public QObject
{
    Q_OBJECT

public:
    // Both outlive the Hub.
    Hub(Clock &clock, Ids &ids, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    Clock &clock() const { return m_clock; }
    Ids &ids() const { return m_ids; }

    // Who carries out commands that need more than the Snapshot. Outlives the Hub's last submit().
    void setHandler(CommandHandler *handler) { m_handler = handler; }

    // Calls back once all facts recorded so far are kept, or could not be. Without one, nothing is waited for.
    using Keeper = std::function<void(std::function<void(Result<void>)>)>;
    void setKeeper(Keeper keeper) { m_keeper = std::move(keeper); }

    // Admits or refuses at once. Accepted: returns the subject, and settled (if given, and while context
    // lives) is called exactly once with the outcome, possibly before this returns. Refused: settled is never
    // called.
    Result<QString> submit(const Command &command, QObject *context = nullptr, Settled settled = {});
    // The same with a fresh command id.
    Result<QString> submit(const Actor &actor, CommandBody body, QObject *context = nullptr, Settled settled = {});

    // A fact, from Runtime, Gateway or Store. Refuses illegal state transitions (Conflict) and changes
    // nothing then.
    Result<void> record(ChangeBody body, const Command *cause = nullptr);

    // The outcome of an accepted Command. The secret goes to the waiter of submit() alone.
    void settle(const Command &command, const QString &subject, const std::optional<Error> &error = {},
                const QString &secret = {});

Q_SIGNALS:
    void changed(const signalbox::Change &change);

private:
    Result<void> checkTransition(const ChangeBody &body) const;
    Result<QString> dispatch(const Command &command);
    std::optional<QString> carryOut(const Command &command);
    void settleWhenKept(const Command &command, const QString &subject);
    void deliver();

    struct Waiter
    {
        CommandId command;
        QPointer<QObject> context;
        Settled settled;
    };

    Clock &m_clock;
    Ids &m_ids;
    CommandHandler *m_handler = nullptr;
    Keeper m_keeper;
    Snapshot m_snapshot;
    std::deque<Change> m_undelivered; // facts recorded while another is being passed on
    bool m_delivering = false;
    std::vector<Waiter> m_waiters;
};

} // namespace signalbox::core
