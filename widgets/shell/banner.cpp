// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/banner.h"

#include "widgets/text/format.h"

#include <QPainter>

namespace signalbox::widgets {

Banner::Banner(const Replica &replica, const Liveness &liveness, const ServerHealth &health, QWidget *parent)
    : TextLabel(TextStyle::Heading, Tone::Busy, parent)
    , m_replica(replica)
    , m_liveness(liveness)
    , m_health(health)
{
    setWordWrap(true);
    setContentsMargins(spacing::page, spacing::small, spacing::page, spacing::small);
    connect(&replica, &Replica::connectedChanged, this, &Banner::refresh);
    connect(&liveness, &Liveness::staleChanged, this, &Banner::refresh);
    connect(&health, &ServerHealth::changed, this, &Banner::refresh);
    refresh();
}

void Banner::sayStopping()
{
    m_isStopping = true;
    refresh();
}

void Banner::refresh()
{
    const QString text = words();
    setText(text);
    setVisible(!text.isEmpty());
}

QString Banner::words() const
{
    if (m_isStopping)
        return m_health.activeComponents() > 0 ? tr("Stopping %Ln components…", "", m_health.activeComponents())
                                               : tr("Stopping the server…");
    if (!m_liveness.isStale())
        return {};
    const Timestamp last = m_replica.snapshot().metrics.time;
    const bool isKnown = last != Timestamp{};
    QString text;
    if (m_replica.isConnected())
        text = tr("The server stopped reporting, data is stale.");
    else
        text = isKnown ? tr("Connection lost, data is stale.") : tr("Connecting to the server…");
    if (isKnown)
        text += u' ' + tr("Last update at %1.").arg(format::dateTime(last));
    if (isKnown && m_replica.isConnected())
        text += u' ' + tr("What is asked for now is done when it answers again.");
    return text;
}

void Banner::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(rect(), colours(palette()).busy.fill);
    TextLabel::paintEvent(event);
}

} // namespace signalbox::widgets
