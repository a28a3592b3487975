// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QAction;
class QWidget;

namespace signalbox::widgets {

// Everything that a button, a menu or a key of the window does, once. A new act: an id, a row in acts.cpp, and a
// makeAction() where it is carried out.
enum class ActId {
    Help,
    Palette,
    ShowPage,
    Quit,
    ResetLayout,
    About,
    Find,
    FindEverywhere,
    Save,
    NextPart,
    OpenSelected,
    SortTable,
    SelectAll,
    StartComponent,
    StopComponent,
    RestartComponent,
    KillComponent,
    ScaleComponent,
    TypeToComponent,
    StartAll,
    StopAll,
    RestartAll,
    ShowLogs,
    CopyCommand,
    StartPipeline,
    RunGraph,
    StopExecution,
    RunAgain,
    RetryFailed,
    CopyId,
    RunProcess,
    WatchCall,
    CloseInput,
    CancelCall,
    CloseCall,
    RunSchedule,
    PauseSchedule,
    ResumeSchedule,
    ShowRuns,
    WatchClient,
    DisconnectClient,
    ToNewestLine,
    MoveLine,
    CopyLines,
    WrapLines,
    NextMatch,
    PreviousMatch,
    ZoomGraph,
    ShowAllOfGraph,
    ZoomChart,
    MoveChart,
    ToNewestSample
};

// Where the key of an act works: in the whole window; inside the widget that the QAction was made for, so that a person
// who reads a log stops nothing by a key; or in widgets that read the key themselves, without a QAction.
enum class KeyScope { Window, Place, Widget };

struct ActInfo
{
    ActId id = ActId::Help;
    QString group; // heading in the list of keys
    QString text;  // on buttons and in menus
    QString about; // in the list of keys; empty: text
    QString icon;  // empty: none
    QList<QKeySequence> keys{};
    KeyScope scope = KeyScope::Place;
};

// In the order of the list of keys, in the language of the window.
QList<ActInfo> actInfos();
ActInfo actInfo(ActId id);
// As the platform writes them: "Ctrl+1 to Ctrl+0", "Up  Down"; empty when there are none.
QString keysText(const ActInfo &info);
// A tip that ends with the keys, where there are some.
QString tipWithKeys(const QString &tip, ActId id);
QString tipWithKeys(const QString &tip, const QKeySequence &keys);

// The act as it is done at this place; a child of place, and among its actions. act empty: the place listens to the
// QAction itself. tip empty: the text.
QAction *makeAction(ActId id, QWidget &place, const std::function<void()> &act, const QString &tip = {});
// Which act this QAction is.
std::optional<ActId> actOf(const QAction &action);

} // namespace signalbox::widgets
