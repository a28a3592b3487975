// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/pagelist.h"

#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/logspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/processespage.h"
#include "widgets/pages/schedulespage.h"
#include "widgets/pages/serverpage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PageList)
};

template<typename P>
Page *make(const PageContext &context)
{
    return new P(context);
}

} // namespace

QList<PageEntry> pageList()
{
    return {
        {PageId::Overview, u"overview"_s, Text::tr("Overview"), make<OverviewPage>},
        {PageId::Components, u"components"_s, Text::tr("Components"), make<ComponentsPage>},
        {PageId::Metrics, u"metrics"_s, Text::tr("Metrics"), make<MetricsPage>},
        {PageId::Executions, u"executions"_s, Text::tr("Executions"), make<ExecutionsPage>},
        {PageId::Processes, u"processes"_s, Text::tr("Processes"), make<ProcessesPage>},
        {PageId::Schedules, u"schedules"_s, Text::tr("Schedules"), make<SchedulesPage>},
        {PageId::Clients, u"clients"_s, Text::tr("Clients"), make<ClientsPage>},
        {PageId::Events, u"events"_s, Text::tr("Events"), make<EventsPage>},
        {PageId::Server, u"server"_s, Text::tr("Server"), make<ServerPage>},
        {PageId::Logs, u"logs"_s, Text::tr("Logs"), make<LogsPage>},
    };
}

bool hasPage(PageId id)
{
    const QList<PageEntry> pages = pageList();
    return std::any_of(pages.cbegin(), pages.cend(), [id](const PageEntry &entry) { return entry.id == id; });
}

} // namespace signalbox::widgets
