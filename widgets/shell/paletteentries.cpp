// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/paletteentries.h"

#include "widgets/actions/componentacts.h"
#include "widgets/pages/pagelist.h"
#include "widgets/pages/serverpage.h"
#include "widgets/text/format.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct PaletteText
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

using Open = std::function<void(PageId, const QString &)>;
using ToAll = std::function<void(const CommandBody &)>;

void addComponent(QList<PaletteEntry> &entries, const Component &component, const Replica &replica, Commands &commands,
                  const Open &open)
{
    const QString state = format::state(component);
    const QString id = component.id;
    for (const ComponentAct &act : componentActs()) {
        if (!act.canNow(commands, component))
            continue;
        // Where one sees what becomes of it, and a refusal. Asked again when chosen: the palette may be open for long.
        const auto carryOut = [&replica, &commands, &act, open, id] {
            open(PageId::Components, id);
            const Component *now = replica.snapshot().component(id);
            if (now && act.canNow(commands, *now))
                commands.submit(id, act.command(id));
        };
        entries.append({act.ofOne().arg(component.name), state, actInfo(act.one).icon, carryOut});
    }
    entries.append({PaletteText::tr("Show %1").arg(component.name), state, u"log"_s,
                    [open, id] { open(PageId::Components, id); }});
}

void addGroup(QList<PaletteEntry> &entries, const ToAll &toAll, const Open &open)
{
    for (const ComponentAct &act : componentActs()) {
        entries.append({act.ofAll(), PaletteText::tr("Components"), actInfo(act.all).icon, [toAll, open, &act] {
                            open(PageId::Components, {});
                            toAll(act.forAll);
                        }});
    }
}

// Whether the palette has this act in other words, or is it.
bool isOffered(ActId id)
{
    using enum ActId;
    constexpr std::array others{Palette, ShowPage, StartAll, StopAll, RestartAll};
    return std::find(others.begin(), others.end(), id) != others.end();
}

void addActions(QList<PaletteEntry> &entries, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        const std::optional<ActId> id = actOf(*action);
        if (!id || isOffered(*id) || !action->isEnabled())
            continue;
        const ActInfo info = actInfo(*id);
        const QString keys = keysText(info);
        const QString where = keys.isEmpty() ? info.group : info.group + u" · "_s + keys;
        entries.append({action->text(), where, info.icon, [chosen = QPointer<QAction>(action)] {
                            if (chosen)
                                chosen->trigger(); // nothing happens if it cannot be done any more
                        }});
    }
}

} // namespace

QList<PaletteEntry> paletteEntries(Replica &replica, Commands &commands, const QList<QAction *> &actions,
                                   const ToAll &toAll, const Open &open)
{
    QList<PaletteEntry> entries;
    for (const PageEntry &page : pageList()) {
        const PageId id = page.id;
        entries.append({page.title, PaletteText::tr("Page"), page.key, [open, id] { open(id, {}); }});
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
        entries.append({PaletteText::tr("Start pipeline %1…").arg(pipeline.name), PaletteText::tr("Executions"),
                        u"executions"_s, [open, id = pipeline.id] { open(PageId::Executions, "pipeline:"_L1 + id); }});
    for (const ProcessDefinition &process : snapshot.catalogue.processes)
        entries.append({PaletteText::tr("Run process %1…").arg(process.name), PaletteText::tr("Processes"),
                        u"processes"_s,
                        [open, name = process.name] { open(PageId::Processes, "process:"_L1 + name); }});
    if (connected && !snapshot.server.users.isEmpty())
        entries.append({PaletteText::tr("Issue a token…"), PaletteText::tr("Server"), u"key"_s,
                        [open] { open(PageId::Server, ServerPage::token()); }});
    addActions(entries, actions);
    return entries;
}

} // namespace signalbox::widgets
