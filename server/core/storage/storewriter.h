// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/storage/database.h"
#include "server/core/storage/pendingwrites.h"
#include "server/core/storage/recoveredstate.h"

namespace signalbox::core {

// Writes signalbox.db: schema, transactions, thinning; sets a damaged database aside.
// Lives on the store's writer thread, but is made and destroyed, closed, on the server thread; owned by Store.
class StoreWriter final
{
public:
    explicit StoreWriter(const QString &dataDirectory);

    static QString fileName(const QString &dataDirectory);
    const QString &file() const { return m_file; } // any thread

    // Checks and migrates the database. The first time, unfinished executions other than jobs become Interrupted, and
    // everything recovered is returned; later only setAside is. Unsupported: a newer schema. Internal: cannot be opened
    // or written.
    Result<RecoveredState> open(Timestamp now);
    void close(); // after emptying the write-ahead log into the file
    bool isOpen() const { return m_database.isOpen(); }

    // One transaction. A database that turns out damaged is set aside, and the batch is the first of a new one.
    Result<void> write(const WriteBatch &batch, Timestamp now);
    // The file that write() renamed a damaged database to since the last call; empty: none was damaged.
    QString takeSetAside() { return std::exchange(m_setAside, {}); }

    // Whether write() found since the last call that its file had been removed or replaced. A removed one is there again,
    // with all that it held; of a replaced one the new one is used.
    bool takeWasLost() { return std::exchange(m_wasLost, false); }

    Result<bool> thin(Timestamp now, bool mayForget); // see samples::thin
    Result<void> forget(const QStringList &executionIds);
    Result<void> forgetEvents(const std::optional<Timestamp> &before); // see rows::forgetEvents

private:
    Result<void> openFile();
    Result<void> prepareFile();
    static Result<void> makeFile(const QString &name);
    Result<void> check();
    Result<void> openOrSetAside(Timestamp now);
    Result<void> setAside(Timestamp now);
    bool isStillThere() const;
    Result<void> bringBack();
    Result<RecoveredState> readFirst(Timestamp now);
    Result<QList<ExecutionDetail>> interrupt(Timestamp now);
    Result<QList<Execution>> waitingJobs();
    using Remove = Result<void> (*)(Database &, const QString &);
    template<typename Value>
    Result<void> writeEach(const QHash<QString, std::optional<Value>> &values, Remove remove);
    Result<void> writeAll(const WriteBatch &batch);
    Result<void> explained(const Result<void> &result) const;
    Unexpected explained(const Error &error) const;

    const QString m_directory;
    const QString m_file;
    QString m_setAside;
    bool m_wasOpen = false;
    bool m_wasLost = false;
    std::pair<quint64, quint64> m_identity; // of the file: device and inode
    Database m_database;
};

} // namespace signalbox::core
