// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/dialogs/firstconfigdialog.h"
#include "widgets/state/replica.h"

#include <QPointer>

class QSettings;
class QToolButton;

namespace signalbox::widgets {

// Above the pages while the server runs the built-in example: says so, and leads to a configuration of one's own. Closed, it
// does not come again. GUI thread; owned by MainWindow.
class ExampleLine final : public QWidget
{
    Q_OBJECT

public:
    ExampleLine(const Replica &replica, QSettings &settings, QWidget *parent = nullptr);

    // Without it there is nothing to lead to, and nothing is shown.
    void offer(FirstConfiguration first);

    QString text() const { return m_text->text(); }
    QToolButton &writeButton() { return *m_write; }
    QToolButton &closeButton() { return *m_close; }
    FirstConfigDialog *dialog() { return m_dialog; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ask();
    void refresh();

    const Replica &m_replica;
    QSettings &m_settings;
    std::optional<FirstConfiguration> m_first;
    bool m_isWritten = false;
    TextLabel *m_text;
    QToolButton *m_write;
    QToolButton *m_open;
    QToolButton *m_close;
    QPointer<FirstConfigDialog> m_dialog;
};

} // namespace signalbox::widgets
