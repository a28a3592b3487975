// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/codec.h"

#include "server/dialects/ark/codec_body.h"
#include "server/dialects/ark/names.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::ark {

namespace {

const QStringList &gameTypes()
{
    static const QStringList types{u"ASA"_s, u"ASE"_s};
    return types;
}

// The Command that fill makes of the body's members, if nothing is wrong with them.
template<typename Fill>
auto read(const QByteArray &body, Fill fill) -> Read<decltype(fill(std::declval<BodyReader &>()))>
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (!body.trimmed().isEmpty() && error.error != QJsonParseError::NoError)
        return Problem{u"Body is not valid JSON: %1 at offset %2"_s.arg(error.errorString()).arg(error.offset), {}};
    if (!body.trimmed().isEmpty() && !document.isObject())
        return Problem{u"Body must be a JSON object"_s, {}};
    BodyReader reader(document.object());
    auto command = fill(reader);
    const QStringList problems = reader.problems();
    if (!problems.isEmpty())
        return Problem{{}, problems};
    return command;
}

void readCapabilities(BodyReader &body, const QJsonObject &capabilities)
{
    if (capabilities.isEmpty() && !body.problems().isEmpty())
        return; // missing is one problem, not four
    BodyReader inner(capabilities, u"capabilities."_s);
    (void)inner.boolean("supportsHardlinks"_L1);
    (void)inner.integer("maxConcurrentJobs"_L1, 0, 10'000);
    (void)inner.texts("supportedGameTypes"_L1, gameTypes());
    body.add(inner.problems());
}

} // namespace

Read<RegisterAgent> readRegistration(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        RegisterAgent command;
        command.agentId = reader.text("agentId"_L1);
        command.hostname = reader.text("hostname"_L1);
        command.capabilities = reader.object("capabilities"_L1);
        readCapabilities(reader, command.capabilities);
        command.version = reader.text("version"_L1);
        return command;
    });
}

Read<ReportHeartbeat> readHeartbeat(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportHeartbeat command;
        command.agentId = reader.text("agentId"_L1);
        command.state = agentStateFrom(reader.oneOf("status"_L1, agentStatuses())).value_or(AgentState::Online);
        (void)reader.texts("activeJobIds"_L1);
        if (const auto usage = reader.objectIfAny("resourceUsage"_L1)) {
            BodyReader inner(*usage, u"resourceUsage."_s);
            for (const QLatin1String name : {"cpuPercent"_L1, "memoryMB"_L1, "diskFreeGB"_L1})
                (void)inner.numberIfAny(name);
            reader.add(inner.problems());
            command.resourceUsage = *usage;
        }
        return command;
    });
}

Read<CreateInstance> readNewInstance(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        CreateInstance command;
        command.name = reader.text("name"_L1);
        command.gameType = reader.oneOf("gameType"_L1, gameTypes());
        command.agentId = reader.text("agentId"_L1);
        command.config = reader.objectIfAny("config"_L1).value_or(QJsonObject());
        return command;
    });
}

Read<UpdateInstance> readInstanceUpdate(const QByteArray &body, const QString &id)
{
    return read(body, [&id](BodyReader &reader) {
        UpdateInstance command{id, reader.textIfAny("name"_L1), reader.objectIfAny("config"_L1)};
        if (command.name && command.name->trimmed().isEmpty() && reader.problems().isEmpty())
            reader.add({u"name should not be empty"_s});
        return command;
    });
}

Read<CreateJob> readNewJob(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        CreateJob command;
        command.jobType = reader.oneOf("jobType"_L1, jobTypes());
        command.instanceId = reader.textIfAny("instanceId"_L1).value_or(QString());
        command.params = reader.object("parameters"_L1);
        command.priority = reader.integerIfAny("priority"_L1, -1'000'000, 1'000'000).value_or(0);
        return command;
    });
}

Read<ReportJobProgress> readProgress(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportJobProgress command;
        command.jobId = reader.text("jobId"_L1);
        command.jobRunId = reader.text("jobRunId"_L1);
        (void)reader.oneOf("status"_L1, jobStatuses());
        command.percent = reader.numberIfAny("percent"_L1, 0, 100);
        const std::optional<QString> message = reader.textIfAny("message"_L1, BodyReader::longestMessage);
        if (!message)
            reader.add({u"message must be a string"_s}); // an empty one is allowed
        command.message = message.value_or(QString());
        reader.time("timestamp"_L1);
        return command;
    });
}

Read<ReportJobEnd> readCompletion(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportJobEnd command;
        command.jobId = reader.text("jobId"_L1);
        command.jobRunId = reader.text("jobRunId"_L1);
        const QString status = reader.oneOf("status"_L1, {u"COMPLETED"_s, u"FAILED"_s, u"CANCELLED"_s});
        command.state = status == "COMPLETED"_L1 ? ExecutionState::Succeeded
                        : status == "FAILED"_L1  ? ExecutionState::Failed
                                                 : ExecutionState::Cancelled;
        if (const auto result = reader.objectIfAny("result"_L1))
            command.result = *result;
        command.error = reader.textIfAny("error"_L1, BodyReader::longestMessage).value_or(QString());
        if (const auto details = reader.objectIfAny("errorDetails"_L1))
            command.errorDetails = *details;
        return command;
    });
}

} // namespace signalbox::ark
