// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/live/logpanel.h"
#include "widgets/live/logpicker.h"
#include "widgets/pages/findpanel.h"

class QSplitter;
class QTabWidget;

namespace signalbox::widgets {

// Many logs in one view: those that one picks, merged by time; and what is found in all of them.
class LogsPage final : public Page
{
    Q_OBJECT

public:
    explicit LogsPage(const PageContext &context, QWidget *parent = nullptr);

    // Shows the logs of these components together.
    static QString together(const QStringList &componentIds);
    static QString everywhere(); // to find something in all logs
    void reveal(const QString &subject) override;
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    LogPicker &picker() { return *m_picker; }
    LogPanel &log() { return *m_log; }
    FindPanel &finder() { return *m_finder; }
    QTabWidget &tabs() { return *m_tabs; }

private:
    void showPicked();
    void pickComponents(const QStringList &ids);

    LogPicker *m_picker;
    LogPanel *m_log;
    QSplitter *m_splitter;
    FindPanel *m_finder;
    QTabWidget *m_tabs;
};

} // namespace signalbox::widgets
