// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/core/runtime/search/outputsearch.h"
#include "server/core/work/background.h"
#include "server/core/work/turns.h"

#include <QObject>

namespace signalbox::core {

class LogBook;

// Answers FindQueries: looks through the logs of components and the outputs of executions, for a fraction of a second for
// each answer, on a thread of its own. Server thread; owned by Server.
class Finder final : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds forOneAnswer{200};
    static constexpr qint64 linesOfOneAnswer = 1000;

    // ask: where details of executions are asked for. All outlive this.
    Finder(const Hub &hub, LogBook &logs, const QString &dataDirectory, Ask ask, QObject *parent = nullptr);
    ~Finder() override;

    // InvalidArgument: no text, or no regular expression; Capacity: see Turns.
    void ask(const FindQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker = {});

private:
    struct Run;

    void begin(const std::shared_ptr<Run> &run);
    void searchOn(const std::shared_ptr<Run> &run);
    void searchOutputs(const std::shared_ptr<Run> &run);
    void nameOutputs(const std::shared_ptr<Run> &run, QList<FoundOutput> found);
    void finish(const std::shared_ptr<Run> &run);

    const Hub &m_hub;
    LogBook &m_logs;
    const QString m_directory; // of executions
    Ask m_ask;
    Background m_background;
    Turns m_turns; // on m_background
};

} // namespace signalbox::core
