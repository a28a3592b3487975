// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/work/turns.h"

namespace signalbox::core {
class AgentRegistry;
class BlackBoxes;
class Engine;
class Finder;
class LogBook;
class Store;
} // namespace signalbox::core

namespace signalbox {

// Hands each Query to the class that knows the answer: log lines to the LogBook, the jobs of an agent to the AgentRegistry,
// black boxes to the BlackBoxes, what is to be found to the Finder, everything else to the Store. Server thread; owned by Server.
class Queries
{
public:
    // All outlive this.
    Queries(core::Store &store, core::LogBook &logs, const core::AgentRegistry &agents, const core::Engine &engine)
        : m_store(store)
        , m_logs(logs)
        , m_agents(agents)
        , m_engine(engine)
    {
    }

    void setBlackBoxes(core::BlackBoxes *boxes) { m_boxes = boxes; } // outlives this; null: none are kept
    void setFinder(core::Finder &finder) { m_finder = &finder; }     // outlives this, before the first FindQuery

    // The answer comes once, perhaps before this returns, and only while context lives. What reads files or the database waits
    // for its turn, and is refused with Capacity where too much of its actor waits already (core::Turns).
    void ask(const Query &query, QObject *context, const core::AnswerCallback &answered);
    // The same as a function, for dialects and links. This outlives it.
    core::Ask function();

private:
    void askForOutput(const Query &query, QObject *context, const core::AnswerCallback &answered,
                      const core::Asker &asker);

    core::Store &m_store;
    core::LogBook &m_logs;
    const core::AgentRegistry &m_agents;
    const core::Engine &m_engine;
    core::BlackBoxes *m_boxes = nullptr;
    core::Finder *m_finder = nullptr;
};

} // namespace signalbox
