// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"
#include "widgets/state/replica.h"

#include <QTimer>

#include <deque>

namespace signalbox::widgets {

// What the server has written down, as far as it matches a filter, newest last: the newest page, older ones on request, and
// what happens from then on. GUI thread; owned by its page.
class EventsModel final : public ColumnTable<const EventEntry &>
{
    Q_OBJECT

public:
    enum Column { Time, Kind, By, Over, From, Text };
    static constexpr int pageRows = 500;
    static constexpr int bound = 20'000; // the oldest go

    explicit EventsModel(Replica &replica, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    const EventEntry &entry(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    // limit and before are the model's own.
    void setFilter(const EventsQuery &filter);
    const EventsQuery &filter() const { return m_filter; }
    void askOlder();
    bool hasOlder() const { return m_hasOlder; }
    bool isAsking() const { return m_asking.isUnderWay(); }
    const QString &error() const { return m_error; } // why older ones cannot be shown

Q_SIGNALS:
    void loaded(); // an answer came, or will not come

private:
    const EventEntry &shown(int row) const override { return entry(row); }
    QString idAt(int row) const override { return QString::number(entry(row).number); }
    Tone toneAt(int row) const override { return entry(row).isBad ? Tone::Bad : Tone::Neutral; }
    void reload();
    void take(const Result<signalbox::EventsPage> &page, bool isOlder);
    void hear(const EventEntry &entry);
    void flush();

    Replica &m_replica;
    EventsQuery m_filter;
    std::deque<EventEntry> m_entries;
    QList<EventEntry> m_waiting; // live ones
    QTimer m_flush;
    Asking m_asking;
    bool m_hasOlder = false;
    QString m_error;
};

// Whether the server would find this one by that query, but for its place.
bool matches(const EventsQuery &query, const EventEntry &entry);

} // namespace signalbox::widgets
