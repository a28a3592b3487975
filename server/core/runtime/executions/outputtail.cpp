// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/outputtail.h"

#include "server/core/runtime/process/regularfile.h"

#include <QFile>

#include <fcntl.h>

namespace signalbox::core {

namespace {

constexpr Milliseconds pollEvery{250};
constexpr qint64 stepBytes = 64 * 1024;
constexpr qint64 mostBehind = 1024 * 1024;

} // namespace

OutputTail::OutputTail(OutputTap &tap, GraphRun &run, Clock &clock)
    : QObject(&tap)
    , m_tap(tap)
    , m_run(&run)
    , m_clock(clock)
{
    connect(&run, &GraphRun::outputEnded, this, &OutputTail::follow);
    pollLater();
}

void OutputTail::pollLater()
{
    m_clock.after(pollEvery, this, [this] { poll(); });
}

void OutputTail::poll()
{
    if (!m_run)
        return;
    const QList<GraphRun::Growing> growing = m_run->growingOutputs();
    for (const GraphRun::Growing &output : growing)
        follow(output.nodeId, output.path);
    pollLater();
}

void OutputTail::follow(const QString &nodeId, const QString &path)
{
    if (m_tap.isPaused())
        return;
    const Result<Descriptor> opened = openRegularFile(path, O_RDONLY, Links::Refused);
    QFile file;
    if (!opened || !file.open(opened->number(), QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    qint64 &delivered = m_delivered[nodeId];
    if (file.size() < delivered)
        delivered = 0; // the task is in another attempt, which began the file anew
    delivered = std::max(delivered, file.size() - mostBehind);
    file.seek(delivered);
    const QPointer<OutputTail> self(this);
    for (QByteArray bytes = file.read(stepBytes); !bytes.isEmpty(); bytes = file.read(stepBytes)) {
        const qint64 position = m_delivered[nodeId];
        m_delivered[nodeId] += bytes.size();
        m_tap.receive(position, bytes);
        if (!self)
            return;
        if (m_tap.isPaused())
            return;
    }
}

} // namespace signalbox::core
