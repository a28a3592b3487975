// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"

namespace signalbox::widgets {

// Why something was refused or ended badly, where it happened; takes no room while there is nothing to say.
class ErrorLine final : public TextLabel
{
    Q_OBJECT

public:
    explicit ErrorLine(QWidget *parent = nullptr);

    void say(const QString &error); // empty: hidden
    // What the line is about, with the line beneath: what a person points at stays where it is when something is said.
    QWidget *under(QWidget *what);
};

} // namespace signalbox::widgets
