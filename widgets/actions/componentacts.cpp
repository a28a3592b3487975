// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/componentacts.h"

#include <QCoreApplication>

namespace signalbox::widgets {

namespace {

struct ComponentActs
{
    Q_DECLARE_TR_FUNCTIONS(ComponentActs)
};

} // namespace

const std::array<ComponentAct, 3> &componentActs()
{
    using enum ActId;
    static const std::array<ComponentAct, 3> acts{{
        {StartComponent, StartAll, canStart, canStartNow,
         [](const QString &id) -> CommandBody { return signalbox::StartComponent{id}; }, StartComponents{}, nullptr,
         [] { return ComponentActs::tr("Start %1"); }, [] { return ComponentActs::tr("Start all components"); }},
        {StopComponent, StopAll, canStop, canStopNow,
         [](const QString &id) -> CommandBody { return signalbox::StopComponent{id}; }, StopComponents{},
         [](int count) { return ComponentActs::tr("Stop %Ln components?", "", count); },
         [] { return ComponentActs::tr("Stop %1"); }, [] { return ComponentActs::tr("Stop all components"); }},
        {RestartComponent, RestartAll, canRestart, canRestartNow,
         [](const QString &id) -> CommandBody { return signalbox::RestartComponent{id}; }, RestartComponents{},
         [](int count) { return ComponentActs::tr("Restart %Ln components?", "", count); },
         [] { return ComponentActs::tr("Restart %1"); }, [] { return ComponentActs::tr("Restart all components"); }},
    }};
    return acts;
}

} // namespace signalbox::widgets
