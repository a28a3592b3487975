// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// Certificates for localhost, signed by a CA of the test's own, in a folder that goes with the object.
class Certificates
{
public:
    static bool areAvailable()
    {
        return QSslSocket::supportsSsl() && !QStandardPaths::findExecutable(u"openssl"_s).isEmpty();
    }

    // Writes certificateFile() and keyFile() anew, with this common name.
    bool make(const QString &name) const
    {
        QFile extensions(m_folder.filePath(u"extensions"_s));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n");
        extensions.close();
        const QString ec = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"_s;
        return (QFile::exists(m_folder.filePath(u"ca.pem"_s))
                || run(u"req -x509 %1 -keyout ca.key -out ca.pem -days 2 -subj /CN=testca"_s.arg(ec)))
               && run(u"req %1 -keyout server.key -out server.csr -subj /CN=%2"_s.arg(ec, name))
               && run(u"x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 "
                      "-extfile extensions"_s);
    }

    QString certificateFile() const { return m_folder.filePath(u"server.pem"_s); }
    QString keyFile() const { return m_folder.filePath(u"server.key"_s); }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    QSslConfiguration trusting() const
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(m_folder.filePath(u"ca.pem"_s)));
        return tls;
    }

private:
    bool run(const QString &arguments) const
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(u"openssl"_s, arguments.split(u' '));
        return openssl.waitForFinished() && openssl.exitCode() == 0;
    }

    QTemporaryDir m_folder;
};

} // namespace signalbox::test
