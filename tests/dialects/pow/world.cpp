// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/pow/world.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace signalbox::test {

namespace {

class Handle final : public core::Following
{
public:
    Handle(FakeProcesses &processes, QString id) : m_processes(processes), m_id(std::move(id)) {}
    void setPaused(bool paused) override
    {
        if (m_processes.running.contains(m_id))
            m_processes.running[m_id].isPaused = paused;
    }

private:
    FakeProcesses &m_processes;
    QString m_id;
};

ProcessDefinition definition(const QString &name, ProcessDefinition::ResultFrom result, Role role = Role::Operator)
{
    ProcessDefinition process;
    process.name = name;
    process.command = {u"true"_s};
    process.result = result;
    process.role = role;
    return process;
}

Catalogue catalogue()
{
    using Result = ProcessDefinition::ResultFrom;
    ProcessDefinition pair = definition(u"pair"_s, Result::None);
    pair.params = ProcessDefinition::Params::Named;
    pair.command = {u"true"_s, u"{0}"_s, u"{1}"_s};
    Catalogue all;
    all.processes = {definition(u"echo"_s, Result::Params), definition(u"count"_s, Result::None), pair,
                     definition(u"secret"_s, Result::None, Role::Admin),
                     definition(u"look"_s, Result::ExitCode, Role::Viewer)};
    return all;
}

QJsonValue resultOf(const ProcessDefinition &process, const Execution &execution)
{
    if (process.result == ProcessDefinition::ResultFrom::Params)
        return execution.params.value("params"_L1);
    return process.result == ProcessDefinition::ResultFrom::ExitCode ? QJsonValue(0)
                                                                     : QJsonValue(QJsonValue::Undefined);
}

} // namespace

Result<QString> FakeProcesses::handle(const Command &command)
{
    if (const auto *request = std::get_if<StartProcess>(&command.body))
        return start(command, *request);
    const auto *request = std::get_if<CancelExecution>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported);
    if (!running.contains(request->executionId)) {
        m_hub.complete(command, request->executionId);
        return request->executionId;
    }
    running[request->executionId].isAskedToEnd = true;
    m_cancels.append({request->executionId, command});
    if (!isStubborn)
        ends(request->executionId, ExecutionState::Cancelled);
    return request->executionId;
}

Result<QString> FakeProcesses::start(const Command &command, const StartProcess &request)
{
    const ProcessDefinition &process = *m_hub.snapshot().catalogue.process(request.name);
    if (process.params == ProcessDefinition::Params::Named && request.params.size() != 2)
        return unexpected(ErrorCode::InvalidArgument, u"'pair' takes 2 parameters"_s);
    Execution execution;
    execution.id = newest = m_hub.ids().next();
    execution.kind = ExecutionKind::Process;
    execution.catalogueId = request.name;
    execution.owner = command.actor.user;
    execution.dialect = command.actor.dialect;
    execution.params.insert(u"params"_s, QJsonArray::fromStringList(request.params));
    running.insert(execution.id, {process, {}, false, false, false, {}, command});
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    execution.state = ExecutionState::Running;
    (void)m_hub.record(ExecutionChanged{execution}, &command);
    m_undurable.append({execution.id, command});
    if (!holdsJournal)
        makeDurable();
    return execution.id;
}

void FakeProcesses::makeDurable()
{
    for (const auto &[id, command] : std::exchange(m_undurable, {}))
        m_hub.complete(command, id);
}

Result<void> FakeProcesses::write(const QString &id, const QByteArray &bytes)
{
    if (!running.contains(id))
        return unexpected(ErrorCode::NotFound);
    if (running[id].isInputClosed)
        return unexpected(ErrorCode::Conflict);
    if (isInputFull)
        return unexpected(ErrorCode::Capacity);
    running[id].input += bytes;
    return {};
}

Result<void> FakeProcesses::closeInput(const QString &id)
{
    if (!running.contains(id))
        return unexpected(ErrorCode::NotFound);
    running[id].isInputClosed = true;
    return {};
}

core::Follow FakeProcesses::followOutput(const QString &id, ReceiveBytes receive)
{
    if (!running.contains(id))
        return nullptr;
    running[id].receivers.append(std::move(receive));
    return std::make_unique<Handle>(*this, id);
}

void FakeProcesses::writes(const QString &id, const QByteArray &bytes)
{
    const QList<ReceiveBytes> receivers = running[id].receivers;
    for (const ReceiveBytes &receive : receivers)
        receive(0, bytes);
}

void FakeProcesses::ends(const QString &id, ExecutionState state, const QString &error)
{
    const Process process = running.take(id);
    Execution execution = *m_hub.snapshot().execution(id);
    execution.state = state;
    (state == ExecutionState::Cancelled ? execution.message : execution.error) = error;
    if (state == ExecutionState::Succeeded)
        execution.result = resultOf(process.definition, execution);
    (void)m_hub.record(ExecutionChanged{execution}, &process.cause);
    for (const auto &[cancelled, command] : std::exchange(m_cancels, {})) {
        if (cancelled == id)
            m_hub.complete(command, id);
        else
            m_cancels.append({cancelled, command});
    }
}

void FakeProcesses::reads(const QString &id, qint64 stillPending)
{
    pendingInput = stillPending;
    Q_EMIT inputWritten(id, stillPending);
}

World::World()
{
    hub.setHandler(&processes);
    QObject::connect(&hub, &core::Hub::changed, &dialect,
                     [this](const Change &change, const Replaced &replaced) { dialect.changed(change, replaced); });
    (void)hub.record(CatalogueChanged{catalogue()});
}

std::unique_ptr<dialects::Session> World::connect(FakePeer &peer, Role role, const QString &user)
{
    peer.user = {user, role, u"pow"_s, peer.clientId()};
    auto session = dialect.create(peer, {});
    session->opened();
    return session;
}

dialects::RestResponse World::rest(const QByteArray &method, const QString &path, const QByteArray &body, Role role,
                                   const QString &user)
{
    answer.reset();
    for (const dialects::RestRoute &route : dialect.routes()) {
        const qsizetype capture = route.pattern.indexOf(u'{');
        const QString stem = route.pattern.left(capture);
        if (route.method != method || (capture < 0 ? path != stem : !path.startsWith(stem)))
            continue;
        dialects::RestRequest request;
        request.head.method = method;
        request.head.path = path;
        request.head.headers = {{"host", "box.example:3000"}};
        if (capture >= 0)
            request.captures.insert(route.pattern.mid(capture + 1).remove(u"..."_s).chopped(1), path.mid(capture));
        request.body = body;
        request.actor = {user, role, u"pow"_s, {}};
        route.handle(request, [this](const dialects::RestResponse &response) { answer = response; });
        return answer.value_or(dialects::RestResponse{0, {}, {}, {}});
    }
    return {404, {}, "no such route", {}};
}

} // namespace signalbox::test
