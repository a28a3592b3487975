// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/limits.h"

#include <QHash>

#include <memory>
#include <optional>

namespace signalbox::gateway {

// How many connections one dialect has, in all and per address and user (reliability.md, R5). Counted from
// before admission, so that a crowd at the door counts too. Server thread; owned by Gateway.
class Seats
{
public:
    // Held by whoever is, or is about to become, a connection; given back when it dies.
    class Seat
    {
    public:
        Seat() = default;
        Seat(Seat &&) = default;
        Seat &operator=(Seat &&) = default;
        ~Seat();

        // False: this user has too many already.
        bool claimUser(const QString &user, int ceiling);

    private:
        friend class Seats;
        struct Counts
        {
            int all = 0;
            QHash<QString, int> addresses;
            QHash<QString, int> users;
        };
        struct Claim
        {
            std::shared_ptr<Counts> counts;
            QString address;
            QString user;
            ~Claim();
        };
        std::unique_ptr<Claim> m_claim;
    };

    std::optional<Seat> take(const QString &dialect, const QString &address, const Limits &limits);

private:
    QHash<QString, std::shared_ptr<Seat::Counts>> m_dialects;
};

} // namespace signalbox::gateway
