// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/schedulerows.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace signalbox::core::rows {

namespace {

Timestamp timestamp(const QJsonValue &value)
{
    return Timestamp(Milliseconds(value.toInteger()));
}

// Names of members in the database: never rename.
QString toText(const std::optional<ScheduleRun> &run)
{
    if (!run)
        return u""_s; // QtSql makes NULL of a null QString
    QJsonObject json{
        {u"due"_s, milliseconds(run->due)}, {u"at"_s, milliseconds(run->at)}, {u"outcome"_s, toString(run->outcome)},
        {u"execution"_s, run->executionId}, {u"user"_s, run->user},           {u"text"_s, run->text}};
    if (run->endedAt)
        json.insert(u"ended"_s, milliseconds(*run->endedAt));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ScheduleRun> fromText(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    if (json.isEmpty())
        return std::nullopt;
    ScheduleRun run;
    run.due = timestamp(json["due"_L1]);
    run.at = timestamp(json["at"_L1]);
    if (json.contains("ended"_L1))
        run.endedAt = timestamp(json["ended"_L1]);
    // A name that only a newer program knows.
    run.outcome = scheduleOutcomeFromString(json["outcome"_L1].toString()).value_or(ScheduleOutcome::Interrupted);
    run.executionId = json["execution"_L1].toString();
    run.user = json["user"_L1].toString();
    run.text = json["text"_L1].toString();
    return run;
}

} // namespace

Result<void> write(Database &database, const ScheduleRecord &record)
{
    const QVariant enabled = record.enabled ? QVariant(*record.enabled ? 1 : 0) : QVariant();
    return database.run(u"INSERT OR REPLACE INTO schedules(id,plan,handled,enabled,enabled_by,last,left_out)"
                        " VALUES(?,?,?,?,?,?,?)"_s,
                        {record.scheduleId, text(record.plan), milliseconds(record.handled), enabled,
                         text(record.enabledBy), toText(record.last), toText(record.leftOut)});
}

Result<void> removeSchedule(Database &database, const QString &id)
{
    return database.run(u"DELETE FROM schedules WHERE id=?"_s, {id});
}

Result<QList<ScheduleRecord>> schedules(Database &database)
{
    Result<Rows> rows =
        database.ask(u"SELECT id,plan,handled,enabled,enabled_by,last,left_out FROM schedules ORDER BY id"_s);
    if (!rows)
        return Unexpected{rows.error()};
    QList<ScheduleRecord> records;
    while (rows->next()) {
        ScheduleRecord record{rows->value(0).toString(), rows->value(1).toString(), timestamp(rows->value(2))};
        if (!rows->value(3).isNull())
            record.enabled = rows->value(3).toBool();
        record.enabledBy = rows->value(4).toString();
        record.last = fromText(rows->value(5).toString());
        record.leftOut = fromText(rows->value(6).toString());
        records.append(record);
    }
    return records;
}

} // namespace signalbox::core::rows
