// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logsaver.h"

#include "widgets/live/loglines.h"

#include <QSaveFile>
#include <QTemporaryFile>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// What takes about a frame or two.
constexpr qsizetype linesPerStep = 5'000;
constexpr qint64 bytesPerStep = 4 * 1024 * 1024;

int shownCount(qint64 lines)
{
    return static_cast<int>(std::min<qint64>(lines, std::numeric_limits<int>::max()));
}

} // namespace

struct LogSaver::Job
{
    Job(const QString &of, const QString &to) : component(of), path(to), pages(to + ".XXXXXX"_L1), target(to) {}

    QString component;
    QString path;
    QTemporaryFile pages;  // newest first, each oldest line first
    QList<qint64> starts;  // of the pages that are not in the target yet
    QList<LogLine> page;   // the last that came
    qsizetype written = 0; // lines of it
    qint64 count = 0;      // lines in all
    qint64 copied = 0;     // bytes of the page that is being copied
    qint64 end = 0;        // of that page
    bool hasAll = false;
    QSaveFile target;
};

LogSaver::LogSaver(Replica &replica, QObject *parent) : QObject(parent), m_replica(replica)
{
}

LogSaver::~LogSaver() = default;

void LogSaver::save(const QString &component, const QString &path)
{
    if (m_job)
        return;
    m_job = std::make_unique<Job>(component, path);
    Q_EMIT savingChanged(true);
    Q_EMIT told(tr("Saving…"));
    if (!m_job->target.open(QIODevice::WriteOnly))
        return failWriting(m_job->target.errorString());
    if (!m_job->pages.open())
        return failWriting(m_job->pages.errorString());
    ask({});
}

void LogSaver::ask(std::optional<qint64> before)
{
    m_asking = m_replica.ask(LogQuery{m_job->component, LogQuery::mostLines, LogLevel::Trace, {}, {}, before},
                             [this](const Result<LogPage> &page) { take(page); });
}

void LogSaver::take(const Result<LogPage> &page)
{
    if (!page)
        return end(tr("The log was not saved: %1").arg(page.error().message));
    m_job->page = page->lines;
    m_job->written = 0;
    m_job->starts.append(m_job->pages.pos());
    m_job->hasAll = page->lines.size() < LogQuery::mostLines;
    goOn();
}

void LogSaver::goOn()
{
    QTimer::singleShot(0, this, &LogSaver::step);
}

void LogSaver::step()
{
    if (m_job->written < m_job->page.size())
        writeSome();
    else if (!m_job->hasAll)
        ask(m_job->page.constFirst().number);
    else
        copySome();
}

void LogSaver::writeSome()
{
    const qsizetype last = std::min(m_job->written + linesPerStep, m_job->page.size());
    QByteArray bytes;
    for (qsizetype i = m_job->written; i < last; ++i)
        bytes += copyText(m_job->page[i]).toUtf8() + '\n';
    if (m_job->pages.write(bytes) != bytes.size())
        return failWriting(m_job->pages.errorString());
    m_job->count += last - m_job->written;
    m_job->written = last;
    m_job->end = m_job->pages.pos();
    Q_EMIT told(tr("Saving: %Ln lines so far", "", shownCount(m_job->count)));
    goOn();
}

void LogSaver::copySome()
{
    if (m_job->starts.isEmpty()) {
        if (!m_job->target.commit())
            return failWriting(m_job->target.errorString());
        return end(tr("%Ln lines saved to %1", "", shownCount(m_job->count)).arg(m_job->path));
    }
    const qint64 from = m_job->starts.constLast() + m_job->copied;
    const qint64 wanted = std::min(bytesPerStep, m_job->end - from);
    if (wanted == 0) {
        m_job->end = m_job->starts.takeLast(); // where the page after it begins
        m_job->copied = 0;
        return goOn();
    }
    m_job->pages.seek(from);
    const QByteArray bytes = m_job->pages.read(wanted);
    if (bytes.size() != wanted)
        return failWriting(m_job->pages.errorString());
    if (m_job->target.write(bytes) != wanted)
        return failWriting(m_job->target.errorString());
    m_job->copied += wanted;
    goOn();
}

void LogSaver::failWriting(const QString &why)
{
    end(tr("The log was not saved to %1: %2").arg(m_job->path, why));
}

void LogSaver::end(const QString &notice)
{
    m_job.reset(); // with its temporary files
    Q_EMIT savingChanged(false);
    Q_EMIT told(notice);
}

} // namespace signalbox::widgets
