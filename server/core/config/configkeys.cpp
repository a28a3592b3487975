// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configkeys.h"

#include "server/core/auth/passwords.h"
#include "server/core/config/commandtemplate.h"
#include "server/core/config/duration.h"
#include "server/core/config/nearest.h"

#include <QHostAddress>

#include <algorithm>

namespace signalbox::core {

namespace {

// ---- the machinery -----------------------------------------------------------------------------------------------

template<typename S>
struct Key
{
    QString name;
    QString type;
    QString meaning;
    QString fallback;
    bool isRequired = false;
    bool isSecret = false; // never printed (R9 in reliability.md)
    std::function<void(const TomlNode &, S &, ProblemList &)> read;
    std::function<QString(const S &)> write; // TOML; null: unset
    std::function<QList<ReferenceRow>(const QString &)> nested;

    Key required() &&
    {
        isRequired = true;
        fallback = QStringLiteral("required");
        return std::move(*this);
    }
    Key secret() &&
    {
        isSecret = true;
        return std::move(*this);
    }
    Key defaultShownAs(const QString &text) &&
    {
        fallback = text;
        return std::move(*this);
    }
};

template<typename S>
const std::vector<Key<S>> &keysOf();

template<typename T>
struct ValueOf
{
    using Type = T;
};
template<typename T>
struct ValueOf<std::optional<T>>
{
    using Type = T;
};
// Says what is wrong as the end of a sentence that begins with the key ("must be at least 1"); nothing if all is well.
template<typename T>
using Check = std::function<QString(const typename ValueOf<T>::Type &)>;

bool isUnset(const QString &toml)
{
    return toml.isEmpty() || toml == u"\"\"" || toml == u"[]" || toml == u"{}";
}

template<typename C = void, typename S, typename T>
Key<S> key(const QString &name, T S::*member, const QString &meaning, Check<T> check = {})
{
    using Value = typename ValueOf<T>::Type;
    using Reader = std::conditional_t<std::is_void_v<C>, Codec<Value>, C>;
    Key<S> result;
    result.name = name;
    result.type = Reader::typeName();
    result.meaning = meaning;
    result.read = [name, member, check](const TomlNode &node, S &into, ProblemList &problems) {
        auto value = Reader::read(node, name, problems);
        if (!value)
            return;
        const QString complaint = check ? check(*value) : QString();
        if (!complaint.isEmpty())
            problems.add(node.position, name + u' ' + complaint);
        into.*member = std::move(*value);
    };
    result.write = [member](const S &from) {
        if constexpr (std::is_same_v<T, Value>)
            return Reader::write(from.*member);
        else
            return from.*member ? Reader::write(*(from.*member)) : QString();
    };
    result.fallback = isUnset(result.write(S{})) ? QString() : result.write(S{});
    if constexpr (requires { Reader::reference(name); })
        result.nested = [](const QString &path) { return Reader::reference(path); };
    return result;
}

template<typename S>
QStringList keyNames()
{
    QStringList names;
    for (const Key<S> &row : keysOf<S>())
        names.append(row.name);
    return names;
}

// `where` is what the table is called in messages; `alsoKnown` are names of tables that are sections of their own.
template<typename S>
void readKeys(const TomlNode &node, S &into, const QString &where, const QStringList &alsoKnown, ProblemList &problems)
{
    for (const TomlMember &member : *node.table()) {
        const auto &rows = keysOf<S>();
        const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto &r) { return r.name == member.name; });
        if (row != rows.end()) {
            row->read(member.node, into, problems);
        } else if (!alsoKnown.contains(member.name)) {
            const QStringList known = keyNames<S>() + alsoKnown;
            QString hint = didYouMean(member.name, known);
            if (hint.isEmpty())
                hint = QStringLiteral(" (known: %1)").arg(known.join(QLatin1String(", ")));
            problems.add(member.position, QStringLiteral("unknown key '%1' in %2%3").arg(member.name, where, hint));
        }
    }
    for (const Key<S> &row : keysOf<S>()) {
        if (row.isRequired && !node.member(row.name))
            problems.add(node.position, QStringLiteral("%1 lacks '%2' (%3)").arg(where, row.name, row.meaning));
    }
}

template<typename S>
QStringList writeKeys(const S &from)
{
    QStringList lines;
    const S defaults{};
    for (const Key<S> &row : keysOf<S>()) {
        const QString value = row.write(from);
        if (value.isEmpty() || (isUnset(value) && isUnset(row.write(defaults))))
            continue;
        if (row.isSecret)
            lines.append(QStringLiteral("# %1 is set and not shown").arg(row.name));
        else
            lines.append(row.name + QLatin1String(" = ") + value);
    }
    return lines;
}

template<typename S>
QList<ReferenceRow> referenceOf(const QString &path)
{
    QList<ReferenceRow> rows;
    QList<ReferenceRow> nested;
    for (const Key<S> &row : keysOf<S>()) {
        rows.append({path, row.name, row.type, row.fallback, row.meaning});
        if (row.nested)
            nested += row.nested(path + u' ' + row.name);
    }
    return rows + nested;
}

// A struct with keys of its own inside another one's table.
template<typename S>
struct TableCodec
{
    static std::optional<S> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (!node.table())
            return wrongType(node, name, QStringLiteral("a table such as { %1 = … }").arg(keyNames<S>().constFirst()),
                             problems);
        S result;
        readKeys(node, result, name, {}, problems);
        return result;
    }
    static QString write(const S &value)
    {
        const QStringList members = writeKeys(value);
        return members.isEmpty() ? QStringLiteral("{}")
                                 : QLatin1String("{ ") + members.join(QLatin1String(", ")) + QLatin1String(" }");
    }
    static QString typeName() { return QStringLiteral("table"); }
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<S>(path); }
};

template<typename S>
struct TablesCodec
{
    static std::optional<QList<S>> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (!node.array())
            return wrongType(node, name, QStringLiteral("a list of tables"), problems);
        QList<S> result;
        for (const TomlNode &element : *node.array())
            result.append(
                TableCodec<S>::read(element, QStringLiteral("an element of ") + name, problems).value_or(S{}));
        return result;
    }
    static QString write(const QList<S> &values)
    {
        QString text = QStringLiteral("[");
        for (const S &value : values)
            text += QLatin1String("\n  ") + TableCodec<S>::write(value) + u',';
        return values.isEmpty() ? QStringLiteral("[]") : text + QLatin1String("\n]");
    }
    static QString typeName() { return QStringLiteral("list of tables"); }
    static QList<ReferenceRow> reference(const QString &path) { return referenceOf<S>(path); }
};

// ---- checks ------------------------------------------------------------------------------------------------------

template<typename T>
auto between(T least, T most)
{
    return [least, most](const T &value) {
        return value >= least && value <= most
                   ? QString()
                   : QStringLiteral("cannot be %1 (%2 to %3)").arg(value).arg(least).arg(most);
    };
}

auto durationBetween(Milliseconds least, Milliseconds most)
{
    return [least, most](const Milliseconds &value) {
        return value >= least && value <= most
                   ? QString()
                   : QStringLiteral("cannot be \"%1\" (\"%2\" to \"%3\")")
                         .arg(formatDuration(value), formatDuration(least), formatDuration(most));
    };
}

QString checkId(const QString &text)
{
    return isConfiguredId(text)
               ? QString()
               : QStringLiteral("cannot be '%1' (1 to 64 of a-z, 0-9, _ and -, beginning with a letter "
                                "or digit)")
                     .arg(text.left(80));
}

QString checkNotEmpty(const QString &text)
{
    return text.trimmed().isEmpty() ? QStringLiteral("is empty (fill it in or leave the key out)") : QString();
}

QString checkBind(const QString &text)
{
    return text == u"localhost" || !QHostAddress(text).isNull()
               ? QString()
               : QStringLiteral("cannot be '%1' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)")
                     .arg(text);
}

QString checkBasePath(const QString &text)
{
    const bool isGood = text.startsWith(u'/') && text.endsWith(u'/') && !text.contains(u"//") && !text.contains(u'?')
                        && !text.contains(u'#') && !text.contains(u' ');
    return isGood ? QString() : QStringLiteral("cannot be '%1' (begin and end with /, as /pow/)").arg(text);
}

QString checkHash(const QString &text)
{
    return isPasswordHash(text)
               ? QString()
               : QStringLiteral("is not a hash this program can check (make one with signalbox --hash-password)");
}

QString checkAnonymous(const Role &role)
{
    return role <= Role::Operator ? QString()
                                  : QStringLiteral("cannot be 'admin' (one of: none, viewer, operator; make a user)");
}

QString checkDialects(const QStringList &names)
{
    if (names.isEmpty())
        return QStringLiteral("is empty (name at least one of: %1)").arg(knownDialects().join(QLatin1String(", ")));
    QStringList seen;
    for (const QString &name : names) {
        if (!knownDialects().contains(name))
            return QStringLiteral("names the unknown dialect '%1'%2 (known: %3)")
                .arg(name, didYouMean(name, knownDialects()), knownDialects().join(QLatin1String(", ")));
        if (seen.contains(name))
            return QStringLiteral("names '%1' twice (remove one)").arg(name);
        seen.append(name);
    }
    return {};
}

QString checkOrigins(const QStringList &origins)
{
    for (const QString &origin : origins) {
        const qsizetype scheme = origin.indexOf(QLatin1String("://"));
        if (scheme < 1 || scheme + 3 == origin.size() || origin.indexOf(u'/', scheme + 3) >= 0)
            return QStringLiteral("has '%1' (scheme and host only, as https://dash.example.org)").arg(origin);
    }
    return {};
}

// What the kernel and model.md (Processes) demand of any command.
QString checkCommand(const QStringList &command)
{
    if (command.isEmpty() || command.constFirst().isEmpty())
        return QStringLiteral("is empty (a list beginning with the program, as [\"sleep\", \"60\"])");
    for (qsizetype i = 0; i < command.size(); ++i) {
        if (command.at(i).toUtf8().size() > 65'536)
            return QStringLiteral("has an argument %1 above 64 KiB (put it into a file)").arg(i);
    }
    return {};
}

Check<QStringList> checkTemplate(Placeholders allowed)
{
    return [allowed](const QStringList &command) {
        for (const QString &argument : command) {
            const QString problem = templateProblem(argument, allowed);
            if (!problem.isEmpty())
                return problem;
        }
        return checkCommand(command);
    };
}

QString checkPrograms(const QStringList &programs)
{
    return programs.contains(QString()) ? QStringLiteral("has an empty name (remove it)") : QString();
}

QString checkInputs(const InputRange &inputs)
{
    return inputs.max && *inputs.max < inputs.min
               ? QStringLiteral("has max %1 below min %2 (exchange them)").arg(*inputs.max).arg(inputs.min)
               : QString();
}

// ---- the table ---------------------------------------------------------------------------------------------------

#define T(text) QStringLiteral(text)

constexpr qint64 mebi = 1 << 20;
constexpr Milliseconds year = std::chrono::hours(24 * 366);
constexpr Milliseconds century = 100 * year;

template<>
const std::vector<Key<ServerConfig>> &keysOf()
{
    using S = ServerConfig;
    static const std::vector<Key<S>> keys = {
        key(T("bind"), &S::bind, T("address every listener binds to: an IP address or localhost"), checkBind),
        key(T("tick"), &S::tick, T("status cadence: broadcasts, sampler and charts"), durationBetween(100ms, 1h)),
        key(T("workers"), &S::workers, T("tasks of pipelines and experiments that run at once; the rest queues"),
            between(1, 4096))
            .defaultShownAs(T("number of cores")),
        key(T("capacity"), &S::capacity, T("pipeline executions that may run at once; Alger answers 397 beyond"),
            between(1, 100'000)),
        key(T("history"), &S::history, T("how long finished executions are kept"), durationBetween(1s, century)),
        key(T("history_count"), &S::historyCount, T("how many finished executions are kept at most"),
            between(1, 100'000'000)),
    };
    return keys;
}

template<>
const std::vector<Key<TlsConfig>> &keysOf()
{
    using S = TlsConfig;
    static const std::vector<Key<S>> keys = {
        key(T("certificate"), &S::certificate, T("PEM file with the certificate chain; relative to this file"),
            checkNotEmpty)
            .required(),
        key(T("key"), &S::key, T("PEM file with the private key; relative to this file"), checkNotEmpty).required(),
    };
    return keys;
}

template<>
const std::vector<Key<ListenerConfig>> &keysOf()
{
    using S = ListenerConfig;
    static const std::vector<Key<S>> keys = {
        key(T("port"), &S::port, T("0: any free port, the ready file says which"), between(0, 65535)).required(),
        key(T("dialects"), &S::dialects, T("what is spoken here: airavata, alger, ark, pow, sutra"), checkDialects)
            .required(),
        key<TableCodec<TlsConfig>>(T("tls"), &S::tls, T("speak wss and https instead of ws and http")),
        key(T("anonymous"), &S::anonymous, T("what a peer without credentials may do on sutra, ark and pow"),
            checkAnonymous)
            .defaultShownAs(T("`\"operator\"` on loopback, `\"none\"` elsewhere")),
        key(T("origins"), &S::origins, T("web pages of other hosts that may connect, as https://dash.example.org"),
            checkOrigins),
    };
    return keys;
}

// [limits] and [limits.<dialect>] know the same ceilings; the second struct has them as optionals.
template<typename S>
std::vector<Key<S>> limitKeys()
{
    return {
        key(T("message_bytes"), &S::messageBytes, T("largest message of a peer; 1009 beyond"),
            between<qint64>(1024, 256 * mebi)),
        key(T("head_bytes"), &S::headBytes, T("largest request head; 431 beyond"), between<qint64>(1024, mebi)),
        key(T("body_bytes"), &S::bodyBytes, T("largest request body; 413 beyond"), between<qint64>(0, 256 * mebi)),
        key(T("handshake_timeout"), &S::handshakeTimeout, T("for a complete request head; 408 beyond"),
            durationBetween(100ms, 1h)),
        key(T("idle_timeout"), &S::idleTimeout, T("REST keep-alive"), durationBetween(100ms, 24h)),
        key(T("backlog_bytes"), &S::backlogBytes, T("unsent bytes per client before it counts as slow"),
            between<qint64>(4096, 1024 * mebi)),
        key(T("connections"), &S::connections, T("at once, in all; 0: no ceiling"), between(0, 1'000'000)),
        key(T("connections_per_user"), &S::connectionsPerUser, T("at once; 0: no ceiling"), between(0, 1'000'000)),
        key(T("connections_per_address"), &S::connectionsPerAddress, T("at once; 0: no ceiling"),
            between(0, 1'000'000)),
        key(T("messages_per_second"), &S::messagesPerSecond, T("per client, in bursts of twice that; 0: no ceiling"),
            between(0, 1'000'000)),
        key(T("subscriptions"), &S::subscriptions, T("per client; 0: no ceiling"), between(0, 1'000'000)),
        key(T("output_bytes"), &S::outputBytes, T("kept of one call's output, then the oldest goes"),
            between<qint64>(1024, 1024 * 1024 * mebi)),
    };
}

template<>
const std::vector<Key<Limits>> &keysOf()
{
    static const std::vector<Key<Limits>> keys = limitKeys<Limits>();
    return keys;
}

template<>
const std::vector<Key<LimitOverrides>> &keysOf()
{
    static const std::vector<Key<LimitOverrides>> keys = limitKeys<LimitOverrides>();
    return keys;
}

template<>
const std::vector<Key<PowConfig>> &keysOf()
{
    static const std::vector<Key<PowConfig>> keys = {
        key(T("base_path"), &PowConfig::basePath, T("where pow's REST routes begin"), checkBasePath),
    };
    return keys;
}

template<>
const std::vector<Key<ExperimentsConfig>> &keysOf()
{
    static const std::vector<Key<ExperimentsConfig>> keys = {
        key(T("programs"), &ExperimentsConfig::programs,
            T("what an Airavata commandTemplate may start; [\"*\"]: anything"), checkPrograms),
    };
    return keys;
}

template<>
const std::vector<Key<AuthConfig>> &keysOf()
{
    using S = AuthConfig;
    static const std::vector<Key<S>> keys = {
        key(T("jwt_secret_file"), &S::jwtSecretFile, T("key of the tokens, raw bytes; relative to this file"))
            .defaultShownAs(T("generated once into the data dir")),
        key(T("issuer"), &S::issuer, T("what `iss` of a token must be")).defaultShownAs(T("not checked")),
        key(T("audience"), &S::audience, T("what `aud` of a token must be")).defaultShownAs(T("not checked")),
    };
    return keys;
}

template<>
const std::vector<Key<UserConfig>> &keysOf()
{
    using S = UserConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what one logs in with, and the subject of tokens"), checkNotEmpty).required(),
        key(T("display_name"), &S::displayName, T("for people")).defaultShownAs(T("the name")),
        key(T("email"), &S::email, T("shown to clients that ask")),
        key(T("password"), &S::password, T("plain; better is password_hash; with neither only tokens name this user"),
            checkNotEmpty)
            .secret(),
        key(T("password_hash"), &S::passwordHash, T("what signalbox --hash-password prints"), checkHash).secret(),
        key(T("roles"), &S::roles, T("the highest counts: viewer < operator < admin")),
    };
    return keys;
}

template<>
const std::vector<Key<ComponentConfig>> &keysOf()
{
    using S = ComponentConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("what it is called on every wire"), checkId).required(),
        key(T("name"), &S::name, T("for people")).defaultShownAs(T("the id")),
        key(T("description"), &S::description, T("for people")),
        key(T("kind"), &S::kind, T("what sort of component it is; ARK's gameType"), checkNotEmpty),
        key<PlainCommandCodec>(T("command"), &S::command, T("program and arguments, no shell; write {{ for {"),
                               checkCommand)
            .required(),
        key(T("working_directory"), &S::workingDirectory, T("relative to the data dir"))
            .defaultShownAs(T("the data dir")),
        key(T("environment"), &S::environment, T("added to the server's own, SIGNALBOX_DATA_DIR among it")),
        key(T("autostart"), &S::autostart, T("start it with the server")),
        key(T("restart"), &S::restart, T("when to start it again after it ended by itself")),
        key(T("restart_delay"), &S::restartDelay, T("doubles up to 60 s; five quick failures lead to state error"),
            durationBetween(10ms, 1h)),
        key<SignalCodec>(T("stop_signal"), &S::stopSignal, T("asks the main process to end")),
        key(T("stop_timeout"), &S::stopTimeout, T("after that, KILL"), durationBetween(0ms, 24h)),
        key(T("ready"), &S::ready, T("a line with this text, a port on loopback that accepts, or a delay"))
            .defaultShownAs(T("as soon as started")),
        key(T("depends_on"), &S::dependsOn, T("ids that must be ready before it starts; stopped in reverse")),
        key(T("storage_path"), &S::storagePath,
            T("its size counts into storage_size_mb; relative to the working directory")),
        key(T("metrics"), &S::metrics,
            T("JSON with total_concepts, total_associations, queries_per_second, avg_latency_ms; a file is relative to "
              "the "
              "working directory")),
    };
    return keys;
}

template<>
const std::vector<Key<InputRange>> &keysOf()
{
    static const std::vector<Key<InputRange>> keys = {
        key(T("min"), &InputRange::min, T("fewest predecessors"), between(0, 1000)),
        key(T("max"), &InputRange::max, T("most predecessors"), between(0, 1000)).defaultShownAs(T("any number")),
    };
    return keys;
}

template<>
const std::vector<Key<KindConfig>> &keysOf()
{
    using S = KindConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what nodes call it"), checkId).required(),
        key(T("description"), &S::description, T("for people")),
        key<TableCodec<InputRange>>(T("inputs"), &S::inputs, T("number of predecessors a node of this kind may have"),
                                    checkInputs)
            .defaultShownAs(T("any number")),
        key(T("command"), &S::command,
            T("program and arguments; {param:x} becomes the node's params.x as part of one argument, {{ becomes {"),
            checkTemplate(Placeholders::Param))
            .required(),
    };
    return keys;
}

template<>
const std::vector<Key<NodeConfig>> &keysOf()
{
    using S = NodeConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("unique in the pipeline"), checkId).required(),
        key(T("kind"), &S::kind, T("a [[kind]], instead of command")),
        key(T("command"), &S::command, T("program and arguments as in [[kind]], instead of kind"),
            checkTemplate(Placeholders::Param)),
        key(T("params"), &S::params, T("values for {param:x}")),
        key(T("after"), &S::after, T("predecessors; their output is the input, in this order")),
    };
    return keys;
}

template<>
const std::vector<Key<PipelineConfig>> &keysOf()
{
    using S = PipelineConfig;
    static const std::vector<Key<S>> keys = {
        key(T("id"), &S::id, T("what it is called on every wire"), checkId).required(),
        key(T("name"), &S::name, T("for people")).defaultShownAs(T("the id")),
        key(T("description"), &S::description, T("for people")),
        key(T("project"), &S::project, T("Airavata's project of its executions"), checkId),
        key(T("on_failure"), &S::onFailure, T("what becomes of nodes that do not depend on a failed one")),
        key<TablesCodec<NodeConfig>>(T("nodes"), &S::nodes, T("the graph")).required(),
    };
    return keys;
}

template<>
const std::vector<Key<ProcessConfig>> &keysOf()
{
    using S = ProcessConfig;
    static const std::vector<Key<S>> keys = {
        key(T("name"), &S::name, T("what calls name"), checkId).required(),
        key(T("description"), &S::description, T("for people")),
        key(T("command"), &S::command, T("program and arguments; {0}, {1} with params = \"named\", {{ becomes {"),
            checkTemplate(Placeholders::Numbered))
            .required(),
        key(T("params"), &S::params, T("a call's parameters are appended to the command, ignored, or put at {0}, {1}")),
        key(T("result"), &S::result,
            T("a call's result: its parameters, the exit code, the last line (as JSON if it is JSON) or none")),
        key(T("roles"), &S::roles, T("who may call it, and whoever is above")),
        key(T("timeout"), &S::timeout, T("ends a call; 0s: never"), durationBetween(0ms, year)),
    };
    return keys;
}

#undef T

// ---- sections ----------------------------------------------------------------------------------------------------

template<typename S>
QString sectionText(const Section &section, const S &value)
{
    const QStringList lines = writeKeys(value);
    return lines.isEmpty() && !section.isRepeated
               ? QString()
               : section.header() + u'\n' + lines.join(u'\n') + QLatin1String("\n\n");
}

// `access` returns a reference to the part of a Config that the section describes, const for a const Config.
template<typename Access>
Section single(const QString &path, Access access, const QStringList &alsoKnown = {})
{
    using S = std::remove_cvref_t<decltype(access(std::declval<const Config &>()))>;
    Section section{path, false, {}, {}, {}, {}};
    const Section named = section;
    section.read = [=](const TomlNode &node, Config &config, ProblemList &problems) {
        if (node.table())
            readKeys(node, access(config), named.header(), alsoKnown, problems);
        else
            wrongType(node, path, QStringLiteral("a table (write %1)").arg(named.header()), problems);
    };
    section.write = [=](const Config &config) { return sectionText(named, access(config)); };
    section.isEmptiedList = [](const Config &) { return false; };
    section.reference = [=] {
        QList<ReferenceRow> rows = referenceOf<S>(named.header());
        QHash<QString, QString> actual; // S{} does not know the defaults that Config gives a dialect
        const Config defaults;
        for (const Key<S> &row : keysOf<S>())
            actual.insert(row.name, row.write(access(defaults)));
        for (ReferenceRow &row : rows) {
            if (row.fallback.isEmpty() && row.section == named.header() && !isUnset(actual.value(row.key)))
                row.fallback = actual.value(row.key);
        }
        return rows;
    };
    return section;
}

template<typename S>
Section repeated(const QString &path, QList<S> Config::*member)
{
    Section section{path, true, {}, {}, {}, {}};
    const Section named = section;
    section.read = [=](const TomlNode &node, Config &config, ProblemList &problems) {
        const bool isTables = node.array()
                              && std::all_of(node.array()->begin(), node.array()->end(),
                                             [](const TomlNode &element) { return element.table() != nullptr; });
        if (!isTables) {
            wrongType(node, path, QStringLiteral("a list of tables (write %1)").arg(named.header()), problems);
            return;
        }
        (config.*member).clear();
        for (const TomlNode &element : *node.array()) {
            S value;
            readKeys(element, value, named.header(), {}, problems);
            (config.*member).append(std::move(value));
        }
    };
    section.write = [=](const Config &config) {
        QString text;
        for (const S &value : config.*member)
            text += sectionText(named, value);
        return text;
    };
    section.isEmptiedList = [=](const Config &config) {
        return (config.*member).isEmpty() && !(Config().*member).isEmpty();
    };
    section.reference = [=] { return referenceOf<S>(named.header()); };
    return section;
}

} // namespace

const std::vector<Section> &configSections()
{
#define ACCESS(path)                                                                                                   \
    [](auto &config) -> auto &                                                                                         \
    {                                                                                                                  \
        return config.path;                                                                                            \
    }
    static const std::vector<Section> sections = {
        single(QStringLiteral("server"), ACCESS(server)),
        repeated(QStringLiteral("listener"), &Config::listeners),
        single(QStringLiteral("limits"), ACCESS(limits.general), knownDialects()),
        single(QStringLiteral("limits.airavata"), ACCESS(limits.airavata)),
        single(QStringLiteral("limits.alger"), ACCESS(limits.alger)),
        single(QStringLiteral("limits.ark"), ACCESS(limits.ark)),
        single(QStringLiteral("limits.pow"), ACCESS(limits.pow)),
        single(QStringLiteral("limits.sutra"), ACCESS(limits.sutra)),
        single(QStringLiteral("pow"), ACCESS(pow)),
        single(QStringLiteral("experiments"), ACCESS(experiments)),
        single(QStringLiteral("auth"), ACCESS(auth)),
        repeated(QStringLiteral("user"), &Config::users),
        repeated(QStringLiteral("component"), &Config::components),
        repeated(QStringLiteral("kind"), &Config::kinds),
        repeated(QStringLiteral("pipeline"), &Config::pipelines),
        repeated(QStringLiteral("process"), &Config::processes),
    };
#undef ACCESS
    return sections;
}

} // namespace signalbox::core
