// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/state/liveness.h"
#include "widgets/state/pageid.h"

#include <functional>

class QSettings;

namespace signalbox::widgets {

// One message about one thing or several.
struct Notice
{
    QString title;
    QString text;
    bool isBad = false;
    PageId page = PageId::Overview; // where a click leads
    QString subject;                // what is revealed there; empty: the page alone
};

// Decides what is worth a person's attention who is not looking: the state in one word, and messages about components
// that failed and executions that ended. Shows nothing itself. GUI thread; owned by MainWindow.
class Attention final : public QObject
{
    Q_OBJECT

public:
    enum class Health { Well, Restricted, Failed, Stale }; // Restricted: by the mode, not everything may be started
    enum class Topic { Components, Executions };

    // What happens within collect is told together; after a message nothing is told for between.
    struct Pace
    {
        Milliseconds collect{1000};
        Milliseconds between{10'000};
    };

    Attention(const link::ControlLink &link, const Liveness &liveness, QSettings &settings, Pace pace,
              QObject *parent = nullptr);

    Health health() const;
    QString summary() const; // health in words, for a tool tip
    int running() const;     // executions
    int failed() const;      // components
    int active() const;      // components that run, or are about to

    bool isOn(Topic topic) const;
    void setOn(Topic topic, bool on); // remembered

    // Answers with the page somebody is looking at, or with nothing when nobody looks at the window.
    void setWatched(std::function<std::optional<PageId>()> watched) { m_watched = std::move(watched); }

Q_SIGNALS:
    void changed(); // health, summary or running
    void noticed(const signalbox::widgets::Notice &notice);

private:
    struct Failed
    {
        QString id;
        QString name;
        QString why;
    };
    struct Ended
    {
        QString id;
        QString name;
        ExecutionState state;
        QString error;
    };

    void forget(bool connected);
    void start(const Snapshot &replaced);
    void hear(const Change &change, const Replaced &replaced);
    void noteFailure(const Component &component, const Component *before, Timestamp time);
    void noteEnd(const Execution &execution, const Execution *before);
    bool count(const Component *before, const Component *now);
    bool count(const Execution *before, const Execution *now);
    void schedule();
    void tell();
    bool isSeen(std::initializer_list<PageId> pages) const;
    static Notice aboutComponents(const QList<Failed> &failed);
    static Notice aboutExecutions(const QList<Ended> &ended);
    QStringList failedNames() const;

    const link::ControlLink &m_link;
    const Liveness &m_liveness;
    QSettings &m_settings;
    Pace m_pace;
    std::function<std::optional<PageId>()> m_watched;
    bool m_isFirst = true;            // the next Snapshot is the first of a connection
    std::array<int, 5> m_inState{};   // components by ComponentState, counted as they change
    int m_running = 0;                // executions, counted as they change
    QHash<QString, Timestamp> m_told; // when a component's failure was last worth a message
    QList<Failed> m_failed;           // not told yet
    QList<Ended> m_ended;             // not told yet
    QTimer m_timer;
    QElapsedTimer m_sinceTold;
};

} // namespace signalbox::widgets
