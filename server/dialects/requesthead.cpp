// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/requesthead.h"

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

std::optional<QString> RequestHead::queryValue(const QString &name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

QByteArray RequestHead::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QByteArray RequestHead::token() const
{
    if (const auto token = queryValue(u"token"_s); token && !token->isEmpty())
        return token->toUtf8();
    const QByteArray authorization = header("authorization");
    constexpr QByteArrayView scheme = "bearer ";
    if (authorization.size() > scheme.size()
        && qstrnicmp(authorization.constData(), scheme.size(), scheme.data(), scheme.size()) == 0)
        return authorization.sliced(scheme.size()).trimmed();
    return {};
}

} // namespace signalbox::dialects
