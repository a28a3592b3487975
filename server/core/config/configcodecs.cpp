// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configcodecs.h"

#include "server/core/config/commandtemplate.h"
#include "server/core/config/duration.h"
#include "server/core/config/nearest.h"

#include <QJsonArray>
#include <QJsonValue>

#include <algorithm>
#include <limits>

namespace signalbox::core {

namespace {

struct NamedSignal
{
    int number;
    QLatin1String name;
};

// Those that ask a program to do something. STOP and CONT never end one, CHLD and PIPE belong to the system.
const std::array usableSignals = {
    NamedSignal{SIGTERM, QLatin1String("TERM")}, NamedSignal{SIGINT, QLatin1String("INT")},
    NamedSignal{SIGHUP, QLatin1String("HUP")},   NamedSignal{SIGQUIT, QLatin1String("QUIT")},
    NamedSignal{SIGKILL, QLatin1String("KILL")}, NamedSignal{SIGUSR1, QLatin1String("USR1")},
    NamedSignal{SIGUSR2, QLatin1String("USR2")}, NamedSignal{SIGABRT, QLatin1String("ABRT")},
    NamedSignal{SIGALRM, QLatin1String("ALRM")}, NamedSignal{SIGWINCH, QLatin1String("WINCH")},
};

QString lastPart(const QString &name)
{
    return name.mid(name.lastIndexOf(u'.') + 1);
}

QJsonValue toJson(const TomlNode &node)
{
    return std::visit(
        [](const auto &value) -> QJsonValue {
            using T = std::remove_cvref_t<decltype(value)>;
            if constexpr (std::is_same_v<T, TomlArray>) {
                QJsonArray array;
                for (const TomlNode &element : value)
                    array.append(toJson(element));
                return array;
            } else if constexpr (std::is_same_v<T, TomlTable>) {
                QJsonObject object;
                for (const TomlMember &member : value)
                    object.insert(member.name, toJson(member.node));
                return object;
            } else {
                return QJsonValue(value);
            }
        },
        node.value);
}

QString number(double value)
{
    const QString text = QString::number(value, 'g', std::numeric_limits<double>::max_digits10);
    const bool isFraction = text.contains(u'.') || text.contains(u'e') || text.contains(u'n'); // inf, nan
    return isFraction ? text : text + QLatin1String(".0");
}

QString fromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const QVariant variant = value.toVariant();
        return variant.typeId() == QMetaType::LongLong ? QString::number(variant.toLongLong())
                                                       : number(value.toDouble());
    }
    case QJsonValue::Array: {
        QStringList elements;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array)
            elements.append(fromJson(element));
        return u'[' + elements.join(QLatin1String(", ")) + u']';
    }
    case QJsonValue::Object:
        return Codec<QJsonObject>::write(value.toObject());
    default:
        return quoted(value.toString());
    }
}

} // namespace

std::vector<TextProblem> ProblemList::sorted() const
{
    std::vector<TextProblem> result = m_problems;
    std::stable_sort(result.begin(), result.end(),
                     [](const TextProblem &a, const TextProblem &b) { return a.position < b.position; });
    return result;
}

QString quoted(const QString &text)
{
    QString result = QStringLiteral("\"");
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (c == u'"' || c == u'\\')
            result += u'\\' + QString(c);
        else if (c == u'\n')
            result += QLatin1String("\\n");
        else if (c == u'\t')
            result += QLatin1String("\\t");
        else if (code < 0x20 || (code >= 0x7f && code < 0xa0))
            result += QStringLiteral("\\u%1").arg(int(code), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result + u'"';
}

QString tomlKey(const QString &name)
{
    const bool isBare = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_'
               || c == u'-';
    });
    return isBare ? name : quoted(name);
}

std::nullopt_t wrongType(const TomlNode &node, const QString &name, const QString &wanted, ProblemList &problems)
{
    problems.add(node.position, QStringLiteral("%1 must be %2, not %3").arg(name, wanted, node.kind()));
    return std::nullopt;
}

std::optional<qsizetype> readName(const TomlNode &node, const QString &name, const QStringList &names,
                                  ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, QStringLiteral("one of \"%1\"").arg(names.join(QLatin1String("\", \""))),
                         problems);
    const qsizetype index = names.indexOf(*text);
    if (index < 0) {
        problems.add(node.position, QStringLiteral("%1 cannot be '%2'%3 (one of: %4)")
                                        .arg(name, *text, didYouMean(*text, names), names.join(QLatin1String(", "))));
        return {};
    }
    return index;
}

template<>
QList<std::pair<Role, QString>> namesOf()
{
    return {{Role::None, toString(Role::None)},
            {Role::Viewer, toString(Role::Viewer)},
            {Role::Operator, toString(Role::Operator)},
            {Role::Admin, toString(Role::Admin)}};
}

template<>
QList<std::pair<RestartPolicy, QString>> namesOf()
{
    return {{RestartPolicy::Never, QStringLiteral("never")},
            {RestartPolicy::OnFailure, QStringLiteral("on-failure")},
            {RestartPolicy::Always, QStringLiteral("always")}};
}

template<>
QList<std::pair<NodeFailure, QString>> namesOf()
{
    return {{NodeFailure::Finish, QStringLiteral("finish")}, {NodeFailure::Cancel, QStringLiteral("cancel")}};
}

template<>
QList<std::pair<ParamsKind, QString>> namesOf()
{
    return {{ParamsKind::Append, QStringLiteral("append")},
            {ParamsKind::Ignore, QStringLiteral("ignore")},
            {ParamsKind::Named, QStringLiteral("named")}};
}

template<>
QList<std::pair<ResultKind, QString>> namesOf()
{
    return {{ResultKind::Params, QStringLiteral("params")},
            {ResultKind::ExitCode, QStringLiteral("exit-code")},
            {ResultKind::LastLine, QStringLiteral("last-line")},
            {ResultKind::None, QStringLiteral("none")}};
}

std::optional<QString> Codec<QString>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, QStringLiteral("text in quotes"), problems);
    if (text->contains(QChar(u'\0'))) {
        problems.add(node.position, QStringLiteral("%1 contains a NUL character (remove it)").arg(name));
        return {};
    }
    return *text;
}

QString Codec<QString>::write(const QString &value)
{
    return quoted(value);
}

QString Codec<QString>::typeName()
{
    return QStringLiteral("text");
}

std::optional<bool> Codec<bool>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *value = std::get_if<bool>(&node.value);
    if (!value)
        return wrongType(node, name, QStringLiteral("true or false"), problems);
    return *value;
}

QString Codec<bool>::write(const bool &value)
{
    return value ? QStringLiteral("true") : QStringLiteral("false");
}

QString Codec<bool>::typeName()
{
    return QStringLiteral("true \\| false");
}

std::optional<qint64> Codec<qint64>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *value = std::get_if<qint64>(&node.value);
    if (!value)
        return wrongType(node, name, QStringLiteral("an integer"), problems);
    return *value;
}

QString Codec<qint64>::write(const qint64 &value)
{
    return QString::number(value);
}

QString Codec<qint64>::typeName()
{
    return QStringLiteral("integer");
}

std::optional<int> Codec<int>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto value = Codec<qint64>::read(node, name, problems);
    if (!value)
        return {};
    if (*value < std::numeric_limits<int>::min() || *value > std::numeric_limits<int>::max()) {
        problems.add(
            node.position,
            QStringLiteral("%1 cannot be %2 (at most %3)").arg(name).arg(*value).arg(std::numeric_limits<int>::max()));
        return {};
    }
    return static_cast<int>(*value);
}

QString Codec<int>::write(const int &value)
{
    return QString::number(value);
}

QString Codec<int>::typeName()
{
    return QStringLiteral("integer");
}

std::optional<Milliseconds> Codec<Milliseconds>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, QStringLiteral("a duration in quotes such as \"2s\""), problems);
    if (const auto duration = parseDuration(*text))
        return duration;
    const QString complaint = text->startsWith(u'-')
                                  ? QStringLiteral("%1 cannot be negative, as '%2' is (write for example \"2s\")")
                                  : QStringLiteral("%1 cannot be '%2' (write a duration as \"500ms\", \"2s\", \"10m\", "
                                                   "\"1h30m\" or \"30d\")");
    problems.add(node.position, complaint.arg(name, *text));
    return {};
}

QString Codec<Milliseconds>::write(const Milliseconds &value)
{
    return quoted(formatDuration(value));
}

QString Codec<Milliseconds>::typeName()
{
    return QStringLiteral("duration");
}

std::optional<QStringList> Codec<QStringList>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlArray *array = node.array();
    if (!array)
        return wrongType(node, name, QStringLiteral("a list of texts such as [\"a\", \"b\"]"), problems);
    QStringList result;
    bool isGood = true;
    for (const TomlNode &element : *array) {
        const auto text = Codec<QString>::read(element, QStringLiteral("every element of ") + name, problems);
        isGood = isGood && text;
        result.append(text.value_or(QString()));
    }
    return isGood ? std::optional(result) : std::nullopt;
}

QString Codec<QStringList>::write(const QStringList &value)
{
    QStringList elements;
    for (const QString &element : value)
        elements.append(quoted(element));
    return u'[' + elements.join(QLatin1String(", ")) + u']';
}

QString Codec<QStringList>::typeName()
{
    return QStringLiteral("list of texts");
}

std::optional<StringMap> Codec<StringMap>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlTable *table = node.table();
    if (!table)
        return wrongType(node, name, QStringLiteral("a table such as { KEY = \"value\" }"), problems);
    StringMap result;
    bool isGood = true;
    for (const TomlMember &member : *table) {
        const auto text = Codec<QString>::read(member.node, name + u'.' + member.name, problems);
        if (member.name.isEmpty() || member.name.contains(u'=') || member.name.contains(QChar(u'\0'))) {
            problems.add(
                member.position,
                QStringLiteral("%1 has the unusable name '%2' (letters, digits and _)").arg(name, member.name));
            isGood = false;
        }
        isGood = isGood && text;
        result.insert(member.name, text.value_or(QString()));
    }
    return isGood ? std::optional(result) : std::nullopt;
}

QString Codec<StringMap>::write(const StringMap &value)
{
    QStringList members;
    for (auto it = value.begin(); it != value.end(); ++it)
        members.append(tomlKey(it.key()) + QLatin1String(" = ") + quoted(it.value()));
    return members.isEmpty() ? QStringLiteral("{}")
                             : QLatin1String("{ ") + members.join(QLatin1String(", ")) + QLatin1String(" }");
}

QString Codec<StringMap>::typeName()
{
    return QStringLiteral("table of texts");
}

std::optional<QJsonObject> Codec<QJsonObject>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    if (!node.table())
        return wrongType(node, name, QStringLiteral("a table such as { prefix = \"x\" }"), problems);
    return toJson(node).toObject();
}

QString Codec<QJsonObject>::write(const QJsonObject &value)
{
    QStringList members;
    for (auto it = value.begin(); it != value.end(); ++it)
        members.append(tomlKey(it.key()) + QLatin1String(" = ") + fromJson(it.value()));
    return members.isEmpty() ? QStringLiteral("{}")
                             : QLatin1String("{ ") + members.join(QLatin1String(", ")) + QLatin1String(" }");
}

QString Codec<QJsonObject>::typeName()
{
    return QStringLiteral("table");
}

std::optional<Readiness> Codec<Readiness>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlTable *table = node.table();
    const QString forms = QStringLiteral("exactly one of { log = \"text\" }, { tcp = port }, { after = \"2s\" }");
    if (!table)
        return wrongType(node, name, forms, problems);
    if (table->size() != 1) {
        problems.add(node.position,
                     QStringLiteral("%1 must be %2, but has %3 members").arg(name, forms).arg(table->size()));
        return {};
    }
    const TomlMember &member = table->front();
    const QString inner = name + u'.' + member.name;
    if (member.name == u"log") {
        const auto text = Codec<QString>::read(member.node, inner, problems);
        if (text && text->isEmpty())
            problems.add(member.node.position,
                         QStringLiteral("%1 is empty (give a text that a line contains)").arg(inner));
        return text ? std::optional<Readiness>(ReadyLog{*text}) : std::nullopt;
    }
    if (member.name == u"tcp") {
        const auto port = Codec<int>::read(member.node, inner, problems);
        if (port && (*port < 1 || *port > 65535))
            problems.add(member.node.position, QStringLiteral("%1 cannot be %2 (1 to 65535)").arg(inner).arg(*port));
        return port ? std::optional<Readiness>(ReadyTcp{*port}) : std::nullopt;
    }
    if (member.name == u"after") {
        const auto delay = Codec<Milliseconds>::read(member.node, inner, problems);
        return delay ? std::optional<Readiness>(ReadyAfter{*delay}) : std::nullopt;
    }
    const QStringList known = {QStringLiteral("log"), QStringLiteral("tcp"), QStringLiteral("after")};
    problems.add(member.position, QStringLiteral("unknown key '%1' in %2%3 (%2 must be %4)")
                                      .arg(member.name, name, didYouMean(member.name, known), forms));
    return {};
}

QString Codec<Readiness>::write(const Readiness &value)
{
    if (const auto *log = std::get_if<ReadyLog>(&value))
        return QStringLiteral("{ log = %1 }").arg(quoted(log->text));
    if (const auto *tcp = std::get_if<ReadyTcp>(&value))
        return QStringLiteral("{ tcp = %1 }").arg(tcp->port);
    if (const auto *after = std::get_if<ReadyAfter>(&value))
        return QStringLiteral("{ after = %1 }").arg(quoted(formatDuration(after->delay)));
    return {};
}

QString Codec<Readiness>::typeName()
{
    return QStringLiteral("{ log = text } \\| { tcp = port } \\| { after = duration }");
}

std::optional<MetricsSource> Codec<MetricsSource>::read(const TomlNode &node, const QString &name,
                                                        ProblemList &problems)
{
    const TomlTable *table = node.table();
    const QString forms = QStringLiteral("exactly one of { file = \"stats.json\" }, { url = \"http://…\" }");
    if (!table)
        return wrongType(node, name, forms, problems);
    if (table->size() != 1) {
        problems.add(node.position,
                     QStringLiteral("%1 must be %2, but has %3 members").arg(name, forms).arg(table->size()));
        return {};
    }
    const TomlMember &member = table->front();
    const QString inner = name + u'.' + member.name;
    const bool isFile = member.name == u"file";
    if (!isFile && member.name != u"url") {
        const QStringList known = {QStringLiteral("file"), QStringLiteral("url")};
        problems.add(member.position, QStringLiteral("unknown key '%1' in %2%3 (%2 must be %4)")
                                          .arg(member.name, name, didYouMean(member.name, known), forms));
        return {};
    }
    const auto location = Codec<QString>::read(member.node, inner, problems);
    if (!location)
        return {};
    if (location->isEmpty())
        problems.add(member.node.position, QStringLiteral("%1 is empty (%2)").arg(inner, forms));
    else if (!isFile && !location->startsWith(u"http://") && !location->startsWith(u"https://"))
        problems.add(member.node.position,
                     QStringLiteral("%1 cannot be '%2' (begin with http:// or https://)").arg(inner, *location));
    return MetricsSource{isFile ? MetricsSource::Kind::File : MetricsSource::Kind::Url, *location};
}

QString Codec<MetricsSource>::write(const MetricsSource &value)
{
    const QString key = value.kind == MetricsSource::Kind::File ? QStringLiteral("file") : QStringLiteral("url");
    return QStringLiteral("{ %1 = %2 }").arg(key, quoted(value.location));
}

QString Codec<MetricsSource>::typeName()
{
    return QStringLiteral("{ file = path } \\| { url = address }");
}

std::optional<int> SignalCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const auto *text = std::get_if<QString>(&node.value);
    if (!text)
        return wrongType(node, name, QStringLiteral("a signal's name such as \"TERM\""), problems);
    const QString bare = text->startsWith(u"SIG") ? text->mid(3) : *text;
    QStringList names;
    for (const NamedSignal &signal : usableSignals) {
        if (signal.name == bare)
            return signal.number;
        names.append(signal.name);
    }
    problems.add(
        node.position,
        QStringLiteral("%1 cannot be '%2' (one of: %3)").arg(lastPart(name), *text, names.join(QLatin1String(", "))));
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
    return QStringLiteral("signal name");
}

std::optional<QStringList> PlainCommandCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    auto command = Codec<QStringList>::read(node, name, problems);
    if (!command)
        return {};
    for (QString &argument : *command) {
        const QString problem = templateProblem(argument, Placeholders::None);
        if (!problem.isEmpty()) {
            problems.add(node.position, name + u' ' + problem);
            return {};
        }
        argument = unescapeBraces(argument);
    }
    return command;
}

QString PlainCommandCodec::write(const QStringList &value)
{
    return Codec<QStringList>::write(QStringList(value).replaceInStrings(QStringLiteral("{"), QStringLiteral("{{")));
}

QString PlainCommandCodec::typeName()
{
    return Codec<QStringList>::typeName();
}

std::optional<QList<Role>> Codec<QList<Role>>::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    const TomlArray *array = node.array();
    if (!array)
        return wrongType(node, name, QStringLiteral("a list such as [\"operator\"]"), problems);
    QList<Role> roles;
    bool isGood = true;
    for (const TomlNode &element : *array) {
        const auto index = readName(element, QStringLiteral("a role in ") + name, nameList<Role>().mid(1), problems);
        isGood = isGood && index;
        roles.append(index ? namesOf<Role>().at(*index + 1).first : Role::None);
    }
    return isGood ? std::optional(roles) : std::nullopt;
}

QString Codec<QList<Role>>::write(const QList<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names.append(toString(role));
    return Codec<QStringList>::write(names);
}

QString Codec<QList<Role>>::typeName()
{
    return QStringLiteral("list of viewer, operator, admin");
}

} // namespace signalbox::core
