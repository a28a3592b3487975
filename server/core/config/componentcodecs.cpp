// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configcodecs.h"

#include "server/core/duration.h"
#include "server/core/nearest.h"

#include <array>

// Values that only [[component]] has.

namespace signalbox::core {

namespace {

struct NamedSignal
{
    int number;
    QLatin1String name;
};

// Signals that may be configured to stop a program. STOP and CONT never end one, CHLD and PIPE belong to the system.
const std::array usableSignals = {
    NamedSignal{SIGTERM, "TERM"_L1},   NamedSignal{SIGINT, "INT"_L1},   NamedSignal{SIGHUP, "HUP"_L1},
    NamedSignal{SIGQUIT, "QUIT"_L1},   NamedSignal{SIGKILL, "KILL"_L1}, NamedSignal{SIGUSR1, "USR1"_L1},
    NamedSignal{SIGUSR2, "USR2"_L1},   NamedSignal{SIGABRT, "ABRT"_L1}, NamedSignal{SIGALRM, "ALRM"_L1},
    NamedSignal{SIGWINCH, "WINCH"_L1},
};

QString lastPart(const QString &name)
{
    return name.mid(name.lastIndexOf(u'.') + 1);
}

} // namespace

std::optional<MetricsSource> Codec<MetricsSource>::read(const TomlNode &node, const QString &name,
                                                        ProblemList &problems)
{
    const TomlTable *table = node.table();
    const QString forms = u"exactly one of { file = \"stats.json\" }, { url = \"http://…\" }"_s;
    if (!table)
        return wrongType(node, name, forms, problems);
    if (table->size() != 1) {
        problems.add(node.position, u"%1 must be %2, but has %3 members"_s.arg(name, forms).arg(table->size()));
        return {};
    }
    const TomlMember &member = table->front();
    const QString inner = name + u'.' + member.name;
    const bool isFile = member.name == u"file";
    if (!isFile && member.name != u"url") {
        const QStringList known = {u"file"_s, u"url"_s};
        problems.add(member.position, u"unknown key '%1' in %2%3 (%2 must be %4)"_s.arg(
                                          member.name, name, didYouMean(member.name, known), forms));
        return {};
    }
    const auto location = Codec<QString>::read(member.node, inner, problems);
    if (!location)
        return {};
    if (location->isEmpty())
        problems.add(member.node.position, u"%1 is empty (%2)"_s.arg(inner, forms));
    else if (!isFile && !location->startsWith(u"http://") && !location->startsWith(u"https://"))
        problems.add(member.node.position,
                     u"%1 cannot be '%2' (begin with http:// or https://)"_s.arg(inner, *location));
    return MetricsSource{isFile ? MetricsSource::Kind::File : MetricsSource::Kind::Url, *location};
}

QString Codec<MetricsSource>::write(const MetricsSource &value)
{
    const QString key = value.kind == MetricsSource::Kind::File ? u"file"_s : u"url"_s;
    return u"{ %1 = %2 }"_s.arg(key, quoted(value.location));
}

QString Codec<MetricsSource>::typeName()
{
    return u"{ file = path } \\| { url = address }"_s;
}

std::optional<int> SignalCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"a signal's name such as \"TERM\""_s, problems);
    const QString bare = text->startsWith(u"SIG") ? text->mid(3) : *text;
    QStringList names;
    for (const NamedSignal &signal : usableSignals) {
        if (signal.name == bare)
            return signal.number;
        names.append(signal.name);
    }
    problems.add(node.position, u"%1 cannot be '%2' (one of: %3)"_s.arg(lastPart(name), *text, names.join(", "_L1)));
    return {};
}

QString SignalCodec::write(const int &value)
{
    for (const NamedSignal &signal : usableSignals) {
        if (signal.number == value)
            return quoted(signal.name);
    }
    return {};
}

QString SignalCodec::typeName()
{
    return u"signal name"_s;
}

} // namespace signalbox::core
