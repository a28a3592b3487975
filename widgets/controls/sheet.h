// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace signalbox::widgets {

// What may be higher than the window, on the page's own ground, and scrolls as a whole.
class Sheet final : public QScrollArea
{
    Q_OBJECT

public:
    // Takes content over.
    explicit Sheet(QWidget *content, QWidget *parent = nullptr);
};

} // namespace signalbox::widgets
