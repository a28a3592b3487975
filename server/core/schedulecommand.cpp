// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/schedulecommand.h"

namespace signalbox::core {

namespace {

struct ToCommand
{
    const QString &scheduleId;
    const Snapshot &snapshot;

    CommandBody operator()(const PipelineTarget &target) const
    {
        return StartPipeline{target.id, target.params, scheduleId};
    }
    CommandBody operator()(const ProcessTarget &target) const
    {
        return StartProcess{target.name, target.params, scheduleId};
    }
    CommandBody operator()(const ComponentTarget &target) const
    {
        QStringList instances;
        for (const Component &component : snapshot.components) {
            if (component.instanceOf == target.id)
                instances.append(component.id);
        }
        const bool isOne = instances.isEmpty();
        switch (target.action) {
        case ComponentAction::Restart:
            return isOne ? CommandBody(RestartComponent{target.id}) : RestartComponents{instances};
        case ComponentAction::Stop:
            return isOne ? CommandBody(StopComponent{target.id}) : StopComponents{instances};
        case ComponentAction::Start:
            break;
        }
        return isOne ? CommandBody(StartComponent{target.id}) : StartComponents{instances};
    }
};

} // namespace

CommandBody commandOf(const Schedule &schedule, const Snapshot &snapshot)
{
    return std::visit(ToCommand{schedule.id, snapshot}, schedule.target);
}

} // namespace signalbox::core
