// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/admission/certificate.h"

#include "server/core/auth/privatefile.h"

#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

Result<QSslConfiguration> readCertificate(const QString &certificateFile, const QString &keyFile)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificateFile);
    if (chain.isEmpty())
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1: no PEM certificate can be read there"_s.arg(certificateFile));
    constexpr qsizetype mostKeyBytes = 1 << 20;
    const Result<QByteArray> pem =
        core::readPrivateFile(u"the TLS key"_s, keyFile, mostKeyBytes, core::Links::Followed);
    if (!pem && pem.error().code == ErrorCode::Internal)
        return Unexpected{pem.error()};
    if (!pem)
        return unexpected(ErrorCode::InvalidArgument, u"%1: %2"_s.arg(keyFile, pem.error().message));
    QSslKey key;
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec}) {
        if (key.isNull())
            key = QSslKey(*pem, algorithm);
    }
    if (key.isNull())
        return unexpected(ErrorCode::InvalidArgument,
                          u"%1: no unencrypted PEM key (RSA or EC) can be read there"_s.arg(keyFile));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

} // namespace signalbox::gateway
