// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"
#include "server/core/work/background.h"
#include "server/model/query.h"

#include <QSet>

namespace signalbox::core {

// Which failed executions an operator has seen (Execution::isUnseen): of this installation, not of each user. Carries out
// MarkSeen, and keeps the ids in the file "seen" of the data directory; of executions that the Snapshot has dropped none.
// Without that file what the history holds counts as seen. Server thread; owned by Server.
class SeenMarks final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    SeenMarks(Hub &hub, const QString &dataDirectory);

    // Of an execution that the history holds, before it is recorded.
    void restore(Execution &execution) const;

    // Completed once the file is written; Internal where that is not possible, and then it holds until the next start.
    Result<QString> handle(const Command &command) override;

private:
    QByteArray text() const;

    Hub &m_hub;
    const QString m_file;
    bool m_isFirst = false; // there was no file
    QSet<QString> m_seen;   // at the start
    Background m_writer;
};

} // namespace signalbox::core
