// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/componenttile.h"

#include "widgets/actions/componentacts.h"
#include "widgets/look/accessiblename.h"
#include "widgets/look/icons.h"
#include "widgets/look/pressable.h"
#include "widgets/look/style.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/reasontext.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <limits>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *tile = qobject_cast<ComponentTile *>(object);
    return tile ? new PressableInterface(*tile, QAccessible::Button, [tile] { tile->open(); }) : nullptr;
}

} // namespace

ComponentTile::ComponentTile(const Context &context, const QString &componentId, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_id(componentId)
    , m_name(new TextLabel(TextStyle::Heading))
    , m_badge(new Badge)
    , m_cpu(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_memory(new LiveLabel(TextStyle::Figure, TextLabel::Tone::Live))
    , m_curve(new Sparkline(10.0))
    , m_message(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
{
    static const bool isKnown = (QAccessible::installFactory(&makeInterface), true);
    Q_UNUSED(isKnown)
    m_cpu->setAccessibleName(tr("CPU"));
    m_memory->setAccessibleName(tr("Memory"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void ComponentTile::refresh()
{
    const Component *known = component();
    if (!known)
        return;
    const ComponentFigures *figures = m_context.replica.snapshot().figuresOf(*known);
    m_name->setElided(known->name);
    m_badge->show(*known);
    m_cpu->showText(figures ? format::percent(figures->cpuPercent) : format::dash());
    m_memory->showText(figures ? format::memory(*figures) : format::dash());
    m_memory->setToolTip(plain(figures ? format::memoryTip(*figures) : QString()));
    nameFor(*this, tr("%1: %2", "component, state").arg(known->name, format::state(*known)));
    setToolTip(plain(known->description)); // also what a screen reader tells of it
    showMessage(*known);
    refreshUptime();
}

void ComponentTile::sample()
{
    const Component *known = component();
    const ComponentFigures *figures = known ? m_context.replica.snapshot().figuresOf(*known) : nullptr;
    m_curve->add(figures ? figures->cpuPercent : std::numeric_limits<double>::quiet_NaN());
}

void ComponentTile::showMessage(const Component &component)
{
    const bool failed = isUnwell(component); // yesterday's failure does not paint today red
    // A start that failed is answered with the error alone; the component knows what becomes of it.
    const Reason error = m_context.commands.error(m_id);
    const Reason refused = failed && error == component.error ? Reason() : error;
    m_message->setTone(failed || !refused.isEmpty() ? TextLabel::Tone::Bad : TextLabel::Tone::Muted);
    // A space keeps the line: tiles do not change their height with the news.
    const QString text = refused.isEmpty() ? format::why(component) : reasontext::words(refused);
    const QString tip = refused.isEmpty() ? format::whyInFull(component) : reasontext::inFull(refused);
    m_message->setElided(text.isEmpty() ? u" "_s : text, tip);
}

void ComponentTile::paintEvent(QPaintEvent *event)
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

void ComponentTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (isPress(*this, *event))
        open();
}

void ComponentTile::contextMenuEvent(QContextMenuEvent *event)
{
    const Component *known = component();
    if (!known)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ComponentAct &act : componentActs()) {
        const ActInfo info = actInfo(act.one);
        QAction *action = menu->addAction(icon(info.icon), info.text);
        action->setEnabled(m_context.replica.isConnected() && act.canNow(m_context.commands, *known));
        connect(action, &QAction::triggered, this, [this, act] { m_context.commands.submit(m_id, act.command(m_id)); });
    }
    menu->addSeparator();
    connect(menu->addAction(icon(u"log"_s), tr("Log")), &QAction::triggered, this, &ComponentTile::open);
    menu->popup(event->globalPos());
}

void ComponentTile::keyPressEvent(QKeyEvent *event)
{
    if (isPress(*event))
        open();
    else
        Card::keyPressEvent(event);
}

void ComponentTile::enterEvent(QEnterEvent *event)
{
    Card::enterEvent(event);
    update();
}

void ComponentTile::leaveEvent(QEvent *event)
{
    Card::leaveEvent(event);
    update();
}

} // namespace signalbox::widgets
