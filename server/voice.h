// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/hub.h"

namespace signalbox {

// Tells the log what happens, for where there is no window: states of components, ends of executions, modes, and what people
// ask for (docs/interface.md, "The log"). As the Hub's handler it sees each Command that is carried out, and hands it on.
// Server thread; owned by Server.
class Voice final : public QObject, public core::CommandHandler
{
    Q_OBJECT

public:
    // Both outlive this. From now on Changes of the hub are told.
    Voice(core::Hub &hub, core::CommandHandler &next);

    Result<QString> handle(const Command &command) override;

private:
    void hear(const Change &change, const Replaced &replaced);

    core::Hub &m_hub;
    core::CommandHandler &m_next;
};

} // namespace signalbox
