// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

class QTcpSocket;

namespace signalbox::core {

class ResponseParser;

struct HttpAnswer
{
    int status = 0;  // 0: there is none
    QByteArray body; // at most HttpRequest::mostBody
    QString problem; // why it is not whole, for people, without the address: "answered with a head of …". Empty: it is
    bool isLate = false; // there was not so much of it in time
};

struct HttpRequest
{
    QUrl url; // http or https; a user and a password in it are sent (Basic)
    Milliseconds within{};
    qsizetype mostBody = 0;        // bytes
    bool followsRedirects = false; // to the same scheme, host and port
    // Asked with each piece of an answer: true, and the rest is not read. Without it all is read.
    std::function<bool(int status, const QByteArray &body)> isEnough = {};
};

// One GET. What it reads of the peer is bounded in bytes (ResponseParser) and, from looking up the name to the end of a last
// redirect, in time; beyond that, and when it is destroyed, its connection is closed at once. What Qt has for this does
// neither (decision 116). Through no proxy.
// Server thread; owned by who asks.
class HttpGet : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostRedirects = 10;

    HttpGet(Clock &clock, HttpRequest request, QObject *parent = nullptr);
    ~HttpGet() override;

    void start();

Q_SIGNALS:
    void answered(const signalbox::core::HttpAnswer &answer); // once; may destroy this

private:
    void ask(const QUrl &url);
    void goOn();
    void take(const QByteArray &bytes);
    void lose();
    void redirect();
    void finish(const QString &problem, bool isLate = false);
    void close();
    bool isConnected() const;
    QByteArray text() const;

    Clock &m_clock;
    const HttpRequest m_request;
    QUrl m_url; // asked now
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<ResponseParser> m_parser;
    bool m_isAsked = false; // over m_socket
    bool m_isOver = false;
    int m_redirects = 0;
};

} // namespace signalbox::core
