// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QObject>
#include <QStringList>

namespace signalbox::core {

class GuardedProcess;

// Writes files one after another to a process's standard input, at most one chunk ahead of what the process reads,
// then closes it. Server thread; owned by LocalTask.
class InputFeeder : public QObject
{
    Q_OBJECT

public:
    InputFeeder(GuardedProcess &process, QStringList files);

private:
    void feed();
    bool openNext();

    GuardedProcess &m_process;
    QStringList m_files;
    QFile m_file;
};

} // namespace signalbox::core
