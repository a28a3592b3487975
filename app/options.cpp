// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "server/core/duration.h"
#include "server/core/nearest.h"
#include "server/dialectlist.h"

#include <QDir>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

// Puts a value into the options. Empty: success; else what is wrong with the value ("cannot be …").
using Apply = QString (*)(Options &, const QString &);

struct Option
{
    QString name;     // with its dashes
    QString argument; // what its value is called; empty: a switch
    QString variable; // the environment variable of the same meaning; empty: none
    Apply apply;
};

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
    return u"is not in this version (open the window where the server runs)"_s;
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

QString applyLogLevel(Options &options, const QString &value)
{
    return applyName(options.logLevel, value, {u"debug"_s, u"info"_s, u"warning"_s, u"error"_s});
}

QString applyLogFormat(Options &options, const QString &value)
{
    return applyName(options.logFormat, value, {u"text"_s, u"json"_s});
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

QString applyExpires(Options &options, const QString &value)
{
    const auto lifetime = core::parseDuration(value);
    if (!lifetime || lifetime->count() == 0)
        return u"cannot be '%1' (a duration such as 30m, 1h or 7d)"_s.arg(value);
    options.tokenLifetime = *lifetime;
    return {};
}

const std::vector<Option> &optionTable()
{
    static const std::vector<Option> table = {
        {u"--config"_s, u"FILE"_s, u"SIGNALBOX_CONFIG"_s,
         [](Options &o, const QString &value) { return applyText(o.configFile, value); }},
        {u"--no-gui"_s,
         {},
         u"SIGNALBOX_NO_GUI"_s,
         [](Options &o, const QString &) { return o.withGui = false, QString(); }},
        {u"--connect"_s, u"URL"_s, u"SIGNALBOX_CONNECT"_s, applyConnect},
        {u"--data-dir"_s, u"DIR"_s, u"SIGNALBOX_DATA_DIR"_s,
         [](Options &o, const QString &value) { return applyText(o.dataDir, value); }},
        {u"--bind"_s, u"ADDRESS"_s, u"SIGNALBOX_BIND"_s, applyBind},
        {u"--insecure"_s,
         {},
         u"SIGNALBOX_INSECURE"_s,
         [](Options &o, const QString &) { return o.isInsecure = true, QString(); }},
        {u"--ready-file"_s, u"FILE"_s, u"SIGNALBOX_READY_FILE"_s,
         [](Options &o, const QString &value) { return applyText(o.readyFile, value); }},
        {u"--language"_s, u"LANG"_s, u"SIGNALBOX_LANGUAGE"_s,
         [](Options &o, const QString &value) { return applyText(o.language, value); }},
        {u"--log-level"_s, u"LEVEL"_s, u"SIGNALBOX_LOG_LEVEL"_s, applyLogLevel},
        {u"--log-format"_s, u"FORMAT"_s, u"SIGNALBOX_LOG_FORMAT"_s, applyLogFormat},
        {u"--check-config"_s, {}, {}, [](Options &o, const QString &) { return choose(o, Action::CheckConfig); }},
        {u"--print-config"_s, {}, {}, [](Options &o, const QString &) { return choose(o, Action::PrintConfig); }},
        {u"--origins"_s, {}, {}, [](Options &o, const QString &) { return o.tellsOrigins = true, QString(); }},
        {u"--print-protocol"_s, u"NAME"_s, {}, applyProtocol},
        {u"--hash-password"_s, {}, {}, [](Options &o, const QString &) { return choose(o, Action::HashPassword); }},
        {u"--issue-token"_s, u"USER"_s, {}, applyToken},
        {u"--expires"_s, u"DURATION"_s, {}, applyExpires},
        {u"--version"_s, {}, {}, [](Options &o, const QString &) { return choose(o, Action::Version); }},
        {u"--help"_s, {}, {}, [](Options &o, const QString &) { return choose(o, Action::Help); }},
    };
    return table;
}

const Option *findOption(const QString &name)
{
    const QString spelledOut = name == u"-c" ? u"--config"_s : name == u"-h" ? u"--help"_s : name;
    const auto &table = optionTable();
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto &option) { return option.name == spelledOut; });
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
    if (complaint.isEmpty() && seen.contains(u"--expires"_s) && options.action != Action::IssueToken)
        complaint = u"--expires belongs to --issue-token (write --issue-token USER --expires 1h)"_s;
    if (complaint.isEmpty() && options.tellsOrigins && options.action != Action::PrintConfig)
        complaint = u"--origins belongs to --print-config (write --print-config --origins)"_s;
    if (!complaint.isEmpty())
        return UsageError{complaint};
    return options;
}

QString helpText()
{
    return uR"(signalbox [options]
  -c, --config FILE        TOML; default $XDG_CONFIG_HOME/signalbox/signalbox.toml, then /etc/signalbox/signalbox.toml;
                           if none exists: the built-in example configuration
      --no-gui             server only
      --connect URL        window only, onto a running server (not in this version)
      --data-dir DIR       default $XDG_STATE_HOME/signalbox (or $STATE_DIRECTORY under systemd)
      --bind ADDRESS       overrides [server] bind
      --insecure           start although what would be reachable from outside is not protected
      --ready-file FILE    written atomically when every listener is up
      --check-config       parse, report every error with file:line, exit 0 or 78
      --print-config [--origins]          the effective configuration with defaults, as TOML; with the file and line
                           of each value behind it
      --print-protocol N   the message table of dialect N as Markdown
      --hash-password      reads a password from stdin, prints its hash
      --issue-token USER [--expires 1h]   prints a JWT for USER signed with this server's key
      --language LANG      of the window; default: the system's
      --log-level LEVEL    debug, info (default), warning or error
      --log-format FORMAT  text (default) or json
      --version
  -h, --help

Environment, weaker than the command line and stronger than the file: SIGNALBOX_CONFIG, SIGNALBOX_NO_GUI,
SIGNALBOX_CONNECT, SIGNALBOX_DATA_DIR, SIGNALBOX_BIND, SIGNALBOX_INSECURE, SIGNALBOX_READY_FILE, SIGNALBOX_LANGUAGE,
SIGNALBOX_LOG_LEVEL, SIGNALBOX_LOG_FORMAT.
Exit codes: 0 clean stop, 64 usage, 69 a port is taken, 73 data dir not writable, 78 bad configuration.
)"_s;
}

} // namespace signalbox::app
