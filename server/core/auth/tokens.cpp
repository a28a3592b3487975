// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokens.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

#include <cmath>
#include <cstdlib>
#include <memory>

#include <jwt.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

struct FreeJwt
{
    void operator()(jwt_t *jwt) const { jwt_free(jwt); }
};
struct FreeText
{
    void operator()(char *text) const { std::free(text); } // libjwt 1.10 hands out malloc()ed texts
};
using Jwt = std::unique_ptr<jwt_t, FreeJwt>;
using Text = std::unique_ptr<char, FreeText>;

Unexpected refuse(const char *reason)
{
    return unexpected(ErrorCode::Unauthenticated, Reason(QLatin1String(reason)));
}

const unsigned char *keyData(const QByteArray &key)
{
    return reinterpret_cast<const unsigned char *>(key.constData());
}

// Only what the compact form may contain reaches the library: it takes C strings, so a NUL would hide the
// rest.
bool looksLikeToken(const QByteArray &token)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
               || c == '.' || c == '=';
    };
    return token.count('.') == 2 && std::all_of(token.cbegin(), token.cend(), allowed);
}

// Seconds since 1970 (RFC 7519, NumericDate; fractions allowed). Nothing for what is no date.
std::optional<Timestamp> numericDate(const QJsonValue &value)
{
    constexpr double year9999 = 253'402'300'799.0; // later dates mean "never" and must not overflow
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return std::nullopt;
    const double seconds = std::clamp(value.toDouble(), 0.0, year9999);
    return Timestamp(Milliseconds(static_cast<qint64>(seconds * 1000.0)));
}

bool namesAudience(const QJsonValue &claim, const QString &audience)
{
    return claim.isArray() ? claim.toArray().contains(audience) : claim.toString() == audience;
}

QString subjectOf(const QJsonObject &claims)
{
    const QString subject = claims.value("sub"_L1).toString();
    return subject.isEmpty() ? claims.value("user_id"_L1).toString() : subject;
}

long secondsOf(Timestamp time)
{
    return static_cast<long>(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count());
}

int addSession(jwt_t *jwt, const SessionClaims &session)
{
    int failures = jwt_add_grant(jwt, "session", session.id.toUtf8().constData());
    failures |= jwt_add_grant(jwt, "generation", session.generation.constData());
    failures |= jwt_add_grant_int(jwt, "auth_time", secondsOf(session.loggedInAt));
    if (session.end)
        failures |= jwt_add_grant_int(jwt, "session_end", secondsOf(*session.end));
    return failures;
}

// Nothing for a token of another issuer: one without a claim that ours have.
std::optional<SessionClaims> sessionOf(const QJsonObject &claims)
{
    const auto loggedInAt = numericDate(claims.value("auth_time"_L1));
    const SessionClaims session{claims.value("session"_L1).toString(), loggedInAt.value_or(Timestamp()),
                                claims.value("generation"_L1).toString().toLatin1(),
                                numericDate(claims.value("session_end"_L1))};
    const bool isOurs = loggedInAt && !session.id.isEmpty() && !session.generation.isEmpty();
    return isOurs ? std::optional(session) : std::nullopt;
}

Result<QJsonObject> decode(const QByteArray &token, const QByteArray &key)
{
    jwt_t *decoded = nullptr;
    if (jwt_decode(&decoded, token.constData(), keyData(key), static_cast<int>(key.size())) != 0)
        return refuse("token is malformed, or signed with another key or method");
    const Jwt jwt(decoded);
    // Checked after decoding: libjwt takes the method from the token's header, and decodes "none" without a look at the
    // key.
    if (jwt_get_alg(jwt.get()) != JWT_ALG_HS256)
        return refuse("token is not signed with HS256");
    if (const Text critical(jwt_get_headers_json(jwt.get(), "crit")); critical)
        return refuse("token demands extensions (crit) that are unknown here");
    const Text claims(jwt_get_grants_json(jwt.get(), nullptr));
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray(claims.get()));
    if (!document.isObject())
        return refuse("token has no claims");
    return document.object();
}

} // namespace

Tokens::Tokens(Clock &clock, TokenSettings settings) : m_clock(clock), m_settings(std::move(settings))
{
}

bool Tokens::setSettings(const TokenSettings &settings)
{
    const bool isOther = settings != m_settings;
    m_settings = settings;
    return isOther;
}

QByteArray Tokens::generation(const QString &user, const QString &secret) const
{
    constexpr qsizetype enough = 16; // bytes: no two passwords of a user have the same by chance
    const QByteArray text = user.toUtf8() + '\0' + secret.toUtf8();
    return QMessageAuthenticationCode::hash(text, m_settings.key, QCryptographicHash::Sha256).first(enough).toHex();
}

Result<QByteArray> Tokens::issue(const QString &subject, Milliseconds lifetime,
                                 const std::optional<SessionClaims> &session) const
{
    jwt_t *made = nullptr;
    if (m_settings.key.isEmpty() || jwt_new(&made) != 0)
        return unexpected(ErrorCode::Internal, u"cannot make a token: no key or no memory"_s);
    const Jwt jwt(made);
    const Timestamp now = m_clock.now();
    int failures = jwt_add_grant(made, "sub", subject.toUtf8().constData());
    failures |= jwt_add_grant_int(made, "iat", secondsOf(now));
    failures |= jwt_add_grant_int(made, "exp", secondsOf(now + lifetime));
    if (session)
        failures |= addSession(made, *session);
    if (!m_settings.issuer.isEmpty())
        failures |= jwt_add_grant(made, "iss", m_settings.issuer.toUtf8().constData());
    if (!m_settings.audience.isEmpty())
        failures |= jwt_add_grant(made, "aud", m_settings.audience.toUtf8().constData());
    failures |= jwt_set_alg(made, JWT_ALG_HS256, keyData(m_settings.key), static_cast<int>(m_settings.key.size()));
    const Text text(failures == 0 ? jwt_encode_str(made) : nullptr);
    if (!text)
        return unexpected(ErrorCode::Internal, u"cannot sign a token for '%1'"_s.arg(subject));
    return QByteArray(text.get());
}

Result<TokenClaims> Tokens::verify(const QByteArray &token) const
{
    if (token.isEmpty())
        return refuse("no token");
    if (token.size() > longestToken)
        return refuse("token is longer than 8 KiB");
    if (m_settings.key.isEmpty() || !looksLikeToken(token))
        return refuse("token is malformed");
    const Result<QJsonObject> claims = decode(token, m_settings.key);
    if (!claims)
        return Unexpected{claims.error()};

    const Timestamp now = m_clock.now();
    TokenClaims result{subjectOf(*claims), {}, sessionOf(*claims)};
    if (result.subject.isEmpty())
        return refuse("token names nobody in sub or user_id");
    const auto end = numericDate(claims->value("exp"_L1));
    if (!end)
        return refuse("token does not say when it expires (exp)");
    if (now >= *end + leeway)
        return refuse("token has expired");
    result.expiresAt = *end + leeway;
    if (const QJsonValue start = claims->value("nbf"_L1); !start.isUndefined()) {
        const auto begin = numericDate(start);
        if (!begin || now < *begin - leeway)
            return refuse("token is not valid yet");
    }
    if (!m_settings.issuer.isEmpty() && claims->value("iss"_L1).toString() != m_settings.issuer)
        return refuse("token is from another issuer");
    if (!m_settings.audience.isEmpty() && !namesAudience(claims->value("aud"_L1), m_settings.audience))
        return refuse("token is for another audience");
    return result;
}

} // namespace signalbox::core
