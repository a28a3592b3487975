// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/errorline.h"

#include <QVBoxLayout>

namespace signalbox::widgets {

ErrorLine::ErrorLine(QWidget *parent) : TextLabel(TextStyle::Caption, Tone::Bad, parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void ErrorLine::say(const QString &error)
{
    setText(error);
    setVisible(!error.isEmpty());
}

QWidget *ErrorLine::under(QWidget *what)
{
    auto *both = new QWidget;
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tight);
    layout->addWidget(what, 1);
    layout->addWidget(this);
    return both;
}

} // namespace signalbox::widgets
