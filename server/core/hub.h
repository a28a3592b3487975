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

// Carries out accepted Commands: CommandRouter, and the classes it hands them to. Server thread.
class CommandHandler
{
public:
    virtual ~CommandHandler() = default;

    // The subject (id of what was created or is acted on), or the error. An accepted Command is completed exactly
    // once by Hub::complete(), now or later.
    virtual Result<QString> handle(const Command &command) = 0;
};

// The outcome as its submitter alone receives it: the secret is in no Change.
struct CommandOutcome : CommandCompleted
{
    QString secret; // of IssueToken: the token
};
using Completed = std::function<void(const CommandOutcome &)>;

// Sole owner of the Snapshot: admits Commands, records facts and passes them on in order as Changes. Knows
// nothing of sockets, JSON, widgets or files. Server thread; owned by Server.
class Hub : public QObject
{
    Q_OBJECT

public:
    // Both outlive the Hub.
    Hub(Clock &clock, Ids &ids, QObject *parent = nullptr);
    ~Hub() override;

    const Snapshot &snapshot() const { return m_snapshot; }
    Clock &clock() const { return m_clock; }
    Ids &ids() const { return m_ids; }

    // Carries out the Commands that need more than the Snapshot. Outlives the Hub's last submit().
    void setHandler(CommandHandler *handler) { m_handler = handler; }

    // A Durability is given a callback, and calls it once the facts recorded so far are durable, or with the error. The
    // Hub completes the Commands that it carries out itself in that callback; without a Durability it does so at once.
    using Durability = std::function<void(std::function<void(Result<void>)>)>;
    void setDurability(Durability durability) { m_durability = std::move(durability); }
    // Calls then once the facts recorded so far are durable, or cannot be; without a Durability at once.
    void whenDurable(std::function<void(Result<void>)> then);

    // Admits or refuses at once. Accepted: returns the subject, and completed (if given, and while context
    // lives) is called exactly once with the outcome, possibly before this returns. Refused: completed is never
    // called.
    Result<QString> submit(const Command &command, QObject *context = nullptr, Completed completed = {});
    // The same with a fresh command id.
    Result<QString> submit(const Actor &actor, CommandBody body, QObject *context = nullptr, Completed completed = {});

    // Applies a fact to the Snapshot and emits it as a Change with what it replaced; cause: the Command that led to it. Conflict: the state
    // transition is illegal, and nothing was changed.
    Result<void> record(ChangeBody body, const Command *cause = nullptr);

    // Records the outcome of an accepted Command and calls submit()'s completed, which alone gets the secret.
    void complete(const Command &command, const QString &subject, const std::optional<Error> &error = {},
                  const QString &secret = {});

Q_SIGNALS:
    void changed(const signalbox::Change &change, const signalbox::Replaced &replaced);
    void admitted(const signalbox::Command &command); // before it is carried out
    // The command was not admitted, or its handler refused it.
    void refused(const signalbox::Command &command, const signalbox::Error &error);
    // Emitted by the gateway when it turns a peer away because of its role, before there is a Command. wanted: for people.
    void turnedAway(const signalbox::Actor &actor, const QString &wanted);

private:
    Result<void> checkTransition(const ChangeBody &body) const;
    void markUnseen(Execution &execution) const;
    Result<QString> dispatch(const Command &command);
    void completeWhenDurable(const Command &command, const QString &subject, const std::optional<ChangeBody> &undo);
    void deliver();

    struct Fact
    {
        Change change;
        Replaced replaced;
    };
    struct Waiter
    {
        CommandId command;
        QPointer<QObject> context;
        Completed completed;
    };

    Clock &m_clock;
    Ids &m_ids;
    CommandHandler *m_handler = nullptr;
    Durability m_durability;
    Snapshot m_snapshot;
    std::deque<Fact> m_undelivered; // facts recorded while another is being passed on
    bool m_delivering = false;
    std::vector<Waiter> m_waiters;
};

} // namespace signalbox::core
