// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/alger/world.h"

namespace signalbox::alger::test {

namespace {

User makeUser(const char *name, const char *role)
{
    const QString text = QLatin1String(name);
    return {text, text.left(1).toUpper() + text.mid(1), text + QStringLiteral("@example.com"), {QLatin1String(role)}};
}

const QList<User> &users()
{
    static const QList<User> all{
        {QStringLiteral("admin"),
         QStringLiteral("Administrator"),
         QStringLiteral("admin@example.com"),
         {QStringLiteral("admin"), QStringLiteral("operator")}},
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
    const QStringList command{QStringLiteral("cat")};
    Pipeline demo;
    demo.id = QStringLiteral("demo");
    demo.name = QStringLiteral("Demo Pipeline");
    demo.description = QStringLiteral("Three steps");
    demo.project = QStringLiteral("default");
    demo.nodes = {{QStringLiteral("extract"), {}, command, {}, {}},
                  {QStringLiteral("load"),
                   QStringLiteral("text"),
                   {},
                   QJsonObject{{QStringLiteral("prefix"), QStringLiteral(">")}},
                   {QStringLiteral("extract")}}};
    demo.createdAt = demo.updatedAt = Timestamp(Milliseconds(1'760'677'200'000));
    Catalogue catalogue;
    catalogue.kinds = {{QStringLiteral("dataset"), 0, 0, command},
                       {QStringLiteral("concat"), 2, any, command},
                       {QStringLiteral("text"), 1, any, command},
                       {QStringLiteral("identity"), 1, 1, command}};
    catalogue.pipelines = {demo};
    return catalogue;
}

} // namespace

void ScriptedAuthenticator::checkPassword(const QString &user, const QString &password, const QString &address,
                                          Done done)
{
    lastAddress = address;
    const User *found = findUser(user);
    Result<User> answer = found && password == user ? Result<User>(*found) : unexpected(ErrorCode::Unauthenticated);
    if (user == QLatin1String("slow"))
        answer = unexpected(ErrorCode::Capacity, QStringLiteral("too many failed logins; try again in 8 s"));
    m_held.emplace_back(answer, std::move(done));
    if (!isHeld)
        release();
}

Result<core::TokenInfo> ScriptedAuthenticator::checkToken(const QByteArray &) const
{
    return unexpected(ErrorCode::Unauthenticated);
}

void ScriptedAuthenticator::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &[answer, done] : held)
        done(answer);
}

World::World()
    : factory({hub, authenticator,
               [this](const Query &query, QObject *, const core::AnswerCallback &answered) { ask(query, answered); },
               4096})
{
    QObject::connect(&hub, &core::Hub::changed, &hub, [this](const Change &change) { factory.changed(change); });
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
        dialects::Handshake handshake;
        handshake.address = QStringLiteral("192.0.2.7");
        const User *found = findUser(user);
        connection.dialect =
            factory.create(connection.peer, handshake, {user, found->role(), QStringLiteral("alger"), user});
        connection.dialect->opened();
    }
    return connection;
}

Result<QString> World::handle(const Command &command)
{
    QString subject;
    if (const auto *stored = std::get_if<StartPipeline>(&command.body)) {
        if (stored->params.contains(QStringLiteral("refuse")))
            return unexpected(ErrorCode::InvalidArgument, QStringLiteral("the engine does not like it"));
        subject = begin(command, stored->pipelineId, hub.snapshot().catalogue.pipeline(stored->pipelineId)->nodes);
    } else if (const auto *graph = std::get_if<StartGraph>(&command.body)) {
        subject = begin(command, {}, graph->nodes);
    } else if (const auto *cancel = std::get_if<CancelExecution>(&command.body)) {
        subject = cancel->executionId;
        if (!m_isSettlingHeld)
            end(subject, ExecutionState::Cancelled);
    } else if (std::holds_alternative<SetMode>(command.body)) {
        for (const Execution &execution : hub.snapshot().executions)
            end(execution.id, ExecutionState::Cancelled);
    }
    if (m_isSettlingHeld)
        m_unsettled.emplace_back(command, subject);
    else
        hub.settle(command, subject);
    return subject;
}

QString World::begin(const Command &command, const QString &pipelineId, const QList<PipelineNode> &nodes)
{
    m_ended = 0;
    Execution execution;
    execution.id = QStringLiteral("e%1").arg(++m_started);
    execution.catalogueId = pipelineId;
    execution.owner = command.actor.user;
    execution.dialect = command.actor.dialect;
    execution.state = ExecutionState::Running;
    execution.createdAt = clock.now();
    execution.startedAt = clock.now();
    (void)hub.record(ExecutionChanged{execution}, &command);
    for (const PipelineNode &node : nodes) {
        Task task;
        task.id = execution.id + u'.' + node.id;
        task.executionId = execution.id;
        task.nodeId = node.id;
        task.nodeKind = node.kind.isEmpty() ? QStringLiteral("command") : node.kind;
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
    Task task = hub.snapshot().tasks.value(QStringLiteral("e%1").arg(m_started)).value(nodeId);
    task.state = state;
    task.endedAt = clock.now();
    task.order = ++m_ended;
    task.outputFile = nodeId + QStringLiteral(".out");
    if (state == ExecutionState::Failed)
        task.error = QStringLiteral("exit status 1");
    (void)hub.record(TaskChanged{task});
}

void World::ask(const Query &query, const core::AnswerCallback &answered) const
{
    if (const auto *wanted = std::get_if<ExecutionQuery>(&query.body)) {
        if (wanted->id == QLatin1String("broken"))
            return answered(unexpected(ErrorCode::Internal, QStringLiteral("the history cannot be read")));
        const auto found = m_stored.constFind(wanted->id);
        if (found == m_stored.cend())
            return answered(unexpected(ErrorCode::NotFound, QStringLiteral("no such execution")));
        return answered(Answer(ExecutionDetail{*found, {}}));
    }
    const auto *output = std::get_if<OutputQuery>(&query.body);
    const QByteArray bytes = m_output.left(output->maxBytes);
    answered(Answer(OutputChunk{QStringLiteral("output"), bytes, m_output.size()}));
}

void World::settleAll(const std::optional<Error> &error)
{
    const auto unsettled = std::exchange(m_unsettled, {});
    for (const auto &[command, subject] : unsettled) {
        if (!error && std::holds_alternative<CancelExecution>(command.body))
            end(subject, ExecutionState::Cancelled);
        hub.settle(command, subject, error);
    }
}

bool World::perform(const QStringList &words)
{
    const QString what = words.value(0);
    const QString first = words.value(1);
    const QString rest = words.mid(2).join(u' ');
    if (what == QLatin1String("mode")) {
        (void)hub.submit(serverActor(), SetMode{modeFromString(first).value()});
    } else if (what == QLatin1String("node")) {
        endNode(first, executionStateFromString(rest).value());
    } else if (what == QLatin1String("end")) {
        end(QStringLiteral("e%1").arg(m_started), executionStateFromString(first).value(), rest);
    } else if (what == QLatin1String("hold")) {
        m_isSettlingHeld = true;
    } else if (what == QLatin1String("settle")) {
        settleAll({});
    } else if (what == QLatin1String("fail")) {
        settleAll(Error{ErrorCode::Internal, words.mid(1).join(u' ')});
    } else if (what == QLatin1String("store")) {
        Execution execution;
        execution.id = first;
        execution.owner = QStringLiteral("admin");
        execution.state = executionStateFromString(rest).value();
        m_stored.insert(first, execution);
    } else if (what == QLatin1String("output")) {
        m_output = QByteArray(rest.toInt(), first.at(0).toLatin1());
    } else if (what == QLatin1String("no-pipelines")) {
        (void)hub.record(CatalogueChanged{});
    } else if (what == QLatin1String("passwords")) {
        authenticator.isHeld = first == QLatin1String("held");
        if (!authenticator.isHeld)
            authenticator.release();
    } else if (what == QLatin1String("gone")) {
        Connection &connection = connect(first);
        connection.dialect->closed();
        m_connections.erase(first);
    } else {
        return false;
    }
    return true;
}

} // namespace signalbox::alger::test
