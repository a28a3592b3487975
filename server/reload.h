// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configio.h"
#include "server/core/hub.h"
#include "server/core/work/background.h"

#include <functional>

namespace signalbox {

using namespace Qt::StringLiterals;

// What a reload would change, by the sections of the file ("[[component]]", "[server] workers", "[limits.pow]"), each in one
// of two lists: what is applied at once, and what takes effect at the next start.
struct ConfigDifference
{
    QStringList applied;
    QStringList waiting;
    QList<ReloadItem> appliedItems{}; // the same key by key
    QList<ReloadItem> waitingItems{};
};
// Compares every section: none can change without being named.
ConfigDifference differenceOf(const core::Config &running, const core::Config &read);
// What a reload would do, nothing of which was done.
struct ReloadPlan
{
    ConfigDifference sections;
    QStringList starting;   // ids of components, of each instance
    QStringList restarting; // as far as they run
    QStringList stopping;   // which are in the configuration no more
    QStringList refused;    // texts: included files that would count as they were
};

// The running configuration with what is applied at once taken from the one that was read.
core::Config withApplied(const core::Config &running, const core::Config &read);

// Carries out ReloadConfiguration: reads the file and the key of the tokens again, refuses what has mistakes or what a start
// would refuse (of a file that is included, that file alone), has the rest applied, and records in ServerInfo::reload what was applied, what waits for the next start and
// what went wrong. Reading and judging may take seconds (core::exposureOf) and has a thread of its own. Server thread; owned
// by Server.
class Reload final : public QObject, public core::CommandHandler
{
    Q_OBJECT

public:
    struct Options
    {
        QString file;         // empty: the built-in example
        QString bindOverride; // --bind
        bool isInsecure = false;
        core::Config running;      // in effect, overrides included
        QByteArray key;            // of the tokens, likewise
        core::ConfigTexts texts{}; // that running was read from
    };
    struct Effects
    {
        std::function<void(const core::Config &, const QByteArray &key)> apply; // the live sections
        std::function<Result<QByteArray>(const core::AuthConfig &)> readKey;
        std::function<QStringList()> reloadCertificates; // what went wrong, one text for each listener
    };

    // hub outlives this. The destructor waits for the reading that is under way.
    Reload(core::Hub &hub, Options options, Effects effects);

    Result<QString> handle(const Command &command) override;
    // Says what a reload of this file would do, or why it would be refused. Absolute; empty: the built-in example.
    void plan(const QString &file, std::function<void(const Result<ReloadPlan> &)> tell);
    // The server is being stopped: what is read or asked for now is refused.
    void dismiss() { m_isDismissed = true; }

Q_SIGNALS:
    void began(); // for systemd
    void ended();

private:
    static Result<core::ConfigOutcome> read(const Options &options);
    ReloadPlan planOf(const core::ConfigOutcome &read) const;
    void next();
    void take(const Command &command, const Result<core::ConfigOutcome> &read);
    Result<void> apply(const core::ConfigOutcome &read, const Command &command);
    void report(const ConfigDifference &difference, const QStringList &problems, const Command &command);

    core::Hub &m_hub;
    Options m_options;
    Effects m_effects;
    bool m_isDismissed = false;
    QList<Command> m_waiting; // the first of them is being carried out
    core::Background m_reader{u"reload"_s};
};

} // namespace signalbox
