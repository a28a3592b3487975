// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/airavata/world.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace signalbox::airavata::test {

namespace {

QList<core::Account> makeAccounts()
{
    const auto account = [](const QString &name, const QStringList &roles) {
        return core::Account{{name, name.toUpper(), name + u"@example.com"_s, roles}, name, {}};
    };
    return {account(u"admin"_s, {u"admin"_s, u"operator"_s}), account(u"ann"_s, {u"operator"_s}),
            account(u"bob"_s, {u"operator"_s}), account(u"vic"_s, {u"viewer"_s}), account(u"nobody"_s, {u"none"_s})};
}

} // namespace

QByteArray fixture(const QString &name)
{
    QFile file(QString::fromUtf8(AIRAVATA_FIXTURES "/") + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray compact(const QByteArray &json)
{
    QByteArray text;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (c == '"' && (i == 0 || json.at(i - 1) != '\\'))
            inString = !inString;
        if (inString || !QChar::isSpace(static_cast<unsigned char>(c)))
            text += c;
    }
    return text;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QStringList types(const QList<QByteArray> &frames)
{
    QStringList names;
    for (const QByteArray &frame : frames)
        names.append(object(frame).value("type"_L1).toString());
    return names;
}

World::World(int subscriptions)
    : accounts(makeAccounts())
    , authenticator(clock, tokens, accounts)
    , dialect(
          {.hub = hub,
           .authenticator = &authenticator,
           .sessions = &authenticator,
           .ask = [this](const Query &query, QObject *, const core::AnswerCallback &answered) { ask(query, answered); },
           .limits = {.subscriptions = subscriptions}})
{
    QObject::connect(&hub, &core::Hub::changed, &hub,
                     [this](const Change &change, const Replaced &replaced) { dialect.changed(change, replaced); });
    hub.setHandler(this);
    ServerInfo server;
    server.version = u"1.2.3"_s;
    server.capacity = 3;
    server.startedAt = clock.now();
    (void)hub.record(ServerChanged{server});
}

Actor World::actorOf(const QString &user) const
{
    for (const core::Account &account : accounts) {
        if (account.user.name == user)
            return {user, account.user.role(), u"airavata"_s, {}};
    }
    return {u"anonymous"_s, Role::None, u"airavata"_s, {}};
}

QByteArray World::token(const QString &user, Milliseconds lifetime) const
{
    return *authenticator.issue(user, lifetime);
}

dialects::RequestHead World::head(const QString &path, const QByteArray &token) const
{
    dialects::RequestHead head;
    head.path = path;
    head.isUpgrade = true;
    head.address = u"192.0.2.7"_s;
    head.anonymousRole = Role::Operator;
    if (!token.isNull())
        head.query.append({u"token"_s, QString::fromUtf8(token)});
    return head;
}

dialects::Admission World::admit(const dialects::RequestHead &head)
{
    std::optional<dialects::Admission> decided;
    dialect.admit(head, [&](dialects::Admission admission) { decided = std::move(admission); });
    return *decided;
}

std::unique_ptr<World::Connection> World::connect(const QString &user, const QString &path, Milliseconds lifetime)
{
    auto connection = std::make_unique<Connection>();
    const dialects::RequestHead request = head(path, token(user, lifetime));
    const dialects::Admission admission = admit(request);
    Actor actor = std::get<dialects::Accept>(admission).actor;
    actor.clientId = u"c%1"_s.arg(++m_clients);
    connection->peer.user = actor;
    connection->session = dialect.create(connection->peer, request);
    connection->session->opened();
    return connection;
}

dialects::RestResponse World::call(const QByteArray &method, const QString &path, const QString &user,
                                   const QByteArray &body, const QList<std::pair<QString, QString>> &query)
{
    const QStringList wanted = path.split(u'/');
    std::optional<dialects::RestResponse> response;
    for (const dialects::RestRoute &route : dialect.routes()) {
        const QStringList pattern = route.pattern.split(u'/');
        dialects::RestRequest request;
        request.head.method = method;
        request.head.path = path;
        request.head.query = query;
        request.body = body;
        request.actor = actorOf(user);
        request.peer = &hub;
        bool fits = route.method == method && pattern.size() == wanted.size();
        for (qsizetype i = 0; fits && i < pattern.size(); ++i) {
            if (pattern.at(i).startsWith(u'{'))
                request.captures.insert(pattern.at(i).sliced(1).chopped(1), wanted.at(i));
            else
                fits = pattern.at(i) == wanted.at(i);
        }
        if (!fits)
            continue;
        if (request.actor.role < route.least)
            return dialect.restError(request.head, request.actor.role == Role::None ? 401 : 403, u"refused"_s);
        route.handle(request, [&](dialects::RestResponse answer) { response = std::move(answer); });
        break;
    }
    return response.value_or(dialects::RestResponse{0, {}, {}, {}});
}

Result<QString> World::handle(const Command &command)
{
    if (refusal)
        return Unexpected{*std::exchange(refusal, std::nullopt)};
    QString subject;
    if (const auto *start = std::get_if<StartExperiment>(&command.body)) {
        subject = begin(command.actor, start->project, static_cast<int>(start->details.parameters.size()),
                        ExecutionKind::Experiment, start->submit);
        Execution named = *hub.snapshot().execution(subject);
        named.name = start->name;
        named.details = start->details;
        (void)hub.record(ExecutionChanged{named});
    } else if (const auto *submit = std::get_if<SubmitExperiment>(&command.body)) {
        subject = submit->executionId;
        move(subject, ExecutionState::Queued);
    } else if (const auto *cancel = std::get_if<CancelExecution>(&command.body)) {
        subject = cancel->executionId;
        move(subject, ExecutionState::Cancelled);
    } else if (const auto *update = std::get_if<UpdateExperiment>(&command.body)) {
        subject = update->executionId;
        Execution named = *hub.snapshot().execution(subject);
        named.name = update->name.value_or(named.name);
        (void)hub.record(ExecutionChanged{named}, &command);
    } else if (const auto *remove = std::get_if<DeleteExecution>(&command.body)) {
        subject = remove->executionId;
        stored.remove(subject);
    } else if (std::holds_alternative<RetryExecution>(command.body)) {
        subject = begin(command.actor, u"default"_s, 1);
    }
    hub.complete(command, subject);
    return subject;
}

QString World::begin(const Actor &actor, const QString &project, int tasks, ExecutionKind kind, bool submit)
{
    Execution execution;
    execution.id = u"e%1"_s.arg(++m_started);
    execution.kind = kind;
    execution.name = u"Sweep"_s;
    execution.project = project;
    execution.owner = actor.user;
    execution.dialect = actor.dialect;
    execution.createdAt = clock.now();
    (void)hub.record(ExecutionChanged{execution});
    for (int i = 1; i <= tasks; ++i) {
        Task task;
        task.executionId = execution.id;
        task.nodeId = u"t%1"_s.arg(i);
        task.id = execution.id + u'.' + task.nodeId;
        task.command = QStringList{u"echo"_s, QString::number(i)};
        task.createdAt = clock.now();
        (void)hub.record(TaskChanged{task});
    }
    if (submit)
        move(execution.id, ExecutionState::Queued);
    return execution.id;
}

void World::move(const QString &id, ExecutionState state, const QString &error)
{
    Execution execution = *hub.snapshot().execution(id);
    execution.state = state;
    execution.error = error;
    if (state == ExecutionState::Running)
        execution.startedAt = clock.now();
    if (isFinal(state))
        execution.endedAt = clock.now();
    (void)hub.record(ExecutionChanged{execution});
}

void World::moveTask(const QString &id, int number, ExecutionState state, const QString &worker)
{
    Task task = hub.snapshot().tasks.value(id).value(u"t%1"_s.arg(number));
    task.state = state;
    if (!worker.isEmpty())
        task.workerId = worker;
    if (state == ExecutionState::Running)
        task.startedAt = clock.now();
    if (isFinal(state))
        task.endedAt = clock.now();
    if (state == ExecutionState::Failed)
        task.error = u"exit status 1"_s;
    if (state == ExecutionState::Succeeded)
        task.outputFile = task.nodeId + u".out"_s;
    (void)hub.record(TaskChanged{task});
}

void World::ask(const Query &query, const core::AnswerCallback &answered)
{
    if (const auto *history = std::get_if<HistoryQuery>(&query.body)) {
        lastHistory = *history;
        HistoryPage page;
        for (const Execution &execution : hub.snapshot().executions) {
            if (history->filter.owner.isEmpty() || history->filter.owner == execution.owner
                || history->filter.orProjects.contains(execution.project))
                page.executions.append(execution);
        }
        page.total = static_cast<int>(page.executions.size());
        return answered(Answer{page});
    }
    if (const auto *one = std::get_if<ExecutionQuery>(&query.body); one && stored.contains(one->id))
        return answered(Answer{stored.value(one->id)});
    if (const auto *output = std::get_if<OutputQuery>(&query.body); output && output->nodeId == u"t1"_s) {
        const QByteArray whole = "hello from t1\n";
        return answered(Answer{OutputChunk{u"t1.out"_s, whole.mid(output->offset, 5), whole.size()}});
    }
    answered(unexpected(ErrorCode::NotFound, u"nothing"_s));
}

} // namespace signalbox::airavata::test
