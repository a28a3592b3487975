// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/ark/messages.h"

#include "server/dialects/ark/bodyreader.h"
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

// fill(reader) → the wish, if nothing is wrong with the body.
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
    auto wish = fill(reader);
    const QStringList problems = reader.problems();
    if (!problems.isEmpty())
        return Problem{{}, problems};
    return wish;
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
        RegisterAgent wish;
        wish.agentId = reader.text("agentId"_L1);
        wish.hostname = reader.text("hostname"_L1);
        wish.capabilities = reader.object("capabilities"_L1);
        readCapabilities(reader, wish.capabilities);
        wish.version = reader.text("version"_L1);
        return wish;
    });
}

Read<ReportHeartbeat> readHeartbeat(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportHeartbeat wish;
        wish.agentId = reader.text("agentId"_L1);
        wish.state = agentStateFrom(reader.oneOf("status"_L1, agentStatuses())).value_or(AgentState::Online);
        (void)reader.texts("activeJobIds"_L1);
        if (const auto usage = reader.objectIfAny("resourceUsage"_L1)) {
            BodyReader inner(*usage, u"resourceUsage."_s);
            for (const QLatin1String name : {"cpuPercent"_L1, "memoryMB"_L1, "diskFreeGB"_L1})
                (void)inner.numberIfAny(name);
            reader.add(inner.problems());
            wish.resourceUsage = *usage;
        }
        return wish;
    });
}

Read<CreateInstance> readNewInstance(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        CreateInstance wish;
        wish.name = reader.text("name"_L1);
        wish.gameType = reader.oneOf("gameType"_L1, gameTypes());
        wish.agentId = reader.text("agentId"_L1);
        wish.config = reader.objectIfAny("config"_L1).value_or(QJsonObject());
        return wish;
    });
}

Read<UpdateInstance> readInstanceUpdate(const QByteArray &body, const QString &id)
{
    return read(body, [&id](BodyReader &reader) {
        UpdateInstance wish{id, reader.textIfAny("name"_L1), reader.objectIfAny("config"_L1)};
        if (wish.name && wish.name->trimmed().isEmpty() && reader.problems().isEmpty())
            reader.add({u"name should not be empty"_s});
        return wish;
    });
}

Read<CreateJob> readNewJob(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        CreateJob wish;
        wish.jobType = reader.text("jobType"_L1);
        wish.instanceId = reader.textIfAny("instanceId"_L1).value_or(QString());
        wish.params = reader.object("parameters"_L1);
        wish.priority = reader.integerIfAny("priority"_L1, -1'000'000, 1'000'000).value_or(0);
        return wish;
    });
}

Read<ReportJobProgress> readProgress(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportJobProgress wish;
        wish.jobId = reader.text("jobId"_L1);
        wish.jobRunId = reader.text("jobRunId"_L1);
        (void)reader.oneOf("status"_L1, jobStatuses());
        wish.percent = reader.numberIfAny("percent"_L1, 0, 100);
        const std::optional<QString> message = reader.textIfAny("message"_L1, BodyReader::longestMessage);
        if (!message)
            reader.add({u"message must be a string"_s}); // an empty one will do
        wish.message = message.value_or(QString());
        reader.time("timestamp"_L1);
        return wish;
    });
}

Read<ReportJobEnd> readCompletion(const QByteArray &body)
{
    return read(body, [](BodyReader &reader) {
        ReportJobEnd wish;
        wish.jobId = reader.text("jobId"_L1);
        wish.jobRunId = reader.text("jobRunId"_L1);
        const QString status = reader.oneOf("status"_L1, {u"COMPLETED"_s, u"FAILED"_s, u"CANCELLED"_s});
        wish.state = status == "COMPLETED"_L1 ? ExecutionState::Succeeded
                     : status == "FAILED"_L1  ? ExecutionState::Failed
                                              : ExecutionState::Cancelled;
        if (const auto result = reader.objectIfAny("result"_L1))
            wish.result = *result;
        wish.error = reader.textIfAny("error"_L1, BodyReader::longestMessage).value_or(QString());
        if (const auto details = reader.objectIfAny("errorDetails"_L1))
            wish.errorDetails = *details;
        return wish;
    });
}

} // namespace signalbox::ark
