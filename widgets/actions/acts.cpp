// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/acts.h"

#include "widgets/look/icons.h"
#include "widgets/text/plain.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct Acts
{
    Q_DECLARE_TR_FUNCTIONS(Acts)
};

constexpr const char *idProperty = "act";
constexpr int pages = 10; // as many as pageList() has, with a key each

QList<QKeySequence> pageKeys()
{
    QList<QKeySequence> keys;
    for (int i = 0; i < pages; ++i)
        keys.append(QKeySequence(static_cast<int>(Qt::CTRL) | (Qt::Key_0 + (i + 1) % 10)));
    return keys;
}

QList<QKeySequence> standard(QKeySequence::StandardKey key)
{
    return {QKeySequence(key)};
}

} // namespace

QList<ActInfo> actInfos()
{
    using enum ActId;
    const QString everywhere = Acts::tr("Everywhere");
    const QString tables = Acts::tr("Tables");
    const QString components = Acts::tr("Components");
    const QString executions = Acts::tr("Executions");
    const QString processes = Acts::tr("Processes");
    const QString schedules = Acts::tr("Schedules");
    const QString clients = Acts::tr("Clients");
    const QString logs = Acts::tr("Logs");
    const QString graphs = Acts::tr("Graphs");
    const QString charts = Acts::tr("Charts");
    const auto window = KeyScope::Window;
    const auto place = KeyScope::Place;
    const auto widget = KeyScope::Widget;
    return {
        {Help, everywhere, Acts::tr("Keyboard overview"), Acts::tr("This overview"), u"search"_s, {Qt::Key_F1}, window},
        {Palette,
         everywhere,
         Acts::tr("Do anything…"),
         Acts::tr("Do anything: pages, components, pipelines, processes"),
         u"search"_s,
         {Qt::CTRL | Qt::Key_K},
         window},
        {ShowPage, everywhere, Acts::tr("The pages"), {}, {}, pageKeys(), window},
        {Quit,
         everywhere,
         Acts::tr("Quit: stop the server"),
         Acts::tr("Stop the server and close"),
         u"close"_s,
         {Qt::CTRL | Qt::Key_Q},
         window},
        {ResetLayout, everywhere, Acts::tr("Reset layout…"), {}, u"reset"_s},
        {About, everywhere, Acts::tr("About Signalbox"), {}, u"signalbox"_s},
        {Find, everywhere, Acts::tr("Search"), Acts::tr("Search or filter on the page shown"), u"search"_s,
         standard(QKeySequence::Find), window},
        {FindEverywhere,
         everywhere,
         Acts::tr("Find everywhere…"),
         Acts::tr("Find a text in all logs and outputs"),
         u"search"_s,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_F},
         window},
        {Save, everywhere, Acts::tr("Save…"), Acts::tr("Save what is shown: log, output, messages, events, figures"),
         u"save"_s, standard(QKeySequence::Save), place},
        {NextPart, everywhere, Acts::tr("To the next part; arrow keys move inside it"), {}, {}, {Qt::Key_Tab}, widget},
        {OpenSelected,
         everywhere,
         Acts::tr("Open what is selected: its log, its output, its page"),
         {},
         {},
         {Qt::Key_Return},
         widget},

        {SortTable,
         tables,
         Acts::tr("Sort by…"),
         Acts::tr("Sort by another column"),
         {},
         {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
         place},
        {SelectAll, tables, Acts::tr("Select all"), {}, {}, standard(QKeySequence::SelectAll), widget},

        {StartComponent, components, Acts::tr("Start"), {}, u"start"_s},
        {StopComponent, components, Acts::tr("Stop"), Acts::tr("Stop what is selected"), u"stop"_s, {Qt::Key_Delete}},
        {RestartComponent,
         components,
         Acts::tr("Restart"),
         Acts::tr("Restart what is selected"),
         u"restart"_s,
         {Qt::CTRL | Qt::Key_R}},
        {KillComponent, components, Acts::tr("Kill now"), Acts::tr("Kill all processes of what is selected"),
         u"close"_s},
        {ScaleComponent, components, Acts::tr("Instances…"), Acts::tr("How many instances run"), u"components"_s},
        {TypeToComponent,
         components,
         Acts::tr("Send"),
         Acts::tr("Send the line typed to the component"),
         u"send"_s,
         {Qt::Key_Return},
         widget},
        {StartAll, components, Acts::tr("Start all"), {}, u"start"_s},
        {StopAll, components, Acts::tr("Stop all"), {}, u"stop"_s},
        {RestartAll, components, Acts::tr("Restart all"), {}, u"restart"_s},
        {ShowLogs,
         components,
         Acts::tr("Logs together"),
         Acts::tr("Show the logs of what is selected in one view"),
         u"log"_s,
         {Qt::CTRL | Qt::Key_L}},
        {CopyCommand, components, Acts::tr("Copy command"), Acts::tr("Copy its command"), u"copy"_s,
         standard(QKeySequence::Copy)},

        {StartPipeline, executions, Acts::tr("Start pipeline…"), Acts::tr("Start a pipeline"), u"start"_s,
         standard(QKeySequence::New), window},
        {RunGraph, executions, Acts::tr("Run graph file…"), Acts::tr("Run a graph from a file"), u"graph"_s,
         standard(QKeySequence::Open), window},
        {StopExecution, executions, Acts::tr("Stop"), Acts::tr("Stop what is selected"), u"stop"_s, {Qt::Key_Delete}},
        {RunAgain, executions, Acts::tr("Run again"), Acts::tr("Run it again"), u"restart"_s, {Qt::CTRL | Qt::Key_R}},
        {RetryFailed,
         executions,
         Acts::tr("Retry failed nodes"),
         Acts::tr("Retry from its failed nodes"),
         u"retry"_s,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_R}},
        {CopyId, executions, Acts::tr("Copy id"), Acts::tr("Copy its id"), u"copy"_s, standard(QKeySequence::Copy)},

        {RunProcess,
         processes,
         Acts::tr("Run"),
         Acts::tr("Run the selected process; send the line typed to a call"),
         u"start"_s,
         {Qt::Key_Return},
         widget},
        {WatchCall, processes, Acts::tr("Watch"), {}, u"watch"_s},
        {CloseInput,
         processes,
         Acts::tr("Close input"),
         Acts::tr("Close the input of the call"),
         u"endinput"_s,
         {Qt::CTRL | Qt::Key_D}},
        {CancelCall,
         processes,
         Acts::tr("Cancel"),
         Acts::tr("Cancel the call"),
         u"stop"_s,
         {Qt::CTRL | Qt::Key_Period}},
        {CloseCall, processes, Acts::tr("Close the tab of the call"), {}, u"close"_s, standard(QKeySequence::Close)},

        {RunSchedule, schedules, Acts::tr("Run now"), {}, u"start"_s},
        {PauseSchedule, schedules, Acts::tr("Pause", "schedule"), {}, u"pause"_s},
        {ResumeSchedule, schedules, Acts::tr("Go on", "schedule"), {}, u"start"_s},
        {ShowRuns, schedules, Acts::tr("Show runs"), Acts::tr("Show the executions that the schedule started"),
         u"executions"_s},

        {WatchClient, clients, Acts::tr("Watch"), {}, u"watch"_s},
        {DisconnectClient,
         clients,
         Acts::tr("Disconnect"),
         Acts::tr("Disconnect who is selected"),
         u"disconnect"_s,
         {Qt::Key_Delete}},

        {ToNewestLine, logs, Acts::tr("To the newest line, and follow it"), {}, {}, {Qt::Key_End}, widget},
        {MoveLine,
         logs,
         Acts::tr("Line by line; with Shift, select several"),
         {},
         {},
         {Qt::Key_Up, Qt::Key_Down},
         widget},
        {CopyLines, logs, Acts::tr("Copy the selected lines"), {}, {}, standard(QKeySequence::Copy), widget},
        {WrapLines, logs, Acts::tr("Wrap long lines"), Acts::tr("Wrap long lines, or not"), {}, {Qt::ALT | Qt::Key_Z}},
        {NextMatch, logs, Acts::tr("To the next match"), {}, {}, standard(QKeySequence::FindNext)},
        {PreviousMatch, logs, Acts::tr("To the previous match"), {}, {}, standard(QKeySequence::FindPrevious)},

        {ZoomGraph, graphs, Acts::tr("Zoom"), {}, {}, {Qt::Key_Plus, Qt::Key_Minus}, widget},
        {ShowAllOfGraph, graphs, Acts::tr("Show all of it"), {}, {}, {Qt::Key_0}, widget},

        {ZoomChart, charts, Acts::tr("Zoom"), {}, {}, {Qt::Key_Plus, Qt::Key_Minus}, widget},
        {MoveChart, charts, Acts::tr("Move in time"), {}, {}, {Qt::Key_Left, Qt::Key_Right}, widget},
        {ToNewestSample, charts, Acts::tr("To the newest, and follow it"), {}, {}, {Qt::Key_Home}, widget},
    };
}

ActInfo actInfo(ActId id)
{
    const QList<ActInfo> all = actInfos();
    return *std::find_if(all.cbegin(), all.cend(), [id](const ActInfo &info) { return info.id == id; });
}

QString keysText(const ActInfo &info)
{
    QStringList keys;
    for (const QKeySequence &key : info.keys)
        keys.append(key.toString(QKeySequence::NativeText));
    if (keys.size() > 2)
        return Acts::tr("%1 to %2", "keys").arg(keys.constFirst(), keys.constLast());
    return keys.join("  "_L1);
}

QString tipWithKeys(const QString &tip, ActId id)
{
    const QString keys = keysText(actInfo(id));
    return keys.isEmpty() ? tip : Acts::tr("%1 (%2)", "action, keys").arg(tip, keys);
}

QString tipWithKeys(const QString &tip, const QKeySequence &keys)
{
    return Acts::tr("%1 (%2)", "action, keys").arg(tip, keys.toString(QKeySequence::NativeText));
}

QAction *makeAction(ActId id, QWidget &place, const std::function<void()> &act, const QString &tip)
{
    const ActInfo info = actInfo(id);
    auto *action = new QAction(info.text, &place);
    if (!info.icon.isEmpty())
        action->setIcon(icon(info.icon));
    action->setProperty(idProperty, static_cast<int>(id));
    if (info.scope != KeyScope::Widget)
        action->setShortcuts(info.keys);
    action->setShortcutContext(info.scope == KeyScope::Window ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
    action->setToolTip(plain(tipWithKeys(tip.isEmpty() ? info.text : tip, id)));
    if (act)
        QObject::connect(action, &QAction::triggered, &place, act);
    place.addAction(action);
    return action;
}

std::optional<ActId> actOf(const QAction &action)
{
    const QVariant id = action.property(idProperty);
    return id.isValid() ? std::optional(static_cast<ActId>(id.toInt())) : std::nullopt;
}

} // namespace signalbox::widgets
