// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/saver.h"

#include <QSaveFile>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr qint64 bytesPerStep = 4 * 1024 * 1024; // what takes about a frame or two to copy

} // namespace

struct Saver::Job
{
    Job(std::unique_ptr<SaveSource> what, const QString &to)
        : source(std::move(what))
        , path(to)
        , parts(to + ".XXXXXX"_L1)
        , target(to)
    {
    }

    bool isTurned() const { return source->order() == SaveSource::Order::NewestFirst; }

    std::unique_ptr<SaveSource> source;
    QString path;
    QTemporaryFile parts; // of one that isTurned(), as they came
    QList<qint64> starts; // of those that are not in the target yet
    qint64 copied = 0;    // bytes of the part that is being copied
    qint64 end = 0;       // of that part
    QSaveFile target;
};

Saver::Saver(Replica &replica, QObject *parent) : QObject(parent), m_replica(replica)
{
    m_goOn.setSingleShot(true);
    connect(&m_goOn, &QTimer::timeout, this, &Saver::step);
    connect(&replica, &Replica::connectedChanged, this, [this](bool connected) {
        if (!connected && m_job)
            end(tr("Not saved: the connection was lost."));
    });
}

Saver::~Saver() = default;

void Saver::save(std::unique_ptr<SaveSource> source, const QString &path)
{
    if (m_job)
        return;
    m_job = std::make_unique<Job>(std::move(source), path);
    Q_EMIT savingChanged(true);
    Q_EMIT told(tr("Saving…"));
    if (!m_job->target.open(QIODevice::WriteOnly))
        return failWriting(m_job->target.errorString());
    if (m_job->isTurned() && !m_job->parts.open())
        return failWriting(m_job->parts.errorString());
    ask();
}

void Saver::ask()
{
    m_asking = m_job->source->ask(m_replica, [this](const std::optional<Error> &error) {
        if (error)
            return end(tr("Not saved: %1").arg(error->message));
        m_job->starts.append(m_job->parts.pos());
        m_goOn.start();
    });
}

void Saver::step()
{
    if (const QByteArray bytes = m_job->source->next(); !bytes.isEmpty())
        write(bytes);
    else if (m_job->source->hasMore())
        ask();
    else
        copySome();
}

void Saver::write(const QByteArray &bytes)
{
    QFileDevice &file = m_job->isTurned() ? static_cast<QFileDevice &>(m_job->parts) : m_job->target;
    if (file.write(bytes) != bytes.size())
        return failWriting(file.errorString());
    m_job->end = m_job->parts.pos();
    Q_EMIT told(tr("Saving: %1 so far", "how many lines, or bytes").arg(m_job->source->amount()));
    m_goOn.start();
}

void Saver::copySome()
{
    if (m_job->starts.isEmpty() || !m_job->isTurned()) {
        if (!m_job->target.commit())
            return failWriting(m_job->target.errorString());
        return end(tr("%1 saved to %2", "how many lines, or bytes; file").arg(m_job->source->amount(), m_job->path));
    }
    const qint64 from = m_job->starts.constLast() + m_job->copied;
    const qint64 wanted = std::min(bytesPerStep, m_job->end - from);
    if (wanted == 0) {
        m_job->end = m_job->starts.takeLast(); // where the part after it begins
        m_job->copied = 0;
        return m_goOn.start();
    }
    m_job->parts.seek(from);
    const QByteArray bytes = m_job->parts.read(wanted);
    if (bytes.size() != wanted)
        return failWriting(m_job->parts.errorString());
    if (m_job->target.write(bytes) != wanted)
        return failWriting(m_job->target.errorString());
    m_job->copied += wanted;
    m_goOn.start();
}

void Saver::failWriting(const QString &why)
{
    end(tr("Not saved to %1: %2").arg(m_job->path, why));
}

void Saver::end(const QString &notice)
{
    m_asking.cancel();
    m_goOn.stop();
    m_job.reset(); // with its temporary files
    Q_EMIT savingChanged(false);
    Q_EMIT told(notice);
}

} // namespace signalbox::widgets
