// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/voice.h"

#include "server/core/duration.h"
#include "server/core/logfields.h"
#include "server/model/words/oneline.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox {

namespace {

Q_LOGGING_CATEGORY(lcComponents, "signalbox.components", QtInfoMsg)
Q_LOGGING_CATEGORY(lcExecutions, "signalbox.executions", QtInfoMsg)
Q_LOGGING_CATEGORY(lcActs, "signalbox.acts", QtInfoMsg)

constexpr qsizetype mostOfReason = 500; // characters of what a program printed

// For "%s", which a NUL in the name of something would end.
QByteArray said(const QString &text)
{
    return asOneLine(text).toUtf8();
}

QString brief(const QString &text)
{
    return text.size() <= mostOfReason ? text : text.left(mostOfReason) + u"…"_s;
}

QString withReason(const Reason &reason)
{
    return reason.isEmpty() ? QString() : u": "_s + brief(reason.inFull());
}

// ---- components

void tellState(const Component &component)
{
    const QString text =
        u"component '%1' is %2%3"_s.arg(component.id, toString(component.state), withReason(component.reason));
    const QByteArray line = said(text);
    if (component.state != ComponentState::Error)
        qCInfo(lcComponents, "%s", line.constData());
    else if (component.nextRestartAt)
        qCWarning(lcComponents, "%s (it is tried again)", line.constData());
    else
        qCCritical(lcComponents, "%s", line.constData());
}

void tellHealth(const Component &component)
{
    if (component.health == ComponentHealth::Degraded)
        qCWarning(lcComponents, "component '%s' is degraded: %s", said(component.id).constData(),
                  said(brief(component.error)).constData());
    else if (component.health == ComponentHealth::Healthy)
        qCInfo(lcComponents, "component '%s' is healthy", said(component.id).constData());
}

void tellComponent(const Component &now, const Component *before)
{
    if (!before) // it comes with the configuration, and has not begun
        return;
    if (now.state != before->state)
        tellState(now);
    if (now.health != before->health)
        tellHealth(now);
}

// ---- executions

QString lasted(const Execution &execution)
{
    if (!execution.startedAt || !execution.endedAt)
        return {};
    return u" after %1 s"_s.arg(double((*execution.endedAt - *execution.startedAt).count()) / 1000.0, 0, 'f', 1);
}

void tellExecution(const Execution &now, const Execution *before)
{
    const QByteArray what =
        said(u"%1 '%2' of %3 (%4, %5)"_s.arg(toString(now.kind), now.name, now.owner, now.dialect, now.id));
    if (!before && !isFinal(now.state))
        qCDebug(lcExecutions, "%s is %s", what.constData(), said(toString(now.state)).constData());
    if (!before || isFinal(before->state) || !isFinal(now.state))
        return;
    const QByteArray ended = said(QString(toString(now.state) + lasted(now) + withReason(now.error)));
    if (now.state == ExecutionState::Failed || now.state == ExecutionState::Interrupted)
        qCWarning(lcExecutions, "%s %s", what.constData(), ended.constData());
    else
        qCInfo(lcExecutions, "%s %s", what.constData(), ended.constData());
}

// ---- acts

struct Act
{
    QString text; // behind the name of the actor; empty: not worth a line
    QString component{};
    QString execution{};
    bool isFrequent = false; // logged as debug
};

// What an agent reports is no act of a person, and a token is told where it is issued.
struct ActOf
{
    Act operator()(const StartComponent &c) const { return {u"starts component '%1'"_s.arg(c.id), c.id}; }
    Act operator()(const StopComponent &c) const
    {
        return {u"stops component '%1'%2"_s.arg(c.id, c.dependents ? u" and what needs it"_s : QString()), c.id};
    }
    Act operator()(const KillComponent &c) const { return {u"kills component '%1'"_s.arg(c.id), c.id}; }
    Act operator()(const RestartComponent &c) const { return {u"restarts component '%1'"_s.arg(c.id), c.id}; }
    Act operator()(const ScaleComponent &c) const
    {
        return {u"scales component '%1' to %2"_s.arg(c.id).arg(c.instances), c.id};
    }
    // Without the text, which may be a password.
    Act operator()(const TypeToComponent &c) const { return {u"types to component '%1'"_s.arg(c.id), c.id}; }
    Act operator()(const StartComponents &c) const { return {u"starts "_s + components(c.ids)}; }
    Act operator()(const StopComponents &c) const { return {u"stops "_s + components(c.ids)}; }
    Act operator()(const RestartComponents &c) const { return {u"restarts "_s + components(c.ids)}; }
    Act operator()(const StartPipeline &c) const { return {u"starts pipeline '%1'"_s.arg(c.pipelineId)}; }
    Act operator()(const StartGraph &c) const { return {u"starts graph '%1'"_s.arg(c.name)}; }
    Act operator()(const StartProcess &c) const { return {u"calls process '%1'"_s.arg(c.name), {}, {}, true}; }
    Act operator()(const StartExperiment &c) const { return {u"starts experiment '%1'"_s.arg(c.name)}; }
    Act operator()(const SubmitExperiment &c) const { return ofExecution(u"submits"_s, c.executionId); }
    Act operator()(const CancelExecution &c) const { return ofExecution(u"cancels"_s, c.executionId); }
    Act operator()(const RetryExecution &c) const
    {
        return ofExecution(c.failedOnly ? u"retries the failed tasks of"_s : u"retries"_s, c.executionId);
    }
    Act operator()(const DeleteExecution &c) const { return ofExecution(u"deletes"_s, c.executionId); }
    Act operator()(const CreateInstance &c) const { return {u"creates instance '%1'"_s.arg(c.name)}; }
    Act operator()(const DeleteInstance &c) const { return {u"deletes instance '%1'"_s.arg(c.id)}; }
    Act operator()(const CreateJob &c) const { return {u"creates a job '%1'"_s.arg(c.jobType)}; }
    Act operator()(const RunScheduleNow &c) const { return {u"runs schedule '%1' now"_s.arg(c.id)}; }
    Act operator()(const EnableSchedule &c) const { return {u"enables schedule '%1'"_s.arg(c.id)}; }
    Act operator()(const DisableSchedule &c) const { return {u"pauses schedule '%1'"_s.arg(c.id)}; }
    Act operator()(const DisconnectClient &c) const
    {
        const auto client = snapshot.clients.constFind(c.clientId);
        return client == snapshot.clients.cend()
                   ? Act{u"disconnects client %1"_s.arg(c.clientId)}
                   : Act{u"disconnects %1 at %2 (%3)"_s.arg(client->user, client->address, client->dialect)};
    }
    Act operator()(const ReloadConfiguration &) const { return {u"reloads the configuration"_s}; }
    template<typename Other>
    Act operator()(const Other &) const
    {
        return {};
    }

    const Snapshot &snapshot;

private:
    static QString components(const QStringList &ids)
    {
        return ids.isEmpty() ? u"all components"_s : u"components "_s + ids.join(u", "_s);
    }
    Act ofExecution(const QString &does, const QString &id) const
    {
        const Execution *known = snapshot.execution(id);
        return {u"%1 %2"_s.arg(does, known ? u"%1 '%2' (%3)"_s.arg(toString(known->kind), known->name, id)
                                           : u"execution %1"_s.arg(id)),
                {},
                id};
    }
};

bool isPerson(const Actor &actor)
{
    return !actor.user.isEmpty() && actor.dialect != "server"_L1 && actor.dialect != "schedule"_L1;
}

// "ann (alger, 127.0.0.1:51020)".
QString nameOf(const Actor &actor, const Snapshot &snapshot)
{
    const QString where = actor.dialect == "console"_L1 ? u"window"_s : actor.dialect;
    const QString address = snapshot.clients.value(actor.clientId).address;
    return u"%1 (%2)"_s.arg(actor.user, address.isEmpty() ? where : where + u", "_s + address);
}

} // namespace

Voice::Voice(core::Hub &hub, core::CommandHandler &next) : m_hub(hub), m_next(next)
{
    connect(&m_hub, &core::Hub::changed, this, &Voice::hear);
}

void Voice::hear(const Change &change, const Replaced &replaced)
{
    const QString user = isPerson(change.actor) ? change.actor.user : QString();
    if (const auto *component = std::get_if<ComponentChanged>(&change.body)) {
        const core::WithFields fields(
            {component->component.id, {}, user, user.isEmpty() ? QString() : change.actor.dialect});
        tellComponent(component->component, std::get_if<Component>(&replaced));
    } else if (const auto *execution = std::get_if<ExecutionChanged>(&change.body)) {
        const Execution &now = execution->execution;
        const core::WithFields fields({{}, now.id, now.owner, now.dialect});
        tellExecution(now, std::get_if<Execution>(&replaced));
    } else if (const auto *mode = std::get_if<ModeChanged>(&change.body)) {
        const core::WithFields fields({{}, {}, change.actor.user, change.actor.dialect});
        qCInfo(lcActs, "%s sets the mode to %s", said(nameOf(change.actor, m_hub.snapshot())).constData(),
               said(toString(mode->mode)).constData());
    }
}

Result<QString> Voice::handle(const Command &command)
{
    const Act act = std::visit(ActOf{m_hub.snapshot()}, command.body);
    if (act.text.isEmpty() || !isPerson(command.actor))
        return m_next.handle(command);
    const core::LogFields fields{act.component, act.execution, command.actor.user, command.actor.dialect};
    const QByteArray line = said(QString(nameOf(command.actor, m_hub.snapshot()) + u' ' + act.text));
    {
        const core::WithFields with(fields);
        if (act.isFrequent)
            qCDebug(lcActs, "%s", line.constData());
        else
            qCInfo(lcActs, "%s", line.constData());
    }
    Result<QString> done = m_next.handle(command);
    if (!done) {
        const core::WithFields with(fields);
        qCWarning(lcActs, "%s: refused: %s", line.constData(), said(brief(done.error().message)).constData());
    }
    return done;
}

} // namespace signalbox
