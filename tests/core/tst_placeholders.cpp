// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/placeholders.h"

#include <QJsonArray>
#include <QTest>

using namespace signalbox;
using namespace signalbox::core;

class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever the value, it is one argument and stays what it is.
    void hostileValues_data()
    {
        QTest::addColumn<QString>("value");
        for (const char *text : {"; rm -rf /", "$(reboot)", "`id`", "a b\tc\nd", "../../etc/passwd", "{param:x}", "{{",
                                 "{x}", "{0}", "'\"\\", "-rf", "*",
                                 "\xE2\x80\xAE"
                                 "evil",
                                 "", "%s%n", "|cat", "&", ">f"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void hostileValues()
    {
        QFETCH(QString, value);
        const QJsonObject values{{QStringLiteral("x"), value}};
        QCOMPARE(
            *fillNodeCommand({QStringLiteral("p"), QStringLiteral("{param:x}"), QStringLiteral("a{param:x}b")}, values),
            (QStringList{QStringLiteral("p"), value, u'a' + value + u'b'}));
        QCOMPARE(*fillTemplate({QStringLiteral("p"), QStringLiteral("{x}")}, values),
                 (QStringList{QStringLiteral("p"), value}));
        QCOMPARE(*fillProcessCommand({QStringLiteral("p"), QStringLiteral("{0}")}, {value}),
                 (QStringList{QStringLiteral("p"), value}));
    }

    void literalBraces_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("filled");
        QTest::newRow("doubled") << u"{{param:x}"_qs << u"{param:x}"_qs;
        QTest::newRow("awk") << u"{print $1}"_qs << u"{print $1}"_qs;
        QTest::newRow("open") << u"a{"_qs << u"a{"_qs;
        QTest::newRow("unclosed") << u"{param:x"_qs << u"{param:x"_qs;
        QTest::newRow("twice") << u"{param:x}{param:x}"_qs << u"vv"_qs;
        QTest::newRow("triple") << u"{{{param:x}"_qs << u"{v"_qs;
        QTest::newRow("nameless") << u"{param:}"_qs << u"{param:}"_qs;
    }
    void literalBraces()
    {
        QFETCH(QString, word);
        QFETCH(QString, filled);
        QCOMPARE(fillNodeCommand({QStringLiteral("p"), word}, {{QStringLiteral("x"), QStringLiteral("v")}})->at(1),
                 filled);
    }

    void otherTypes()
    {
        const QJsonObject values{{u"n"_qs, 42},
                                 {u"f"_qs, 0.5},
                                 {u"t"_qs, true},
                                 {u"o"_qs, QJsonObject{{u"k"_qs, 1}}},
                                 {u"a"_qs, QJsonArray{1, u"x"_qs}}};
        QCOMPARE(*fillTemplate({u"p"_qs, u"{n}"_qs, u"{f}"_qs, u"{t}"_qs, u"{o}"_qs, u"{a}"_qs}, values),
                 (QStringList{u"p"_qs, u"42"_qs, u"0.5"_qs, u"true"_qs, u"{\"k\":1}"_qs, u"[1,\"x\"]"_qs}));
    }

    void refuses()
    {
        const auto fails = [](const Result<QStringList> &result, const QString &part) {
            return !result && result.error().code == ErrorCode::InvalidArgument
                   && result.error().message.contains(part);
        };
        const QStringList command{u"p"_qs, u"{param:x}"_qs};
        QVERIFY(fails(fillNodeCommand(command, {}), u"'x' is missing"_qs));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_qs, QJsonValue::Null}}), u"'x' is missing"_qs));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_qs, QString(QChar(u'\0'))}}), u"NUL"_qs));
        QVERIFY(
            fails(fillNodeCommand(command, {{u"x"_qs, QString(65'537, u'a')}}), u"65537 bytes long; at most 65536"_qs));
        QVERIFY(fillNodeCommand(command, {{u"x"_qs, QString(65'536, u'a')}}));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_qs, QString(40'000, u'é')}}), u"80000 bytes"_qs));
        QVERIFY(fails(fillNodeCommand({u"{param:x}"_qs}, {{u"x"_qs, u"rm"_qs}}), u"the program itself"_qs));
        QVERIFY(fails(fillTemplate({u"{x}"_qs}, {{u"x"_qs, u"rm"_qs}}), u"the program itself"_qs));
        QVERIFY(fails(fillProcessCommand({u"p"_qs, u"{1}"_qs}, {u"a"_qs}), u"parameter 1 is missing"_qs));
        QVERIFY(fails(fillNodeCommand({}, {}), u"empty"_qs));
    }

    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"  sort  -n\t{file} "_qs << QStringList{u"sort"_qs, u"-n"_qs, u"{file}"_qs};
        QTest::newRow("single") << u"echo 'a  b' c"_qs << QStringList{u"echo"_qs, u"a  b"_qs, u"c"_qs};
        QTest::newRow("double") << u"echo \"a 'b\" x\"y z\"w"_qs << QStringList{u"echo"_qs, u"a 'b"_qs, u"xy zw"_qs};
        QTest::newRow("empty word") << u"echo '' \"\""_qs << QStringList{u"echo"_qs, QString(), QString()};
        QTest::newRow("backslash") << u"echo a\\ b \"\\\"\" '\\'"_qs
                                   << QStringList{u"echo"_qs, u"a b"_qs, u"\""_qs, u"\\"_qs};
        QTest::newRow("no shell") << u"echo $HOME;ls|x>y *"_qs << QStringList{u"echo"_qs, u"$HOME;ls|x>y"_qs, u"*"_qs};
        QTest::newRow("open quote") << u"echo 'a"_qs << QStringList();
        QTest::newRow("nothing") << u"  "_qs << QStringList();
    }
    void splits()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        const auto split = splitTemplate(text);
        QCOMPARE(split.has_value(), !words.isEmpty());
        if (split)
            QCOMPARE(*split, words);
    }

    void allowsPrograms()
    {
        QVERIFY(isProgramAllowed(u"echo"_qs, {u"sort"_qs, u"echo"_qs}));
        QVERIFY(!isProgramAllowed(u"/tmp/echo"_qs, {u"echo"_qs}));
        QVERIFY(!isProgramAllowed(u"ech"_qs, {u"echo"_qs}));
        QVERIFY(!isProgramAllowed(u"*"_qs, {u"echo"_qs}));
        QVERIFY(isProgramAllowed(u"/bin/anything"_qs, {u"*"_qs}));
        QVERIFY(!isProgramAllowed(u"echo"_qs, {}));
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
