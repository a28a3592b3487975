// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/admission.h"
#include "server/dialects/peer.h"
#include "server/dialects/requesthead.h"
#include "server/dialects/rest.h"
#include "server/model/change.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace signalbox::dialects {

using namespace Qt::StringLiterals;

// One connection's translator between a wire language and Command/Change. Server thread; owned by its
// Connection, created by its DialectFactory. Never sees sockets. Changes reach it through its factory, which
// knows who cares.
class Dialect
{
public:
    virtual ~Dialect() = default;

    virtual void opened() {}                               // the peer can be written to
    virtual void textReceived(const QByteArray &utf8) = 0; // one complete message
    virtual void binaryReceived(const QByteArray &payload) = 0;
    virtual void pongReceived() {}
    // The peer has taken what it was sent, or the backlog is below half of its limit again. Only with
    // SlowReader::Pause, and after every write then.
    virtual void drained() {}
    virtual void closed() {} // the peer is gone; no more sends
};

// What happens to a peer that does not read (reliability.md, R4).
enum class SlowReader {
    KeepNewest, // status wires use Peer::sendLatest
    Close1013,  // event wires: "slow consumer" beyond backlog_bytes
    Pause,      // pow: the dialect pauses its process by backlogBytes()/drained()
};

// What happens to a message beyond messages_per_second (model.md, Workers, capacity, limits).
enum class FastSender {
    Discard, // sutra, ark
    Pause,   // alger, pow: not read faster than that; TCP pushes back
    Report,  // airavata: DialectFactory::rateExceeded() says so and closes
};

// One wire language: what it answers to, who may come in, and what all its connections share (the frame
// encoded once, the index from resource to connections). One per server and dialect; server thread; owned by
// Server.
class DialectFactory
{
public:
    virtual ~DialectFactory() = default;

    virtual QString name() const = 0; // as in [[listener]] dialects
    virtual SlowReader slowReader() const = 0;
    virtual FastSender fastSender() const { return FastSender::Discard; }
    // False: a request without a token is nobody's here, whatever the listener's anonymous role.
    virtual bool allowsAnonymous() const { return true; }
    virtual void rateExceeded(Peer &) {} // FastSender::Report only; once, it closes the peer

    // Who offers it means this dialect; empty: it goes by paths alone.
    virtual QString subprotocol() const { return {}; }
    // Whether this upgrade may be addressed to this dialect; pure. Of several on one listener that say yes it goes to the one
    // whose subprotocol is offered, else to one that goes by paths, else to the first.
    virtual bool matches(const Handshake &handshake) const = 0;
    virtual void admit(const Handshake &handshake, AdmissionCallback decide) = 0;
    // Instead of a connection beyond connections, connections_per_address or connections_per_user.
    virtual Admission overLimit(const Handshake &handshake) const
    {
        RestResponse response = restError(handshake, 503, u"too many connections"_s);
        response.headers.append({"Retry-After"_ba, "5"_ba});
        return RefuseHttp{response};
    }
    virtual std::unique_ptr<Dialect> create(Peer &peer, const Handshake &handshake, const Actor &actor) = 0;

    // Called once per Change, in order, after it was applied; the factory hands it to the connections it
    // concerns.
    virtual void changed(const Change &change) = 0;
    virtual QList<RestRoute> routes() = 0;
    // How this dialect spells 400, 401, 403, 404 (unknown route), 405 (allow names the methods), 413, 500,
    // 503.
    virtual RestResponse restError(const Handshake &request, int status, const QString &message) const = 0;
    // An upgrade no dialect of the listener matched; asked of the listener's first dialect.
    virtual RestResponse unmatchedUpgrade(const Handshake &handshake) const = 0;
};

} // namespace signalbox::dialects
