// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/core/runtime/blackbox/boxtext.h"
#include "server/core/runtime/metrics/sampler.h"
#include "server/core/work/background.h"
#include "server/core/work/turns.h"
#include "server/model/replaced.h"

#include <QHash>

namespace signalbox::core {

class BoxFolder;

// Writes down what was to be seen of a component when it failed, and when a person asks (TakeBlackBox); while it is well a
// short one, of which the last is kept and stands behind each of the others (docs/failures.md, "Black boxes"). Answers
// BlackBoxesQuery and BlackBoxQuery. All that takes time is done on a thread of its own.
// Server thread; owned by Server.
class BlackBoxes final : public QObject, public CommandHandler
{
    Q_OBJECT

public:
    static constexpr Milliseconds pause{60'000};      // between two of one that fails again and again
    static constexpr Milliseconds settleTime{10'000}; // after its start, until a healthy one is taken
    static constexpr Milliseconds healthyEvery = std::chrono::hours(1);
    static constexpr Milliseconds lookEvery{10'000}; // for components of which a healthy one is due
    static constexpr int healthyAtOnce = 20;
    static constexpr int healthyWork = 2000; // components times healthy ones taken at once, at most
    static constexpr int lines = 200;
    static constexpr int healthyLines = 20;

    // All outlive it. dataDirectory: absolute.
    BlackBoxes(Hub &hub, LogBook &logs, const Supervisor &supervisor, const Sampler &sampler, Ask ask,
               const QString &dataDirectory);

    void setKept(int boxes) { m_kept = boxes; } // of a component; 0: none are taken
    void start();                               // from now on healthy ones are taken

    // TakeBlackBox, completed once the page is written; Unsupported for all others. Conflict: none are kept, or one of the
    // component is being taken.
    Result<QString> handle(const Command &command) override;

    // Capacity: see Turns.
    void ask(const BlackBoxesQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker = {});
    void ask(const BlackBoxQuery &query, QObject *context, const AnswerCallback &answered, const Asker &asker = {});

public Q_SLOTS:
    // Of the Hub.
    void changed(const signalbox::Change &change, const signalbox::Replaced &replaced);

private:
    using Done = std::function<void(const Result<QString> &name)>;
    // One that is being taken.
    struct Box
    {
        BoxContent content;
        qint64 root = 0; // of its processes, to be looked at; 0: it has ended
        bool isHealthy = false;
        Done done;
    };
    using BoxPointer = std::shared_ptr<Box>;
    struct Known
    {
        std::optional<std::chrono::steady_clock::time_point> failed;  // when one was taken for that
        std::optional<std::chrono::steady_clock::time_point> healthy; // likewise
        qint64 healthyPid = 0;
        std::optional<qint64> kills; // HostLook::outOfMemoryKills at that time
        bool isAsked = false;        // one is being taken for a TakeBlackBox
    };

    BoxPointer begin(const Component &component, const QString &why);
    void lookForHealthy();
    bool isHealthyDue(const Component &component) const;
    void takeHealthy(const Component &component);
    void gather(const BoxPointer &box);
    void gatherSamples(const BoxPointer &box, bool ofHost);
    void write(const BoxPointer &box);
    void read(const QString &componentId, std::function<Result<Answer>(const BoxFolder &)> work, QObject *context,
              const AnswerCallback &answered, const Asker &asker);

    Hub &m_hub;
    LogBook &m_logs;
    const Supervisor &m_supervisor;
    const Sampler &m_sampler;
    const Ask m_ask;
    const QString m_dataDirectory;
    int m_kept = 20;
    QHash<QString, Known> m_known;
    Background m_background;
    Turns m_turns; // of those who ask, on m_background
};

} // namespace signalbox::core
