// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/tokens.h"
#include "server/core/auth/userauthenticator.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace std::chrono_literals;

namespace {

constexpr auto base64url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

const QByteArray ourKey("0123456789abcdef0123456789abcdef");

// A token made without libjwt, so that the tests do not compare the library with itself.
QByteArray makeToken(const QByteArray &header, const QByteArray &claims, const QByteArray &key,
                     QCryptographicHash::Algorithm hash = QCryptographicHash::Sha256)
{
    const QByteArray input = header.toBase64(base64url) + '.' + claims.toBase64(base64url);
    if (key.isEmpty())
        return input + '.';
    return input + '.' + QMessageAuthenticationCode::hash(input, key, hash).toBase64(base64url);
}

QByteArray hs256(const QByteArray &claims, const QByteArray &key = ourKey)
{
    return makeToken(R"({"alg":"HS256","typ":"JWT"})", claims, key);
}

// The fake clock stands at 1760677200.
constexpr qint64 start = 1'760'677'200;

// Of another issuer that has the key: good for an hour, unless `more` says otherwise.
QByteArray claims(const QByteArray &more)
{
    const QByteArray end = more.contains("\"exp\"") ? QByteArray() : R"(,"exp":1760680800)";
    return R"({"sub":"admin")" + end + (more.isEmpty() ? QByteArray() : ',' + more) + '}';
}

QByteArray at(const QByteArray &name, qint64 seconds)
{
    return '"' + name + "\":" + QByteArray::number(start + seconds);
}

} // namespace

class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void authenticates_data();
    void authenticates();
    void checksIssuerAndAudienceWhenConfigured_data();
    void checksIssuerAndAudienceWhenConfigured();
    void neverVerifiesWithoutKey();
    void issuesWhatItVerifies();
    void saysWhenATokenEnds();
    void issuesForUsersOnly();
    void makesAKeyOnce();
    void refusesLooseKeys_data();
    void refusesLooseKeys();
    void waitsForNoKey_data();
    void waitsForNoKey();
    void refusesUnusableKeys_data();
    void refusesUnusableKeys();

private:
    test::FakeClock m_clock;
};

void TokensTest::authenticates_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("user"); // empty: refused
    const QString admin = u"admin"_s;
    const QString nobody;

    QTest::newRow("sub") << hs256(claims({})) << admin;
    QTest::newRow("no end") << hs256(R"({"sub":"admin"})") << nobody;
    QTest::newRow("user_id") << hs256(R"({"user_id":"admin","exp":1760680800})") << admin;
    QTest::newRow("sub wins over user_id")
        << hs256(R"({"sub":"mallory","user_id":"admin","exp":1760680800})") << nobody;
    QTest::newRow("missing") << QByteArray() << nobody;
    QTest::newRow("one part") << QByteArray("abc") << nobody;
    QTest::newRow("three empty parts") << QByteArray("..") << nobody;
    QTest::newRow("header is no JSON") << makeToken("nope", claims({}), ourKey) << nobody;
    QTest::newRow("claims are no JSON") << hs256("nope") << nobody;
    QTest::newRow("claims are an array") << hs256("[]") << nobody;
    QTest::newRow("hidden behind NUL") << hs256(claims({})) + QByteArray("\0x", 2) << nobody;
    QTest::newRow("four parts") << hs256(claims({})) + ".x" << nobody;
    QTest::newRow("wrong key") << hs256(claims({}), "another key, also of 32 bytes...") << nobody;
    QTest::newRow("signature cut") << hs256(claims({})).chopped(1) << nobody;
    QTest::newRow("signature missing") << makeToken(R"({"alg":"HS256"})", claims({}), {}) << nobody;
    QTest::newRow("none") << makeToken(R"({"alg":"none"})", claims({}), {}) << nobody;
    QTest::newRow("none, signed") << makeToken(R"({"alg":"none"})", claims({}), ourKey) << nobody;
    QTest::newRow("None") << makeToken(R"({"alg":"None"})", claims({}), {}) << nobody;
    QTest::newRow("no alg") << makeToken(R"({"typ":"JWT"})", claims({}), ourKey) << nobody;
    QTest::newRow("no alg, unsigned") << makeToken(R"({"typ":"JWT"})", claims({}), {}) << nobody;
    QTest::newRow("RS256 header") << makeToken(R"({"alg":"RS256"})", claims({}), ourKey) << nobody;
    QTest::newRow("ES256 header") << makeToken(R"({"alg":"ES256"})", claims({}), ourKey) << nobody;
    QTest::newRow("HS384") << makeToken(R"({"alg":"HS384"})", claims({}), ourKey, QCryptographicHash::Sha384) << nobody;
    QTest::newRow("HS512") << makeToken(R"({"alg":"HS512"})", claims({}), ourKey, QCryptographicHash::Sha512) << nobody;
    QTest::newRow("crit") << makeToken(R"({"alg":"HS256","crit":["b64"],"b64":true})", claims({}), ourKey) << nobody;
    QTest::newRow("8 KiB") << hs256(claims("\"x\":\"" + QByteArray(6000, 'a') + '"')) << admin;
    QTest::newRow("beyond 8 KiB") << hs256(claims("\"x\":\"" + QByteArray(6200, 'a') + '"')) << nobody;
    QTest::newRow("unknown user") << hs256(R"({"sub":"bob","exp":1760680800})") << nobody;
    QTest::newRow("nobody") << hs256(R"({"exp":1760680800})") << nobody;
    QTest::newRow("empty sub") << hs256(R"({"sub":"","exp":1760680800})") << nobody;
    QTest::newRow("sub is a number") << hs256(R"({"sub":1,"exp":1760680800})") << nobody;
    QTest::newRow("ends later") << hs256(claims(at("exp", 3600))) << admin;
    QTest::newRow("ended 29 s ago") << hs256(claims(at("exp", -29))) << admin;
    QTest::newRow("ended 30 s ago") << hs256(claims(at("exp", -30))) << nobody;
    QTest::newRow("ended long ago") << hs256(claims(R"("exp":1)")) << nobody;
    QTest::newRow("negative end") << hs256(claims(R"("exp":-1)")) << nobody;
    QTest::newRow("ends at 1e300") << hs256(claims(R"("exp":1e300)")) << admin;
    QTest::newRow("fractional end") << hs256(claims(R"("exp":1760677171.5)")) << admin;
    QTest::newRow("end is text") << hs256(claims(R"("exp":"1760680800")")) << nobody;
    QTest::newRow("end is null") << hs256(claims(R"("exp":null)")) << nobody;
    QTest::newRow("begins in 30 s") << hs256(claims(at("nbf", 30))) << admin;
    QTest::newRow("begins in 31 s") << hs256(claims(at("nbf", 31))) << nobody;
    QTest::newRow("begin is text") << hs256(claims(R"("nbf":"0")")) << nobody;
    QTest::newRow("iss and aud unasked") << hs256(claims(R"("iss":"x","aud":"y")")) << admin;
}

void TokensTest::authenticates()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, user);
    const Tokens tokens(m_clock, {ourKey, {}, {}});
    const UserAuthenticator users(m_clock, tokens, {{{u"admin"_s, {}, {}, {}}, {}, {}}});
    const Result<TokenInfo> info = users.checkToken(token);
    QCOMPARE(info ? info->user.name : QString(), user);
    if (!info)
        QCOMPARE(info.error().code, ErrorCode::Unauthenticated);
}

void TokensTest::checksIssuerAndAudienceWhenConfigured_data()
{
    QTest::addColumn<QByteArray>("claimed");
    QTest::addColumn<bool>("isIn");
    QTest::newRow("both") << QByteArray(R"("iss":"us","aud":"them")") << true;
    QTest::newRow("one of several audiences") << QByteArray(R"("iss":"us","aud":["x","them"])") << true;
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("wrong issuer") << QByteArray(R"("iss":"me","aud":"them")") << false;
    QTest::newRow("wrong audience") << QByteArray(R"("iss":"us","aud":"me")") << false;
    QTest::newRow("no audience") << QByteArray(R"("iss":"us")") << false;
    QTest::newRow("wrong types") << QByteArray(R"("iss":["us"],"aud":{"them":1})") << false;
}

void TokensTest::checksIssuerAndAudienceWhenConfigured()
{
    QFETCH(QByteArray, claimed);
    QFETCH(bool, isIn);
    const Tokens tokens(m_clock, {ourKey, u"us"_s, u"them"_s});
    QCOMPARE(tokens.verify(hs256(claims(claimed))).has_value(), isIn);
    QVERIFY(tokens.verify(*tokens.issue(u"admin"_s, 1h)));
}

void TokensTest::neverVerifiesWithoutKey()
{
    const Tokens tokens(m_clock, {});
    QVERIFY(!tokens.verify(makeToken(R"({"alg":"none"})", claims({}), {})));
    QVERIFY(!tokens.verify(hs256(claims({}))));
    QVERIFY(!tokens.issue(u"admin"_s, 1h));
}

void TokensTest::issuesWhatItVerifies()
{
    const Tokens tokens(m_clock, {ourKey, {}, {}});
    const Result<QByteArray> token = tokens.issue(u"zoë"_s, 1h);
    QVERIFY(token);
    const Result<TokenClaims> verified = tokens.verify(*token);
    QVERIFY(verified);
    QCOMPARE(verified->subject, u"zoë"_s);
    m_clock.advance(1h + 29s);
    QVERIFY(tokens.verify(*token));
    m_clock.advance(1s);
    QVERIFY(!tokens.verify(*token));
}

void TokensTest::saysWhenATokenEnds()
{
    const Tokens tokens(m_clock, {ourKey, {}, {}});
    const Timestamp now = m_clock.now();
    const Result<TokenClaims> ending = tokens.verify(*tokens.issue(u"admin"_s, 1h));
    QVERIFY(ending && ending->expiresAt == now + 1h + Tokens::leeway);
    QVERIFY(!ending->session); // as of another issuer
}

void TokensTest::issuesForUsersOnly()
{
    const Tokens tokens(m_clock, {ourKey, {}, {}});
    const UserAuthenticator users(m_clock, tokens, {{{u"ann"_s, {}, {}, {}}, {}, {}}});
    const Result<QByteArray> token = users.issue(u"ann"_s, 1h);
    QCOMPARE(tokens.verify(*token)->subject, u"ann"_s);
    const Result<QByteArray> unknown = users.issue(u"Ann"_s, 1h);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(unknown.error().message.contains(u"there is no user 'Ann'"_s));
    QCOMPARE(users.issue({}, 1h).error().code, ErrorCode::NotFound);
    QCOMPARE(users.issue(u"ann"_s, 999ms).error().code, ErrorCode::InvalidArgument);
}

void TokensTest::makesAKeyOnce()
{
    const QTemporaryDir dir;
    const Result<QByteArray> made = loadTokenKey(dir.path());
    QVERIFY2(made, qUtf8Printable(made ? QString() : made.error().message.text()));
    QVERIFY(made->size() >= 32);
    const QString path = dir.filePath(u"jwt.key"_s);
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                            | QFileDevice::WriteOther | QFileDevice::ExeOwner;
    QVERIFY(!(QFile::permissions(path) & others));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"jwt.key"_s});

    const Result<QByteArray> again = loadTokenKey(dir.path());
    QVERIFY(again && *again == *made);

    const QTemporaryDir other;
    QVERIFY(*loadTokenKey(other.path()) != *made);
    const Result<QByteArray> configured = loadTokenKey(other.path(), path);
    QVERIFY(configured && *configured == *made); // the file's raw bytes, nothing trimmed
}

// A key that others may read, write or know is refused with the command that mends it.
void TokensTest::refusesLooseKeys_data()
{
    QTest::addColumn<uint>("mode");
    QTest::addColumn<uint>("owner");     // -1: this user
    QTest::addColumn<QString>("advice"); // empty: the key is good
    QTest::newRow("0600") << 0600u << uint(-1) << QString();
    QTest::newRow("0400") << 0400u << uint(-1) << QString();
    QTest::newRow("others read") << 0604u << uint(-1) << u"chmod 6"_s;
    QTest::newRow("group writes") << 0620u << uint(-1) << u"chmod 6"_s;
    QTest::newRow("others write") << 0602u << uint(-1) << u"chmod 6"_s;
    if (::geteuid() == 0)
        QTest::newRow("root's, for a group") << 0640u << 0u << QString();
    else
        QTest::newRow("this user's, for a group") << 0640u << uint(-1) << u"chmod 600"_s;
    if (::geteuid() == 0)
        QTest::newRow("somebody else's") << 0600u << 12345u << u"chown 0"_s;
}

void TokensTest::refusesLooseKeys()
{
    QFETCH(uint, mode);
    QFETCH(uint, owner);
    QFETCH(QString, advice);
    const QTemporaryDir dir;
    const QByteArray path = QFile::encodeName(dir.filePath(u"jwt.key"_s));
    QVERIFY(loadTokenKey(dir.path()));
    QCOMPARE(::chmod(path.constData(), mode), 0);
    QCOMPARE(::chown(path.constData(), owner, uint(-1)), 0);
    for (const QString &named : {QString(), QString::fromUtf8(path)}) { // of the data directory, and configured
        const Result<QByteArray> key = loadTokenKey(dir.path(), named);
        QCOMPARE(key.has_value(), advice.isEmpty());
        if (!key)
            QVERIFY2(key.error().message.contains(advice)
                         && key.error().message.contains(u"'%1'"_s.arg(QString::fromUtf8(path))),
                     qUtf8Printable(key.error().message));
    }
}

// What an archive that somebody unpacked may have put in the key's place. A link that is configured is a person's.
void TokensTest::waitsForNoKey_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ours");  // why, in the data directory; empty: it is taken
    QTest::addColumn<QString>("named"); // why, with jwt_secret_file
    QTest::newRow("a file") << u"file"_s << QString() << QString();
    QTest::newRow("a pipe") << u"pipe"_s << u"it is no file"_s << u"it is no file"_s;
    QTest::newRow("a folder") << u"folder"_s << u"it is no file"_s << u"it is no file"_s;
    QTest::newRow("a link to a key") << u"link"_s << u"it is a symbolic link"_s << QString();
    QTest::newRow("a link to a pipe") << u"link to a pipe"_s << u"it is a symbolic link"_s << u"it is no file"_s;
    QTest::newRow("a link to a device") << u"link to a device"_s << u"it is a symbolic link"_s << u"it is no file"_s;
    QTest::newRow("a link to nowhere") << u"link to nowhere"_s << u"it is a symbolic link"_s << u"No such file"_s;
}

void TokensTest::waitsForNoKey()
{
    QFETCH(QString, kind);
    QFETCH(QString, ours);
    QFETCH(QString, named);
    const QTemporaryDir dir;
    const QTemporaryDir elsewhere;
    const QString path = dir.filePath(u"jwt.key"_s);
    const QString key = elsewhere.filePath(u"jwt.key"_s);
    const QString pipe = elsewhere.filePath(u"pipe"_s);
    QVERIFY(loadTokenKey(elsewhere.path()));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    if (kind == u"file"_s)
        QVERIFY(QFile::copy(key, path));
    else if (kind == u"pipe"_s)
        QVERIFY(QFile::rename(pipe, path));
    else if (kind == u"folder"_s)
        QVERIFY(QDir().mkdir(path));
    else if (kind == u"link"_s)
        QVERIFY(QFile::link(key, path));
    else if (kind == u"link to a pipe"_s)
        QVERIFY(QFile::link(pipe, path));
    else if (kind == u"link to a device"_s)
        QVERIFY(QFile::link(u"/dev/zero"_s, path));
    else
        QVERIFY(QFile::link(elsewhere.filePath(u"none"_s), path));
    ::alarm(20); // ends the test that waits
    const Result<QByteArray> asOurs = loadTokenKey(dir.path());
    const Result<QByteArray> asNamed = loadTokenKey(elsewhere.path(), path);
    ::alarm(0);
    QVERIFY2(asOurs ? ours.isEmpty() : asOurs.error().message.contains(u"%1: %2."_s.arg(path, ours)),
             qUtf8Printable(asOurs ? u"taken"_s : asOurs.error().message.text()));
    QVERIFY2(asNamed ? named.isEmpty() : asNamed.error().message.contains(u"%1: %2"_s.arg(path, named)),
             qUtf8Printable(asNamed ? u"taken"_s : asNamed.error().message.text()));
    QVERIFY(!QFile::exists(elsewhere.filePath(u"none"_s)));
}

void TokensTest::refusesUnusableKeys_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("31 bytes") << QByteArray(31, 'k');
    QTest::newRow("too long") << QByteArray(65537, 'k');
    QTest::newRow("missing") << QByteArray();
}

void TokensTest::refusesUnusableKeys()
{
    QFETCH(QByteArray, contents);
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"secret"_s);
    if (!contents.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner));
        file.write(contents);
    }
    const Result<QByteArray> key = loadTokenKey(dir.path(), path);
    QVERIFY(!key);
    QVERIFY(key.error().message.contains(path));
    QVERIFY(!loadTokenKey(dir.filePath(u"not/there"_s)));
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
