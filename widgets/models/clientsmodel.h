// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/keyedtable.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

struct ClientRow
{
    Client client;
    double bytesPerSecond = 0.0; // both directions, over the last tick
};

// Every connection as a table row, in the order they were first seen.
class ClientsModel final : public KeyedTable<ClientRow>
{
    Q_OBJECT

public:
    enum Column {
        Session,
        User,
        Address,
        Since,
        Rate,
        Backlog,
        MessagesIn,
        MessagesOut,
        BytesIn,
        BytesOut,
        LastError,
        Subscriptions
    };

    explicit ClientsModel(const Replica &replica, QObject *parent = nullptr);

    // Asleep, figures are counted but not told to anybody; waking up tells them all at once.
    void setAwake(bool awake);

private:
    const ClientRow &shown(int index) const override { return row(index); }
    QString idOf(const ClientRow &row) const override { return row.client.id; }
    void load();
    void takeFigures(const QList<std::pair<QString, ClientFigures>> &counted, Timestamp time);
    void tellFigures();

    const Replica &m_replica;
    Timestamp m_lastCount{};
    bool m_awake = true;
    bool m_behind = false;
};

} // namespace signalbox::widgets
