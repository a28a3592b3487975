// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manpages.h"

#include "app/options.h"
#include "server/core/config/configkeys.h"
#include "server/core/config/configreference.h"
#include "server/dialectlist.h"

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

// Text as it is to be seen: nothing in it is an instruction to the formatter. A hyphen is one that can be copied.
QString plain(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? "\\&"_L1 + text : text;
}

QString bold(const QString &text)
{
    return "\\fB"_L1 + plain(text) + "\\fR"_L1;
}

QString italic(const QString &text)
{
    return "\\fI"_L1 + plain(text) + "\\fR"_L1;
}

// A term and, indented below it, what it means.
QString entry(const QString &term, const QString &meaning)
{
    return ".TP\n"_L1 % term % u'\n' % meaning % u'\n';
}

// The lines as they are.
QString block(const QString &text)
{
    QString result = u".PP\n.EX\n"_s;
    for (const QString &line : text.trimmed().split(u'\n'))
        result += plain(line) + u'\n';
    return result + ".EE\n"_L1;
}

QString heading(const QString &name, int section, const QString &date, const QString &whatis)
{
    const QString version = u"signalbox " SIGNALBOX_VERSION ""_s;
    return u".\\\" SPDX-"
           "License-Identifier: GPL-3.0-or-later\n.\\\" Made from the tables of signalbox.\n"
           ".TH %1 %2 %3 \"%4\"\n.SH NAME\n%5 \\- %6\n"_s.arg(name.toUpper(), QString::number(section), date, version,
                                                              name, whatis);
}

QString optionEntry(const Option &option)
{
    const QString shortName = option.shortName.isEmpty() ? QString() : bold(option.shortName) + ", "_L1;
    const QString argument = option.argument.isEmpty() ? QString() : u' ' + italic(option.argument);
    return entry(shortName % bold(option.name) % argument, plain(option.meaning) + u'.');
}

QString environment()
{
    QString text;
    for (const Option &option : optionTable()) {
        if (!option.variable.isEmpty())
            text += entry(bold(option.variable),
                          u"As "_s % bold(option.name) % (option.argument.isEmpty() ? u": 1 or 0."_s : u"."_s));
    }
    return text;
}

QString keyEntry(const core::ReferenceRow &row)
{
    const QString fallback = row.fallback.isEmpty()          ? QString()
                             : row.fallback == "required"_L1 ? u"; required"_s
                                                             : u"; default: "_s + plain(row.fallback);
    const QString type = QString(row.type).remove(u'\\'); // a bar is spelled for a table of Markdown
    return entry(bold(row.key) % " ("_L1 % plain(type) % fallback % u')', plain(row.meaning));
}

} // namespace

QString manualOfProgram(const QString &date)
{
    QString text = heading(u"signalbox"_s, 1, date, u"control center for services and jobs"_s);
    text += uR"(.SH SYNOPSIS
.B signalbox
.RI [ option \&.\|.\|.]
.SH DESCRIPTION
Signalbox supervises long\-running programs, runs pipelines and processes, measures what they use and keeps the history.
Its server speaks the WebSocket protocols alger, airavata, ark, pow\-1 and sutra; a window shows the same.
Without
.B \-\-no\-gui
the program becomes
.BR signalbox\-window ,
which has the window and the server, and needs a display.
.PP
What runs is said in
.BR signalbox.toml (5).
.SH OPTIONS
)"_s;
    for (const Option &option : optionTable())
        text += optionEntry(option);
    text += u".SH ENVIRONMENT\nWeaker than the command line and stronger than the file:\n"_s % environment()
            % u".SH FILES\n"_s;
    text += entry(italic(u"/etc/signalbox/signalbox.toml"_s), u"The configuration of the system's service."_s);
    text += entry(italic(u"~/.config/signalbox/signalbox.toml"_s), u"That of a person."_s);
    text += entry(italic(u"/var/lib/signalbox/"_s), u"Database, logs and outputs of the system's service."_s);
    text += entry(italic(u"~/.local/state/signalbox/"_s), u"Those of a person."_s);
    text += u".SH \"EXIT STATUS\"\n"_s;
    for (const ExitMeaning &exit : exitMeanings())
        text += entry(bold(QString::number(exit.code)), plain(exit.meaning) + u'.');
    text += uR"(.SH SIGNALS
SIGINT and SIGTERM stop, a second one ends the program at once; SIGHUP reads the configuration anew.
.SH EXAMPLES
The system's service, run by systemd:
.PP
.EX
systemctl enable \-\-now signalbox
systemctl reload signalbox
.EE
.PP
A token for a program, as the user that the service runs as:
.PP
.EX
runuser \-u signalbox \-\- signalbox \-\-data\-dir /var/lib/signalbox \-\-issue\-token admin
.EE
.SH "SEE ALSO"
.BR signalbox.toml (5),
.BR systemctl (1)
)"_s;
    return text;
}

QString manualOfFile(const QString &date)
{
    QString text = heading(u"signalbox.toml"_s, 5, date, u"configuration of signalbox"_s);
    text += uR"(.SH DESCRIPTION
The file is TOML.
.B signalbox \-\-check\-config
names every mistake with its line; unknown keys are mistakes.
.B signalbox \-\-print\-config
prints what is in effect, with
.B \-\-origins
where each value stands.
SIGHUP, or
.BR "systemctl reload signalbox" ,
applies a changed file; one with mistakes changes nothing.
.PP
.BR "include = [\(dqconf.d/*.toml\(dq]" ,
before the first section, adds other files.
Durations are written 500ms, 2s, 10m, 1h30m or 30d.
Ids and names of configured things have 1 to 64 of a\-z, 0\-9, _ and \-.
Commands are argument lists, never a shell line.
)"_s;
    const core::Config defaults = defaultConfig();
    for (const core::Section &section : core::configSections(defaults)) {
        // Every dialect has every limit; only what differs by default is worth a row.
        const bool isOverride = section.path.startsWith("limits."_L1);
        QString current;
        for (const core::ReferenceRow &row : section.reference(defaults)) {
            if (isOverride && row.fallback.isEmpty())
                continue;
            if (row.section != current) {
                current = row.section;
                text += u".SH \"%1\"\n"_s.arg(plain(current));
            }
            text += keyEntry(row);
        }
        if (const QString example = core::configExample(section.path); !example.isEmpty())
            text += block(example);
    }
    return text + ".SH \"SEE ALSO\"\n.BR signalbox (1)\n"_L1;
}

} // namespace signalbox::app
