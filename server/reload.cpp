// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reload.h"

#include "server/core/config/configdifference.h"
#include "server/core/config/exposure.h"
#include "server/core/runtime/supervision/instances.h"
#include "server/core/runtime/supervision/managedcomponent.h"
#include "server/dialectlist.h"
#include "server/serverlog.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

using core::Config;

struct Part
{
    QString name;
    std::function<bool(const Config &, const Config &)> isSame;
    std::function<void(Config &to, const Config &from)> copy; // null: takes effect at the next start
};

template<typename Access>
Part part(const QString &name, Access access, bool isLive)
{
    Part made{name, [access](const Config &one, const Config &other) { return access(one) == access(other); }, {}};
    if (isLive)
        made.copy = [access](Config &to, const Config &from) { access(to) = access(from); };
    return made;
}

#define PART(name, member, isLive) part(name, [](auto &config) -> auto & { return config.member; }, isLive)

std::vector<Part> partsOf(const Config &spoken)
{
    std::vector<Part> parts{
        PART(u"[server] bind"_s, server.bind, false),
        PART(u"[server] tick"_s, server.tick, false),
        PART(u"[server] workers"_s, server.workers, true),
        PART(u"[server] capacity"_s, server.capacity, true),
        PART(u"[server] history"_s, server.history, false),
        PART(u"[server] history_count"_s, server.historyCount, false),
        PART(u"[server] events"_s, server.events, false),
        PART(u"[server] black_boxes"_s, server.blackBoxes, true),
        PART(u"[server] remember"_s, server.remember, false),
        PART(u"[server] trusted_proxies"_s, server.trustedProxies, false),
        PART(u"[[listener]]"_s, listeners, false),
        PART(u"[limits]"_s, limits, false),
        PART(u"[experiments]"_s, experiments, true),
        PART(u"[auth]"_s, auth, true),
        PART(u"[[user]]"_s, users, true),
        PART(u"[secrets]"_s, secrets, true),
        PART(u"[[component]]"_s, components, true),
        PART(u"[[kind]]"_s, kinds, true),
        PART(u"[[pipeline]]"_s, pipelines, true),
        PART(u"[[process]]"_s, processes, true),
        PART(u"[[schedule]]"_s, schedules, true),
    };
    for (qsizetype i = 0; i < spoken.dialects.size(); ++i) {
        const QString name = spoken.dialects.at(i).facts.name;
        parts.push_back(part(
            "[limits."_L1 + name + u']', [i](auto &config) -> auto & { return config.dialects[i].limits; }, false));
        parts.push_back(
            part(u'[' + name + u']', [i](auto &config) -> auto & { return config.dialects[i].settings; }, false));
    }
    return parts;
}

#undef PART

} // namespace

// Of a part of the file, key by key; the part alone where what has changed there is not told, as a password.
static QList<ReloadItem> itemsOf(const QString &part, const QList<ReloadItem> &all)
{
    QList<ReloadItem> items;
    for (const ReloadItem &item : all) {
        if (part == item.section || part == item.section + u' ' + item.key)
            items.append(item);
    }
    if (items.isEmpty())
        items.append({part, {}, {}, ReloadItem::Change::Changed, {}, {}});
    return items;
}

ConfigDifference differenceOf(const Config &running, const Config &read)
{
    ConfigDifference difference;
    const QList<ReloadItem> all = core::differencesOf(running, read);
    for (const Part &part : partsOf(running)) {
        if (part.isSame(running, read))
            continue;
        (part.copy ? difference.applied : difference.waiting).append(part.name);
        (part.copy ? difference.appliedItems : difference.waitingItems).append(itemsOf(part.name, all));
    }
    return difference;
}

Config withApplied(const Config &running, const Config &read)
{
    Config config = running;
    for (const Part &part : partsOf(running)) {
        if (part.copy)
            part.copy(config, read);
    }
    return config;
}

Reload::Reload(core::Hub &hub, Options options, Effects effects)
    : m_hub(hub)
    , m_options(std::move(options))
    , m_effects(std::move(effects))
{
}

// What a start would refuse, and what the addresses that stay bound until the next one would expose.
static QStringList exposures(const Config &running, const Config &read)
{
    QStringList refusals = core::exposureOf(read).refusals;
    if (read.server.bind != running.server.bind)
        refusals += core::exposureOf(withApplied(running, read)).refusals;
    refusals.removeDuplicates();
    return refusals;
}

Result<core::ConfigOutcome> Reload::read(const Options &options)
{
    core::ConfigOutcome outcome =
        options.file.isEmpty() ? core::parseConfig(core::exampleConfigText(), u"built-in example"_s, defaultConfig())
                               : core::loadConfig(options.file, defaultConfig(), &options.texts);
    QStringList problems;
    for (const core::ConfigProblem &problem : outcome.problems)
        problems.append(problem.toString());
    Config &config = outcome.config;
    if (!options.bindOverride.isEmpty())
        config.server.bind = {options.bindOverride};
    if (problems.isEmpty() && !options.isInsecure)
        problems = exposures(options.running, config);
    if (!problems.isEmpty())
        return unexpected(ErrorCode::InvalidArgument, problems.join("; "_L1));
    return outcome;
}

Result<QString> Reload::handle(const Command &command)
{
    if (m_isDismissed)
        return unexpected(ErrorCode::Conflict, Why::ServerStopping);
    m_waiting.append(command);
    if (m_waiting.size() == 1)
        next();
    return QString();
}

void Reload::plan(const QString &file, std::function<void(const Result<ReloadPlan> &)> tell)
{
    Options options = m_options;
    options.file = file;
    m_reader.ask([options = std::move(options)] { return read(options); }, this,
                 [this, tell = std::move(tell)](const Result<core::ConfigOutcome> &outcome) {
                     tell(outcome ? Result<ReloadPlan>(planOf(*outcome)) : Unexpected{outcome.error()});
                 });
}

ReloadPlan Reload::planOf(const core::ConfigOutcome &read) const
{
    ReloadPlan plan{differenceOf(m_options.running, read.config), {}, {}, {}, read.refused};
    QHash<QString, core::ComponentConfig> before;
    for (const core::ComponentConfig &component : core::withInstances(m_options.running.components))
        before.insert(component.id, component);
    for (const core::ComponentConfig &component : core::withInstances(read.config.components)) {
        const auto known = before.constFind(component.id);
        const Component *facts = m_hub.snapshot().component(component.id);
        if (known == before.cend() && component.autostart)
            plan.starting.append(component.id);
        else if (known != before.cend() && facts && facts->pid
                 && !core::ManagedComponent::isLaunchedAlike(component, *known))
            plan.restarting.append(component.id);
        before.remove(component.id);
    }
    plan.stopping = before.keys();
    plan.stopping.sort();
    return plan;
}

void Reload::next()
{
    Q_EMIT began();
    m_reader.ask([options = m_options] { return read(options); }, this,
                 [this](const Result<core::ConfigOutcome> &outcome) {
                     const Command command = m_waiting.constFirst();
                     take(command, outcome);
                     m_waiting.removeFirst();
                     Q_EMIT ended();
                     if (!m_waiting.isEmpty())
                         next();
                 });
}

void Reload::take(const Command &command, const Result<core::ConfigOutcome> &read)
{
    if (const Result<void> taken = read ? apply(*read, command) : Unexpected{read.error()}; taken) {
        m_hub.complete(command, {});
    } else {
        const Error error{taken.error().code, {Why::ReloadRefused, {taken.error().message}}};
        (void)m_hub.record(ProblemOccurred{error.message, u"reload"_s}, &command);
        m_hub.complete(command, {}, error);
    }
}

Result<void> Reload::apply(const core::ConfigOutcome &read, const Command &command)
{
    const Config &config = read.config;
    if (m_isDismissed)
        return unexpected(ErrorCode::Conflict, Why::ServerStopping);
    const Result<QByteArray> key = m_effects.readKey(config.auth);
    if (!key)
        return Unexpected{key.error()};
    ConfigDifference difference = differenceOf(m_options.running, config);
    if (*key != m_options.key) {
        difference.applied.append(u"the key of the tokens"_s);
        difference.appliedItems.append({u"the key of the tokens"_s, {}, {}, ReloadItem::Change::Changed, {}, {}});
    }
    m_options.running = withApplied(m_options.running, config);
    m_options.key = *key;
    m_options.texts = read.texts;
    m_effects.apply(m_options.running, m_options.key);
    report(difference, read.refused + m_effects.reloadCertificates(), command);
    return {};
}

void Reload::report(const ConfigDifference &difference, const QStringList &problems, const Command &command)
{
    qCInfo(lcServer, "configuration reloaded%s%s", difference.applied.isEmpty() ? ": nothing to apply" : "; applied: ",
           qUtf8Printable(difference.applied.join(", "_L1)));
    if (!difference.waiting.isEmpty())
        qCWarning(lcServer, "changed, but takes effect at the next start: %s",
                  qUtf8Printable(difference.waiting.join(", "_L1)));
    for (const QString &problem : problems)
        (void)m_hub.record(ProblemOccurred{problem, u"reload"_s}, &command);
    ServerInfo info = m_hub.snapshot().server;
    info.reload = ReloadReport{m_hub.clock().now(),     difference.applied,     difference.waiting, problems,
                               difference.appliedItems, difference.waitingItems};
    (void)m_hub.record(ServerChanged{info}, &command);
}

} // namespace signalbox
