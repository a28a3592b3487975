// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/commandtemplate.h"

#include "server/core/experiment.h"
#include "server/core/runtime/executions/plan.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

template<typename Values>
Result<QStringList> filled(const QStringList &command, Placeholders placeholders, const Values &values)
{
    const auto parsed = CommandTemplate::parse(command, placeholders);
    return parsed ? parsed->fill(values) : Unexpected{parsed.error()};
}

// A word after the program, with "v" for {param:x}, {x} and {0}.
QString filledWord(const QString &word, Placeholders placeholders)
{
    const QStringList command{u"p"_s, word};
    const auto result = placeholders == Placeholders::Numbered
                            ? filled(command, placeholders, QStringList(u"v"_s))
                            : filled(command, placeholders, QJsonObject{{u"x"_s, u"v"_s}});
    return result ? result->at(1) : u"refused: "_s + result.error().message;
}

} // namespace

class TestCommandTemplate : public QObject
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
        QCOMPARE(*filled({u"p"_s, u"{param:x}"_s, u"a{param:x}b"_s}, Placeholders::Param, values),
                 (QStringList{u"p"_s, value, u'a' + value + u'b'}));
        QCOMPARE(*filled({u"p"_s, u"{x}"_s}, Placeholders::Named, values), (QStringList{u"p"_s, value}));
        QCOMPARE(*filled({u"p"_s, u"{0}"_s}, Placeholders::Numbered, QStringList(value)), (QStringList{u"p"_s, value}));
    }

    // One language: what a word becomes in a kind or node, in a process, and in an Airavata command template.
    void words_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("numbered");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QString &word, const QString &param, const QString &numbered,
                            const QString &named) { QTest::newRow(name) << word << param << numbered << named; };
        const auto same = [&](const char *name, const QString &word, const QString &everywhere) {
            row(name, word, everywhere, everywhere, everywhere);
        };
        same("nothing", {}, {});
        same("awk", u"{ print $1 }"_s, u"{ print $1 }"_s);
        same("awk block", u"/a/{n++}END{print n}"_s, u"/a/{n++}END{print n}"_s);
        same("JSON", u"{\"a\":{\"b\":1}}"_s, u"{\"a\":{\"b\":1}}"_s);
        same("shell", u"${a##*/} ${1:-10}"_s, u"${a##*/} ${1:-10}"_s);
        same("open", u"a{"_s, u"a{"_s);
        same("closed", u"a}}"_s, u"a}}"_s);
        same("empty", u"{}"_s, u"{}"_s);
        same("doubled", u"{{"_s, u"{"_s);
        same("doubled param", u"{{param:x}"_s, u"{param:x}"_s);
        same("doubled number", u"{{0}"_s, u"{0}"_s);
        same("doubled name", u"{{x}"_s, u"{x}"_s);
        same("four", u"{{{{"_s, u"{{"_s);
        same("three digits", u"[0-9]{100,}"_s, u"[0-9]{100,}"_s);
        const QString unknown = u"refused: uses {param:x}, which only kinds and pipeline nodes know (write {{ for a "
                                "literal {)"_s;
        row("param", u"<{param:x}>"_s, u"<v>"_s, unknown, u"<{param:x}>"_s);
        row("param twice", u"{param:x}{param:x}"_s, u"vv"_s, unknown, u"{param:x}{param:x}"_s);
        row("triple", u"{{{param:x}"_s, u"{v"_s, unknown, u"{{param:x}"_s);
        row("param in JSON", u"{\"a\": {param:x}}"_s, u"{\"a\": v}"_s, unknown, u"{\"a\": {param:x}}"_s);
        row("default unused", u"{param:x=d}"_s, u"v"_s, QString(unknown).replace(u"{param:x}"_s, u"{param:x=d}"_s),
            u"{param:x=d}"_s);
        row("number", u"{0}{0}"_s, u"{0}{0}"_s, u"vv"_s, u"refused: parameter '0' is missing"_s);
        row("number missing", u"{99}"_s, u"{99}"_s, u"refused: parameter 99 is missing"_s,
            u"refused: parameter '99' is missing"_s);
        row("no number", u"{100}"_s, u"{100}"_s, u"{100}"_s, u"refused: parameter '100' is missing"_s);
        row("name", u"a{x}{b c}"_s, u"a{x}{b c}"_s, u"a{x}{b c}"_s, u"av{b c}"_s);
        row("name behind a brace", u"{ {x} }"_s, u"{ {x} }"_s, u"{ {x} }"_s, u"{ v }"_s);
        row("letters of the world", u"{höhe}"_s, u"{höhe}"_s, u"{höhe}"_s, u"refused: parameter 'höhe' is missing"_s);
        const auto incomplete = [&](const char *name, const QString &word) {
            row(name, word,
                u"refused: has an incomplete placeholder at '%1' (write {param:name}, or {{ for a literal {)"_s.arg(
                    word),
                word, word);
        };
        incomplete("unclosed", u"{param:x"_s);
        incomplete("nameless", u"{param:}"_s);
        incomplete("nameless default", u"{param:=d}"_s);
        incomplete("blank", u"{param:x y}"_s);
        incomplete("brace in the default", u"{param:x={}"_s);
    }
    void words()
    {
        QFETCH(QString, word);
        QFETCH(QString, param);
        QFETCH(QString, numbered);
        QFETCH(QString, named);
        QCOMPARE(filledWord(word, Placeholders::Param), param);
        QCOMPARE(filledWord(word, Placeholders::Numbered), numbered);
        QCOMPARE(filledWord(word, Placeholders::Named), named);
    }

    void defaults()
    {
        const QStringList command{u"p"_s, u"{param:x=}"_s, u"a{param:x=b=c \"d\"}e"_s};
        const QStringList fallen{u"p"_s, QString(), u"ab=c \"d\"e"_s};
        QCOMPARE(*filled(command, Placeholders::Param, QJsonObject()), fallen);
        QCOMPARE(*filled(command, Placeholders::Param, QJsonObject{{u"x"_s, QJsonValue::Null}}), fallen);
        QCOMPARE(*filled(command, Placeholders::Param, QJsonObject{{u"x"_s, QString()}}),
                 (QStringList{u"p"_s, QString(), u"ae"_s}));
    }

    void otherTypes()
    {
        const QJsonObject values{{u"n"_s, 42},
                                 {u"f"_s, 0.5},
                                 {u"t"_s, true},
                                 {u"o"_s, QJsonObject{{u"k"_s, 1}}},
                                 {u"a"_s, QJsonArray{1, u"x"_s}}};
        QCOMPARE(*filled({u"p"_s, u"{n}"_s, u"{f}"_s, u"{t}"_s, u"{o}"_s, u"{a}"_s}, Placeholders::Named, values),
                 (QStringList{u"p"_s, u"42"_s, u"0.5"_s, u"true"_s, u"{\"k\":1}"_s, u"[1,\"x\"]"_s}));
    }

    // No parameter, and no default either, chooses what is run.
    void theProgramIsNoPlaceholder()
    {
        const auto isRefused = [](const QString &program, Placeholders placeholders) {
            const auto parsed = CommandTemplate::parse({program, u"x"_s}, placeholders);
            return !parsed && parsed.error().code == ErrorCode::InvalidArgument
                   && parsed.error().message.startsWith(
                       u"cannot take the program itself from a parameter, as '%1'"_s.arg(program));
        };
        QVERIFY(isRefused(u"{param:x}"_s, Placeholders::Param));
        QVERIFY(isRefused(u"{param:x=rm}"_s, Placeholders::Param));
        QVERIFY(isRefused(u"/bin/{0}"_s, Placeholders::Numbered));
        QVERIFY(isRefused(u"{x}"_s, Placeholders::Named));
        QCOMPARE(*filled({u"{{x}"_s}, Placeholders::Named, QJsonObject()), QStringList(u"{x}"_s));
    }

    void countsNumbers()
    {
        const auto count = [](const QStringList &command) {
            return CommandTemplate::parse(command, Placeholders::Numbered)->numberedCount();
        };
        QCOMPARE(count({u"p"_s, u"{{5}"_s}), 0);
        QCOMPARE(count({u"p"_s, u"{0}"_s, u"{{1}{3}"_s, u"{2}"_s}), 4);
    }

    // Each brace is looked at once, however many there are.
    void takesManyBraces()
    {
        const QString word = u"{a"_s.repeated(200'000) + u'}';
        QCOMPARE(filledWord(word, Placeholders::Param), word);
        QVERIFY(filledWord(word, Placeholders::Named).startsWith(u"refused: parameter 'a'"_s));
    }

    void argumentsHaveLimits()
    {
        Catalogue catalogue;
        catalogue.kinds = {{u"k"_s, 0, 0, {u"p"_s, u"{param:x}"_s}}};
        const auto planned = [&](const QString &kind, const QString &value) {
            StartGraph request;
            request.nodes = {{u"n"_s, kind, {}, {{u"x"_s, value}}, {}}};
            const auto plan = planGraph(request, catalogue);
            return plan ? QString() : plan.error().message.text();
        };
        QCOMPARE(planned(u"k"_s, QString(65'536, u'a')), QString());
        QCOMPARE(planned(u"k"_s, QString(65'537, u'a')),
                 u"Node 'n': argument 1 is 65537 bytes long; at most 65536 are possible"_s);
        QCOMPARE(planned(u"k"_s, QString(40'000, u'é')),
                 u"Node 'n': argument 1 is 80000 bytes long; at most 65536 are possible"_s);
        QCOMPARE(planned(u"k"_s, QString(QChar(u'\0'))), u"Node 'n': argument 1 contains a NUL character"_s);
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
};

QTEST_GUILESS_MAIN(TestCommandTemplate)
#include "tst_commandtemplate.moc"
