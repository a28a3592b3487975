// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/airavata/messages.h"
#include "server/dialects/dialect.h"

#include <QObject>

#include <chrono>

namespace signalbox::airavata {

class AiravataFactory;

// Who came in, and with what.
struct Visitor
{
    Actor actor;
    QByteArray token; // looked at again at every heartbeat: users go, clocks jump
    std::optional<Timestamp> expiresAt;
    std::optional<Resource> resource; // of the path
};

// One Airavata connection: its subscriptions, its heartbeat, its end. Server thread; owned by its Connection.
class AiravataDialect final : public dialects::Dialect
{
public:
    static constexpr Milliseconds heartbeat = std::chrono::seconds(54);
    static constexpr Milliseconds patience = std::chrono::seconds(60); // without a sign of life

    AiravataDialect(AiravataFactory &factory, dialects::Peer &peer, Visitor visitor);
    ~AiravataDialect() override;

    void opened() override;
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override { textReceived(payload); }
    void pongReceived() override;
    void closed() override;

    const Actor &actor() const { return m_visitor.actor; }
    void send(const dialects::Frame &frame);

private:
    void heard();
    void subscribe(const Incoming &message);
    void show();
    void beat();
    void watchSilence();
    void watchToken();
    bool isTokenGood();
    void end(quint16 code, const QString &text);
    void answer(Type type, const QByteArray &data = {}, const QString &error = {});

    AiravataFactory &m_factory;
    dialects::Peer &m_peer;
    Visitor m_visitor;
    QObject m_life; // timers come only while it lives
    QList<Resource> m_subscriptions;
    std::chrono::steady_clock::time_point m_heardAt;
    std::optional<std::chrono::steady_clock::time_point> m_pingedAt; // not answered yet
    bool m_isOpen = true;
};

} // namespace signalbox::airavata
