// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/pagelist.h"

#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/executionspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"
#include "widgets/pages/processespage.h"
#include "widgets/pages/serverpage.h"

#include <QCoreApplication>

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PageList)
};

template<typename P>
Page *make(const Context &context)
{
    return new P(context);
}

} // namespace

QList<PageEntry> pageList()
{
    return {
        {PageId::Overview, QStringLiteral("overview"), Text::tr("Overview"), make<OverviewPage>},
        {PageId::Components, QStringLiteral("components"), Text::tr("Components"), make<ComponentsPage>},
        {PageId::Metrics, QStringLiteral("metrics"), Text::tr("Metrics"), make<MetricsPage>},
        {PageId::Executions, QStringLiteral("executions"), Text::tr("Executions"), make<ExecutionsPage>},
        {PageId::Processes, QStringLiteral("processes"), Text::tr("Processes"), make<ProcessesPage>},
        {PageId::Clients, QStringLiteral("clients"), Text::tr("Clients"), make<ClientsPage>},
        {PageId::Events, QStringLiteral("events"), Text::tr("Events"), make<EventsPage>},
        {PageId::Server, QStringLiteral("server"), Text::tr("Server"), make<ServerPage>},
    };
}

bool hasPage(PageId id)
{
    const QList<PageEntry> pages = pageList();
    return std::any_of(pages.cbegin(), pages.cend(), [id](const PageEntry &entry) { return entry.id == id; });
}

} // namespace signalbox::widgets
