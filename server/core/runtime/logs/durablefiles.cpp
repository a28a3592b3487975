// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/durablefiles.h"

#include "server/core/runtime/process/descriptor.h"
#include "server/model/words/systemwords.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <fcntl.h>
#include <sys/sendfile.h>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype flushAllFrom = 4; // requests; one syncfs() is cheaper than that many fsync() pairs

Unexpected failure(const QString &what, const QString &path)
{
    return unexpected(ErrorCode::Internal, u"cannot %1 '%2': %3"_s.arg(what, path, systemWords(errno)));
}

// A task can put a FIFO in the place of what it printed: the thread does not wait for its other end.
Descriptor openPath(const QString &path, int flags)
{
    return Descriptor(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC | O_NONBLOCK, 0600));
}

Result<void> flush(const QString &path)
{
    const Descriptor file = openPath(path, O_RDONLY);
    if (!file.isOpen() || ::fsync(file.number()) != 0)
        return failure(u"write out"_s, path);
    return {};
}

Result<void> append(const QString &source, const Descriptor &target, const QString &targetPath)
{
    const Descriptor from = openPath(source, O_RDONLY);
    if (!from.isOpen())
        return failure(u"read"_s, source);
    for (;;) {
        const auto sent = ::sendfile(target.number(), from.number(), nullptr, std::size_t(1) << 30);
        if (sent == 0)
            return {};
        if (sent < 0 && errno != EINTR)
            return failure(u"write"_s, targetPath);
    }
}

Result<void> join(const QStringList &sources, const QString &target)
{
    const QString part = target % u".part"_s;
    const Descriptor file = openPath(part, O_WRONLY | O_CREAT | O_TRUNC);
    if (!file.isOpen())
        return failure(u"create"_s, part);
    for (const QString &source : sources) {
        if (const Result<void> appended = append(source, file, part); !appended) {
            QFile::remove(part);
            return appended;
        }
    }
    if (::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) != 0)
        return failure(u"rename"_s, part);
    return {};
}

} // namespace

// Lives on the thread of DurableFiles, which owns it.
class DurableFilesWorker : public QObject
{
public:
    struct Request
    {
        QStringList files;
        DurableFiles::Done done;
    };

    void add(Request request)
    {
        // Requests that are in the event queue already are added before flushAll() runs.
        if (m_waiting.isEmpty())
            QMetaObject::invokeMethod(this, [this] { flushAll(); }, Qt::QueuedConnection);
        m_waiting.append(std::move(request));
    }

private:
    void flushAll()
    {
        const QList<Request> requests = std::exchange(m_waiting, {});
        const bool together = requests.size() >= flushAllFrom;
        Result<void> all;
        if (together) {
            const QString &any = requests.constFirst().files.constFirst();
            const Descriptor file = openPath(any, O_RDONLY);
            if (!file.isOpen() || ::syncfs(file.number()) != 0)
                all = failure(u"write out the disk of"_s, any);
        }
        for (const Request &request : requests)
            request.done(together && all ? all : flushEach(request.files));
    }

    static Result<void> flushEach(const QStringList &files)
    {
        QSet<QString> folders;
        for (const QString &path : files) {
            if (const Result<void> flushed = flush(path); !flushed)
                return flushed;
            folders.insert(QFileInfo(path).path());
        }
        for (const QString &folder : std::as_const(folders)) {
            if (const Result<void> flushed = flush(folder); !flushed)
                return flushed;
        }
        return {};
    }

    QList<Request> m_waiting;
};

DurableFiles::DurableFiles(QObject *parent) : QObject(parent), m_worker(std::make_unique<DurableFilesWorker>())
{
    m_thread.setObjectName(u"files"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

DurableFiles::~DurableFiles()
{
    // Twice through the worker's event queue: once for the requests, once for the flushAll() that they queue.
    QMetaObject::invokeMethod(m_worker.get(), [] {}, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(m_worker.get(), [] {}, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

std::function<void(const Result<void> &)> DurableFiles::backHere(QObject *context, Done done)
{
    return [this, context = QPointer<QObject>(context), done = std::move(done)](const Result<void> &result) {
        QMetaObject::invokeMethod(
            this,
            [context, done, result] {
                if (context)
                    done(result);
            },
            Qt::QueuedConnection);
    };
}

void DurableFiles::makeDurable(const QStringList &files, QObject *context, Done done)
{
    if (files.isEmpty()) {
        QMetaObject::invokeMethod(context, [done] { done({}); }, Qt::QueuedConnection);
        return;
    }
    DurableFilesWorker *worker = m_worker.get();
    DurableFilesWorker::Request request{files, backHere(context, std::move(done))};
    QMetaObject::invokeMethod(worker, [worker, request] { worker->add(request); }, Qt::QueuedConnection);
}

void DurableFiles::concatenate(const QStringList &sources, const QString &target, QObject *context, Done done)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [sources, target, back = backHere(context, std::move(done))] { back(join(sources, target)); },
        Qt::QueuedConnection);
}

void DurableFiles::removeEmptyDirectory(const QString &path)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [name = QFile::encodeName(path)] { ::rmdir(name.constData()); }, Qt::QueuedConnection);
}

} // namespace signalbox::core
