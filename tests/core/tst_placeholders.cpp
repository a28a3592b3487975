// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/executions/placeholders.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

class TestPlaceholders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every value stays as it is, within one argument.
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
        const QJsonObject values{{u"x"_s, value}};
        QCOMPARE(*fillNodeCommand({u"p"_s, u"{param:x}"_s, u"a{param:x}b"_s}, values),
                 (QStringList{u"p"_s, value, u'a' + value + u'b'}));
        QCOMPARE(*fillTemplate({u"p"_s, u"{x}"_s}, values), (QStringList{u"p"_s, value}));
        QCOMPARE(*fillProcessCommand({u"p"_s, u"{0}"_s}, {value}), (QStringList{u"p"_s, value}));
    }

    void literalBraces_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("filled");
        QTest::newRow("doubled") << u"{{param:x}"_s << u"{param:x}"_s;
        QTest::newRow("awk") << u"{print $1}"_s << u"{print $1}"_s;
        QTest::newRow("open") << u"a{"_s << u"a{"_s;
        QTest::newRow("unclosed") << u"{param:x"_s << u"{param:x"_s;
        QTest::newRow("twice") << u"{param:x}{param:x}"_s << u"vv"_s;
        QTest::newRow("triple") << u"{{{param:x}"_s << u"{v"_s;
        QTest::newRow("nameless") << u"{param:}"_s << u"{param:}"_s;
    }
    void literalBraces()
    {
        QFETCH(QString, word);
        QFETCH(QString, filled);
        QCOMPARE(fillNodeCommand({u"p"_s, word}, {{u"x"_s, u"v"_s}})->at(1), filled);
    }

    void otherTypes()
    {
        const QJsonObject values{{u"n"_s, 42},
                                 {u"f"_s, 0.5},
                                 {u"t"_s, true},
                                 {u"o"_s, QJsonObject{{u"k"_s, 1}}},
                                 {u"a"_s, QJsonArray{1, u"x"_s}}};
        QCOMPARE(*fillTemplate({u"p"_s, u"{n}"_s, u"{f}"_s, u"{t}"_s, u"{o}"_s, u"{a}"_s}, values),
                 (QStringList{u"p"_s, u"42"_s, u"0.5"_s, u"true"_s, u"{\"k\":1}"_s, u"[1,\"x\"]"_s}));
    }

    void refuses()
    {
        const auto fails = [](const Result<QStringList> &result, const QString &part) {
            return !result && result.error().code == ErrorCode::InvalidArgument
                   && result.error().message.contains(part);
        };
        const QStringList command{u"p"_s, u"{param:x}"_s};
        QVERIFY(fails(fillNodeCommand(command, {}), u"'x' is missing"_s));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_s, QJsonValue::Null}}), u"'x' is missing"_s));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_s, QString(QChar(u'\0'))}}), u"NUL"_s));
        QVERIFY(
            fails(fillNodeCommand(command, {{u"x"_s, QString(65'537, u'a')}}), u"65537 bytes long; at most 65536"_s));
        QVERIFY(fillNodeCommand(command, {{u"x"_s, QString(65'536, u'a')}}));
        QVERIFY(fails(fillNodeCommand(command, {{u"x"_s, QString(40'000, u'é')}}), u"80000 bytes"_s));
        QVERIFY(fails(fillNodeCommand({u"{param:x}"_s}, {{u"x"_s, u"rm"_s}}), u"the program itself"_s));
        QVERIFY(fails(fillTemplate({u"{x}"_s}, {{u"x"_s, u"rm"_s}}), u"the program itself"_s));
        QVERIFY(fails(fillProcessCommand({u"p"_s, u"{1}"_s}, {u"a"_s}), u"parameter 1 is missing"_s));
        QVERIFY(fails(fillNodeCommand({}, {}), u"empty"_s));
    }

    void splits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"  sort  -n\t{file} "_s << QStringList{u"sort"_s, u"-n"_s, u"{file}"_s};
        QTest::newRow("single") << u"echo 'a  b' c"_s << QStringList{u"echo"_s, u"a  b"_s, u"c"_s};
        QTest::newRow("double") << u"echo \"a 'b\" x\"y z\"w"_s << QStringList{u"echo"_s, u"a 'b"_s, u"xy zw"_s};
        QTest::newRow("empty word") << u"echo '' \"\""_s << QStringList{u"echo"_s, QString(), QString()};
        QTest::newRow("backslash") << u"echo a\\ b \"\\\"\" '\\'"_s
                                   << QStringList{u"echo"_s, u"a b"_s, u"\""_s, u"\\"_s};
        QTest::newRow("no shell") << u"echo $HOME;ls|x>y *"_s << QStringList{u"echo"_s, u"$HOME;ls|x>y"_s, u"*"_s};
        QTest::newRow("open quote") << u"echo 'a"_s << QStringList();
        QTest::newRow("nothing") << u"  "_s << QStringList();
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
        QVERIFY(isProgramAllowed(u"echo"_s, {u"sort"_s, u"echo"_s}));
        QVERIFY(!isProgramAllowed(u"/tmp/echo"_s, {u"echo"_s}));
        QVERIFY(!isProgramAllowed(u"ech"_s, {u"echo"_s}));
        QVERIFY(!isProgramAllowed(u"*"_s, {u"echo"_s}));
        QVERIFY(isProgramAllowed(u"/bin/anything"_s, {u"*"_s}));
        QVERIFY(!isProgramAllowed(u"echo"_s, {}));
    }
};

QTEST_GUILESS_MAIN(TestPlaceholders)
#include "tst_placeholders.moc"
