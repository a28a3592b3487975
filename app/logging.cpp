// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logging.h"

#include "app/journal.h"
#include "server/json/jsonwriter.h"
#include "server/model/time.h"
#include "server/model/words/oneline.h"

#include <QLoggingCategory>

#include <atomic>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

enum class Style { Text, Journal, Json };

// Set once before the first message, read by every thread.
Style style = Style::Text;
const Journal *journal = nullptr; // of Style::Journal, where its socket is there; lives as long as the last message
LogVerbosity leastLevel = LogVerbosity::Info;
const QMap<QString, LogVerbosity> *levelOf = nullptr; // by category, over leastLevel; lives as long as the last message

constexpr int patienceMs = 100; // for a reader that is busy
// Of a line. A pipe that has room at all takes a page (pipe(7), PIPE_BUF), and names that peers choose may be long.
constexpr qsizetype mostLineBytes = 4096 - 128;
constexpr qsizetype mostCharacters = 3000; // of a message; fewer where these take more bytes

struct Severity
{
    LogVerbosity level;
    QLatin1String name;
    char priority; // sd-daemon(3)
};

Severity severityOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return {LogVerbosity::Debug, "DEBUG"_L1, '7'};
    case QtInfoMsg:
        return {LogVerbosity::Info, "INFO"_L1, '6'};
    case QtWarningMsg:
        return {LogVerbosity::Warning, "WARN"_L1, '4'};
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return {LogVerbosity::Error, "ERROR"_L1, '3'};
}

QByteArray category(const QMessageLogContext &context)
{
    QByteArray name(context.category);
    if (name.startsWith("signalbox."))
        name.remove(0, 10);
    return name;
}

QString cut(const QString &message, qsizetype most)
{
    return message.size() <= most ? message
                                  : message.left(most) + u"… (%1 characters more)"_s.arg(message.size() - most);
}

QByteArray format(const Severity &severity, const QMessageLogContext &context, const QString &message)
{
    const QString now = toIsoMilliseconds(std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()));
    if (style == Style::Json) {
        JsonWriter json;
        json.beginObject()
            .member("time"_L1, now)
            .member("level"_L1, severity.name)
            .member("category"_L1, QString::fromUtf8(category(context)))
            .member("message"_L1, message);
        if (const core::LogFields *fields = core::WithFields::current()) {
            const auto add = [&json](QLatin1String name, const QString &value) {
                if (!value.isEmpty())
                    json.member(name, value);
            };
            add("component"_L1, fields->component);
            add("execution"_L1, fields->execution);
            add("user"_L1, fields->user);
            add("dialect"_L1, fields->dialect);
        }
        json.endObject();
        return spelledJson(json.take()) + '\n';
    }
    const QByteArray text =
        severity.name.data() + (' ' + category(context)) + ": " + asOneLine(message).toUtf8() + '\n';
    if (style == Style::Journal)
        return QByteArray("<") + severity.priority + '>' + text;
    return now.toLatin1() + ' ' + text;
}

// Whether standard error takes a line without making this thread wait: its reader, a pager for one, may have stopped.
bool isRead()
{
    static std::atomic<bool> wasRead = true;
    pollfd error{STDERR_FILENO, POLLOUT, 0};
    wasRead = ::poll(&error, 1, wasRead ? patienceMs : 0) != 0;
    return wasRead;
}

// One write, so that lines of several threads do not mix. A log that cannot be written stops nothing: lines that its
// reader does not take are counted, and the number is said once lines are taken again.
void writeLine(const QByteArray &line)
{
    static std::atomic<int> lost = 0;
    if (!isRead()) {
        ++lost;
        return;
    }
    QByteArray text = line;
    if (const int count = lost.exchange(0); count > 0)
        text.prepend("signalbox: " + QByteArray::number(count)
                     + " lines of the log are lost here: nobody read standard error\n");
    (void)!::write(STDERR_FILENO, text.constData(), static_cast<std::size_t>(text.size()));
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const Severity severity = severityOf(type);
    if (severity.level < (levelOf ? levelOf->value(QString::fromUtf8(category(context)), leastLevel) : leastLevel))
        return;
    if (journal
        && journal->send(journalEntry(severity.priority, category(context),
                                      asOneLine(cut(message, mostCharacters)).toUtf8(), core::WithFields::current())))
        return;
    // Also what the journal's socket does not take.
    qsizetype most = mostCharacters;
    QByteArray line = format(severity, context, cut(message, most));
    for (; line.size() > mostLineBytes && most > 1; line = format(severity, context, cut(message, most)))
        most /= 2;
    writeLine(line);
}

// A desktop session hands its own JOURNAL_STREAM on to all it starts: only with this file's device and inode in it, what
// is written here goes to the journal (systemd.exec(5)).
bool isJournal(int descriptor)
{
    struct stat status{};
    const QByteArray named = qgetenv("JOURNAL_STREAM");
    return !named.isEmpty() && ::fstat(descriptor, &status) == 0
           && named == QByteArray::number(quint64(status.st_dev)) + ':' + QByteArray::number(quint64(status.st_ino));
}

} // namespace

const QStringList &logCategories()
{
    static const QStringList names{u"acts"_s,       u"agents"_s,  u"ark"_s,  u"auth"_s,    u"components"_s,
                                   u"executions"_s, u"gateway"_s, u"hub"_s,  u"metrics"_s, u"runner"_s,
                                   u"schedules"_s,  u"server"_s,  u"store"_s};
    return names;
}

void installLogging(LogVerbosity least, const QMap<QString, LogVerbosity> &levels, LogFormat wanted)
{
    leastLevel = least;
    if (!levels.isEmpty())
        levelOf = new QMap(levels);
    // Qt leaves debugging out before the handler is asked, unless a rule wants it.
    QStringList rules;
    if (least == LogVerbosity::Debug)
        rules.append(u"signalbox.*.debug=true"_s);
    for (auto it = levels.cbegin(); it != levels.cend(); ++it) {
        if (it.value() == LogVerbosity::Debug)
            rules.append("signalbox."_L1 + it.key() + ".debug=true"_L1);
    }
    if (!rules.isEmpty())
        QLoggingCategory::setFilterRules(rules.join(u'\n'));
    if (wanted == LogFormat::Json)
        style = Style::Json;
    else if (isJournal(STDERR_FILENO))
        style = Style::Journal;
    if (style == Style::Journal) {
        auto opened = std::make_unique<const Journal>(Journal::usualPath);
        journal = opened->isOpen() ? opened.release() : nullptr;
    }
    qInstallMessageHandler(handle);
}

} // namespace signalbox::app
