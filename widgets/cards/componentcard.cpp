// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/componentcard.h"

#include "widgets/actions/componentacts.h"
#include "widgets/controls/buttons.h"
#include "widgets/look/accessiblename.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"

#include <QAccessibleWidget>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

// A card is pressed like a button: a screen reader says so, and what works a program by its actions can press it.
class ComponentCardInterface final : public QAccessibleWidget
{
public:
    explicit ComponentCardInterface(ComponentCard &card) : QAccessibleWidget(&card, QAccessible::Button), m_card(card)
    {
    }

    QStringList actionNames() const override { return QStringList{pressAction()} + QAccessibleWidget::actionNames(); }

    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_card.open();
        else
            QAccessibleWidget::doAction(action);
    }

    static QAccessibleInterface *make(const QString &, QObject *object)
    {
        auto *card = qobject_cast<ComponentCard *>(object);
        return card ? new ComponentCardInterface(*card) : nullptr;
    }

private:
    ComponentCard &m_card;
};

} // namespace

ComponentCard::ComponentCard(const Context &context, const QString &componentId, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_id(componentId)
    , m_name(new TextLabel(TextStyle::Heading))
    , m_badge(new Badge)
    , m_since(new LiveLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_cpu(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_memory(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_pid(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_message(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_log(makeButton(u"log"_s, tr("Log"), tr("Show the log, at the line that explains this state")))
{
    static const bool isKnown = (QAccessible::installFactory(&ComponentCardInterface::make), true);
    Q_UNUSED(isKnown)
    build();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(m_log, &QToolButton::clicked, this, &ComponentCard::open);
    refresh();
}

void ComponentCard::build()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::small);
    head->addWidget(m_name, 1);
    head->addWidget(m_badge);
    auto *figures = new QGridLayout;
    figures->setHorizontalSpacing(spacing::medium);
    figures->setVerticalSpacing(0);
    int column = 0;
    for (const auto &[caption, value] :
         {std::pair(tr("CPU"), m_cpu), std::pair(tr("Memory"), m_memory), std::pair(tr("PID"), m_pid)}) {
        auto *label = new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted);
        label->setText(caption);
        value->setAccessibleName(caption);
        figures->addWidget(label, 0, column);
        figures->addWidget(value, 1, column);
        figures->setColumnStretch(column, 1);
        figures->setColumnMinimumWidth(column, 60);
        ++column;
    }
    auto *actions = new QHBoxLayout;
    actions->setSpacing(spacing::tight);
    actions->setContentsMargins(-spacing::small, 0, -spacing::small, 0);
    for (const ComponentAct &act : componentActs()) {
        const ActInfo info = actInfo(act.one);
        QToolButton *button = makeButton(info.icon, {}, info.text);
        connect(button, &QToolButton::clicked, this,
                [this, act] { m_context.commands.submit(m_id, act.command(m_id)); });
        button->setCursor(Qt::ArrowCursor);
        actions->addWidget(button);
        m_buttons << button;
    }
    actions->addStretch();
    actions->addWidget(m_log);
    m_log->setCursor(Qt::ArrowCursor);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::large, spacing::medium, spacing::large, spacing::small);
    layout->setSpacing(spacing::tight);
    layout->addLayout(head);
    layout->addWidget(m_since);
    layout->addSpacing(spacing::tight);
    layout->addLayout(figures);
    layout->addSpacing(spacing::tight);
    layout->addWidget(m_message);
    layout->addLayout(actions);
}

void ComponentCard::refresh()
{
    const Snapshot &snapshot = m_context.replica.snapshot();
    const Component *component = snapshot.component(m_id);
    if (!component)
        return;
    const ComponentFigures *figures = snapshot.figuresOf(*component);
    m_name->setElided(component->name);
    m_badge->show(*component);
    m_cpu->showText(figures ? format::percent(figures->cpuPercent) : format::dash());
    m_memory->showText(figures ? format::memory(*figures) : format::dash());
    m_memory->setToolTip(plain(figures ? format::memoryTip(*figures) : QString()));
    m_pid->showText(component->pid ? QString::number(*component->pid) : format::dash());
    nameFor(*this, tr("%1: %2", "component, state").arg(component->name, format::state(*component)));
    showMessage(*component);
    showActions(*component);
    refreshUptime();
}

void ComponentCard::refreshUptime()
{
    const Component *component = m_context.replica.snapshot().component(m_id);
    if (!component)
        return;
    const Timestamp now = m_context.liveness.serverNow();
    if (component->nextRestartAt && *component->nextRestartAt > now)
        m_since->showText(
            tr("Next try in %1").arg(format::duration(*component->nextRestartAt - now + Milliseconds(999))));
    else if (component->killAt)
        m_since->showText(
            tr("Killed in %1").arg(format::duration(std::max(*component->killAt - now, Milliseconds(0)))));
    else if (component->state == ComponentState::Running && component->startedAt)
        m_since->showText(tr("Up %1").arg(format::duration(now - *component->startedAt)));
    else if (component->state == ComponentState::Error && component->stateSince != Timestamp{})
        m_since->showText(tr("Not tried again, since %1").arg(format::dateTime(component->stateSince)));
    else if (component->stateSince != Timestamp{})
        m_since->showText(tr("Since %1").arg(format::dateTime(component->stateSince)));
    else
        m_since->showText(tr("Never started"));
}

void ComponentCard::showMessage(const Component &component)
{
    const bool failed = isUnwell(component); // yesterday's failure does not paint today red
    // A start that failed is answered with the error alone; the component knows what becomes of it.
    const QString error = m_context.commands.error(m_id);
    const QString refused = failed && error == component.error ? QString() : error;
    m_message->setTone(failed || !refused.isEmpty() ? TextLabel::Tone::Bad : TextLabel::Tone::Muted);
    // A space keeps the line: cards do not change their height with the news.
    const QString text = refused.isEmpty() ? format::why(component) : refused;
    m_message->setElided(text.isEmpty() ? u" "_s : text);
}

void ComponentCard::showActions(const Component &component)
{
    const bool connected = m_context.replica.isConnected();
    const auto &acts = componentActs();
    for (std::size_t i = 0; i < acts.size(); ++i)
        m_buttons[static_cast<qsizetype>(i)]->setEnabled(connected && acts[i].canNow(m_context.commands, component));
}

void ComponentCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (!hasFocus() && !underMouse())
        return;
    QPainter painter(this);
    if (hasFocus())
        return drawFocusRing(painter, *this, rect(), spacing::radius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours(palette()).line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::radius, spacing::radius);
}

void ComponentCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        open();
}

void ComponentCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        open();
    else
        Card::keyPressEvent(event);
}

void ComponentCard::enterEvent(QEnterEvent *event)
{
    Card::enterEvent(event);
    update();
}

void ComponentCard::leaveEvent(QEvent *event)
{
    Card::leaveEvent(event);
    update();
}

} // namespace signalbox::widgets
