// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>

namespace signalbox::dialects {

// One complete server-to-client WebSocket message, header included (RFC 6455, 5.2: not masked, so its bytes are the
// same for every client). Encoded once, shared by all connections (docs/performance.md, "One tick for any number of
// clients"). Server thread only, so that counting its users needs no locked instruction: a broadcast counts two for each
// client. A default one has no bytes.
class Frame
{
public:
    Frame() = default;
    explicit Frame(const QByteArray &bytes) : m_shared(new Shared(bytes)) {}
    static Frame text(const QByteArray &utf8);
    static Frame binary(const QByteArray &payload);

    QByteArray bytes() const { return m_shared ? m_shared->bytes : QByteArray(); }
    QByteArrayView view() const { return m_shared ? QByteArrayView(m_shared->bytes) : QByteArrayView(); }
    qint64 size() const { return m_shared ? m_shared->bytes.size() : 0; }
    unsigned users() const { return m_shared ? m_shared->use_count() : 0; }      // Frames that share the bytes
    bool isSame(const Frame &other) const { return m_shared == other.m_shared; } // one frame, not only equal bytes

private:
    struct Shared : boost::intrusive_ref_counter<Shared, boost::thread_unsafe_counter>
    {
        explicit Shared(const QByteArray &frame) : bytes(frame) {}
        const QByteArray bytes;
    };

    boost::intrusive_ptr<const Shared> m_shared;
};

} // namespace signalbox::dialects
