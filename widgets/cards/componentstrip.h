// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/cards/componenttile.h"

namespace signalbox::widgets {

// A tile in one line, for where there are many. Of what is unwell the reason stands in place of figures.
// GUI thread; owned by ComponentBoard.
class ComponentStrip final : public ComponentTile
{
    Q_OBJECT

public:
    ComponentStrip(const Context &context, const QString &componentId, QWidget *parent = nullptr);

    void refresh() override;
};

} // namespace signalbox::widgets
