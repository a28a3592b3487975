// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/logs/logfile.h"
#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/process/processspec.h"
#include "server/model/query.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace signalbox::core {

// Splits the output of components into lines: writes them to files, keeps the newest in memory, batches them for
// followers and answers LogQueries.
// Lives on the log thread, so that a flood costs the server thread only the reading of pipes; owned by LogBook.
class LogWriter : public QObject
{
    Q_OBJECT

public:
    static constexpr int ringLines = 1000;
    static constexpr qsizetype ringCharacters = 1024 * 1024; // of all lines in the ring, and of a batch
    static constexpr Milliseconds batchPause{100};
    static constexpr Milliseconds openPause{200};   // of quiet, after which a line without a newline is shown
    static constexpr Milliseconds openAtMost{1000}; // …or since it was begun or shown: progress bars are never quiet
    static constexpr Milliseconds retryPause{500};  // after a write failed

    explicit LogWriter(QString directory) : m_directory(std::move(directory)) {}

    void take(const QString &id, OutputChannel channel, Timestamp time, const QByteArray &bytes);
    void finish(const QString &id, Timestamp time); // the process has exited
    void note(const QString &id, Timestamp time, LogLevel level, const QString &text);
    void setLevelRule(const QString &id, LevelRule rule);
    void setFollowed(const QString &id, bool followed);
    void await(const QString &id, const QString &text); // see LogBook::await()
    // What memory answers of the query, and with Files::Open the files for the rest. finish() reads these and may do so on
    // another thread, as the log thread keeps the output of all components.
    enum class Files { LeaveClosed, Open };
    struct Search
    {
        LogQuery query;
        QList<LogLine> newestFirst;
        bool isComplete = false; // memory answers it
        std::vector<LogFile::Contents> files{};
        qint64 skip = 0;   // lines at the end of the files that were in memory
        qint64 number = 0; // of the line after those
        int older = 0;     // lines in a row that are older than the query's
    };
    Search begin(const LogQuery &query, Files files);
    StoredLog stored(const QString &id) const;
    static LogPage finish(Search search);

Q_SIGNALS:
    void linesAdded(const QString &componentId, const QList<signalbox::LogLine> &lines, qint64 leftOut);
    void textSeen(const QString &componentId);
    void problemOccurred(const QString &error); // a write failed; once until writing works again

private:
    struct KeptLine
    {
        LogLine line;
        int file = 0; // LogFile::current() when it was written; 0: it is in none
    };
    struct Channel
    {
        LineSplitter splitter;
        LogSource source = LogSource::Output;
        Timestamp time{};     // of the newest bytes
        QElapsedTimer quiet;  // since the newest bytes of a line that is open
        QElapsedTimer opened; // since it was opened, or shown
    };
    struct Log
    {
        explicit Log(const QString &path) : file(path) {}
        LogFile file;
        LevelRule levelRule = LevelRule::Words;
        std::array<Channel, 2> channels;
        qint64 number = 0;
        QList<KeptLine> ring;
        qsizetype ringSize = 0;
        qsizetype fresh = 0; // newest lines of the ring that no write was tried for
        QByteArray unwritten;
        qint64 lost = 0; // lines that could not be written since the last write that worked
        QElapsedTimer refused;
        bool followed = false;
        QList<LogLine> batch;
        qsizetype batchSize = 0;
        qint64 leftOut = 0;
        QString awaited;
        QList<LogLine> openShown; // that followers were told
    };

    Log &log(const QString &id);
    static LogLine printedLine(const Log &log, const QString &id, Timestamp time, LogSource source,
                               const QString &text);
    void addLine(Log &log, LogLine line);
    void seek(Log &log, const QString &id, const QString &text);
    void addToBatch(Log &log, const LogLine &line);
    static QList<LogLine> openLines(const Log &log, const QString &id);
    void lookAtOpenLines();
    void write(Log &log, const QString &id, Timestamp time);
    void writeFailed(Log &log, const Error &error);
    void sendBatches();
    static bool fromRing(const Log &log, Search &search);
    static void fromFiles(Search &search);

    QString m_directory;
    std::map<QString, std::unique_ptr<Log>> m_logs;
    QTimer *m_batchTimer = nullptr;
    QTimer *m_openTimer = nullptr; // runs while a line is open of a log that is followed or awaited
    bool m_problemKnown = false;
    Timestamp m_stampTime{}; // of the newest line
    QByteArray m_stamp;
};

} // namespace signalbox::core
