// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/refusallog.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Q_LOGGING_CATEGORY(lcAuth, "signalbox.auth", QtInfoMsg)

} // namespace

void RefusalLog::tell(const char *what, const QString &address, const QString &place, Moment now)
{
    if (now - m_begin >= period) {
        for (const Count &count : std::as_const(m_places))
            m_heldBack += count.heldBack;
        m_places.clear();
        m_begin = now;
        m_told = 0;
        if (m_heldBack > 0)
            qCWarning(lcAuth, "%lld more logins were refused before, and not told one by one",
                      static_cast<long long>(std::exchange(m_heldBack, 0)));
    }
    if (m_told >= inAll) {
        ++m_heldBack;
        return;
    }
    Count &count = m_places[place]; // at most as many as are told
    if (count.told >= perPlace) {
        ++count.heldBack;
        return;
    }
    ++count.told;
    ++m_told;
    const QString from = place.contains(address) ? place : u"%1 (%2)"_s.arg(address, place);
    qCWarning(lcAuth, "%s %s%s", what, qUtf8Printable(from),
              count.told == perPlace ? "; more from there are not told for a minute" : "");
}

} // namespace signalbox::core
