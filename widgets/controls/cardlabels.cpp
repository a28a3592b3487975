// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/cardlabels.h"

namespace signalbox::widgets {

TextLabel *makeHeading(const QString &text)
{
    auto *label = new TextLabel(TextStyle::Heading);
    label->setText(text);
    label->setMinimumHeight(2 * spacing::large); // as high as a button beside it
    return label;
}

TextLabel *makeEmptyText(const QString &text)
{
    auto *label = new TextLabel(TextStyle::Body, TextLabel::Tone::Muted);
    label->setText(text);
    label->setWordWrap(true);
    return label;
}

} // namespace signalbox::widgets
