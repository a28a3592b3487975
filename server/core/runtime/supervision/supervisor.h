// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/supervision/managedcomponent.h"

#include <QSet>

#include <map>

namespace signalbox::core {

// Starts, stops and restarts the configured components in the order of their dependencies, and settles the Commands
// that asked for it. Server thread; owned by Server. Its destructor kills what still runs.
//
// Starting one also starts what it depends on; stopping or restarting one leaves its dependents alone, the group
// Commands take them along.
class Supervisor : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    // All outlive the Supervisor. random: 0…1, for jitter. dataDirectory: absolute.
    Supervisor(Hub &hub, LogBook &logs, const QString &dataDirectory, std::function<double()> random, int lease = -1,
               QObject *parent = nullptr);
    ~Supervisor() override;

    // The configuration, at the start and at every reload: what changed is applied or restarted, what did not is left
    // running, what is gone is stopped and then removed. Checked before: known ids, no cycles.
    void applyConfig(const QList<ComponentConfig> &components);
    void autostart(); // once, when the server is ready for it; what a reload adds is started by itself from then on

    // Component Commands; Unsupported for all others.
    Result<QString> handle(const Command &command) override;

    // Everything down in reverse order, for good; done once nothing runs, perhaps before this returns.
    void shutDown(std::function<void()> done);

    // Component id to the root of its process tree, for those that run.
    QHash<QString, qint64> treeRoots() const;

private:
    // A Command under way: settled when all of its components got there or failed to.
    struct Job
    {
        Command command;
        QString subject;
        bool up = false; // else: down
        QSet<QString> pending;
        std::optional<Error> error;
    };

    ManagedComponent *find(const QString &id) const;
    void add(const ComponentConfig &config, int position);
    bool apply(const ComponentConfig &config, int position);
    void together(const std::function<void()> &wishes);
    QStringList allIds() const;
    QStringList withDependencies(const QStringList &ids) const;
    QStringList withActiveDependents(const QStringList &ids) const;
    bool dependsOn(const ManagedComponent &component, const QString &id) const;

    Result<QString> start(const Command &command, const QStringList &ids);
    Result<QString> stop(const Command &command, const QStringList &ids);
    Result<QString> restart(const Command &command, const QStringList &ids, bool withDependencies);
    Result<QString> begin(const Command &command, bool up, const QStringList &ids);

    void advance();
    bool advanceOnce();
    bool advanceWaiting(ManagedComponent &component);
    bool advanceHolding(ManagedComponent &component);
    void componentGone(const QString &id);
    void checkJobs();
    void removeLeaving();

    ComponentSurroundings m_surroundings;
    std::map<QString, std::unique_ptr<ManagedComponent>> m_components;
    QSet<QString> m_leaving; // gone from the configuration, not yet stopped
    std::vector<Job> m_jobs;
    std::function<void()> m_shutDownDone;
    bool m_autostarted = false;
    bool m_closing = false;
    bool m_advancing = false;
    bool m_again = false;
};

} // namespace signalbox::core
