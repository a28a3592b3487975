// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/probekeys.h"

#include "server/core/config/keychecks.h"

#include <QUrl>

namespace signalbox::core {

namespace {

// Which members a form of probe may have beside itself.
struct Form
{
    QString name;
    QStringList beside;
};

struct ProbeTable
{
    QString name;
    QList<Form> forms;
    Keys<ProbeConfig> keys;
    QStringList others; // members of the other table
};

QString checkUrl(const QString &text)
{
    const QUrl url(QString(text).replace(u"{instance}"_s, u"1"_s), QUrl::StrictMode);
    const bool isUsable =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
    return isUsable ? QString() : u"cannot be '%1' (an address such as http://127.0.0.1:8080/healthz)"_s.arg(text);
}

QString checkStatuses(const QList<int> &codes)
{
    const auto impossible = std::find_if(codes.begin(), codes.end(), [](int code) { return code < 100 || code > 599; });
    if (impossible != codes.end())
        return u"cannot hold %1 (100 to 599)"_s.arg(*impossible);
    return codes.isEmpty() ? u"is empty (name at least one, as [200, 204])"_s : QString();
}

// A single number stands for a list of one.
struct StatusCodec
{
    static std::optional<QList<int>> read(const TomlNode &node, const QString &name, ProblemList &problems)
    {
        if (node.array())
            return Codec<QList<int>>::read(node, name, problems);
        const auto code = Codec<int>::read(node, name, problems);
        return code ? std::optional(QList<int>{*code}) : std::nullopt;
    }
    static QString write(const QList<int> &value)
    {
        return value.size() == 1 ? Codec<int>::write(value.constFirst()) : Codec<QList<int>>::write(value);
    }
    static QString typeName() { return u"integer or list of integers"_s; }
};

// A complaint names the member with its table, as "ready.tcp".
Keys<ProbeConfig> allKeys(const QString &table)
{
    using S = ProbeConfig;
    const bool isHealth = table == u"health";
    const auto in = [&table](QLatin1String name) -> QString { return table + u'.' + name; };
    const auto pause = [] { return durationBetween(100ms, 24h); };
    Keys<S> keys = {
        key(in("log"_L1), &S::log,
            isHealth ? u"a line of its output has this text, at least once in each interval"_s
                     : u"a line of its output has this text"_s,
            checkNotEmpty),
        key(in("tcp"_L1), &S::tcp,
            isHealth ? u"this port of loopback answers"_s
                     : u"this port of loopback answers, and a process of its own listens there"_s,
            between(1, 65535)),
        key(in("http"_L1), &S::http,
            u"this address answers with a `status` and, if asked for, the `body`; followed nowhere"_s, checkUrl),
        key(in("command"_L1), &S::command,
            u"this exits with 0; run in the component's directory and environment, no shell"_s, checkCommand),
        key(in("notify"_L1), &S::notify, u"it says READY=1, as to systemd (sd_notify)"_s),
        key(in("after"_L1), &S::after, u"it has run for so long"_s),
        key(in("watchdog"_L1), &S::watchdog, u"it says WATCHDOG=1 at least this often, as to systemd (sd_notify)"_s,
            pause()),
        key(in("silent_for"_L1), &S::silentFor, u"it prints something at least this often"_s,
            durationBetween(1s, longestYear)),
        key<StatusCodec>(in("status"_L1), &S::status, u"of http: what it may answer with"_s, checkStatuses)
            .defaultShownAs(u"200 to 399"_s),
        key(in("body"_L1), &S::body, u"of http: text that the first 64 KiB of the answer have"_s, checkNotEmpty),
        key(in("interval"_L1), &S::interval, u"from the end of a try to the next one"_s, pause())
            .defaultShownAs(isHealth ? u"`\"10s\"`"_s : u"`\"100ms\"`, of a command `\"1s\"`"_s),
        key(in("timeout"_L1), &S::timeout, u"of one try, which has failed then; a command is killed"_s,
            durationBetween(10ms, 1h))
            .defaultShownAs(u"`\"5s\"`"_s),
        key(in("failures"_L1), &S::failures, u"so many in a row, and it is degraded"_s, between(1, 1000))
            .defaultShownAs(u"`3`"_s),
        key(in("action"_L1), &S::action,
            u"what is done with one that is degraded: it is shown, or restarted as after a failure, however often"_s),
    };
    for (Key<S> &each : keys)
        each.name.remove(0, table.size() + 1);
    return keys;
}

ProbeTable tableOf(const QString &name, const QList<Form> &forms, const QStringList &always)
{
    ProbeTable table{name, forms, {}, {}};
    QStringList members = always;
    for (const Form &form : forms)
        members += QStringList(form.name) + form.beside;
    for (const Key<ProbeConfig> &each : allKeys(name)) {
        if (members.contains(each.name))
            table.keys.push_back(each);
        else
            table.others.append(each.name);
    }
    return table;
}

const ProbeTable &readyTable()
{
    const QString pause = u"interval"_s;
    const QString timeout = u"timeout"_s;
    static const ProbeTable table = tableOf(u"ready"_s,
                                            {{u"log"_s, {}},
                                             {u"tcp"_s, {pause, timeout}},
                                             {u"http"_s, {pause, timeout, u"status"_s, u"body"_s}},
                                             {u"command"_s, {pause, timeout}},
                                             {u"notify"_s, {}},
                                             {u"after"_s, {}}},
                                            {});
    return table;
}

const ProbeTable &healthTable()
{
    const QString pause = u"interval"_s;
    const QString timeout = u"timeout"_s;
    const QString failures = u"failures"_s;
    static const ProbeTable table = tableOf(u"health"_s,
                                            {{u"log"_s, {pause, failures}},
                                             {u"tcp"_s, {pause, timeout, failures}},
                                             {u"http"_s, {pause, timeout, failures, u"status"_s, u"body"_s}},
                                             {u"command"_s, {pause, timeout, failures}},
                                             {u"watchdog"_s, {}},
                                             {u"silent_for"_s, {}}},
                                            {u"action"_s});
    return table;
}

QString formNames(const ProbeTable &table)
{
    QStringList names;
    for (const Form &form : table.forms)
        names.append(form.name);
    return names.join(u", "_s);
}

// Exactly one form, and beside it nothing that means nothing there.
void checkMembers(const TomlNode &node, const QString &name, const ProbeTable &table, ProblemList &problems)
{
    QList<Form> found;
    for (const Form &form : table.forms) {
        if (node.member(form.name))
            found.append(form);
    }
    bool isMisplaced = false;
    for (const TomlMember &member : *node.table()) {
        if (!table.others.contains(member.name))
            continue;
        isMisplaced = true;
        problems.add(member.position,
                     u"%1 cannot have '%2', which is of %3 alone (%1 has one of: %4)"_s.arg(
                         name, member.name, name == u"ready" ? u"health"_s : u"ready"_s, formNames(table)));
    }
    if (found.size() != 1) {
        if (!isMisplaced)
            problems.add(node.position,
                         u"%1 must have exactly one of %2, but has %3"_s.arg(name, formNames(table)).arg(found.size()));
        return;
    }
    const Form &form = found.constFirst();
    for (const TomlMember &member : *node.table()) {
        const bool isKnown = std::any_of(table.forms.cbegin(), table.forms.cend(),
                                         [&](const Form &each) { return each.beside.contains(member.name); });
        if (isKnown && !form.beside.contains(member.name))
            problems.add(member.position,
                         u"%1.%2 means nothing beside '%3' (remove it)"_s.arg(name, member.name, form.name));
    }
    if (const TomlNode *notify = node.member(u"notify"_s);
        notify && std::get_if<bool>(&notify->value) && !std::get<bool>(notify->value))
        problems.add(notify->position, u"%1.notify cannot be false (leave %1 out)"_s.arg(name));
}

std::optional<ProbeConfig> readProbe(const TomlNode &node, const QString &name, const ProbeTable &table,
                                     ProblemList &problems)
{
    if (!node.table())
        return wrongType(node, name, u"a table with one of %1, such as { tcp = 7000 }"_s.arg(formNames(table)),
                         problems);
    ProbeConfig probe;
    readKeys(node, probe, name, table.others, problems, table.keys);
    checkMembers(node, name, table, problems);
    return probe;
}

// What is as it is without being said is not said.
QString writeProbe(const ProbeConfig &value, const ProbeTable &table)
{
    QStringList members;
    for (const Key<ProbeConfig> &each : table.keys) {
        if (const QString text = each.write(value); text != each.write(ProbeConfig()))
            members.append(each.name + " = "_L1 + text);
    }
    return members.isEmpty() ? QString() : "{ "_L1 + members.join(", "_L1) + " }"_L1;
}

} // namespace

std::optional<ProbeConfig> ReadyCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    return readProbe(node, name, readyTable(), problems);
}

QString ReadyCodec::write(const ProbeConfig &value)
{
    return writeProbe(value, readyTable());
}

QString ReadyCodec::typeName()
{
    return u"table"_s;
}

QList<ReferenceRow> ReadyCodec::reference(const QString &path)
{
    return referenceOf<ProbeConfig>(path, readyTable().keys);
}

std::optional<ProbeConfig> HealthCodec::read(const TomlNode &node, const QString &name, ProblemList &problems)
{
    return readProbe(node, name, healthTable(), problems);
}

QString HealthCodec::write(const ProbeConfig &value)
{
    return writeProbe(value, healthTable());
}

QString HealthCodec::typeName()
{
    return u"table"_s;
}

QList<ReferenceRow> HealthCodec::reference(const QString &path)
{
    return referenceOf<ProbeConfig>(path, healthTable().keys);
}

} // namespace signalbox::core
