// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/timewindow.h"
#include "widgets/state/replica.h"

#include <QTimer>

namespace signalbox::widgets {

// What happened in the time that charts show: failures, restarts and modes, as marks among the curves. Asks again when
// another time is shown, and goes on with what happens. GUI thread; owned by the page.
class ChartMarks final : public QObject
{
    Q_OBJECT

public:
    struct Mark
    {
        qint64 time = 0; // milliseconds UTC
        bool isBad = false;
        QString text;
    };
    static constexpr int most = 300;

    // componentId empty: of all that goes wrong, and of the server itself.
    ChartMarks(Replica &replica, const TimeWindow &window, QString componentId, QObject *parent = nullptr);

    const QList<Mark> &marks() const { return m_marks; } // by time
    // The one nearest to a time, within so many milliseconds; null: none is.
    const Mark *nearest(qint64 time, qint64 within) const;

Q_SIGNALS:
    void changed();

private:
    void askSoon();
    void ask();
    bool isMarked(const EventEntry &entry) const;
    bool take(const QList<EventEntry> &entries); // whether any of them is marked

    Replica &m_replica;
    const TimeWindow &m_window;
    const QString m_componentId;
    QList<Mark> m_marks;
    qint64 m_from = 0; // what was asked for
    qint64 m_to = 0;
    QTimer m_wait;
    Asking m_asking;
};

} // namespace signalbox::widgets
