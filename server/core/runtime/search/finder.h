// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/work/background.h"
#include "server/core/hub.h"
#include "server/core/runtime/search/outputsearch.h"

#include <QObject>

namespace signalbox::core {

class LogBook;

// Answers FindQueries: looks through the logs of components and the outputs of executions, for a fraction of a second for
// each answer, on a thread of its own. Server thread; owned by Server.
class Finder final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostUnderWay = 8; // questions; more are refused
    static constexpr Milliseconds forOneAnswer{200};
    static constexpr qint64 linesOfOneAnswer = 1000;

    // ask: where details of executions are asked for. All outlive this.
    Finder(const Hub &hub, LogBook &logs, const QString &dataDirectory, Ask ask, QObject *parent = nullptr);
    ~Finder() override;

    // InvalidArgument: no text, or no regular expression; Capacity: too many ask.
    void ask(const Query &query, QObject *context, const AnswerCallback &answered);

private:
    struct Run;

    void searchOn(const std::shared_ptr<Run> &run);
    void searchOutputs(const std::shared_ptr<Run> &run);
    void nameOutputs(const std::shared_ptr<Run> &run, QList<FoundOutput> found);
    void finish(const std::shared_ptr<Run> &run);

    const Hub &m_hub;
    LogBook &m_logs;
    const QString m_directory; // of executions
    Ask m_ask;
    std::shared_ptr<int> m_underWay = std::make_shared<int>(0);
    Background m_background;
};

} // namespace signalbox::core
