// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/card.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/context.h"

#include <array>

class QToolButton;

namespace signalbox::widgets {

// In which mode the server is, and the switches, each with what it means for those who use it. Ending what runs is asked
// for twice. GUI thread; owned by ServerPage.
class ModeCard final : public Card
{
    Q_OBJECT

public:
    explicit ModeCard(const Context &context, QWidget *parent = nullptr);
    void refresh();

    QToolButton &button(Mode mode) { return *m_rows[static_cast<std::size_t>(mode)].button; }
    QToolButton &confirmButton() { return *m_confirm; }
    QString error() const { return m_error->text(); }
    QString question() const { return m_questionText->text(); }

private:
    struct Row
    {
        QToolButton *button;
        TextLabel *text;
    };
    void choose(Mode mode);
    void ask(bool wanted);

    Context m_context;
    TextLabel *m_current;
    std::array<Row, 3> m_rows{};
    QWidget *m_question;
    TextLabel *m_questionText;
    QToolButton *m_confirm;
    QToolButton *m_keep;
    ErrorLine *m_error;
};

} // namespace signalbox::widgets
