// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/admission/limits.h"

#include <QHash>

#include <memory>
#include <optional>

namespace signalbox::gateway {

// Counts the connections of each dialect, in all, per place and per user, and refuses those beyond the Limits
// (docs/reliability.md, "Limits hold"). A slot is taken before admission, so that upgrades that still wait for their
// credentials to be checked are counted too. Server thread; owned by Gateway.
class ConnectionSlots
{
public:
    // Held by a Connection, or by an upgrade that waits for admission; the destructor gives the slot back.
    class ConnectionSlot
    {
    public:
        ConnectionSlot() = default;
        ConnectionSlot(ConnectionSlot &&) = default;
        ConnectionSlot &operator=(ConnectionSlot &&) = default;
        ~ConnectionSlot();

        // Counts the connection for this user too. False: the user has as many as ceiling allows (0: any number).
        bool claimUser(const QString &user, int ceiling);

    private:
        friend class ConnectionSlots;
        struct Counts
        {
            int all = 0;
            QHash<QString, int> places;
            QHash<QString, int> users;
        };
        struct Claim
        {
            std::shared_ptr<Counts> counts;
            QString place;
            QString user;
            ~Claim();
        };
        std::unique_ptr<Claim> m_claim;
    };

    // nullopt: the dialect, or the place on it, has as many connections as limits allow.
    std::optional<ConnectionSlot> take(const QString &dialect, const QString &place, const Limits &limits);

private:
    QHash<QString, std::shared_ptr<ConnectionSlot::Counts>> m_dialects;
};

} // namespace signalbox::gateway
