// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace signalbox::airavata {

class AiravataDialect;

// The index from resource to connections: what an event costs follows its receivers, not the number of clients.
// Server thread; owned by the factory.
class Subscribers
{
public:
    void add(const Resource &resource, AiravataDialect *client) { m_clients[resource].insert(client); }
    void remove(const Resource &resource, AiravataDialect *client)
    {
        const auto found = m_clients.find(resource);
        if (found == m_clients.end())
            return;
        found->remove(client);
        if (found->isEmpty())
            m_clients.erase(found);
    }

    // Each client once, however many of its subscriptions match.
    std::vector<AiravataDialect *> of(const QList<Resource> &resources) const
    {
        std::vector<AiravataDialect *> clients;
        for (const Resource &resource : resources) {
            const auto found = m_clients.constFind(resource);
            if (found != m_clients.cend())
                clients.insert(clients.end(), found->cbegin(), found->cend());
        }
        std::sort(clients.begin(), clients.end());
        clients.erase(std::unique(clients.begin(), clients.end()), clients.end());
        return clients;
    }

    qsizetype resources() const { return m_clients.size(); }

private:
    QHash<Resource, QSet<AiravataDialect *>> m_clients;
};

} // namespace signalbox::airavata
