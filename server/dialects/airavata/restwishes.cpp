// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/airavata/restshapes.h"
#include "server/dialects/airavata/routing.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace signalbox::airavata {

using dialects::RestResponse;

namespace {

constexpr int mostRetries = 100;

Unexpected wrong(const QString &text)
{
    return unexpected(ErrorCode::InvalidArgument, text);
}

Result<QList<ParameterSet>> readParameters(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().isEmpty())
        return wrong(QStringLiteral("parameters is required: a list of {\"values\":{…}}, one per task"));
    QList<ParameterSet> sets;
    for (const QJsonValue item : value.toArray()) {
        const QJsonValue values = item["values"_L1];
        const QJsonValue id = item["id"_L1];
        if (!values.isObject())
            return wrong(QStringLiteral("parameters[%1].values must be an object").arg(sets.size()));
        if (!id.isUndefined() && !id.isNull() && !id.isString())
            return wrong(QStringLiteral("parameters[%1].id must be a string").arg(sets.size()));
        sets.append({id.toString(), values.toObject()});
    }
    return sets;
}

Result<StartExperiment> readExperiment(const std::optional<QJsonObject> &body)
{
    if (!body)
        return wrong(QStringLiteral("the body is not a JSON object"));
    for (const QLatin1String name : {"name"_L1, "projectId"_L1, "commandTemplate"_L1}) {
        const QJsonValue value = member(*body, name);
        if (!value.isString() || value.toString().trimmed().isEmpty())
            return wrong(QStringLiteral("%1 is required").arg(name));
    }
    const Result<QList<ParameterSet>> parameters = readParameters(member(*body, "parameters"_L1));
    if (!parameters)
        return Unexpected{parameters.error()};
    const QJsonValue retries = member(*body, "maxRetries"_L1);
    const int count = retries.toInt(-1);
    if (!retries.isUndefined() && !retries.isNull() && (count < 0 || count > mostRetries))
        return wrong(QStringLiteral("maxRetries must be an integer from 0 to %1").arg(mostRetries));

    StartExperiment wish;
    wish.name = member(*body, "name"_L1).toString();
    wish.description = member(*body, "description"_L1).toString();
    wish.project = member(*body, "projectId"_L1).toString();
    wish.commandTemplate = member(*body, "commandTemplate"_L1).toString();
    wish.parameters = *parameters;
    wish.submit = member(*body, "submit"_L1).toBool();
    wish.maxRetries = std::max(0, count);
    if (const QJsonValue metadata = member(*body, "metadata"_L1); metadata.isObject())
        wish.details.insert("metadata"_L1, metadata);
    return wish;
}

} // namespace

void Rest::answerExperiment(int status, const QString &id, bool withTasks, const QString &text,
                            const Respond &respond) const
{
    const Execution *execution = snapshot().execution(id);
    if (!execution) // it ended, and 200 others after it, before this was answered
        return respond(failure(404, QStringLiteral("experiment '%1' not found").arg(id)));
    JsonWriter json;
    json.beginObject().key("experiment"_L1);
    shapes::writeFullExperiment(json, *execution);
    if (withTasks) {
        json.key("tasks"_L1);
        shapes::writeFullTasks(json, inOrder(*execution, snapshot().tasks.value(id)));
    }
    json.member("success"_L1, true).member("message"_L1, text).endObject();
    respond(RestResponse::json(status, json.take()));
}

void Rest::createExperiment(const Request &request, const Respond &respond)
{
    const Result<StartExperiment> wish = readExperiment(bodyOf(request));
    if (!wish)
        return respond(failure(wish.error()));
    if (!visibleProject(wish->project, request.actor))
        return respond(failure(404, QStringLiteral("project '%1' not found").arg(wish->project)));
    // Who may start experiments at all was asked before; then Forbidden is about the program, which is a mistake in
    // the request (issue: refused with 400).
    const Respond respell = [respond, may = request.actor.role >= Role::Operator](RestResponse response) {
        if (response.status == 403 && may)
            response.status = 400;
        respond(response);
    };
    carryOut(request.actor, *wish, respell, [this, respond](const QString &id) {
        answerExperiment(201, id, false, QStringLiteral("Experiment created"), respond);
    });
}

void Rest::updateExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        const std::optional<QJsonObject> body = bodyOf(request);
        if (!body)
            return respond(failure(400, QStringLiteral("the body is not a JSON object")));
        UpdateExperiment wish{detail.execution.id};
        for (auto it = body->begin(); it != body->end(); ++it) {
            const bool isName = it.key() == "name"_L1;
            if (!isName && it.key() != "description"_L1)
                return respond(failure(
                    400, QStringLiteral("%1 cannot be changed; create another experiment").arg(it.key().left(64))));
            if (!it->isString() || (isName && it->toString().trimmed().isEmpty()))
                return respond(failure(400, QStringLiteral("%1 must be a string with something in it").arg(it.key())));
            (isName ? wish.name : wish.description) = it->toString();
        }
        if (isFinal(detail.execution.state))
            return respond(failure(409, QStringLiteral("the experiment has ended; history is not rewritten")));
        carryOut(request.actor, wish, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, false, QStringLiteral("Experiment updated"), respond);
        });
    });
}

void Rest::deleteExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        carryOut(request.actor, DeleteExecution{detail.execution.id}, respond, [respond](const QString &) {
            respond(RestResponse::json(200, R"({"success":true,"message":"Experiment deleted"})"));
        });
    });
}

void Rest::submitExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        if (detail.execution.state != ExecutionState::Created)
            return respond(failure(409, QStringLiteral("the experiment was submitted already")));
        carryOut(request.actor, SubmitExperiment{detail.execution.id}, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, true, QStringLiteral("Experiment submitted"), respond);
        });
    });
}

void Rest::cancelExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        if (isFinal(detail.execution.state))
            return respond(failure(
                409, QStringLiteral("the experiment has ended already: %1").arg(statusOf(detail.execution.state))));
        carryOut(request.actor, CancelExecution{detail.execution.id}, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, false, QStringLiteral("Experiment canceled"), respond);
        });
    });
}

// A new experiment; with failedOnly it takes over what succeeded.
void Rest::retryExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        const std::optional<QJsonObject> body = bodyOf(request);
        if (!body)
            return respond(failure(400, QStringLiteral("the body is not a JSON object")));
        const RetryExecution wish{detail.execution.id, member(*body, "failedOnly"_L1).toBool()};
        carryOut(request.actor, wish, respond, [this, respond](const QString &id) {
            answerExperiment(201, id, true, QStringLiteral("Experiment started again"), respond);
        });
    });
}

} // namespace signalbox::airavata
