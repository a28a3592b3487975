// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/linklabel.h"

#include "widgets/look/pressable.h"
#include "widgets/look/style.h"
#include "widgets/text/plain.h"

#include <QKeyEvent>
#include <QPainter>

namespace signalbox::widgets {

namespace {

class LinkLabelInterface final : public PressableInterface
{
public:
    explicit LinkLabelInterface(LinkLabel &label)
        : PressableInterface(label, QAccessible::Link, [&label] { Q_EMIT label.pressed(); })
        , m_label(label)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? m_label.text() : PressableInterface::text(kind);
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
    if (isPress(*this, *event))
        Q_EMIT pressed();
}

void LinkLabel::keyPressEvent(QKeyEvent *event)
{
    if (isPress(*event))
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
