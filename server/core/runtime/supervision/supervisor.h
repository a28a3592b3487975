// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/supervision/managedcomponent.h"

#include <QSet>

#include <map>

namespace signalbox::core {

// Starts, stops and restarts the configured components in the order of their dependencies, and completes the component
// Commands. Server thread; owned by Server. Its destructor kills what still runs.
//
// Starting a component also starts those it depends on; stopping or restarting one leaves its dependents alone, the
// group Commands include them.
class Supervisor : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Supervisor. random: 0…1, for jitter. dataDirectory: absolute.
    Supervisor(Hub &hub, LogBook &logs, const QString &dataDirectory, std::function<double()> random, int lease = -1,
               QObject *parent = nullptr);
    ~Supervisor() override;

    // At the start and at every reload: components whose configuration changed are adapted or restarted, unchanged ones
    // run on, missing ones are stopped and then removed. The configuration was checked: known ids, no cycles.
    void applyConfig(const QList<ComponentConfig> &components);
    void autostart(); // once, when the server is ready; from then on applyConfig() starts what a reload adds

    // Component Commands; Unsupported for all others.
    Result<QString> handle(const Command &command) override;

    // Stops everything in reverse order, for good; done is called once nothing runs, perhaps before this returns.
    void shutDown(std::function<void()> done);

    // Component id to the root of its process tree, for those that run.
    QHash<QString, qint64> treeRoots() const;

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
    void add(const ComponentConfig &config, int position);
    bool apply(const ComponentConfig &config, int position);
    void together(const std::function<void()> &requests);
    QStringList allIds() const;
    QStringList withDependencies(const QStringList &ids) const;
    QStringList withActiveDependents(const QStringList &ids) const;
    bool dependsOn(const ManagedComponent &component, const QString &id) const;

    Result<QString> start(const Command &command, const QStringList &ids);
    Result<QString> stop(const Command &command, const QStringList &ids);
    Result<QString> restart(const Command &command, const QStringList &ids, bool includeDependencies);
    Result<QString> begin(const Command &command, bool up, const QStringList &ids);

    void advance();
    bool advanceOnce();
    bool advanceWaiting(ManagedComponent &component);
    bool advanceHolding(ManagedComponent &component);
    void componentGone(const QString &id);
    void checkPending();
    void removeLeaving();

    ComponentSurroundings m_surroundings;
    std::map<QString, std::unique_ptr<ManagedComponent>> m_components;
    QSet<QString> m_leaving; // removed from the configuration, not yet stopped
    std::vector<PendingCommand> m_pending;
    std::function<void()> m_shutDownDone;
    bool m_autostarted = false;
    bool m_closing = false;
    bool m_advancing = false;
    bool m_again = false;
};

} // namespace signalbox::core
