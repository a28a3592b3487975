// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "server/dialects/airavata/codec_rest.h"
#include "server/dialects/airavata/rest.h"
#include "server/dialects/airavata/routing.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

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
        return wrong(u"parameters is required: a list of {\"values\":{…}}, one per task"_s);
    QList<ParameterSet> sets;
    for (const QJsonValue item : value.toArray()) {
        const QJsonValue values = item["values"_L1];
        const QJsonValue id = item["id"_L1];
        if (!values.isObject())
            return wrong(u"parameters[%1].values must be an object"_s.arg(sets.size()));
        if (!id.isUndefined() && !id.isNull() && !id.isString())
            return wrong(u"parameters[%1].id must be a string"_s.arg(sets.size()));
        sets.append({id.toString(), values.toObject()});
    }
    return sets;
}

Result<StartExperiment> readExperiment(const std::optional<QJsonObject> &body)
{
    if (!body)
        return wrong(u"the body is not a JSON object"_s);
    for (const QLatin1String name : {"name"_L1, "projectId"_L1, "commandTemplate"_L1}) {
        const QJsonValue value = member(*body, name);
        if (!value.isString() || value.toString().trimmed().isEmpty())
            return wrong(u"%1 is required"_s.arg(name));
    }
    const Result<QList<ParameterSet>> parameters = readParameters(member(*body, "parameters"_L1));
    if (!parameters)
        return Unexpected{parameters.error()};
    const QJsonValue retries = member(*body, "maxRetries"_L1);
    const int count = retries.toInt(-1);
    if (!retries.isUndefined() && !retries.isNull() && (count < 0 || count > mostRetries))
        return wrong(u"maxRetries must be an integer from 0 to %1"_s.arg(mostRetries));

    StartExperiment command;
    command.name = member(*body, "name"_L1).toString();
    command.project = member(*body, "projectId"_L1).toString();
    command.submit = member(*body, "submit"_L1).toBool();
    command.details.description = member(*body, "description"_L1).toString();
    command.details.commandTemplate = member(*body, "commandTemplate"_L1).toString();
    command.details.parameters = *parameters;
    command.details.maxRetries = std::max(0, count);
    if (const QJsonValue metadata = member(*body, "metadata"_L1); metadata.isObject())
        command.details.metadata = metadata.toObject();
    return command;
}

} // namespace

void Rest::answerExperiment(int status, const QString &id, bool withTasks, const QString &text,
                            const Respond &respond) const
{
    const Execution *execution = snapshot().execution(id);
    if (!execution) // ended, and Snapshot::finishedKept others after it, before the Command completed
        return respond(failure(404, u"experiment '%1' not found"_s.arg(id)));
    JsonWriter json;
    json.beginObject().key("experiment"_L1);
    shapes::writeFullExperiment(json, *execution);
    if (withTasks) {
        dialects::Page page(0, dialects::Page::unlimited, m_services.limits.answerBytes - json.text().size());
        shapes::addFullTasks(page, inOrder(*execution, snapshot().tasks.value(id)));
        json.key("tasks"_L1).raw(page.array());
    }
    json.member("success"_L1, true).member("message"_L1, text).endObject();
    respond(RestResponse::json(status, json.take()));
}

void Rest::createExperiment(const Request &request, const Respond &respond)
{
    const Result<StartExperiment> command = readExperiment(bodyOf(request));
    if (!command)
        return respond(failure(command.error()));
    if (!visibleProject(command->project, request.actor))
        return respond(failure(404, u"project '%1' not found"_s.arg(command->project)));
    // To an operator, Forbidden is about the program: a mistake in the request, and therefore 400 (README.md,
    // "Decisions where the document is silent").
    const Respond respell = [respond, may = request.actor.role >= Role::Operator](RestResponse response) {
        if (response.status == 403 && may)
            response.status = 400;
        respond(response);
    };
    carryOut(request.actor, *command, respell, [this, respond](const QString &id) {
        answerExperiment(201, id, false, u"Experiment created"_s, respond);
    });
}

void Rest::updateExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        const std::optional<QJsonObject> body = bodyOf(request);
        if (!body)
            return respond(failure(400, u"the body is not a JSON object"_s));
        UpdateExperiment command{detail.execution.id};
        for (auto it = body->begin(); it != body->end(); ++it) {
            const bool isName = it.key() == "name"_L1;
            if (!isName && it.key() != "description"_L1)
                return respond(
                    failure(400, u"%1 cannot be changed; create another experiment"_s.arg(it.key().left(64))));
            if (!it->isString() || (isName && it->toString().trimmed().isEmpty()))
                return respond(failure(400, u"%1 must be a string with something in it"_s.arg(it.key())));
            (isName ? command.name : command.description) = it->toString();
        }
        if (isFinal(detail.execution.state))
            return respond(failure(409, u"the experiment has ended; history is not rewritten"_s));
        carryOut(request.actor, command, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, false, u"Experiment updated"_s, respond);
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
            return respond(failure(409, u"the experiment was submitted already"_s));
        carryOut(request.actor, SubmitExperiment{detail.execution.id}, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, true, u"Experiment submitted"_s, respond);
        });
    });
}

void Rest::cancelExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        if (isFinal(detail.execution.state))
            return respond(
                failure(409, u"the experiment has ended already: %1"_s.arg(statusOf(detail.execution.state))));
        carryOut(request.actor, CancelExecution{detail.execution.id}, respond, [this, respond](const QString &id) {
            answerExperiment(200, id, false, u"Experiment canceled"_s, respond);
        });
    });
}

// Starts a new experiment; with failedOnly, its tasks that succeeded before are taken over.
void Rest::retryExperiment(const Request &request, const Respond &respond)
{
    withExecution(request, respond, [this, request, respond](const ExecutionDetail &detail) {
        const std::optional<QJsonObject> body = bodyOf(request);
        if (!body)
            return respond(failure(400, u"the body is not a JSON object"_s));
        const RetryExecution command{detail.execution.id, member(*body, "failedOnly"_L1).toBool()};
        carryOut(request.actor, command, respond, [this, respond](const QString &id) {
            answerExperiment(201, id, true, u"Experiment started again"_s, respond);
        });
    });
}

} // namespace signalbox::airavata
