// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/sutra/sutradialect.h"

namespace signalbox::sutra {

// One connection: sends the frame that SutraDialect encodes for the StatusFilter of this client. Server thread; owned
// by its Connection.
class SutraSession final : public dialects::Session
{
public:
    SutraSession(SutraDialect &dialect, dialects::Peer &peer);
    ~SutraSession() override;

    void opened() override { sendStatus(); }
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &) override {} // ignored
    void sendStatus();

private:
    SutraDialect &m_dialect;
    dialects::Peer &m_peer;
    StatusFilter m_filter;
    QString m_key; // its texts
};

} // namespace signalbox::sutra
