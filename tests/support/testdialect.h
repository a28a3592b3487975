// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"

#include <QList>

#include <functional>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class TestDialect;

// A Session that records the messages and events it receives.
class TestSession final : public dialects::Session
{
public:
    TestSession(TestDialect &dialect, dialects::Peer &peer);
    ~TestSession() override;

    void opened() override { ++openings; }
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override;
    void pongReceived(std::chrono::nanoseconds since) override
    {
        ++pongs;
        roundTrip = since;
    }
    void drained() override { ++drains; }
    bool closesAtStop() const override { return hasLastWord; }
    void closed() override;

    TestDialect &dialect;
    dialects::Peer &peer;
    QList<QByteArray> texts;
    QList<QByteArray> binaries;
    int openings = 0;
    int pongs = 0;
    std::chrono::nanoseconds roundTrip{}; // of the newest pong
    int drains = 0;
    bool hasLastWord = false;
};

// A Dialect whose answers and policies a test sets.
class TestDialect final : public dialects::Dialect
{
public:
    using Matcher = std::function<bool(const dialects::RequestHead &)>;

    explicit TestDialect(QString name, Matcher matcher = {}) : m_name(std::move(name)), m_matcher(std::move(matcher)) {}

    QString name() const override { return m_name; }
    QString subprotocol() const override { return offered; }
    dialects::SlowReader slowReader() const override { return slow; }
    dialects::FastSender fastSender() const override { return fast; }
    void rateExceeded(dialects::Peer &peer) override { peer.close(1008, u"too fast"_s); }
    bool matches(const dialects::RequestHead &head) const override { return !m_matcher || m_matcher(head); }
    void admit(const dialects::RequestHead &head, dialects::AdmissionCallback decide) override
    {
        seen.append(head);
        if (hold)
            held.append(std::move(decide));
        else
            decide(admission);
    }
    std::unique_ptr<dialects::Session> create(dialects::Peer &peer, const dialects::RequestHead &) override
    {
        return std::make_unique<TestSession>(*this, peer);
    }
    void changed(const Change &change, const Replaced &) override
    {
        changes.append(change);
        if (!reply.bytes().isEmpty()) {
            for (TestSession *dialect : std::as_const(open))
                dialect->peer.sendLatest(reply);
        }
    }
    QList<dialects::RestRoute> routes() override { return restRoutes; }
    dialects::RestResponse restError(const dialects::RequestHead &, int status, const QString &message) const override
    {
        return dialects::RestResponse::text(status, (m_name + u": " + message).toUtf8());
    }
    dialects::RestResponse unmatchedUpgrade(const dialects::RequestHead &) const override
    {
        return dialects::RestResponse::text(403, "unmatched by " + m_name.toUtf8());
    }

    QList<TestSession *> open;
    QList<dialects::RequestHead> seen;
    QList<Change> changes;
    QList<dialects::AdmissionCallback> held;
    QList<dialects::RestRoute> restRoutes;
    dialects::Admission admission = dialects::Accept{Actor{u"tester"_s, Role::Operator, {}, {}}, {}};
    dialects::SlowReader slow = dialects::SlowReader::Close1013;
    dialects::FastSender fast = dialects::FastSender::Discard;
    dialects::Frame reply; // to every Change, unless empty
    QString offered;       // subprotocol()
    bool hold = false;
    bool echo = false;
    int closings = 0;

private:
    QString m_name;
    Matcher m_matcher;
};

inline TestSession::TestSession(TestDialect &owner, dialects::Peer &other) : dialect(owner), peer(other)
{
    dialect.open.append(this);
}

inline TestSession::~TestSession()
{
    dialect.open.removeOne(this);
}

inline void TestSession::textReceived(const QByteArray &utf8)
{
    texts.append(utf8);
    if (dialect.echo)
        peer.sendText(utf8);
}

inline void TestSession::binaryReceived(const QByteArray &payload)
{
    binaries.append(payload);
    if (dialect.echo)
        peer.sendBinary(payload);
}

inline void TestSession::closed()
{
    ++dialect.closings;
    dialect.open.removeOne(this);
}

} // namespace signalbox::test
