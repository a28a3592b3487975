// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/json/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace signalbox;
using namespace Qt::StringLiterals;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrder();
    void writesNumbersAsTheDocumentsDo_data();
    void writesNumbersAsTheDocumentsDo();
    void givenNumbersStayExact();
    void escapes_data();
    void escapes();
    void nestsWithoutStrayCommas();
};

void JsonWriterTest::keepsTheOrder()
{
    JsonWriter json;
    json.beginObject().member("zebra"_L1, 1).member("apple"_L1, std::optional<double>()).endObject();
    QCOMPARE(json.take(), QByteArray(R"({"zebra":1,"apple":null})"));
}

void JsonWriterTest::writesNumbersAsTheDocumentsDo_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero keeps its point") << 0.0 << QByteArray("0.0");
    QTest::newRow("whole") << 45.0 << QByteArray("45.0");
    QTest::newRow("fraction") << 3600.5 << QByteArray("3600.5");
    QTest::newRow("shortest form that reads back") << 0.1 << QByteArray("0.1");
    QTest::newRow("rounded for people") << 33.3 / 100.0 << QByteArray("0.333");
    QTest::newRow("six decimals") << 2.0 / 3.0 << QByteArray("0.666667");
    QTest::newRow("too small to tell") << -0.0000001 << QByteArray("0.0");
    QTest::newRow("large") << 123456789012.34567 << QByteArray("123456789012.34567");
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray("null");
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray("null");
}

void JsonWriterTest::writesNumbersAsTheDocumentsDo()
{
    QFETCH(double, number);
    QTEST(JsonWriter().value(number).text(), "text");
}

// What a client sent as a parameter comes back as it was.
void JsonWriterTest::givenNumbersStayExact()
{
    const QJsonArray given{33.3 / 100.0, 0.0000001, 3, -2.5};
    QCOMPARE(QJsonDocument::fromJson(JsonWriter().value(QJsonValue(given)).text()).array(), given);
}

void JsonWriterTest::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes and backslash") << u"say \"hi\" \\ bye"_s;
    QTest::newRow("control characters") << QString(u"a\nb\tc\rd"_s + QChar(1) + QChar(0x1f) + QChar(0));
    QTest::newRow("beyond the plane") << QString::fromUtf8("\xF0\x9F\x9A\x82 Zug");
    QTest::newRow("right to left mark") << QString(QChar(0x202e) + u"abc"_s);
}

void JsonWriterTest::escapes()
{
    QFETCH(QString, text);
    JsonWriter json;
    json.beginObject().member(text, text).endObject();
    QJsonParseError error;
    const QJsonObject parsed = QJsonDocument::fromJson(json.text(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(parsed.value(text).toString(), text);
}

void JsonWriterTest::nestsWithoutStrayCommas()
{
    JsonWriter json;
    json.beginObject().key("a"_L1).beginArray().beginObject().endObject().value(1).beginArray().endArray().endArray();
    json.member("b"_L1, true).member("c"_L1, QStringList{u"x"_s, u"y"_s}).key("d"_L1).raw("{}").endObject();
    QCOMPARE(json.take(), QByteArray(R"({"a":[{},1,[]],"b":true,"c":["x","y"],"d":{}})"));
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "tst_jsonwriter.moc"
