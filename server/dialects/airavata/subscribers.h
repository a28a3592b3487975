// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace signalbox::airavata {

class AiravataSession;

// The index from resource to sessions: the cost of an event follows its receivers, not the number of clients. Server
// thread; owned by AiravataDialect.
class Subscribers
{
public:
    void add(const Resource &resource, AiravataSession *client) { m_clients[resource].insert(client); }
    void remove(const Resource &resource, AiravataSession *client)
    {
        const auto found = m_clients.find(resource);
        if (found == m_clients.end())
            return;
        found->remove(client);
        if (found->isEmpty())
            m_clients.erase(found);
    }

    // Each session once, however many of its subscriptions match.
    std::vector<AiravataSession *> of(const QList<Resource> &resources) const
    {
        std::vector<AiravataSession *> clients;
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
    QHash<Resource, QSet<AiravataSession *>> m_clients;
};

} // namespace signalbox::airavata
