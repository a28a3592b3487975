// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/connectionslots.h"

namespace signalbox::gateway {

namespace {

void leave(QHash<QString, int> &counts, const QString &key)
{
    const auto entry = counts.find(key);
    if (entry != counts.end() && --*entry == 0)
        counts.erase(entry);
}

} // namespace

ConnectionSlots::ConnectionSlot::~ConnectionSlot() = default;

ConnectionSlots::ConnectionSlot::Claim::~Claim()
{
    --counts->all;
    leave(counts->places, place);
    if (!user.isEmpty())
        leave(counts->users, user);
}

bool ConnectionSlots::ConnectionSlot::claimUser(const QString &user, int ceiling)
{
    if (!m_claim || user.isEmpty() || !m_claim->user.isEmpty())
        return true;
    int &count = m_claim->counts->users[user];
    if (ceiling > 0 && count >= ceiling)
        return false;
    ++count;
    m_claim->user = user;
    return true;
}

std::optional<ConnectionSlots::ConnectionSlot> ConnectionSlots::take(const QString &dialect, const QString &place,
                                                                     const Limits &limits)
{
    std::shared_ptr<ConnectionSlot::Counts> &counts = m_dialects[dialect];
    if (!counts)
        counts = std::make_shared<ConnectionSlot::Counts>();
    if (limits.connections > 0 && counts->all >= limits.connections)
        return std::nullopt;
    if (limits.connectionsPerAddress > 0 && counts->places.value(place) >= limits.connectionsPerAddress)
        return std::nullopt;
    ++counts->all;
    ++counts->places[place];
    ConnectionSlot slot;
    slot.m_claim = std::make_unique<ConnectionSlot::Claim>();
    slot.m_claim->counts = counts;
    slot.m_claim->place = place;
    return slot;
}

} // namespace signalbox::gateway
