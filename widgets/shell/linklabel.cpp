// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/linklabel.h"

#include "widgets/look/style.h"
#include "widgets/text/plain.h"

#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QPainter>

namespace signalbox::widgets {

namespace {

class LinkLabelInterface final : public QAccessibleWidget
{
public:
    explicit LinkLabelInterface(LinkLabel &label) : QAccessibleWidget(&label, QAccessible::Link), m_label(label) {}

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_label.text() : QAccessibleWidget::text(kind);
    }
    QStringList actionNames() const override { return QStringList{pressAction()} + QAccessibleWidget::actionNames(); }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            Q_EMIT m_label.pressed();
        else
            QAccessibleWidget::doAction(action);
    }

    static QAccessibleInterface *make(const QString &, QObject *object)
    {
        auto *label = qobject_cast<LinkLabel *>(object);
        return label ? new LinkLabelInterface(*label) : nullptr;
    }

private:
    LinkLabel &m_label;
};

} // namespace

LinkLabel::LinkLabel(const QString &tip, QWidget *parent) : TextLabel(TextStyle::Caption, Tone::Normal, parent)
{
    static const bool isKnown = (QAccessible::installFactory(&LinkLabelInterface::make), true);
    Q_UNUSED(isKnown)
    setToolTip(plain(tip));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

void LinkLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT pressed();
}

void LinkLabel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT pressed();
    else
        TextLabel::keyPressEvent(event);
}

void LinkLabel::enterEvent(QEnterEvent *event)
{
    TextLabel::enterEvent(event);
    underline(true);
}

void LinkLabel::leaveEvent(QEvent *event)
{
    TextLabel::leaveEvent(event);
    underline(false);
}

void LinkLabel::underline(bool on)
{
    QFont changed = font();
    changed.setUnderline(on);
    setFont(changed);
}

void LinkLabel::paintEvent(QPaintEvent *event)
{
    TextLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    drawFocusRing(painter, *this, rect(), spacing::tight);
}

} // namespace signalbox::widgets
