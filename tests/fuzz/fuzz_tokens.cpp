// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokens.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

const QByteArray key(32, 'k');

QByteArray coded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(const QByteArray &header, const QByteArray &claims)
{
    const QByteArray both = coded(header) + '.' + coded(claims);
    return both + '.' + coded(QMessageAuthenticationCode::hash(both, key, QCryptographicHash::Sha256));
}

} // namespace

// Nothing is accepted that was not signed, and of what was signed only HS256 with a subject.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static SystemClock clock;
    static const Tokens tokens(clock, {key, {}, {}});
    const QByteArray bytes = bytesOf(data, size);
    require(!tokens.verify(bytes));
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray header = end < 0 ? R"({"alg":"HS256","typ":"JWT"})"_ba : bytes.first(end);
    const auto claims = tokens.verify(signedToken(header, bytes.mid(end + 1)));
    if (claims) {
        require(!claims->subject.isEmpty());
        require(header.toUpper().contains("HS256")); // libjwt heeds no case
    }
    return 0;
}
