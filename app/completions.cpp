// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completions.h"

#include "app/options.h"

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

const QString notice = u"# SPDX-"
                       "License-Identifier: GPL-3.0-or-later\n# Made from the option table of signalbox.\n"_s;

bool isFile(const Option &option)
{
    return option.argument == "FILE"_L1;
}

bool isFolder(const Option &option)
{
    return option.argument == "DIR"_L1;
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

// What completes the value; empty: an option without one.
QString bashAction(const Option &option)
{
    if (option.argument.isEmpty())
        return {};
    if (isFile(option))
        return u"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")"_s;
    if (isFolder(option))
        return u"compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$word\")"_s;
    if (option.choices.isEmpty())
        return u":"_s;
    return u"mapfile -t COMPREPLY < <(compgen -W '%1' -- \"$word\")"_s.arg(option.choices.join(u' '));
}

QString zshAction(const Option &option)
{
    if (isFile(option))
        return u"_files"_s;
    if (isFolder(option))
        return u"_files -/"_s;
    return option.choices.isEmpty() ? u" "_s : u'(' + option.choices.join(u' ') + u')';
}

QString zshText(QString text)
{
    return text.replace(u'\\', "\\\\"_L1).replace(u'[', "\\["_L1).replace(u']', "\\]"_L1).replace(u':', "\\:"_L1);
}

QString fishAction(const Option &option)
{
    if (option.argument.isEmpty())
        return {};
    if (isFile(option))
        return u" -r -F"_s;
    if (isFolder(option))
        return u" -x -a '(__fish_complete_directories)'"_s;
    return u" -x"_s + (option.choices.isEmpty() ? QString() : u" -a "_s + quoted(option.choices.join(u' ')));
}

} // namespace

QString bashCompletion()
{
    QString cases;
    QStringList names;
    for (const Option &option : optionTable()) {
        names.append(option.name);
        const QString pattern = option.shortName.isEmpty() ? option.name : option.shortName + " | "_L1 + option.name;
        if (const QString action = bashAction(option); !action.isEmpty())
            cases += u"    %1)\n        %2\n        return\n        ;;\n"_s.arg(pattern, action);
    }
    return notice + uR"(_signalbox() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    # In --name=value the sign is a word of its own.
    if [[ $word == = ]]; then
        word=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $before in
%1    esac
    mapfile -t COMPREPLY < <(compgen -W '%2' -- "$word")
}
complete -F _signalbox signalbox
)"_s.arg(cases, names.join(u' '));
}

QString zshCompletion()
{
    QString specs;
    for (const Option &option : optionTable()) {
        const QString value =
            option.argument.isEmpty() ? QString() : u':' % option.argument.toLower() % u':' % zshAction(option);
        const QString spec = quoted(u'[' % zshText(option.meaning) % u']' % value);
        const QString name = option.argument.isEmpty() ? option.name : option.name + u'=';
        specs +=
            u" \\\n    "_s
            + (option.shortName.isEmpty() ? name + spec
                                          : u"'(%1 %2)'{%1,%3}%4"_s.arg(option.shortName, option.name, name, spec));
    }
    return u"#compdef signalbox\n"_s + notice + u"_arguments"_s + specs + u'\n';
}

QString fishCompletion()
{
    QString text = notice + "complete -c signalbox -f\n"_L1;
    for (const Option &option : optionTable()) {
        const QString shortName = option.shortName.isEmpty() ? QString() : u" -s "_s + option.shortName.mid(1);
        text += u"complete -c signalbox -l "_s % option.name.mid(2) % shortName % fishAction(option) % u" -d "_s
                % quoted(option.meaning) % u'\n';
    }
    return text;
}

} // namespace signalbox::app
