// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/peer.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Records the calls of a Session to its Peer, so that every protocol is tested without a socket. Frames are decoded as
// a client decodes them: a malformed header shows as a malformed message.
class FakePeer final : public dialects::Peer
{
public:
    struct Message
    {
        bool isBinary = false;
        QByteArray payload;
    };

    explicit FakePeer(QString id = u"client-1"_s) : m_id(std::move(id)) {}

    QString clientId() const override { return m_id; }
    const Actor &actor() const override { return user; }
    void send(const dialects::Frame &frame) override { messages.append(decode(frame.bytes())); }
    void sendLatest(const dialects::Frame &frame) override
    {
        latest.append(frame.bytes());
        send(frame);
    }
    void close(quint16 code, const QString &reason) override
    {
        if (!closed)
            closed = {code, reason};
    }
    qint64 backlogBytes() const override { return backlog; }
    void setReadingPaused(bool paused) override { isPaused = paused; }
    void setSubscriptions(const QStringList &wanted) override { subscriptions = wanted; }
    void setLastError(const QString &error) override { lastError = error; }

    // The payloads since the last call.
    QList<QByteArray> take()
    {
        QList<QByteArray> payloads;
        for (const Message &message : std::exchange(messages, {}))
            payloads.append(message.payload);
        return payloads;
    }

    Actor user;
    QList<Message> messages;
    QList<QByteArray> latest; // frame bytes of sendLatest(); a frame shared by several peers is one buffer
    std::optional<std::pair<quint16, QString>> closed;
    QStringList subscriptions;
    QString lastError;
    qint64 backlog = 0;
    bool isPaused = false;

private:
    static Message decode(const QByteArray &bytes)
    {
        const auto byte = [&](qsizetype at) { return static_cast<quint8>(bytes.at(at)); };
        qsizetype header = 2;
        quint64 size = byte(1) & 0x7f;
        if (size >= 126) {
            const qsizetype extra = size == 126 ? 2 : 8;
            size = 0;
            for (qsizetype i = 0; i < extra; ++i)
                size = size << 8 | byte(header + i);
            header += extra;
        }
        if (static_cast<quint64>(bytes.size() - header) != size || (byte(0) & 0x80) == 0)
            return {false, "malformed frame"};
        return {(byte(0) & 0x0f) == 2, bytes.sliced(header)};
    }

    QString m_id;
};

} // namespace signalbox::test
