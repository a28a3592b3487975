// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/logfeed.h"

#include "widgets/live/outputfeed.h"
#include "widgets/text/reasontext.h"

namespace signalbox::widgets {

namespace {

// The log that the server keeps of a component.
class ComponentFeed final : public LogFeed
{
public:
    ComponentFeed(Replica &replica, const LogOrigin &origin) : LogFeed(origin), m_replica(replica) {}

    void load(int lines, std::optional<qint64> around) override
    {
        if (!m_following.isOn())
            m_following = m_replica.followLog(origin().componentId, [this](const QList<LogLine> &live, qint64 leftOut) {
                Q_EMIT came(live, leftOut);
            });
        LogQuery query{origin().componentId, lines, LogLevel::Trace, {}, {}, {}};
        if (around)
            query.before = *around + lines / 2;
        m_asking = m_replica.ask(query, [this](const Result<LogPage> &page) {
            Q_EMIT loaded(page ? page->lines : QList<LogLine>(),
                          page ? QString() : reasontext::words(page.error().message));
        });
    }
    void stop() override
    {
        m_following.end();
        m_asking.cancel();
    }
    bool isOn() const override { return m_following.isOn(); }

private:
    Replica &m_replica;
    Following m_following;
    Asking m_asking;
};

} // namespace

QString LogOrigin::key() const
{
    return componentId.isEmpty() ? executionId + QChar(u'/') + nodeId : componentId;
}

std::unique_ptr<LogFeed> LogFeed::make(Replica &replica, const LogOrigin &origin)
{
    if (origin.componentId.isEmpty())
        return std::make_unique<OutputFeed>(replica, origin);
    return std::make_unique<ComponentFeed>(replica, origin);
}

} // namespace signalbox::widgets
