// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/inputfeeder.h"

#include "server/core/runtime/process/guardedprocess.h"

#include <QLoggingCategory>

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcFeeder, "signalbox.runner")

constexpr qint64 chunkBytes = 64 * 1024;
constexpr int chunksPerTurn = 16; // of the event loop, so that the rest of the server is served in between

} // namespace

InputFeeder::InputFeeder(GuardedProcess &process, QStringList files) : m_process(process), m_files(std::move(files))
{
    connect(&m_process, &GuardedProcess::started, this, &InputFeeder::feed);
    connect(&m_process, &GuardedProcess::inputWritten, this, [this](qint64 pending) {
        if (pending == 0)
            feed();
    });
}

void InputFeeder::feed()
{
    for (int chunk = 0; chunk < chunksPerTurn; ++chunk) {
        if (m_process.pendingInputBytes() > 0)
            return; // inputWritten() calls feed() again
        QByteArray bytes = m_file.isOpen() ? m_file.read(chunkBytes) : QByteArray();
        if (bytes.isEmpty()) {
            if (!openNext()) {
                m_process.closeInput();
                return;
            }
            continue;
        }
        if (!m_process.write(bytes)) {
            m_files.clear(); // the command closed its input, which is no error
            m_file.close();
            return;
        }
    }
    QMetaObject::invokeMethod(this, &InputFeeder::feed, Qt::QueuedConnection);
}

bool InputFeeder::openNext()
{
    m_file.close();
    while (!m_files.isEmpty()) {
        m_file.setFileName(m_files.takeFirst());
        if (m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return true;
        qCWarning(lcFeeder, "input '%s' cannot be read: %s", qUtf8Printable(m_file.fileName()),
                  qUtf8Printable(m_file.errorString()));
    }
    return false;
}

} // namespace signalbox::core
