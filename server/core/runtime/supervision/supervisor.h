// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/supervision/instances.h"
#include "server/core/runtime/supervision/managedcomponent.h"

#include <QSet>

#include <map>

namespace signalbox::core {

// Starts, stops and restarts the configured components in the order of their dependencies, and completes the component
// Commands. Server thread; owned by Server. Its destructor kills what still runs.
//
// Starting a component also starts those it depends on, but for oneshots that are done; stopping or restarting one leaves
// its dependents alone, the group Commands include them. No start does without a oneshot that must be completed, but those
// of the restart policy. What a person starts or stops by name is a wish (ComponentWish), which lasts until a person
// wants something else, the component ends by itself for good, or a reload removes it; what the server does, at its own
// end above all, is none.
class Supervisor : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Supervisor. random: 0…1, for jitter. dataDirectory: absolute. guards, secrets: see ProcessSpec. groups:
    // null is the same as none.
    Supervisor(Hub &hub, LogBook &logs, const QString &dataDirectory, std::function<double()> random,
               Guards *guards = nullptr, const ControlGroups *groups = nullptr, SecretSource *secrets = nullptr,
               QObject *parent = nullptr);
    ~Supervisor() override;

    // What people last wanted of components, as it was saved; to be called before applyConfig().
    void restore(const QList<ComponentWish> &wishes);
    // At the start and at every reload, with the components as the file describes them: components whose configuration changed are adapted or restarted, unchanged ones
    // run on, missing ones are stopped and then removed. The configuration was checked: known ids, no cycles.
    void applyConfig(const QList<ComponentConfig> &components);
    // Those that run by it: instances each by itself, as many as there are now.
    QList<ComponentConfig> components() const { return withInstances(m_described, m_scales); }
    const ComponentConfig *configOf(const QString &id) const; // until the next reload; null: there is none of this id
    // Once, when the server is ready: starts what a person last wanted to run and, where nobody wanted anything or it is
    // not to be remembered, what the configuration starts. From then on applyConfig() starts what a reload adds.
    void autostart(bool remember = true);

    // Component Commands; Unsupported for all others.
    Result<QString> handle(const Command &command) override;

    // From now on nothing is started: restarts and starts that wait are called off, what runs goes on. What ends by itself
    // from then on has not failed.
    void startNothingMore();
    // Stops everything in reverse order, for good; done is called once nothing runs, perhaps before this returns.
    void shutDown(std::function<void()> done);

    // After the wall clock was set: start times keep their distance to it, so that nothing has run for a year, or not yet.
    void moveTimes(Milliseconds by);

    // The process tree of a component that runs.
    struct Tree
    {
        QString id;
        qint64 root = 0;
        ControlGroup *group = nullptr;       // null: it has none now
        std::optional<qint64> watchedMemory; // its memory_limit in bytes, where nothing else keeps it below
    };
    QList<Tree> trees() const;            // in the order of ids
    Tree treeOf(const QString &id) const; // root 0: it does not run
    void killForMemory(const QString &id, qint64 usedBytes);

Q_SIGNALS:
    void scaled(); // components() are others by a Command

private:
    // A Command under way: completed when each of its components is up (or down), or has failed.
    struct PendingCommand
    {
        Command command;
        QString subject;
        bool up = false;       // a start or restart; false: a stop
        QSet<QString> awaited; // components that are not up (or down) yet
        std::optional<Error> error;
    };

    ManagedComponent *find(const QString &id) const;
    void add(const QList<ComponentConfig> &configured, int position);
    bool apply(const QList<ComponentConfig> &configured, int position, QStringList &restarted);
    QStringList applyComponents(const Reason &removal);
    void together(const std::function<void()> &requests);
    QStringList allIds() const;
    QStringList withDependencies(const QStringList &ids) const;
    QStringList oneshotsToRun(const QStringList &ids) const;
    bool isStoppedByPerson(const QString &id) const;
    QStringList withActiveDependents(const QStringList &ids) const;
    bool dependsOn(const ManagedComponent &component, const QString &id) const;

    Result<QString> start(const Command &command, const QStringList &ids);
    Result<QString> stop(const Command &command, const QStringList &ids, const Reason &reason);
    Result<QString> restart(const Command &command, const QStringList &ids, bool includeDependencies,
                            const QStringList &named);
    Result<QString> kill(const Command &command, const KillComponent &request);
    Result<QString> scale(const Command &command, const ScaleComponent &request);
    Result<QString> type(const Command &command, const TypeToComponent &request);
    Result<QString> begin(const Command &command, bool up, const QStringList &ids);
    Reason stopReason(const Command &command, const QString &alone) const;
    void wish(const Command &command, bool toRun, const QStringList &named);
    void startAlong(ManagedComponent &component, const Command &command);
    void tellWishes(const Command &command);

    void advance();
    bool advanceOnce();
    bool advanceWaiting(ManagedComponent &component);
    bool advanceHolding(ManagedComponent &component);
    void componentGone(const QString &id);
    void checkPending();
    void complete(const PendingCommand &pending);
    void completeOnceMeasured(const PendingCommand &pending, int looks);
    void removeLeaving();

    ComponentSurroundings m_surroundings;
    std::map<QString, std::unique_ptr<ManagedComponent>> m_components;
    QList<ComponentConfig> m_described;       // by the configuration
    QHash<QString, int> m_scales;             // by ScaleComponent, instead of the described number
    QSet<QString> m_leaving;                  // removed from the configuration, not yet stopped
    QHash<QString, ComponentWish> m_restored; // until applyConfig() adds the component
    std::vector<PendingCommand> m_pending;
    std::function<void()> m_shutDownDone;
    bool m_autostarted = false;
    bool m_advancing = false;
    bool m_again = false;
};

} // namespace signalbox::core
