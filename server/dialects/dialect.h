// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/admission.h"
#include "server/dialects/peer.h"
#include "server/dialects/requesthead.h"
#include "server/dialects/rest.h"
#include "server/model/replaced.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace signalbox::dialects {

using namespace Qt::StringLiterals;

// A dialect's state on one connection: turns messages into Commands, and facts into messages. Never sees sockets.
// Changes reach a Session through its Dialect, which knows the sessions that a Change concerns. Server thread; owned by
// its Connection.
class Session
{
public:
    virtual ~Session() = default;

    virtual void opened() {}                               // the peer can be written to
    virtual void textReceived(const QByteArray &utf8) = 0; // one complete message
    virtual void binaryReceived(const QByteArray &payload) = 0;
    virtual void pongReceived(std::chrono::nanoseconds) {} // since the newest ping of the gateway
    // The backlog is below half of backlog_bytes. With SlowReader::Pause alone, and then after every write.
    virtual void drained() {}
    // At a stop of the server. True: the session has a last word for its peer, which comes within the stop timeout of a
    // call (docs/model.md, "Processes"), and closes the peer after it; false: the gateway closes with 1001.
    virtual bool closesAtStop() const { return false; }
    virtual void closed() {} // the peer is gone: nothing is sent after that
};

// What happens to a peer that does not read (docs/reliability.md, "A slow client costs only itself").
enum class SlowReader {
    // Where each frame says everything anew, so that older ones are worth nothing: Peer::sendLatest() alone (sutra).
    KeepNewest,
    // Where every frame counts and its source cannot wait: "slow consumer" beyond backlog_bytes (events, answers).
    Close1013,
    // Where every frame counts and its source can wait: the session pauses that by Peer::backlogBytes() and drained()
    // (pow's process).
    Pause,
};

// What happens to a message beyond messages_per_second (docs/model.md, "Workers, capacity, limits").
enum class FastSender {
    // Where no client waits for an answer to a message (sutra, ark).
    Discard,
    // Where every message counts: they are read no faster than that, and TCP pushes back (alger, pow).
    Pause,
    // Where the protocol says what such a client is told: Dialect::rateExceeded() tells it and closes (airavata).
    Report,
};

// One wire language, once per server: admits upgrades, answers REST, hears every Change, and holds what all its
// sessions share (a frame encoded once, an index from resource to sessions). Server thread; owned by Server.
class Dialect
{
public:
    virtual ~Dialect() = default;

    virtual QString name() const = 0; // as in [[listener]] dialects
    virtual SlowReader slowReader() const = 0;
    virtual FastSender fastSender() const { return FastSender::Discard; }
    // False: a REST request without a token has no role, whatever the listener's anonymous role.
    virtual bool allowsAnonymous() const { return true; }
    virtual void rateExceeded(Peer &) {} // with FastSender::Report alone, once; closes the peer
    // What the peer came in with no longer lets it in; closes it. An override may send a last frame.
    virtual void accessLost(Peer &peer, const QString &reason) { peer.close(1008, reason); }
    // Between the control pings to each peer. One that leaves two in a row unanswered is gone: it is closed with 1001
    // within three intervals, and 5 s later its session ends (gateway::KeepAlive).
    virtual Milliseconds pingInterval() const { return Milliseconds(28'000); }

    // An upgrade that offers this subprotocol means this dialect. Empty: matches() goes by the path alone.
    virtual QString subprotocol() const { return {}; }
    // Whether this upgrade may be addressed to this dialect; pure. Of several dialects on one listener that match,
    // gateway::matchDialect() takes one whose subprotocol is offered, else one without a subprotocol, else the first. Asked
    // of a plain request that no route serves, too: where it matches, the answer is 426.
    virtual bool matches(const RequestHead &head) const = 0;
    virtual void admit(const RequestHead &head, AdmissionCallback decide) = 0;
    // The answer to an upgrade beyond connections, connections_per_address or connections_per_user. An override need
    // not answer 503: airavata accepts, says why in a frame and closes.
    virtual Admission overLimit(const RequestHead &head) const
    {
        RestResponse response = restError(head, 503, u"too many connections"_s);
        response.headers.append({"Retry-After"_ba, "5"_ba});
        return RefuseHttp{response};
    }
    virtual std::unique_ptr<Session> create(Peer &peer, const RequestHead &head) = 0;

    // Called once per Change, in order, with what it replaced, after it was applied to the Snapshot. Tells the sessions it
    // concerns.
    virtual void changed(const Change &change, const Replaced &replaced) = 0;
    virtual QList<RestRoute> routes() = 0;
    // How this dialect spells the errors of the gateway: 400, 401, 403, 404 (unknown route), 405, 413, 500, 503.
    virtual RestResponse restError(const RequestHead &request, int status, const QString &message) const = 0;
    // The answer to an upgrade that no dialect of the listener matches; the listener's first dialect is asked.
    virtual RestResponse unmatchedUpgrade(const RequestHead &head) const = 0;
};

} // namespace signalbox::dialects
