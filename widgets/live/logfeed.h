// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/logline.h"
#include "widgets/state/replica.h"

#include <QObject>

namespace signalbox::widgets {

// What a log is of: a component; or a node of an execution or, without a node, a call.
struct LogOrigin
{
    QString componentId;
    QString executionId; // where componentId is empty
    QString nodeId;
    QString name;      // for people
    Timestamp began{}; // of an execution's: where what was printed before one looks stands

    // LogLine::componentId of its lines in the window.
    QString key() const;

    // Names change with a reload, and at midnight.
    friend bool operator==(const LogOrigin &one, const LogOrigin &other)
    {
        return one.componentId == other.componentId && one.executionId == other.executionId
               && one.nodeId == other.nodeId;
    }
};

// Brings the lines of one origin: what was kept of it, once for each load(), then what comes live.
// GUI thread; owned by LogPanel, and does not outlive the replica.
class LogFeed : public QObject
{
    Q_OBJECT

public:
    static std::unique_ptr<LogFeed> make(Replica &replica, const LogOrigin &origin);

    const LogOrigin &origin() const { return m_origin; }
    // Answered by one loaded(), unless stop() or another load() comes before; live lines come from then on.
    // around: not the newest lines but those around this one.
    virtual void load(int lines, std::optional<qint64> around) = 0;
    virtual void stop() = 0;
    virtual bool isOn() const = 0;

Q_SIGNALS:
    // Oldest first. error: why older ones are not there; else empty.
    void loaded(const QList<signalbox::LogLine> &lines, const QString &error);
    // May overlap what was loaded. leftOut: lines that came faster than they can be shown.
    void came(const QList<signalbox::LogLine> &lines, qint64 leftOut);

protected:
    explicit LogFeed(const LogOrigin &origin) : m_origin(origin) {}

private:
    const LogOrigin m_origin;
};

} // namespace signalbox::widgets

Q_DECLARE_METATYPE(signalbox::widgets::LogOrigin)
