// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/passwords.h"

#include <QTest>

using namespace signalbox::core;

class PasswordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHashVerifiesItsPasswordOnly()
    {
        const auto hash = hashPassword(QStringLiteral("gehèim 1"));
        QVERIFY(hash);
        QVERIFY(hash->startsWith(u"$argon2id$"));
        QVERIFY(isPasswordHash(*hash));
        QVERIFY(verifyPassword(*hash, QStringLiteral("gehèim 1")));
        QVERIFY(!verifyPassword(*hash, QStringLiteral("geheim 1")));
        QVERIFY(!verifyPassword(*hash, QString()));
        QVERIFY(*hashPassword(QStringLiteral("gehèim 1")) != *hash); // salted
    }

    void whatIsNoHashVerifiesNothing_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << QStringLiteral("admin");
        QTest::newRow("bcrypt") << QStringLiteral("$2b$12$KIXQJ5Kk8Zb9p1v5e0mZ1u");
        QTest::newRow("cut") << QStringLiteral("$argon2id$v=19$m=65536,t=2,p=1$");
        QTest::newRow("argon2i") << QStringLiteral("$argon2i$v=19$m=65536,t=2,p=1$c2FsdHNhbHQ$aGFzaA");
        QTest::newRow("long") << QString(QStringLiteral("$argon2id$") + QString(500, u'x'));
    }

    void whatIsNoHashVerifiesNothing()
    {
        QFETCH(QString, hash);
        QVERIFY(!isPasswordHash(hash));
        QVERIFY(!verifyPassword(hash, hash));
    }

    void comparesSecrets()
    {
        QVERIFY(equalsConstantTime("abc", "abc"));
        QVERIFY(!equalsConstantTime("abc", "abd"));
        QVERIFY(!equalsConstantTime("abc", "ab"));
        QVERIFY(equalsConstantTime({}, {}));
    }
};

QTEST_GUILESS_MAIN(PasswordsTest)
#include "tst_passwords.moc"
