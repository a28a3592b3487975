// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/result.h"

#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QThread>

#include <functional>

namespace signalbox::core {

class FileKeeperWorker;

// The file work that may take long — fsync, copying outputs together — on a thread of its own, in the order it
// was asked for. Requests that wait together are made durable together, so that a hundred executions a second
// cost a few flushes. Server thread; owned by Engine.
class FileKeeper : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<void> &)>; // on the server thread, while context lives

    explicit FileKeeper(QObject *parent = nullptr);
    ~FileKeeper() override; // finishes what was asked for; nobody is told any more

    // Files, and the names in the directories they stand in, survive a power cut. A missing file is an error.
    void makeDurable(const QStringList &files, QObject *context, Done done);
    // target: the sources one after another, complete or not there at all. A source may be the target.
    void concatenate(const QStringList &sources, const QString &target, QObject *context, Done done);
    void removeEmptyDirectory(const QString &path); // harmless when it is not empty or not there

private:
    std::function<void(const Result<void> &)> backHere(QObject *context, Done done);

    QThread m_thread;
    std::unique_ptr<FileKeeperWorker> m_worker;
};

} // namespace signalbox::core
