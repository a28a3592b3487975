// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/statusline.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

StatusLine::StatusLine(const link::ControlLink &link, const Liveness &liveness, const Attention &attention,
                       QWidget *parent)
    : QStatusBar(parent)
    , m_link(link)
    , m_liveness(liveness)
    , m_attention(attention)
    , m_state(new TextLabel(TextStyle::Caption))
    , m_addresses(new TextLabel(TextStyle::Caption, TextLabel::Tone::Muted))
    , m_clients(new LiveLabel(TextStyle::Caption))
    , m_executions(new LiveLabel(TextStyle::Caption))
    , m_tick(new LiveLabel(TextStyle::Caption))
{
    setSizeGripEnabled(false);
    setContentsMargins(spacing::medium, 0, spacing::medium, 0);
    addWidget(m_state);
    addWidget(m_addresses, 1);
    for (LiveLabel *label : {m_clients, m_executions, m_tick}) {
        label->setIndent(spacing::medium);
        addPermanentWidget(label);
    }
    connect(&attention, &Attention::changed, this, &StatusLine::refresh);
    connect(&liveness, &Liveness::staleChanged, this, &StatusLine::refresh);
    connect(&liveness, &Liveness::secondPassed, this, &StatusLine::refreshTick);
    connect(&link, &link::ControlLink::connectedChanged, this, &StatusLine::refresh);
    connect(&link, &link::ControlLink::snapshotReplaced, this, &StatusLine::refresh);
    connect(&link, &link::ControlLink::changed, this, [this](const Change &change) {
        const auto &body = change.body;
        if (std::holds_alternative<MetricsSampled>(body) || std::holds_alternative<ClientConnected>(body)
            || std::holds_alternative<ClientDisconnected>(body) || std::holds_alternative<ServerChanged>(body))
            refresh();
    });
    refresh();
}

void StatusLine::refresh()
{
    const Snapshot &snapshot = m_link.snapshot();
    const bool stale = m_liveness.isStale();
    if (!m_link.isConnected())
        m_state->setText(tr("● Not connected"));
    else if (stale)
        m_state->setText(tr("● Stale"));
    else if (m_attention.failed() > 0)
        m_state->setText(u"● "_s + format::failedComponents(m_attention.failed())
                         + (snapshot.mode == Mode::Normal ? QString() : u" · "_s + format::mode(snapshot.mode)));
    else
        m_state->setText(u"● "_s + format::mode(snapshot.mode));
    const bool isWell = !stale && m_attention.failed() == 0 && snapshot.mode == Mode::Normal;
    m_state->setTone(isWell ? TextLabel::Tone::Normal : TextLabel::Tone::Bad);
    QStringList addresses;
    for (const ListenerInfo &listener : snapshot.server.listeners)
        addresses << u"%1 %2"_s.arg(format::address(listener), listener.dialects.join(u'/'));
    m_addresses->setElided(addresses.isEmpty() ? tr("No listener") : addresses.join(u" · "_s));
    m_clients->showText(tr("%Ln clients", "", static_cast<int>(snapshot.clients.size())));
    m_executions->showText(format::runningExecutions(m_attention.running()));
    for (LiveLabel *label : {m_clients, m_executions, m_tick})
        label->setTone(stale ? TextLabel::Tone::Muted : TextLabel::Tone::Normal);
    refreshTick();
}

void StatusLine::refreshTick()
{
    const std::optional<Milliseconds> age = m_liveness.tickAge();
    m_tick->showText(age ? tr("Last tick %1 ago").arg(format::duration(*age)) : tr("No tick yet"));
}

} // namespace signalbox::widgets
