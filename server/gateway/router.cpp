// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/router.h"

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

char rankOf(const QString &segment)
{
    if (!segment.startsWith(u'{'))
        return '0';
    return segment.endsWith("...}"_L1) ? '2' : '1';
}

// Captures of path under pattern; nothing if it does not fit.
std::optional<QHash<QString, QString>> fit(const QStringList &pattern, const QStringList &path)
{
    QHash<QString, QString> captures;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QString &segment = pattern.at(at);
        const char rank = rankOf(segment);
        if (at >= path.size() || (rank == '0' && segment != path.at(at)))
            return std::nullopt;
        if (rank == '2') {
            captures.insert(segment.sliced(1, segment.size() - 5), path.sliced(at).join(u'/'));
            return captures;
        }
        if (rank == '1' && path.at(at).isEmpty())
            return std::nullopt;
        if (rank == '1')
            captures.insert(segment.sliced(1, segment.size() - 2), path.at(at));
    }
    if (pattern.size() != path.size())
        return std::nullopt;
    return captures;
}

} // namespace

dialects::Dialect *matchDialect(const QList<dialects::Dialect *> &listenerDialects, const dialects::RequestHead &head)
{
    const auto rank = [&head](const dialects::Dialect &dialect) {
        const QString subprotocol = dialect.subprotocol();
        return head.subprotocols.contains(subprotocol) ? 0 : subprotocol.isEmpty() ? 1 : 2;
    };
    dialects::Dialect *best = nullptr;
    for (dialects::Dialect *dialect : listenerDialects) {
        if (dialect->matches(head) && (!best || rank(*dialect) < rank(*best)))
            best = dialect;
    }
    return best;
}

void Router::add(const dialects::RestRoute &route, dialects::Dialect *owner)
{
    Entry entry{route, owner, route.pattern.split(u'/'), {}};
    for (const QString &segment : entry.segments)
        entry.rank.append(rankOf(segment));
    const auto before = std::upper_bound(m_entries.begin(), m_entries.end(), entry,
                                         [](const Entry &one, const Entry &other) { return one.rank < other.rank; });
    m_entries.insert(before, entry);
}

Router::Match Router::match(const QByteArray &method, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    const QByteArray wanted = method == "HEAD" ? "GET"_ba : method;
    Match match;
    QList<QByteArray> allowed;
    for (const Entry &entry : m_entries) {
        auto captures = fit(entry.segments, segments);
        if (!captures)
            continue;
        if (entry.route.method == wanted)
            return {&entry.route, entry.owner, *std::move(captures), {}};
        if (allowed.isEmpty())
            match.owner = entry.owner;
        if (!allowed.contains(entry.route.method))
            allowed.append(entry.route.method);
    }
    if (allowed.contains("GET"))
        allowed.append("HEAD");
    std::sort(allowed.begin(), allowed.end());
    match.allow = allowed.join(", ");
    return match;
}

} // namespace signalbox::gateway
