// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/passwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::core;

class PasswordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHashVerifiesItsPasswordOnly()
    {
        const auto hash = hashPassword(u"gehèim 1"_s);
        QVERIFY(hash);
        QVERIFY(hash->startsWith(u"$argon2id$"));
        QVERIFY(isPasswordHash(*hash));
        QVERIFY(verifyPassword(*hash, u"gehèim 1"_s));
        QVERIFY(!verifyPassword(*hash, u"geheim 1"_s));
        QVERIFY(!verifyPassword(*hash, QString()));
        QVERIFY(*hashPassword(u"gehèim 1"_s) != *hash); // each hash has a salt of its own
    }

    void whatIsNoHashVerifiesNothing_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("empty") << QString();
        QTest::newRow("plain") << u"admin"_s;
        QTest::newRow("bcrypt") << u"$2b$12$KIXQJ5Kk8Zb9p1v5e0mZ1u"_s;
        QTest::newRow("cut") << u"$argon2id$v=19$m=65536,t=2,p=1$"_s;
        QTest::newRow("argon2i") << u"$argon2i$v=19$m=65536,t=2,p=1$c2FsdHNhbHQ$aGFzaA"_s;
        QTest::newRow("long") << QString(u"$argon2id$"_s + QString(500, u'x'));
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
