// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/page.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

void Page::take(const QByteArray &element)
{
    const qsizetype bytes = element.size() + 1;
    if (!m_elements.isEmpty() && bytes > m_room) {
        m_isFull = true;
        return;
    }
    m_room -= bytes;
    m_elements.append(element);
    m_isFull = m_elements.size() >= m_limit;
}

// Relative, so that it holds behind a proxy; what the client asked for otherwise stays. A token does not: it is no part
// of the list's address, and what is written here is shown and logged.
std::pair<QByteArray, QByteArray> linkToNext(const RequestHead &head, const QString &place, qint64 next)
{
    QUrlQuery query;
    for (const auto &[name, value] : head.query) {
        if (name != place && name != "token"_L1)
            query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)),
                               QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    query.addQueryItem(place, QString::number(next));
    return {"Link", "<?" + query.toString(QUrl::FullyEncoded).toLatin1() + ">; rel=\"next\""};
}

RestResponse Page::answer(const RequestHead &head, const QByteArray &body, std::optional<Part> part) const
{
    RestResponse response = RestResponse::json(200, body);
    const qsizetype next = (part ? part->offset : m_offset) + m_elements.size();
    if (m_elements.isEmpty() || next >= (part ? part->total : m_total))
        return response;
    response.headers.append(linkToNext(head, u"offset"_s, next));
    return response;
}

} // namespace signalbox::dialects
