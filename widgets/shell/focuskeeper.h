// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

namespace signalbox::widgets {

// What is used is disabled while that is under way, and Qt gives its focus to the next one, which does something else: a
// second press of Space would do that. Here the focus goes to what it is a part of, else to where its page begins, and
// back when it works again. GUI thread; owned by MainWindow.
class FocusKeeper final : public QObject
{
    Q_OBJECT

public:
    explicit FocusKeeper(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moved(QWidget *from, QWidget *to);
    void forget();

    QWidget &m_window;
    QPointer<QWidget> m_lost;  // was disabled with the focus
    QPointer<QWidget> m_given; // has it instead
    bool m_isMoving = false;   // by us
    QElapsedTimer m_since;
};

} // namespace signalbox::widgets
