// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/schemas.h"

#include "server/dialects/sutra/codes.h"
#include "server/model/component.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra::schemas {

using namespace dialects;
using namespace dialects::schema;

namespace {

Schema figure(Measure measure)
{
    return (measure == Measure::Count ? integer() : number()).with("minimum"_L1, 0);
}

Schema component()
{
    QStringList states;
    for (const ComponentState state : {ComponentState::Stopped, ComponentState::Starting, ComponentState::Running,
                                       ComponentState::Stopping, ComponentState::Error})
        states.append(toString(state));
    std::vector<Member> members{
        {"name"_L1, text()},
        {"state"_L1, choice(states)},
        {"pid"_L1, integer(u"null unless it runs, as uptime and figures"_s).orNull()},
        {"uptime"_L1, number(u"seconds"_s).orNull()},
    };
    for (const ComponentMetricInfo &metric : componentMetricTable)
        members.push_back({metric.key, figure(metric.measure).orNull()});
    members.push_back(
        {"error"_L1,
         text(u"why it failed, or while it is running why it is degraded; null after a start that succeeded"_s)
             .orNull()});
    members.push_back({"last_updated"_L1, time()});
    return object(members).named(u"Component"_s);
}

Schema statusWith(bool allMetrics)
{
    std::vector<Member> metrics{{"timestamp"_L1, time(u"of the sample"_s)}};
    for (const std::size_t index : inStatusOrder) {
        const MetricInfo &metric = metricTable[index];
        const Schema value = figure(metric.measure);
        metrics.push_back(
            {metric.key, metric.maximum > 0.0 ? value.with("maximum"_L1, metric.maximum) : value, allMetrics});
    }
    return object({{"components"_L1, map(component(), u"by id"_s)}, {"metrics"_L1, object(metrics)}});
}

} // namespace

Schema status()
{
    return statusWith(true);
}

Schema narrowedStatus()
{
    return statusWith(false);
}

Schema subscribe()
{
    return object({{"type"_L1, constant(u"subscribe"_s)},
                   optional("components"_L1, list(text(u"an id"_s), u"left out: all"_s)),
                   optional("metrics"_L1,
                            list(text(u"a member of metrics; \"cpu\" and \"memory\", too"_s), u"left out: all"_s))});
}

} // namespace signalbox::sutra::schemas
