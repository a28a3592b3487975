// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/componentstrip.h"

#include "widgets/text/format.h"

#include <QHBoxLayout>

namespace signalbox::widgets {

ComponentStrip::ComponentStrip(const Context &context, const QString &componentId, QWidget *parent)
    : ComponentTile(context, componentId, parent)
{
    // The same room in each row: what stands below each other is compared.
    for (const auto &[figure, widest] :
         {std::pair(&cpu(), format::percent(100)), std::pair(&memory(), format::megabytes(1000))}) {
        figure->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        figure->setMinimumWidth(figure->fontMetrics().horizontalAdvance(widest));
    }
    name().setMinimumWidth(grown(110));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::medium, spacing::tight, spacing::medium, spacing::tight);
    layout->setSpacing(spacing::small);
    layout->addWidget(&name(), 2);
    layout->addWidget(&messageLabel(), 3);
    layout->addWidget(&curve());
    layout->addWidget(&cpu());
    layout->addWidget(&memory());
    layout->addWidget(&badge());
    refresh();
}

void ComponentStrip::refresh()
{
    ComponentTile::refresh();
    const Component *known = component();
    if (!known)
        return;
    const bool tells = isUnwell(*known) || !context().commands.error(id()).isEmpty();
    const bool measured = !tells && context().replica.snapshot().figuresOf(*known);
    messageLabel().setVisible(tells);
    for (QWidget *figure :
         {static_cast<QWidget *>(&curve()), static_cast<QWidget *>(&cpu()), static_cast<QWidget *>(&memory())})
        figure->setVisible(measured);
}

} // namespace signalbox::widgets
