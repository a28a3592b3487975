// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"
#include "widgets/state/replica.h"

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

// The stream of Changes in words, newest last, the last 10 000. GUI thread; owned by MainWindow.
class EventsModel final : public ColumnTable<const Event &>
{
    Q_OBJECT

public:
    enum Column { Time, Kind, Text };
    static constexpr int bound = 10'000;

    explicit EventsModel(const Replica &replica, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    const Event &event(int row) const { return m_events.at(static_cast<std::size_t>(row)); }

    // While paused, rows stand still; what happens meanwhile appears when it goes on.
    void setPaused(bool paused);
    int waiting() const { return static_cast<int>(m_waiting.size()); }
    int dropped() const { return m_dropped; } // of what happened while paused, the oldest beyond bound
    static QString kindName(EventKind kind);

Q_SIGNALS:
    void waitingChanged();

private:
    const Event &shown(int row) const override { return event(row); }
    QString idAt(int row) const override { return event(row).subject; }
    Tone toneAt(int row) const override { return event(row).bad ? Tone::Bad : Tone::Neutral; }
    void connectReplica();
    void start(const Snapshot &before);
    void tellFailed();
    void tellMissed(const Snapshot &before);
    void tell(std::optional<Event> event, Timestamp time);
    void flush();
    // Sentences, without their time; nothing where it is no news.
    static Event made(EventKind kind, const QString &subject, const QString &text, bool bad = false);
    static std::optional<Event> component(const Component *before, const Component *now);
    static std::optional<Event> execution(const Execution *before, const Execution &now);
    static std::optional<Event> task(const Task *before, const Task &now, const Execution &execution);
    static std::optional<Event> agent(const Agent *before, const Agent *now);
    static Event instance(const Instance *before, const Instance *now);
    static Event clientConnected(const Client &client);
    static std::optional<Event> clientFailed(const Client *before, const Client &now);
    static Event clientGone(const Client &client, const QString &reason);
    static QString clientName(const Client &client);

    const Replica &m_replica;
    std::deque<Event> m_events;
    std::deque<Event> m_waiting;
    QTimer m_flush;
    int m_dropped = 0;
    bool m_isStarted = false;
    bool m_paused = false;
};

} // namespace signalbox::widgets
