// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace signalbox::core {

// One HTTP/1.x answer to a GET out of bytes as they arrive. Of what the peer sends it keeps at most the largest head and the
// largest body, and says at once when there is more; byte by byte gives the same as all at once. Knows no socket.
// Any thread; owned by its HttpGet.
class ResponseParser
{
public:
    enum class State { Head, Body, Done, Failed };

    static constexpr qsizetype usualHead = 16 * 1024; // of all heads of one answer, those of interim ones, too
    static constexpr int mostInterim = 16;            // answers with 1xx before the one

    explicit ResponseParser(qsizetype mostBody, qsizetype mostHead = usualHead);
    ~ResponseParser();

    void feed(QByteArrayView bytes);
    void end(); // the peer has closed

    State state() const { return m_state; }
    const QString &problem() const { return m_problem; } // for people, with State::Failed

    // From State::Body on; 0: no head has come.
    int status() const { return m_status; }
    const QByteArray &location() const { return m_location; }
    const QByteArray &encoding() const { return m_encoding; } // of the body, as "gzip"; empty: it is as it is
    const QByteArray &body() const;
    QByteArray takeBody();
    bool isCut() const; // Done, because the body is larger than mostBody

private:
    struct Beast;

    bool readHead();
    bool readBody();
    void begin();
    void acceptHead();
    void fail(const QString &problem);

    const qsizetype m_mostBody;
    const qsizetype m_mostHead;
    std::unique_ptr<Beast> m_beast;
    State m_state = State::Head;
    QString m_problem;
    QByteArray m_rest;        // not read yet
    qsizetype m_searched = 0; // of m_rest, for the end of the head
    qsizetype m_heads = 0;    // bytes of the heads before this one
    int m_interim = 0;
    qsizetype m_bodyOnWire = 0; // bytes, with all that a chunked body is wrapped in
    int m_status = 0;
    QByteArray m_location;
    QByteArray m_encoding;
};

} // namespace signalbox::core
