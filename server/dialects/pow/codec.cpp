// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codec.h"

#include "server/dialects/pow/codes.h"
#include "server/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace signalbox::pow {

namespace {

// Existing servers are written in Go, whose decoder takes a name in capitals for the same member.
QJsonValue memberOf(const QJsonObject &object, QLatin1String name)
{
    for (auto member = object.constBegin(); !object.contains(name) && member != object.constEnd(); ++member) {
        if (member.key().compare(name, Qt::CaseInsensitive) == 0)
            return member.value();
    }
    return object.value(name);
}

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

void writeOutcome(JsonWriter &json, const Outcome &outcome, QLatin1String prefix)
{
    json.beginObject();
    if (outcome.isFulfilled) {
        json.member("status"_L1, "fulfilled"_L1)
            .member("value"_L1, outcome.value.isUndefined() ? QJsonValue::Null : outcome.value);
    } else {
        json.member("status"_L1, "rejected"_L1);
        json.member("reason"_L1, outcome.isOfProcess ? prefix + outcome.reason : outcome.reason);
    }
    json.endObject();
}

} // namespace

Result<CallMessage> decodeCall(const QByteArray &json)
{
    const auto malformed = [](const QString &what) { return unexpected(ErrorCode::InvalidArgument, what); };
    if (json.size() > maxCallBytes)
        return malformed(u"a call is at most %1 bytes long"_s.arg(maxCallBytes));
    if (json.trimmed() == "null")
        return CallMessage();
    const QJsonDocument document = QJsonDocument::fromJson(json); // refuses what is nested deeper than 1024
    if (!document.isObject())
        return malformed(u"a call is a JSON object"_s);
    const QJsonValue process = memberOf(document.object(), "call"_L1);
    const QJsonValue params = memberOf(document.object(), "params"_L1);
    if (!isMissing(process) && !process.isString())
        return malformed(u"'call' is a string"_s);
    if (!isMissing(params) && !params.isArray())
        return malformed(u"'params' is an array of strings"_s);
    CallMessage call{process.toString(), {}, !isMissing(params)};
    const QJsonArray texts = params.toArray();
    for (const QJsonValue text : texts) {
        if (!text.isString())
            return malformed(u"'params' is an array of strings"_s);
        call.params.append(text.toString());
    }
    return call;
}

Signal decodeSignal(const QByteArray &json)
{
    if (json.size() > maxCallBytes)
        return Signal::None;
    const QString signal = memberOf(QJsonDocument::fromJson(json).object(), "signal"_L1).toString();
    return signal == "close"_L1 ? Signal::CloseInput : signal == "cancel"_L1 ? Signal::Cancel : Signal::None;
}

QByteArray encodeResult(const Outcome &outcome)
{
    JsonWriter json;
    writeOutcome(json, outcome, reason::processError);
    return json.take();
}

QByteArray encodeStatus(const QByteArray &buffer, const std::optional<Outcome> &outcome)
{
    JsonWriter json(buffer.size() + 256);
    json.beginObject();
    if (!buffer.isEmpty())
        json.member("buffer"_L1, QString::fromUtf8(buffer));
    json.key("result"_L1);
    if (outcome)
        writeOutcome(json, *outcome, {});
    else
        json.beginObject().member("status"_L1, "pending"_L1).endObject();
    json.endObject();
    return json.take();
}

QByteArray encodeId(const QString &id)
{
    return JsonWriter().value(id).take();
}

} // namespace signalbox::pow
