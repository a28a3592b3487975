// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/page.h"

class QComboBox;
class QToolButton;
class QLineEdit;

namespace signalbox::widgets {

// The line of filters above the executions; remembers them. GUI thread; owned by ExecutionsPage.
class ExecutionFilters final : public QWidget
{
    Q_OBJECT

public:
    // Of a source that is the runs of one schedule. No dialect has such a name.
    static constexpr QLatin1String schedulePrefix{"schedule:"};

    explicit ExecutionFilters(const PageContext &context, QWidget *parent = nullptr);

    HistoryFilter filter() const;                               // "last hour" counts from now
    bool isOpen() const { return filter() == HistoryFilter{}; } // leaves nothing out
    void showOnly(const QString &text);                         // everything else open; says nothing
    void showSchedule(const QString &id);                       // the same of its runs
    void refreshChoices();
    void save(QSettings &settings) const;
    void restore(QSettings &settings); // says nothing

    QLineEdit &text() { return *m_text; }
    QComboBox &state() { return *m_state; }
    QToolButton &clearButton() { return *m_clear; }

Q_SIGNALS:
    void changed();

private:
    void refreshClear();
    QList<QComboBox *> boxes() const { return {m_state, m_kind, m_owner, m_dialect, m_time}; }

    PageContext m_context;
    QLineEdit *m_text;
    QComboBox *m_state;
    QComboBox *m_kind;
    QComboBox *m_owner;
    QComboBox *m_dialect;
    QComboBox *m_time;
    QToolButton *m_clear;
    QTimer m_typing; // the store is asked when typing pauses
};

} // namespace signalbox::widgets
