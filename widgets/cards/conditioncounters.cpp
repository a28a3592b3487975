// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/conditioncounters.h"

#include "widgets/controls/buttons.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

ConditionCounters::ConditionCounters(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::tight);
    for (const Condition condition : allConditions) {
        QToolButton *button = makeButton({}, word(condition), tr("Show only these, or all again"));
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setCheckable(true);
        button->hide();
        connect(button, &QToolButton::clicked, this,
                [this, condition](bool checked) { choose(checked ? std::optional(condition) : std::nullopt); });
        layout->addWidget(button);
        m_buttons[static_cast<std::size_t>(condition)] = button;
    }
    layout->addStretch();
}

void ConditionCounters::count(const Snapshot &snapshot)
{
    std::array<int, allConditions.size()> counts{};
    for (const Component &component : snapshot.components)
        ++counts[static_cast<std::size_t>(conditionOf(component))];
    for (const Condition condition : allConditions) {
        const int count = counts[static_cast<std::size_t>(condition)];
        QToolButton &shown = button(condition);
        const QString text = u"%1 %2"_s.arg(word(condition), format::count(count));
        if (shown.text() != text)
            shown.setText(text);
        shown.setVisible(count > 0);
    }
    if (m_chosen && counts[static_cast<std::size_t>(*m_chosen)] == 0)
        choose({}); // nothing is left to be shown
}

void ConditionCounters::choose(std::optional<Condition> condition)
{
    m_chosen = condition;
    for (const Condition each : allConditions)
        button(each).setChecked(m_chosen == each);
    Q_EMIT chosenChanged();
}

} // namespace signalbox::widgets
