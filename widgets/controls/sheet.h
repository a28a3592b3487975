// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace signalbox::widgets {

// What may be higher than the window, on the page's own ground, and scrolls as a whole. Between it and its scroll bar, at the
// end of the lines in either direction of reading, is a little room.
class Sheet final : public QScrollArea
{
    Q_OBJECT

public:
    // Takes content over.
    explicit Sheet(QWidget *content, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void leaveRoom();
};

} // namespace signalbox::widgets
