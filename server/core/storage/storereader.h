// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/model/query.h"

namespace signalbox::core {

// How long finished executions and events are kept.
struct Retention
{
    Milliseconds age = std::chrono::hours(24 * 30); // since their end
    int count = 100'000;
    qint64 bytes = 0; // of the files of finished executions; 0: no ceiling
    Milliseconds events = std::chrono::hours(24 * 30);

    friend bool operator==(const Retention &, const Retention &) = default;
};

// Answers from signalbox.db and the files of executions, and removes the files of executions that are to be forgotten.
// Lives on the store's reader thread, but is made and destroyed, closed, on the server thread; owned by Store.
// Every function: Internal when the database cannot be read.
class StoreReader final
{
public:
    explicit StoreReader(const QString &dataDirectory);

    void close(); // opened again by the next question

    Result<Answer> history(const HistoryQuery &query);
    Result<Answer> execution(const ExecutionQuery &query); // NotFound
    Result<Answer> samples(const SamplesQuery &query);
    Result<Answer> events(const EventsQuery &query);
    Result<Answer> usualDurations(const UsualDurationQuery &query);
    // NotFound. known: the execution as it is now, where that is newer than the database.
    Result<Answer> output(const OutputQuery &query, const std::optional<ExecutionDetail> &known);

    // Whether the last answer failed because the database is damaged.
    bool sawDamage() const { return m_database.isCorrupt(); }

    // Removes the files of at most forgetStep finished executions beyond retention, oldest first; returns their ids.
    static constexpr int forgetStep = 50;
    static constexpr int measureStep = 2'000; // folders of files that one call looks into
    Result<QStringList> removeFiles(const Retention &retention, Timestamp now, bool byAge);
    void removeFolder(const QString &executionId);

private:
    Result<void> ensureOpen();
    template<typename Page, typename Query>
    Result<Answer> answer(Result<Page> (*read)(Database &, const Query &), const Query &query);
    Result<QStringList> forgettable(const QString &condition, const QVariantList &values, qlonglong limit);
    Result<QStringList> beyondBytes(const QString &finished, qint64 most);
    qint64 bytesOf(const QString &executionId);
    Result<std::optional<ExecutionDetail>> detail(const QString &id);

    QString m_directory;
    Database m_database;
    QHash<QString, qint64> m_bytes; // of the files of finished executions, which change no more
};

} // namespace signalbox::core
