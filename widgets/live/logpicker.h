// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/refresher.h"
#include "widgets/live/logfeed.h"

#include <QWidget>

#include <vector>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace signalbox::widgets {

// Whose logs are shown together: components, nodes of executions and calls, to be ticked; those that are bear the colour of
// their lines. GUI thread; owned by LogsPage.
class LogPicker final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostPicked = 32;
    static constexpr int mostExecutions = 30; // that are offered, the newest
    static constexpr int mostNodes = 200;     // of these

    explicit LogPicker(Replica &replica, QWidget *parent = nullptr);

    const QList<LogOrigin> &picked() const { return m_picked; } // in the order in which they were
    void pick(const QList<LogOrigin> &origins);                 // these alone
    // What is picked, to be remembered; and to be picked again, as far as it is still there, as soon as the server tells.
    QStringList noted() const;
    void pickNoted(const QStringList &noted);
    QLineEdit &filter() { return *m_filter; }
    QTreeWidget &tree() { return *m_tree; }
    static ColourRole colourOf(qsizetype place); // of the one at this place of picked()

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    bool put(QTreeWidgetItem &below, QList<LogOrigin> wanted); // false: it was like that
    bool putExecutions();
    void lookForNoted();
    void lookFor(const LogOrigin &wanted);
    void endLooking();
    void take(QTreeWidgetItem *item);
    void applyFilter();
    void paint();

    Replica &m_replica;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QTreeWidgetItem *m_components;
    QTreeWidgetItem *m_executions;
    QTreeWidgetItem *m_calls;
    QList<LogOrigin> m_picked;
    QStringList m_noted;          // that are looked for
    QList<LogOrigin> m_there;     // of these
    std::vector<Asking> m_asking; // the history for the others
    Refresher m_refresher;
};

} // namespace signalbox::widgets
