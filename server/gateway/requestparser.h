// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/requesthead.h"

#include <memory>

namespace signalbox::gateway {

// One HTTP/1.x request out of bytes as they arrive, with ceilings. Knows no socket; byte by byte gives the
// same as all at once. Server thread; owned by its HttpConnection. The only place of the gateway that knows Boost.Beast.
class RequestParser
{
public:
    enum class State { Head, Body, Done, Failed };

    explicit RequestParser(qint64 headBytes);
    ~RequestParser();

    // Takes what it can from the front of bytes and returns how many. Stops once after the head, so that the
    // body's limit can be chosen; bytes not taken must be offered again, with more behind them.
    qsizetype feed(QByteArrayView bytes);

    State state() const { return m_state; }
    int failure() const { return m_failure; } // HTTP status, with State::Failed
    QString failureText() const;

    // From State::Body or Done on. Everything but secure, address and the listener's rules is filled in.
    const dialects::RequestHead &head() const { return m_head; }
    void setBodyLimit(qint64 bytes); // 413 when the head already announces more
    bool expectsContinue() const;
    bool keepAlive() const;
    bool hasBody() const;
    qint64 bodyBytes() const; // so far
    QByteArray takeBody();

private:
    struct Beast;

    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    void fail(int status);
    void readHead();
    bool readTarget(std::string_view target);
    void readUpgrade();

    const qint64 m_headBytes;
    qsizetype m_searched = 0; // bytes already searched for the head's end
    std::unique_ptr<Beast> m_beast;
    State m_state = State::Head;
    int m_failure = 0;
    qint64 m_bodyLimit = 0;
    dialects::RequestHead m_head;
};

// The tokens of one header's value in lower case: "keep-alive, Upgrade" gives keep-alive and upgrade.
QList<QByteArray> headerTokens(const QByteArray &value);

} // namespace signalbox::gateway
