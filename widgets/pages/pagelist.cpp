// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/pagelist.h"

#include "widgets/pages/clientspage.h"
#include "widgets/pages/componentspage.h"
#include "widgets/pages/eventspage.h"
#include "widgets/pages/metricspage.h"
#include "widgets/pages/overviewpage.h"

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
        {PageId::Clients, QStringLiteral("clients"), Text::tr("Clients"), make<ClientsPage>},
        {PageId::Events, QStringLiteral("events"), Text::tr("Events"), make<EventsPage>},
    };
}

bool hasPage(PageId id)
{
    const QList<PageEntry> pages = pageList();
    return std::any_of(pages.cbegin(), pages.cend(), [id](const PageEntry &entry) { return entry.id == id; });
}

} // namespace signalbox::widgets
