// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/paletteentries.h"

#include "widgets/pages/pagelist.h"
#include "widgets/pages/serverpage.h"
#include "widgets/text/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

using Open = std::function<void(PageId, const QString &)>;
using ToAll = std::function<void(const CommandBody &)>;

void addComponent(QList<PaletteEntry> &entries, const Component &component, const Replica &replica, Commands &commands,
                  const Open &open)
{
    const QString state = format::state(component.state);
    const QString id = component.id;
    using Can = bool (*)(const Commands &, const Component &);
    // Where one sees what becomes of it, and a refusal. Asked again when chosen: the palette may be open for long.
    const auto add = [&](Can can, const QString &iconName, const QString &text, const CommandBody &command) {
        if (!can(commands, component))
            return;
        entries.append({text.arg(component.name), state, iconName, [&replica, &commands, open, can, id, command] {
                            open(PageId::Components, id);
                            const Component *now = replica.snapshot().component(id);
                            if (now && can(commands, *now))
                                commands.submit(id, command);
                        }});
    };
    add(canStartNow, u"start"_s, Text::tr("Start %1"), StartComponent{id});
    add(canStopNow, u"stop"_s, Text::tr("Stop %1"), StopComponent{id});
    add(canRestartNow, u"restart"_s, Text::tr("Restart %1"), RestartComponent{id});
    entries.append(
        {Text::tr("Show %1").arg(component.name), state, u"log"_s, [open, id] { open(PageId::Components, id); }});
}

void addGroup(QList<PaletteEntry> &entries, const ToAll &toAll, const Open &open)
{
    const auto add = [&](const QString &iconName, const QString &text, const CommandBody &command) {
        entries.append({text, Text::tr("Components"), iconName, [toAll, open, command] {
                            open(PageId::Components, {});
                            toAll(command);
                        }});
    };
    add(u"start"_s, Text::tr("Start all components"), StartComponents{});
    add(u"stop"_s, Text::tr("Stop all components"), StopComponents{});
    add(u"restart"_s, Text::tr("Restart all components"), RestartComponents{});
}

} // namespace

QList<PaletteEntry> paletteEntries(Replica &replica, Commands &commands, const ToAll &toAll, const Open &open)
{
    QList<PaletteEntry> entries;
    for (const PageEntry &page : pageList()) {
        const PageId id = page.id;
        entries.append({page.title, Text::tr("Page"), page.key, [open, id] { open(id, {}); }});
    }
    const Snapshot &snapshot = replica.snapshot();
    const bool connected = replica.isConnected();
    for (const Component &component : snapshot.componentsInOrder()) {
        if (connected)
            addComponent(entries, component, replica, commands, open);
    }
    if (connected && !snapshot.components.isEmpty())
        addGroup(entries, toAll, open);
    for (const Pipeline &pipeline : snapshot.catalogue.pipelines)
        entries.append({Text::tr("Start pipeline %1…").arg(pipeline.name), Text::tr("Executions"), u"executions"_s,
                        [open, id = pipeline.id] { open(PageId::Executions, "pipeline:"_L1 + id); }});
    for (const ProcessDefinition &process : snapshot.catalogue.processes)
        entries.append({Text::tr("Run process %1…").arg(process.name), Text::tr("Processes"), u"processes"_s,
                        [open, name = process.name] { open(PageId::Processes, "process:"_L1 + name); }});
    if (connected && !snapshot.server.users.isEmpty())
        entries.append({Text::tr("Issue a token…"), Text::tr("Server"), u"key"_s,
                        [open] { open(PageId::Server, ServerPage::token()); }});
    return entries;
}

} // namespace signalbox::widgets
