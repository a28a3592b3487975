// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/alger/world.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger::test {

namespace {

User makeUser(const char *name, const char *role)
{
    const QString text = QLatin1String(name);
    return {text, text.left(1).toUpper() + text.mid(1), text + u"@example.com"_s, {QLatin1String(role)}};
}

const QList<User> &users()
{
    static const QList<User> all{
        {u"admin"_s, u"Administrator"_s, u"admin@example.com"_s, {u"admin"_s, u"operator"_s}},
        makeUser("bob", "operator"),
        makeUser("alice", "operator"),
        makeUser("viewer", "viewer"),
        makeUser("nobody", "none"),
    };
    return all;
}

const User *findUser(const QString &name)
{
    const auto found =
        std::find_if(users().cbegin(), users().cend(), [&](const User &user) { return user.name == name; });
    return found == users().cend() ? nullptr : &*found;
}

Catalogue makeCatalogue()
{
    constexpr int any = std::numeric_limits<int>::max();
    const QStringList command{u"cat"_s};
    Pipeline demo;
    demo.id = u"demo"_s;
    demo.name = u"Demo Pipeline"_s;
    demo.description = u"Three steps"_s;
    demo.project = u"default"_s;
    demo.nodes = {{u"extract"_s, {}, command, {}, {}},
                  {u"load"_s, u"text"_s, {}, QJsonObject{{u"prefix"_s, u">"_s}}, {u"extract"_s}}};
    demo.createdAt = demo.updatedAt = Timestamp(Milliseconds(1'760'677'200'000));
    Catalogue catalogue;
    catalogue.kinds = {{u"dataset"_s, 0, 0, command},
                       {u"concat"_s, 2, any, command},
                       {u"text"_s, 1, any, command},
                       {u"identity"_s, 1, 1, command}};
    catalogue.pipelines = {demo};
    return catalogue;
}

} // namespace

void ScriptedAuthenticator::checkPassword(const QString &user, const QString &password, const core::LoginOrigin &from,
                                          Done done)
{
    lastAddress = from.address;
    const User *found = findUser(user);
    Result<User> answer = found && password == user ? Result<User>(*found) : unexpected(ErrorCode::Unauthenticated);
    if (password == "changeme"_L1)
        answer = unexpected(ErrorCode::Forbidden, u"well-known passwords do not count"_s);
    if (user == "slow"_L1)
        answer = unexpected(ErrorCode::Capacity, u"too many failed logins; try again in 8 s"_s);
    m_held.emplace_back(answer, std::move(done));
    if (!isHeld)
        release();
}

Result<core::TokenInfo> ScriptedAuthenticator::checkToken(const QByteArray &) const
{
    return unexpected(ErrorCode::Unauthenticated);
}

Result<core::TokenInfo> ScriptedAuthenticator::check(const core::Credential &credential) const
{
    const User *found = findUser(credential.user);
    return found ? Result<core::TokenInfo>(core::TokenInfo{*found, {}}) : unexpected(ErrorCode::Unauthenticated);
}

void ScriptedAuthenticator::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &[answer, done] : held)
        done(answer);
}

World::World()
    : dialect(
          {.hub = hub,
           .authenticator = &authenticator,
           .ask = [this](const Query &query, QObject *, const core::AnswerCallback &answered) { ask(query, answered); },
           .limits = {.messageBytes = 4096}})
{
    QObject::connect(&hub, &core::Hub::changed, &hub,
                     [this](const Change &change, const Replaced &replaced) { dialect.changed(change, replaced); });
    hub.setHandler(this);
    ServerInfo server;
    server.capacity = 3;
    server.users = users();
    (void)hub.record(ServerChanged{server});
    (void)hub.record(CatalogueChanged{makeCatalogue()});
}

World::Connection &World::connect(const QString &user)
{
    Connection &connection = m_connections[user];
    if (!connection.dialect) {
        dialects::RequestHead head;
        head.address = u"192.0.2.7"_s;
        const User *found = findUser(user);
        connection.peer.user = {user, found->role(), u"alger"_s, user};
        connection.dialect = dialect.create(connection.peer, head);
        connection.dialect->opened();
    }
    return connection;
}

Result<QString> World::handle(const Command &command)
{
    QString subject;
    if (const auto *stored = std::get_if<StartPipeline>(&command.body)) {
        if (stored->params.contains(u"refuse"_s))
            return unexpected(ErrorCode::InvalidArgument, u"the engine does not like it"_s);
        const QList<PipelineNode> nodes = hub.snapshot().catalogue.pipeline(stored->pipelineId)->nodes;
        subject = begin(command, stored->pipelineId, nodes);
        if (stored->params.contains(u"instant"_s)) {
            for (const PipelineNode &node : nodes)
                endNode(node.id, ExecutionState::Succeeded);
            end(subject, ExecutionState::Succeeded);
        }
    } else if (const auto *graph = std::get_if<StartGraph>(&command.body)) {
        subject = begin(command, {}, graph->nodes);
    } else if (const auto *cancel = std::get_if<CancelExecution>(&command.body)) {
        subject = cancel->executionId;
        if (!m_isCompletionHeld)
            end(subject, ExecutionState::Cancelled);
    } else if (std::holds_alternative<SetMode>(command.body)) {
        for (const Execution &execution : hub.snapshot().executions)
            end(execution.id, ExecutionState::Cancelled);
    }
    if (m_isCompletionHeld)
        m_incomplete.emplace_back(command, subject);
    else
        hub.complete(command, subject);
    return subject;
}

QString World::begin(const Command &command, const QString &pipelineId, const QList<PipelineNode> &nodes)
{
    Execution execution;
    execution.id = u"e%1"_s.arg(++m_started);
    m_current = execution.id;
    execution.catalogueId = pipelineId;
    execution.owner = command.actor.user;
    execution.dialect = command.actor.dialect;
    const auto *stored = std::get_if<StartPipeline>(&command.body);
    const bool waits = stored && stored->params.contains(u"queue"_s);
    execution.state = waits ? ExecutionState::Queued : ExecutionState::Running;
    execution.createdAt = clock.now();
    execution.startedAt = clock.now();
    (void)hub.record(ExecutionChanged{execution}, &command);
    for (const PipelineNode &node : nodes) {
        Task task;
        task.id = execution.id + u'.' + node.id;
        task.executionId = execution.id;
        task.nodeId = node.id;
        task.nodeKind = node.kind.isEmpty() ? u"command"_s : node.kind;
        task.predecessors = node.after;
        task.state = ExecutionState::Running;
        task.startedAt = clock.now();
        (void)hub.record(TaskChanged{task}, &command);
    }
    return execution.id;
}

void World::end(const QString &id, ExecutionState state, const QString &error)
{
    Execution execution = *hub.snapshot().execution(id);
    if (isFinal(execution.state))
        return;
    execution.state = state;
    execution.error = error;
    execution.endedAt = clock.now();
    (void)hub.record(ExecutionChanged{execution});
}

void World::endNode(const QString &nodeId, ExecutionState state)
{
    const QMap<QString, Task> tasks = hub.snapshot().tasks.value(m_current);
    Task task = tasks.value(nodeId);
    task.state = state;
    task.endedAt = clock.now();
    task.order = 1 + static_cast<int>(std::count_if(tasks.cbegin(), tasks.cend(), [](const Task &each) {
                     return each.order > 0;
                 }));
    task.outputFile = nodeId + u".out"_s;
    if (state == ExecutionState::Failed)
        task.error = u"exit status 1"_s;
    (void)hub.record(TaskChanged{task});
}

void World::ask(const Query &query, const core::AnswerCallback &answered) const
{
    if (const auto *wanted = std::get_if<ExecutionQuery>(&query.body)) {
        if (wanted->id == "broken"_L1)
            return answered(unexpected(ErrorCode::Internal, u"the history cannot be read"_s));
        const auto found = m_stored.constFind(wanted->id);
        if (found == m_stored.cend())
            return answered(unexpected(ErrorCode::NotFound, u"no such execution"_s));
        return answered(Answer(ExecutionDetail{*found, {}}));
    }
    const auto *output = std::get_if<OutputQuery>(&query.body);
    if (!m_output)
        return answered(unexpected(ErrorCode::Internal, u"output could not be read"_s));
    const QByteArray bytes = m_output->left(output->maxBytes);
    answered(Answer(OutputChunk{u"output"_s, bytes, m_output->size()}));
}

void World::completeAll(const std::optional<Error> &error)
{
    const auto incomplete = std::exchange(m_incomplete, {});
    for (const auto &[command, subject] : incomplete) {
        if (!error && std::holds_alternative<CancelExecution>(command.body))
            end(subject, ExecutionState::Cancelled);
        hub.complete(command, subject, error);
    }
}

bool World::perform(const QStringList &words)
{
    const QString what = words.value(0);
    const QString first = words.value(1);
    const QString rest = words.mid(2).join(u' ');
    if (what == "mode"_L1) {
        (void)hub.submit(serverActor(), SetMode{modeFromString(first).value()});
    } else if (what == "node"_L1) {
        endNode(first, executionStateFromString(rest).value());
    } else if (what == "end"_L1) {
        end(m_current, executionStateFromString(first).value(), rest);
    } else if (what == "of"_L1) {
        m_current = first;
    } else if (what == "hold"_L1) {
        m_isCompletionHeld = true;
    } else if (what == "settle"_L1) {
        completeAll({});
    } else if (what == "fail"_L1) {
        completeAll(Error{ErrorCode::Internal, words.mid(1).join(u' ')});
    } else if (what == "store"_L1) {
        Execution execution;
        execution.id = first;
        execution.owner = u"admin"_s;
        execution.state = executionStateFromString(rest).value();
        m_stored.insert(first, execution);
    } else if (what == "output"_L1) {
        m_output.reset();
        if (first != "none"_L1)
            m_output = QByteArray(rest.toInt(), first.at(0).toLatin1());
    } else if (what == "no-pipelines"_L1) {
        (void)hub.record(CatalogueChanged{});
    } else if (what == "name"_L1) {
        Catalogue catalogue = hub.snapshot().catalogue;
        catalogue.pipelines.first().name = first;
        (void)hub.record(CatalogueChanged{catalogue});
    } else if (what == "passwords"_L1) {
        authenticator.isHeld = first == "held"_L1;
        if (!authenticator.isHeld)
            authenticator.release();
    } else if (what == "gone"_L1) {
        Connection &connection = connect(first);
        connection.dialect->closed();
        m_connections.erase(first);
    } else {
        return false;
    }
    return true;
}

} // namespace signalbox::alger::test
