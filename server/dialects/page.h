// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"

#include <limits>
#include <optional>

namespace signalbox::dialects {

// The header that says where a list goes on: the same request with `next` as the value of `place`.
std::pair<QByteArray, QByteArray> linkToNext(const RequestHead &head, const QString &place, qint64 next);

// The elements of a list that go into one answer: from `offset` on at most `limit`, and no more than `answer_bytes` have room
// for, but always one. Where the list goes on is said by a Link header with rel="next" (docs/interface.md, "Lists").
class Page
{
public:
    static constexpr int unlimited = std::numeric_limits<int>::max();

    Page(int offset, int limit, qint64 answerBytes)
        : m_offset(offset)
        , m_limit(limit)
        , m_room(answerBytes - around)
        , m_isFull(limit == 0)
    {
    }

    // Hands over the list's next element, which encode() makes JSON of if it belongs to the page.
    template<typename Encode>
    void add(Encode encode)
    {
        const qsizetype index = m_total++;
        if (index >= m_offset && !m_isFull)
            take(encode());
    }
    bool isFull() const { return m_isFull; }
    qsizetype total() const { return m_total; } // of what was handed over
    QByteArray array() const { return '[' + m_elements.join(',') + ']'; }
    // The part that was handed over, where that is not the whole list.
    struct Part
    {
        qsizetype offset = 0;
        qsizetype total = 0;
    };
    // With the header, if elements remain.
    RestResponse answer(const RequestHead &head, const QByteArray &body, std::optional<Part> part = {}) const;

private:
    static constexpr qint64 around = 4096; // bytes of what stands around the list

    void take(const QByteArray &element);

    qsizetype m_offset;
    qsizetype m_limit;
    qint64 m_room;
    qsizetype m_total = 0;
    bool m_isFull = false;
    QList<QByteArray> m_elements;
};

} // namespace signalbox::dialects
