// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/chartmarks.h"

#include "widgets/text/eventtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

Timestamp timestamp(qint64 milliseconds)
{
    return Timestamp(Milliseconds(milliseconds));
}

} // namespace

ChartMarks::ChartMarks(Replica &replica, const TimeWindow &window, QString componentId, QObject *parent)
    : QObject(parent)
    , m_replica(replica)
    , m_window(window)
    , m_componentId(std::move(componentId))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(300); // while a chart is dragged, many times are shown
    connect(&m_wait, &QTimer::timeout, this, &ChartMarks::ask);
    connect(&window, &TimeWindow::moved, this, &ChartMarks::askSoon);
    connect(&replica, &Replica::missed, this, [this] {
        m_from = m_to = 0;
        askSoon();
    });
    connect(&replica, &Replica::eventHappened, this, [this](const EventEntry &entry) {
        if (take({entry}))
            Q_EMIT changed();
    });
    askSoon();
}

// Not when the time goes on: what happens is told.
void ChartMarks::askSoon()
{
    if (m_window.from() < m_from || (!m_window.isFollowing() && m_window.to() > m_to) || m_to == 0)
        m_wait.start();
}

void ChartMarks::ask()
{
    if (!m_replica.isConnected() || m_window.to() == 0)
        return;
    // Some more than is shown, so that a chart that is dragged does not ask at each step.
    m_from = m_window.from() - m_window.length() / 2;
    m_to = m_window.to();
    EventsQuery query;
    query.from = timestamp(m_from);
    query.kinds = {EventEntry::Kind::Component, EventEntry::Kind::Server};
    query.subject = m_componentId;
    query.limit = 2000;
    if (!m_window.isFollowing())
        query.to = timestamp(m_to);
    m_asking = m_replica.ask(query, [this](const Result<EventsPage> &page) {
        m_marks.clear();
        if (page)
            (void)take(page->entries);
        Q_EMIT changed();
    });
}

bool ChartMarks::isMarked(const EventEntry &entry) const
{
    if (!m_componentId.isEmpty())
        return entry.kind == EventEntry::Kind::Component && entry.subject == m_componentId;
    if (entry.kind == EventEntry::Kind::Component)
        return entry.isBad;
    return entry.kind == EventEntry::Kind::Server
           && (entry.what == "mode"_L1 || entry.what == "started"_L1 || entry.what == "unclean"_L1
               || entry.what == "disk_short"_L1);
}

bool ChartMarks::take(const QList<EventEntry> &entries)
{
    const qsizetype before = m_marks.size();
    for (const EventEntry &entry : entries) {
        if (!isMarked(entry))
            continue;
        const QString text = eventtext::sentence(entry);
        for (const Timestamp time : {entry.time, entry.until}) // the last one of those that are joined counts as well
            m_marks.append({time.time_since_epoch().count(), entry.isBad, text});
    }
    if (m_marks.size() == before)
        return false;
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark &a, const Mark &b) { return a.time < b.time; });
    const auto isSame = [](const Mark &a, const Mark &b) { return a.time == b.time && a.text == b.text; };
    m_marks.erase(std::unique(m_marks.begin(), m_marks.end(), isSame), m_marks.end());
    if (m_marks.size() > most)
        m_marks.remove(0, m_marks.size() - most);
    return true;
}

const ChartMarks::Mark *ChartMarks::nearest(qint64 time, qint64 within) const
{
    const auto distance = [time](const Mark &mark) { return std::abs(mark.time - time); };
    const auto found = std::min_element(m_marks.cbegin(), m_marks.cend(),
                                        [distance](const Mark &a, const Mark &b) { return distance(a) < distance(b); });
    return found == m_marks.cend() || distance(*found) > within ? nullptr : &*found;
}

} // namespace signalbox::widgets
