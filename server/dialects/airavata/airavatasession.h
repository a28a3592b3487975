// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/dialects/dialect.h"

#include <QObject>

#include <chrono>

namespace signalbox::airavata {

class AiravataDialect;

// One Airavata connection: its subscriptions, its heartbeat, its end. Server thread; owned by its Connection.
class AiravataSession final : public dialects::Session
{
public:
    static constexpr Milliseconds heartbeat = std::chrono::seconds(54);

    // resource: of the path.
    AiravataSession(AiravataDialect &dialect, dialects::Peer &peer, const std::optional<Resource> &resource);
    ~AiravataSession() override;

    void opened() override;
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override { textReceived(payload); }
    void pongReceived(std::chrono::nanoseconds sincePing) override;
    void closed() override;

    const Actor &actor() const { return m_peer.actor(); }
    void send(const dialects::Frame &frame);

private:
    void subscribe(const Incoming &message);
    void show();
    void beat();
    void answer(Type type, const QByteArray &data = {}, const QString &error = {});

    AiravataDialect &m_dialect;
    dialects::Peer &m_peer;
    QObject m_life; // the context of all timers: none comes after this session
    QList<Resource> m_subscriptions;
    std::optional<std::chrono::steady_clock::time_point> m_pingedAt; // of the `ping` message that is not answered yet
    bool m_isOpen = true;
};

} // namespace signalbox::airavata
