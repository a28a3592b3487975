// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configcodecs.h"

#include "server/core/bytesize.h"
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

bool readLocation(MetricsSource &source, const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto location = Codec<QString>::read(node, name, problems);
    if (!location)
        return false;
    source.location = *location;
    if (location->isEmpty())
        problems.add(node.position, u"%1 is empty (name a file or an address)"_s.arg(name));
    else if (source.kind == MetricsSource::Kind::Url && !location->startsWith(u"http://")
             && !location->startsWith(u"https://"))
        problems.add(node.position, u"%1 cannot be '%2' (begin with http:// or https://)"_s.arg(name, *location));
    return true;
}

} // namespace

template<>
QList<std::pair<RestartPolicy, QString>> namesOf()
{
    return {{RestartPolicy::Never, u"never"_s},
            {RestartPolicy::OnFailure, u"on-failure"_s},
            {RestartPolicy::Always, u"always"_s}};
}

template<>
QList<std::pair<ComponentType, QString>> namesOf()
{
    return {{ComponentType::Service, u"service"_s}, {ComponentType::Oneshot, u"oneshot"_s}};
}

template<>
QList<std::pair<Dependency::After, QString>> namesOf()
{
    return {{Dependency::After::Ready, u"ready"_s},
            {Dependency::After::Started, u"started"_s},
            {Dependency::After::Done, u"completed"_s}};
}

template<>
QList<std::pair<StopMode, QString>> namesOf()
{
    return {{StopMode::Group, u"group"_s}, {StopMode::Main, u"main"_s}};
}

template<>
QList<std::pair<StandardInput, QString>> namesOf()
{
    return {{StandardInput::Null, u"null"_s}, {StandardInput::Open, u"open"_s}};
}

template<>
QList<std::pair<HealthAction, QString>> namesOf()
{
    return {{HealthAction::Show, u"show"_s}, {HealthAction::Restart, u"restart"_s}};
}

template<>
QList<std::pair<MetricsSource::Format, QString>> namesOf()
{
    return {{MetricsSource::Format::Json, u"json"_s}, {MetricsSource::Format::Prometheus, u"prometheus"_s}};
}

template<>
QList<std::pair<LevelRule, QString>> namesOf()
{
    return {{LevelRule::Words, u"words"_s}, {LevelRule::Stream, u"stream"_s}};
}

std::optional<MetricsSource> Codec<MetricsSource>::read(const TomlNode &node, const QString &name,
                                                        ProblemList &problems)
{
    const QString forms = u"{ file = \"stats.json\" } or { url = \"http://…\" }, beside it format"_s;
    if (!node.table())
        return wrongType(node, name, forms, problems);
    MetricsSource source;
    int locations = 0;
    for (const TomlMember &member : *node.table()) {
        const QString inner = name + u'.' + member.name;
        if (member.name == u"format") {
            source.format =
                Codec<MetricsSource::Format>::read(member.node, inner, problems).value_or(MetricsSource::Format::Json);
        } else if (member.name == u"file" || member.name == u"url") {
            ++locations;
            source.kind = member.name == u"file" ? MetricsSource::Kind::File : MetricsSource::Kind::Url;
            if (!readLocation(source, member.node, inner, problems))
                return {};
        } else {
            const QStringList known = {u"file"_s, u"url"_s, u"format"_s};
            problems.add(member.position, u"unknown key '%1' in %2%3 (%2 must be %4)"_s.arg(
                                              member.name, name, didYouMean(member.name, known), forms));
            return {};
        }
    }
    if (locations == 1)
        return source;
    problems.add(node.position, u"%1 must be %2, but has %3 of file and url"_s.arg(name, forms).arg(locations));
    return {};
}

QString Codec<MetricsSource>::write(const MetricsSource &value)
{
    const QString key = value.kind == MetricsSource::Kind::File ? u"file"_s : u"url"_s;
    const QString format = value.format == MetricsSource::Format::Json
                               ? QString()
                               : ", format = "_L1 + Codec<MetricsSource::Format>::write(value.format);
    return u"{ %1 = %2%3 }"_s.arg(key, quoted(value.location), format);
}

QString Codec<MetricsSource>::typeName()
{
    return u"{ file = path } \\| { url = address }, beside it format = \"json\" \\| \"prometheus\""_s;
}

std::optional<qint64> ByteSizeCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    if (const auto *number = std::get_if<qint64>(&node.value))
        return *number;
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, u"a size in quotes such as \"512MiB\""_s, problems);
    const std::optional<qint64> bytes = parseByteSize(*text);
    if (!bytes)
        problems.add(node.position,
                     u"%1 cannot be '%2' (write a size as \"64KiB\", \"512MiB\", \"2GiB\" or a number of "
                     "bytes)"_s.arg(name, *text));
    return bytes;
}

QString ByteSizeCodec::write(const qint64 &value)
{
    return quoted(formatByteSize(value));
}

QString ByteSizeCodec::typeName()
{
    return u"size"_s;
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
