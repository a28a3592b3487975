// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"
#include "widgets/models/table.h"

#include <QTimer>

#include <deque>

namespace signalbox::widgets {

enum class EventKind { Component, Execution, Client, Server, Problem };

struct Event
{
    Timestamp time{};
    EventKind kind = EventKind::Server;
    bool bad = false;
    QString subject; // id of what it is about
    QString text;    // a sentence
};

// The stream of Changes in words, newest last, the last 10 000. GUI thread; owned by EventsPage.
class EventsModel final : public Table
{
    Q_OBJECT

public:
    enum Column { Time, Kind, Text, ColumnCount };
    static constexpr int bound = 10'000;

    explicit EventsModel(const link::ControlLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role) const override;
    const Event &event(int row) const { return m_events.at(static_cast<std::size_t>(row)); }

    // While paused, rows stand still; what happens meanwhile appears when it goes on.
    void setPaused(bool paused);
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    int dropped() const { return m_dropped; } // of what happened while paused, the oldest beyond bound
    static QString kindName(EventKind kind);

Q_SIGNALS:
    void waitingChanged();

private:
    QString title(int column) const override;
    void start(const Snapshot &replaced);
    void tellFailed();
    void tellMissed(const Snapshot &before);
    void hear(const Change &change, const Replaced &replaced);
    void tell(Event event);
    void flush();
    // Nothing for facts that are figures or repetitions.
    static std::optional<Event> describe(const ChangeBody &body, const Replaced &replaced, const Actor &actor);
    static std::optional<Event> component(const Component &component, const Component *before);
    static std::optional<Event> execution(const Execution &execution, const Execution *before);
    static std::optional<Event> task(const Task &task, const ReplacedTask *before);
    static std::optional<Event> agent(const Agent &agent, const Agent *before);
    static QString clientName(const Client *client);

    const link::ControlLink &m_link;
    std::deque<Event> m_events;
    std::deque<Event> m_waiting;
    QTimer m_flush;
    int m_dropped = 0;
    bool m_isStarted = false;
    bool m_paused = false;
};

} // namespace signalbox::widgets
