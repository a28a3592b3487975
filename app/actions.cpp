// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"

#include "app/askpassword.h"
#include "app/secondstart.h"
#include "server/core/auth/passwords.h"
#include "server/dialectlist.h"
#include "server/machinecheck.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

int checkConfig(const Options &options, QTextStream &out, QTextStream &err)
{
    char name[] = "signalbox";
    char *arguments[] = {name, nullptr};
    int count = 1;
    const QCoreApplication application(count, arguments); // Qt needs one to read certificates
    const LoadedConfig loaded = loadEffectiveConfig(options);
    if (!loaded.outcome.isGood())
        return reportProblems(loaded.outcome.problems, err);
    const core::Exposure exposure = exposureOf(loaded, options);
    const QStringList warnings =
        exposure.warnings
        + machineWarnings(loaded.outcome.config, loaded.outcome.document.get(), QDir(options.dataDir).absolutePath());
    for (const QString &warning : warnings)
        err << "warning: " << warning << '\n';
    for (const QString &refusal : exposure.refusals)
        err << loaded.origin << ": " << refusal << '\n';
    err << Qt::flush;
    if (!exposure.refusals.isEmpty())
        return BadConfiguration;
    out << loaded.origin << ": no problems found";
    if (!warnings.isEmpty())
        out << "; warnings: " << warnings.size();
    out << '\n' << Qt::flush;
    if (!options.isAgainstRunning)
        return CleanStop;
    return tellReload(options, loaded.isFile() ? loaded.origin : QString(), out, err);
}

int printConfig(const Options &options, QTextStream &out, QTextStream &err)
{
    const LoadedConfig loaded = loadEffectiveConfig(options);
    if (!loaded.outcome.isGood())
        return reportProblems(loaded.outcome.problems, err);
    QHash<QString, QString> elsewhere;
    if (!options.bind.isEmpty())
        elsewhere.insert(u"[server] bind"_s, u"--bind"_s);
    out << "# " << loaded.origin << "\n\n"
        << (options.tellsOrigins ? core::printWithOrigins(loaded.outcome.config, *loaded.outcome.document, elsewhere)
                                 : core::printConfig(loaded.outcome.config))
        << Qt::flush;
    return CleanStop;
}

int printHash(QTextStream &in, QTextStream &out, QTextStream &err)
{
    const QString password = askPassword(u"Password: "_s, in, err);
    if (password.isEmpty()) {
        err << "signalbox: no password on standard input (type one, or write: signalbox --hash-password < FILE)\n"
            << Qt::flush;
        return BadUsage;
    }
    const Result<QString> hash = core::hashPassword(password);
    if (!hash) {
        err << "signalbox: " << hash.error().message << '\n' << Qt::flush;
        return Unavailable;
    }
    out << *hash << '\n' << Qt::flush;
    return CleanStop;
}

} // namespace

LoadedConfig loadEffectiveConfig(const Options &options)
{
    LoadedConfig loaded;
    QString path = options.configFile;
    for (const QString &candidate : options.configCandidates) {
        if (path.isEmpty() && QFileInfo::exists(candidate))
            path = candidate;
    }
    if (path.isEmpty()) {
        loaded.origin = u"built-in example"_s;
        loaded.outcome = core::parseConfig(core::exampleConfigText(), loaded.origin, defaultConfig());
    } else {
        loaded.origin = path;
        loaded.outcome = core::loadConfig(path, defaultConfig());
    }
    if (!options.bind.isEmpty())
        loaded.outcome.config.server.bind = {options.bind};
    return loaded;
}

core::Exposure exposureOf(const LoadedConfig &loaded, const Options &options)
{
    const core::Exposure exposure = core::exposureOf(loaded.outcome.config);
    return options.isInsecure ? exposure.insisted() : exposure;
}

int reportUsageError(const UsageError &error, QTextStream &err)
{
    err << "signalbox: " << error.message << '\n' << Qt::flush;
    return BadUsage;
}

int reportProblems(const QList<core::ConfigProblem> &problems, QTextStream &err)
{
    for (const core::ConfigProblem &problem : problems)
        err << problem.toString() << '\n';
    err << Qt::flush;
    return BadConfiguration;
}

std::optional<int> runAction(const Options &options, QTextStream &in, QTextStream &out, QTextStream &err)
{
    switch (options.action) {
    case Action::Help:
        out << helpText() << Qt::flush;
        return CleanStop;
    case Action::Version:
        out << "signalbox " << SIGNALBOX_VERSION << '\n' << Qt::flush;
        return CleanStop;
    case Action::CheckConfig:
        return checkConfig(options, out, err);
    case Action::PrintConfig:
        return printConfig(options, out, err);
    case Action::HashPassword:
        return printHash(in, out, err);
    case Action::Run:
    case Action::Init:
    case Action::PrintProtocol:
    case Action::IssueToken:
    case Action::Backup:
    case Action::Restore:
        break;
    }
    return {};
}

} // namespace signalbox::app
