// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "app/logging.h"
#include "server/core/duration.h"
#include "server/core/nearest.h"
#include "server/dialectlist.h"

#include <QDir>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

QString choose(Options &options, Action action)
{
    if (options.action != Action::Run && options.action != action)
        return u"cannot be combined with another action (give one at a time)"_s;
    options.action = action;
    return {};
}

QString applyText(QString &into, const QString &value)
{
    if (value.isEmpty())
        return u"needs a value"_s;
    into = value;
    return {};
}

// --connect is documented and not implemented yet: refusing it is better than ignoring it.
QString applyConnect(Options &, const QString &)
{
    return u"is not in this version (stop the server and start it with its window, or look at it in a browser, at the port of sutra)"_s;
}

QString applyBind(Options &options, const QString &value)
{
    options.bind = value;
    return core::bindProblem({value});
}

template<typename E>
QString applyName(E &into, const QString &value, const QStringList &names)
{
    const qsizetype index = names.indexOf(value);
    if (index < 0)
        return u"cannot be '%1'%2 (one of: %3)"_s.arg(value, core::didYouMean(value, names), names.join(", "_L1));
    into = static_cast<E>(index);
    return {};
}

const QStringList logLevels{u"debug"_s, u"info"_s, u"warning"_s, u"error"_s};
const QStringList logFormats{u"text"_s, u"json"_s};

// "info", or with levels of single categories behind it: "info,gateway=debug".
QString applyLogLevel(Options &options, const QString &value)
{
    const QStringList parts = value.split(u',');
    options.logLevels.clear();
    for (const QString &part : parts) {
        const qsizetype equals = part.indexOf(u'=');
        if (equals < 0 && parts.constFirst() != part)
            return u"has '%1' behind a comma (there, write CATEGORY=LEVEL)"_s.arg(part);
        const QString category = part.left(std::max<qsizetype>(equals, 0));
        if (equals >= 0 && !logCategories().contains(category))
            return u"has no category '%1'%2 (one of: %3)"_s.arg(category, core::didYouMean(category, logCategories()),
                                                                logCategories().join(", "_L1));
        LogVerbosity &into = equals < 0 ? options.logLevel : options.logLevels[category];
        if (const QString complaint = applyName(into, part.mid(equals + 1), logLevels); !complaint.isEmpty())
            return complaint;
    }
    return {};
}

QString applyLogFormat(Options &options, const QString &value)
{
    return applyName(options.logFormat, value, logFormats);
}

QString applyProtocol(Options &options, const QString &value)
{
    const QStringList names = defaultConfig().dialectNames();
    if (!names.contains(value))
        return u"cannot be '%1'%2 (one of: %3)"_s.arg(value, core::didYouMean(value, names), names.join(", "_L1));
    options.protocol = value;
    return choose(options, Action::PrintProtocol);
}

QString applyToken(Options &options, const QString &value)
{
    const QString complaint = applyText(options.tokenUser, value);
    return complaint.isEmpty() ? choose(options, Action::IssueToken) : complaint;
}

QString applyArchive(Options &options, Action action, const QString &value)
{
    const QString complaint = applyText(options.archive, value);
    return complaint.isEmpty() ? choose(options, action) : complaint;
}

QString applyExpires(Options &options, const QString &value)
{
    const auto lifetime = core::parseDuration(value);
    if (!lifetime || lifetime->count() == 0)
        return u"cannot be '%1' (a duration such as 30m, 1h or 7d)"_s.arg(value);
    options.tokenLifetime = *lifetime;
    return {};
}

} // namespace

const std::vector<Option> &optionTable()
{
    static const std::vector<Option> table = {
        {.name = u"--config"_s,
         .shortName = u"-c"_s,
         .argument = u"FILE"_s,
         .variable = u"SIGNALBOX_CONFIG"_s,
         .meaning = u"the configuration, TOML; default: $XDG_CONFIG_HOME/signalbox/signalbox.toml, then "
                    "/etc/signalbox/signalbox.toml; if none exists: the built-in example"_s,
         .apply = [](Options &o, const QString &value) { return applyText(o.configFile, value); }},
        {.name = u"--no-gui"_s,
         .variable = u"SIGNALBOX_NO_GUI"_s,
         .meaning = u"the server only"_s,
         .apply = [](Options &o, const QString &) { return o.withGui = false, QString(); }},
        {.name = u"--connect"_s,
         .argument = u"URL"_s,
         .variable = u"SIGNALBOX_CONNECT"_s,
         .meaning = u"the window only, onto a running server (not in this version)"_s,
         .apply = applyConnect},
        {.name = u"--data-dir"_s,
         .argument = u"DIR"_s,
         .variable = u"SIGNALBOX_DATA_DIR"_s,
         .meaning =
             u"history, logs and outputs; default: $XDG_STATE_HOME/signalbox (or $STATE_DIRECTORY under systemd)"_s,
         .apply = [](Options &o, const QString &value) { return applyText(o.dataDir, value); }},
        {.name = u"--bind"_s,
         .argument = u"ADDRESS"_s,
         .variable = u"SIGNALBOX_BIND"_s,
         .meaning = u"overrides [server] bind by one address"_s,
         .apply = applyBind},
        {.name = u"--insecure"_s,
         .variable = u"SIGNALBOX_INSECURE"_s,
         .meaning = u"start although what would be reachable from outside is not protected"_s,
         .apply = [](Options &o, const QString &) { return o.isInsecure = true, QString(); }},
        {.name = u"--ready-file"_s,
         .argument = u"FILE"_s,
         .variable = u"SIGNALBOX_READY_FILE"_s,
         .meaning = u"written atomically when every listener is up"_s,
         .apply = [](Options &o, const QString &value) { return applyText(o.readyFile, value); }},
        {.name = u"--language"_s,
         .argument = u"LANG"_s,
         .variable = u"SIGNALBOX_LANGUAGE"_s,
         .meaning = u"of the window; default: the one chosen there, else the system's"_s,
         .apply = [](Options &o, const QString &value) { return applyText(o.language, value); }},
        {.name = u"--log-level"_s,
         .argument = u"LEVEL"_s,
         .variable = u"SIGNALBOX_LOG_LEVEL"_s,
         .meaning =
             u"debug, info (default), warning or error; with those of single categories behind it: info,gateway=debug"_s,
         .choices = logLevels,
         .apply = applyLogLevel},
        {.name = u"--log-format"_s,
         .argument = u"FORMAT"_s,
         .variable = u"SIGNALBOX_LOG_FORMAT"_s,
         .meaning = u"text (default) or json"_s,
         .choices = logFormats,
         .apply = applyLogFormat},
        {.name = u"--init"_s,
         .meaning =
             u"writes a first configuration with a password of your own, or one that is made and shown once; a file "
             "that is there stays"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::Init); }},
        {.name = u"--without-password"_s,
         .meaning = u"with --init: its user has none and comes in by token"_s,
         .apply = [](Options &o, const QString &) { return o.isWithoutPassword = true, QString(); }},
        {.name = u"--check-config"_s,
         .meaning =
             u"parse, report every error with file:line, warn of what is missing on this machine, exit 0 or 78"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::CheckConfig); }},
        {.name = u"--against-running"_s,
         .meaning = u"with --check-config: what a reload of the running server would do"_s,
         .apply = [](Options &o, const QString &) { return o.isAgainstRunning = true, QString(); }},
        {.name = u"--print-config"_s,
         .meaning = u"the effective configuration with defaults, as TOML"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::PrintConfig); }},
        {.name = u"--origins"_s,
         .meaning = u"with --print-config: the file and line of each value behind it"_s,
         .apply = [](Options &o, const QString &) { return o.tellsOrigins = true, QString(); }},
        {.name = u"--print-protocol"_s,
         .argument = u"NAME"_s,
         .meaning = u"the message table of that dialect as Markdown"_s,
         .choices = defaultConfig().dialectNames(),
         .apply = applyProtocol},
        {.name = u"--hash-password"_s,
         .meaning = u"reads a password from stdin, prints its hash"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::HashPassword); }},
        {.name = u"--issue-token"_s,
         .argument = u"USER"_s,
         .meaning = u"prints a JWT for USER signed with this server's key"_s,
         .apply = applyToken},
        {.name = u"--expires"_s,
         .argument = u"DURATION"_s,
         .meaning = u"with --issue-token: how long it counts; default: 1h"_s,
         .apply = applyExpires},
        {.name = u"--backup"_s,
         .argument = u"FILE"_s,
         .meaning = u"packs the data dir into one .tar, .tar.gz, .tar.zst or .tar.xz, also while a server uses it"_s,
         .apply = [](Options &o, const QString &value) { return applyArchive(o, Action::Backup, value); }},
        {.name = u"--restore"_s,
         .argument = u"FILE"_s,
         .meaning = u"unpacks such a file into the data dir, which no server may use; what was there is set aside"_s,
         .apply = [](Options &o, const QString &value) { return applyArchive(o, Action::Restore, value); }},
        {.name = u"--version"_s,
         .meaning = u"prints the version"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::Version); }},
        {.name = u"--help"_s,
         .shortName = u"-h"_s,
         .meaning = u"prints this"_s,
         .apply = [](Options &o, const QString &) { return choose(o, Action::Help); }},
    };
    return table;
}

QList<ExitMeaning> exitMeanings()
{
    return {
        {CleanStop, u"clean stop, or the window of a running Signalbox was raised"_s},
        {BadUsage, u"usage"_s},
        {Unavailable, u"a port is taken, there is no display or no window program, or something else that is needed"_s},
        {CannotCreate, u"a file or the data dir cannot be written, or another Signalbox serves there"_s},
        {BadConfiguration, u"bad configuration"_s}};
}

namespace {

const Option *findOption(const QString &name)
{
    const auto &table = optionTable();
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto &option) {
        return option.name == name || (!option.shortName.isEmpty() && option.shortName == name);
    });
    return found == table.end() ? nullptr : &*found;
}

QString applyEnvironment(Options &options, const QProcessEnvironment &environment)
{
    const QStringList yes = {u"1"_s, u"true"_s, u"yes"_s, u"on"_s};
    const QStringList no = {u"0"_s, u"false"_s, u"no"_s, u"off"_s};
    for (const Option &option : optionTable()) {
        const QString value = option.variable.isEmpty() ? QString() : environment.value(option.variable);
        if (value.isEmpty() || (option.argument.isEmpty() && no.contains(value.toLower())))
            continue;
        if (option.argument.isEmpty() && !yes.contains(value.toLower()))
            return u"%1 cannot be '%2' (1 or 0)"_s.arg(option.variable, value);
        const QString complaint = option.apply(options, value);
        if (!complaint.isEmpty())
            return option.variable + u' ' + complaint;
    }
    return {};
}

// Of an option that says more of an action, without that action.
QString strayComplaint(Action action, const QStringList &seen)
{
    struct Belongs
    {
        QString option;
        Action to;
        QString written;
    };
    static const std::vector<Belongs> table = {
        {u"--expires"_s, Action::IssueToken, u"--issue-token USER --expires 1h"_s},
        {u"--origins"_s, Action::PrintConfig, u"--print-config --origins"_s},
        {u"--against-running"_s, Action::CheckConfig, u"--check-config --against-running"_s},
        {u"--without-password"_s, Action::Init, u"--init --without-password"_s},
    };
    for (const Belongs &row : table) {
        if (row.to != action && seen.contains(row.option))
            return u"%1 belongs to %2 (write %3)"_s.arg(row.option, row.written.section(u' ', 0, 0), row.written);
    }
    return {};
}

QString unknownOption(const QString &name)
{
    QStringList names;
    for (const Option &option : optionTable())
        names.append(option.name);
    const QString meant = core::nearest(name, names);
    return meant.isEmpty() ? u"unknown option '%1' (--help lists all)"_s.arg(name)
                           : u"unknown option '%1' (did you mean '%2'? --help lists all)"_s.arg(name, meant);
}

QString applyArguments(Options &options, const QStringList &arguments, QStringList &seen)
{
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (!argument.startsWith(u'-'))
            return u"unexpected argument '%1' (options only; a configuration is given with --config)"_s.arg(argument);
        const qsizetype equals = argument.startsWith(u"--") ? argument.indexOf(u'=') : -1;
        const QString name = equals < 0 ? argument : argument.left(equals);
        const Option *option = findOption(name);
        if (!option)
            return unknownOption(name);
        QString value;
        if (option->argument.isEmpty()) {
            if (equals >= 0)
                return u"%1 takes no value (leave out '%2')"_s.arg(name, argument.mid(equals));
        } else if (equals >= 0) {
            value = argument.mid(equals + 1);
        } else if (i + 1 < arguments.size()) {
            value = arguments.at(++i);
        } else {
            return u"%1 needs a value (write %1 %2)"_s.arg(name, option->argument);
        }
        const QString complaint = option->apply(options, value);
        if (!complaint.isEmpty())
            return name + u' ' + complaint;
        seen.append(option->name);
    }
    return {};
}

// An XDG base directory: absolute as its specification demands, else the default below the home directory.
QString xdgDirectory(const QProcessEnvironment &environment, const QString &variable, const QString &belowHome)
{
    const QString value = environment.value(variable);
    return QDir::isAbsolutePath(value) ? value : environment.value(u"HOME"_s, QDir::homePath()) + u'/' + belowHome;
}

QString defaultDataDir(const QProcessEnvironment &environment)
{
    // systemd lists several directories with colons between them; ours is the first.
    const QString underSystemd = environment.value(u"STATE_DIRECTORY"_s).section(u':', 0, 0);
    if (!underSystemd.isEmpty())
        return underSystemd;
    return xdgDirectory(environment, u"XDG_STATE_HOME"_s, u".local/state"_s) + "/signalbox"_L1;
}

// "      --data-dir DIR"
QString usage(const Option &option)
{
    const QString shortName = option.shortName.isEmpty() ? u"    "_s : option.shortName + ", "_L1;
    return u"  "_s % shortName % option.name % (option.argument.isEmpty() ? QString() : u' ' + option.argument);
}

// Fills lines of 120 characters; every line but the first begins at the column.
QString wrapped(const QString &text, qsizetype column, qsizetype used)
{
    constexpr qsizetype width = 120;
    QString result;
    for (const QString &word : text.split(u' ')) {
        if (used > column && used + 1 + word.size() > width) {
            result += u'\n' + QString(column, u' ');
            used = column;
        } else if (used > column) {
            result += u' ';
            ++used;
        }
        result += word;
        used += word.size();
    }
    return result;
}

} // namespace

std::variant<Options, UsageError> parseOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    Options options;
    options.dataDir = defaultDataDir(environment);
    options.configCandidates = {
        xdgDirectory(environment, u"XDG_CONFIG_HOME"_s, u".config"_s) + "/signalbox/signalbox.toml"_L1,
        u"/etc/signalbox/signalbox.toml"_s,
    };
    QStringList seen;
    QString complaint = applyEnvironment(options, environment);
    if (complaint.isEmpty())
        complaint = applyArguments(options, arguments, seen);
    if (complaint.isEmpty())
        complaint = strayComplaint(options.action, seen);
    if (!complaint.isEmpty())
        return UsageError{complaint};
    return options;
}

QString helpText()
{
    qsizetype column = 0;
    QStringList variables;
    for (const Option &option : optionTable()) {
        column = std::max(column, usage(option).size() + 2);
        if (!option.variable.isEmpty())
            variables.append(option.variable);
    }
    QString text = u"signalbox [options]\n"_s;
    for (const Option &option : optionTable())
        text += usage(option).leftJustified(column) + wrapped(option.meaning, column, column) + u'\n';
    const QString twins =
        u"Environment, weaker than the command line and stronger than the file: %1."_s.arg(variables.join(", "_L1));
    QStringList codes;
    for (const ExitMeaning &exit : exitMeanings())
        codes.append(u"%1 %2"_s.arg(exit.code).arg(exit.meaning));
    return text % u'\n' % wrapped(twins, 0, 0) % u'\n' % wrapped(u"Exit codes: %1."_s.arg(codes.join("; "_L1)), 0, 0)
           % u'\n';
}

} // namespace signalbox::app
