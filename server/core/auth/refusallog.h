// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>

namespace signalbox::core {

// Logs refused logins, and of many from one place only some, so that a client that tries passwords cannot fill the log or
// hide others in it. Any one thread; owned by UserAuthenticator.
class RefusalLog
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    static constexpr int perPlace = 5; // within a period, as LoginThrottle counts
    static constexpr int inAll = 60;   // within a period
    static constexpr auto period = std::chrono::minutes(1);

    // what: the beginning of a line that ends with the address. place: where LoginThrottle counts it.
    void tell(const char *what, const QString &address, const QString &place, Moment now);

private:
    struct Count
    {
        int told = 0;
        int heldBack = 0;
    };

    Moment m_begin{};
    int m_told = 0;
    QHash<QString, Count> m_places; // that were refused within this period
    qint64 m_heldBack = 0;          // of the last period, to be told with the next refusal
};

} // namespace signalbox::core
