// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"
#include "widgets/state/context.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QSettings;
class QToolButton;

namespace signalbox::widgets {

// Which events are shown: about what, by whom, and when. GUI thread; owned by EventsPage.
class EventFilters final : public QWidget
{
    Q_OBJECT

public:
    explicit EventFilters(const Context &context, QWidget *parent = nullptr);

    EventsQuery query() const; // "last hour" counts from now
    bool isOpen() const;       // leaves nothing out
    void save(QSettings &settings) const;
    void restore(QSettings &settings); // says nothing

    QLineEdit &text() { return *m_text; }
    QComboBox &kind() { return *m_kind; }
    QComboBox &person() { return *m_person; }
    QComboBox &time() { return *m_time; }
    QDateTimeEdit &from() { return *m_from; }
    QDateTimeEdit &to() { return *m_to; }
    QCheckBox &onlyBad() { return *m_onlyBad; }
    QToolButton &clearButton() { return *m_clear; }

Q_SIGNALS:
    void changed();

private:
    void clear();
    void refreshClear();
    void refreshPersons();
    void showTimes();

    Context m_context;
    QLineEdit *m_text;
    QComboBox *m_kind;
    QComboBox *m_person;
    QComboBox *m_time;
    QWidget *m_between;
    QDateTimeEdit *m_from;
    QDateTimeEdit *m_to;
    QCheckBox *m_onlyBad;
    QToolButton *m_clear;
    QTimer m_typing; // the store is asked when typing pauses
};

// Of a wall clock that shows a time twice, the first and the last moment it shows it.
Timestamp firstMoment(const QDateTime &local);
Timestamp lastMoment(const QDateTime &local);

} // namespace signalbox::widgets
