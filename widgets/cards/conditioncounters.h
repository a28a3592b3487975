// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/condition.h"

#include <QWidget>

class QToolButton;

namespace signalbox::widgets {

// How many components are in which condition; pressed, only these are to be shown. GUI thread; owned by ComponentBoard.
class ConditionCounters final : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionCounters(QWidget *parent = nullptr);
    void count(const Snapshot &snapshot);
    std::optional<Condition> chosen() const { return m_chosen; } // nullopt: all
    QToolButton &button(Condition condition) { return *m_buttons[static_cast<std::size_t>(condition)]; }

Q_SIGNALS:
    void chosenChanged();

private:
    void choose(std::optional<Condition> condition);

    std::array<QToolButton *, allConditions.size()> m_buttons{};
    std::optional<Condition> m_chosen;
};

} // namespace signalbox::widgets
