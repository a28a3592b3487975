// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/dialect.h"

#include <QList>

#include <functional>

namespace signalbox::test {

using namespace Qt::StringLiterals;

class TestFactory;

// Remembers what it was told.
class TestDialect final : public dialects::Dialect
{
public:
    TestDialect(TestFactory &factory, dialects::Peer &peer, Actor actor);
    ~TestDialect() override;

    void opened() override { ++openings; }
    void textReceived(const QByteArray &utf8) override;
    void binaryReceived(const QByteArray &payload) override;
    void pongReceived() override { ++pongs; }
    void drained() override { ++drains; }
    void closed() override;

    TestFactory &factory;
    dialects::Peer &peer;
    Actor actor;
    QList<QByteArray> texts;
    QList<QByteArray> binaries;
    int openings = 0;
    int pongs = 0;
    int drains = 0;
};

// A dialect made of what a test puts in.
class TestFactory final : public dialects::DialectFactory
{
public:
    using Matcher = std::function<bool(const dialects::Handshake &)>;

    explicit TestFactory(QString name, Matcher matcher = {}) : m_name(std::move(name)), m_matcher(std::move(matcher)) {}

    QString name() const override { return m_name; }
    dialects::SlowReader slowReader() const override { return slow; }
    dialects::FastSender fastSender() const override { return fast; }
    void rateExceeded(dialects::Peer &peer) override { peer.close(1008, u"too fast"_s); }
    bool matches(const dialects::Handshake &head) const override { return !m_matcher || m_matcher(head); }
    void admit(const dialects::Handshake &head, dialects::AdmissionCallback decide) override
    {
        seen.append(head);
        if (hold)
            held.append(std::move(decide));
        else
            decide(admission);
    }
    std::unique_ptr<dialects::Dialect> create(dialects::Peer &peer, const dialects::Handshake &,
                                              const Actor &actor) override
    {
        return std::make_unique<TestDialect>(*this, peer, actor);
    }
    void changed(const Change &change) override
    {
        changes.append(change);
        if (!reply.bytes.isEmpty()) {
            for (TestDialect *dialect : std::as_const(open))
                dialect->peer.sendLatest(reply);
        }
    }
    QList<dialects::RestRoute> routes() override { return restRoutes; }
    dialects::RestResponse restError(const dialects::Handshake &, int status, const QString &message) const override
    {
        return dialects::RestResponse::text(status, (m_name + u": " + message).toUtf8());
    }
    dialects::RestResponse unmatchedUpgrade(const dialects::Handshake &) const override
    {
        return dialects::RestResponse::text(403, "unmatched by " + m_name.toUtf8());
    }

    QList<TestDialect *> open;
    QList<dialects::Handshake> seen;
    QList<Change> changes;
    QList<dialects::AdmissionCallback> held;
    QList<dialects::RestRoute> restRoutes;
    dialects::Admission admission = dialects::Accept{Actor{u"tester"_s, Role::Operator, {}, {}}, {}};
    dialects::SlowReader slow = dialects::SlowReader::Close1013;
    dialects::FastSender fast = dialects::FastSender::Discard;
    dialects::Frame reply; // to every Change, unless empty
    bool hold = false;
    bool echo = false;
    int closings = 0;

private:
    QString m_name;
    Matcher m_matcher;
};

inline TestDialect::TestDialect(TestFactory &owner, dialects::Peer &other, Actor who)
    : factory(owner)
    , peer(other)
    , actor(std::move(who))
{
    factory.open.append(this);
}

inline TestDialect::~TestDialect()
{
    factory.open.removeOne(this);
}

inline void TestDialect::textReceived(const QByteArray &utf8)
{
    texts.append(utf8);
    if (factory.echo)
        peer.sendText(utf8);
}

inline void TestDialect::binaryReceived(const QByteArray &payload)
{
    binaries.append(payload);
    if (factory.echo)
        peer.sendBinary(payload);
}

inline void TestDialect::closed()
{
    ++factory.closings;
    factory.open.removeOne(this);
}

} // namespace signalbox::test
