// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/live/typeline.h"

#include "widgets/actions/acts.h"
#include "widgets/controls/buttons.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr qsizetype remembered = 50;

} // namespace

TypeLine::TypeLine(const Replica &replica, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_replica(replica)
    , m_commands(commands)
    , m_field(new QLineEdit)
    , m_send(
          makeButton(u"send"_s, tr("Send"), tipWithKeys(tr("Send this line to the component"), ActId::TypeToComponent)))
{
    m_field->setPlaceholderText(tr("A line for the component"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->setFont(widgets::font(TextStyle::Mono));
    m_field->setMaxLength(static_cast<int>(typedBytes) / 4 - 1); // characters of up to four bytes
    m_field->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::small);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_send);
    connect(m_field, &QLineEdit::returnPressed, this, &TypeLine::send);
    connect(m_send, &QToolButton::clicked, this, &TypeLine::send);
    refresh();
}

void TypeLine::setComponent(const QString &id)
{
    if (m_id == id)
        return;
    m_id = id;
    m_field->clear(); // what was begun for one program is not for another
    m_typed.clear();
    m_shown = 0;
    refresh();
}

void TypeLine::refresh()
{
    const Component *component = m_replica.snapshot().component(m_id);
    setVisible(component && component->takesInput);
    const bool open = component && component->pid && m_replica.isConnected();
    m_field->setEnabled(open);
    m_send->setEnabled(open);
}

void TypeLine::send()
{
    if (!m_field->isEnabled())
        return;
    const QString line = m_field->text();
    m_commands.submit(m_id, signalbox::TypeToComponent{m_id, line.toUtf8() + '\n'});
    m_typed.removeAll(line);
    if (!line.isEmpty())
        m_typed.append(line);
    if (m_typed.size() > remembered)
        m_typed.removeFirst();
    m_shown = m_typed.size();
    m_field->clear();
}

void TypeLine::recall(int step)
{
    const qsizetype to = m_shown + step;
    if (to < 0 || to > m_typed.size())
        return;
    m_shown = to;
    m_field->setText(to == m_typed.size() ? QString() : m_typed.at(to));
}

bool TypeLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    recall(key == Qt::Key_Up ? -1 : 1);
    return true;
}

} // namespace signalbox::widgets
