// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThread>

#include <functional>

namespace signalbox::core {

class DurableFilesWorker;

// File work that may take long — fsync, joining outputs — on a thread of its own, in the order of the calls.
// Requests that wait together are made durable together, so that a hundred executions a second
// cost a few flushes. Server thread; owned by Engine.
class DurableFiles : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>; // on the server thread, while context lives

    explicit DurableFiles(QObject *parent = nullptr);
    ~DurableFiles() override; // finishes all requests, without calling back

    // Calls back when the files, and their names in their directories, survive a power cut. A missing file is an error.
    void makeDurable(const QStringList &files, QObject *context, Done done);
    // Writes the sources one after another to target; on an error target stays as it was. A source may be the target.
    void concatenate(const QStringList &sources, const QString &target, QObject *context, Done done);
    void removeEmptyDirectory(const QString &path); // harmless when it is not empty or not there

private:
    std::function<void(const Result<void> &)> backHere(QObject *context, Done done);

    QThread m_thread;
    std::unique_ptr<DurableFilesWorker> m_worker;
};

} // namespace signalbox::core
