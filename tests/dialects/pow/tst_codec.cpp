// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codec.h"
#include "server/dialects/pow/linebuffer.h"

#include <QJsonArray>
#include <QTest>

using namespace signalbox;
using namespace signalbox::pow;
using namespace Qt::StringLiterals;

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCalls_data();
    void readsCalls();
    void refusesCalls_data();
    void refusesCalls();
    void readsSignals_data();
    void readsSignals();
    void writesResults_data();
    void writesResults();
    void keepsTheNewestLines();
    void boundsLongLines();
};

void CodecTest::readsCalls_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("process");
    QTest::addColumn<std::optional<QStringList>>("params"); // nothing: left out
    const auto row = [](const char *name, const QByteArray &json, const QString &process,
                        const std::optional<QStringList> &params = {}) {
        QTest::newRow(name) << json << process << params;
    };
    row("whole", R"({"call":"echo","params":["a","b c"]})", u"echo"_s, QStringList{u"a"_s, u"b c"_s});
    row("no params", R"({"call":"echo"})", u"echo"_s);
    row("null params", R"({"call":"echo","params":null})", u"echo"_s);
    row("empty params", R"({"call":"echo","params":[]})", u"echo"_s, QStringList());
    row("unknown members", R"({"x":{"y":[]},"call":"echo"})", u"echo"_s);
    row("capitals", R"({"Call":"Echo","PARAMS":["a"]})", u"Echo"_s, QStringList{u"a"_s});
    row("capitals beside the name itself", R"({"CALL":"a","call":"b","zCall":"c"})", u"b"_s);
    row("empty", "{}", {});
    row("null", " null\n", {});
    row("a signal", R"({"signal":"close"})", {});
    row("spaces, newline", " {\"call\" : \"echo\"}\n", u"echo"_s);
    const QByteArray longest(maxCallBytes - 26, 'p');
    row("as long as allowed", R"({"call":"e","params":[")" + longest + R"("]})", u"e"_s,
        QStringList{QString::fromLatin1(longest)});
}

void CodecTest::readsCalls()
{
    QFETCH(QByteArray, json);
    const Result<CallMessage> call = decodeCall(json);
    QVERIFY(call);
    QFETCH(std::optional<QStringList>, params);
    QTEST(call->process, "process");
    QCOMPARE(call->params, params.value_or(QStringList()));
    QCOMPARE(call->hasParams, params.has_value());
}

void CodecTest::refusesCalls_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x00\xff\x7f{{", 5);
    QTest::newRow("an array") << QByteArray(R"(["echo"])");
    QTest::newRow("a string") << QByteArray(R"("echo")");
    QTest::newRow("call is a number") << QByteArray(R"({"call":7})");
    QTest::newRow("params is a string") << QByteArray(R"({"call":"echo","params":"a"})");
    QTest::newRow("params is an object") << QByteArray(R"({"call":"echo","params":{"a":"b"}})");
    QTest::newRow("a param is a number") << QByteArray(R"({"call":"echo","params":["a",1]})");
    QTest::newRow("a param is null") << QByteArray(R"({"call":"echo","params":[null]})");
    QTest::newRow("not ended") << QByteArray(R"({"call":"echo")");
    QTest::newRow("two values") << QByteArray(R"({"call":"echo"}{"call":"echo"})");
    QTest::newRow("no UTF-8") << QByteArray("{\"call\":\"\xff\xfe\"}");
    QTest::newRow("deep") << QByteArray(maxCallBytes, '[');
    QTest::newRow("deep member") << R"({"call":"echo","x":)" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}';
    QTest::newRow("too long") << R"({"call":"e","params":[")" + QByteArray(maxCallBytes - 25, 'p') + R"("]})";
}

void CodecTest::refusesCalls()
{
    QFETCH(QByteArray, json);
    const Result<CallMessage> call = decodeCall(json);
    QVERIFY(!call);
    QCOMPARE(call.error().code, ErrorCode::InvalidArgument);
}

void CodecTest::readsSignals_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("signal");
    const auto row = [](const char *name, const QByteArray &json, Signal signal) {
        QTest::newRow(name) << json << static_cast<int>(signal);
    };
    row("close", R"({"signal":"close"})", Signal::CloseInput);
    row("cancel", R"({"signal":"cancel"})", Signal::Cancel);
    row("more members", R"({"why":1,"signal":"cancel"})", Signal::Cancel);
    row("unknown", R"({"signal":"pause"})", Signal::None);
    row("wrong type", R"({"signal":["close"]})", Signal::None);
    row("the case of the name does not matter", R"({"SIGNAL":"close"})", Signal::CloseInput);
    row("the case of the value does", R"({"signal":"Close"})", Signal::None);
    row("a call", R"({"call":"echo"})", Signal::None);
    row("garbage", "\xff\xff", Signal::None);
    row("nothing", {}, Signal::None);
    row("too long", R"({"signal":"close","x":")" + QByteArray(maxCallBytes, 'x') + R"("})", Signal::None);
}

void CodecTest::readsSignals()
{
    QFETCH(QByteArray, json);
    QTEST(static_cast<int>(decodeSignal(json)), "signal");
}

void CodecTest::writesResults_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *name, const Outcome &outcome, const QByteArray &frame, const QByteArray &status) {
        QTest::newRow(name) << outcome << frame << R"({"result":)" + status + '}';
    };
    row("no value", Outcome::fulfilled(QJsonValue::Undefined), R"({"status":"fulfilled","value":null})",
        R"({"status":"fulfilled","value":null})");
    row("null", Outcome::fulfilled(QJsonValue::Null), R"({"status":"fulfilled","value":null})",
        R"({"status":"fulfilled","value":null})");
    row("array", Outcome::fulfilled(QJsonArray{u"a"_s, u"\"b\""_s}), R"({"status":"fulfilled","value":["a","\"b\""]})",
        R"({"status":"fulfilled","value":["a","\"b\""]})");
    row("refused", Outcome::refused(u"timeout expired"_s), R"({"status":"rejected","reason":"timeout expired"})",
        R"({"status":"rejected","reason":"timeout expired"})");
    row("failed", Outcome::failed(u"exit status 3"_s),
        R"({"status":"rejected","reason":"process returned error: exit status 3"})",
        R"({"status":"rejected","reason":"exit status 3"})");
}

void CodecTest::writesResults()
{
    QFETCH(Outcome, outcome);
    QTEST(encodeResult(outcome), "frame");
    QTEST(encodeStatus({}, outcome), "status");
    QCOMPARE(encodeStatus("a\nb", std::nullopt), R"({"buffer":"a\nb","result":{"status":"pending"}})");
}

void CodecTest::keepsTheNewestLines()
{
    LineBuffer buffer;
    QCOMPARE(buffer.text(true), "");
    buffer.add("one\ntw");
    QCOMPARE(buffer.text(false), "one");
    QCOMPARE(buffer.text(true), "one\ntw");
    buffer.add("o\n\nthree\n");
    QCOMPARE(buffer.text(true), "one\ntwo\n\nthree");
    for (int line = 1; line <= 1000; ++line)
        buffer.add(QByteArray::number(line) + '\n');
    QVERIFY(buffer.text(false).startsWith("1\n2\n"));
    QVERIFY(buffer.text(false).endsWith("\n1000"));
    buffer.add("rest");
    QCOMPARE(buffer.text(false).count('\n'), 999);
    QCOMPARE(buffer.text(true).count('\n'), 1000);
}

void CodecTest::boundsLongLines()
{
    LineBuffer endless;
    for (int i = 0; i < 40; ++i)
        endless.add(QByteArray("\xc3\xa9").repeated(32'768) + (i == 0 ? "x" : ""));
    QVERIFY(endless.bytes() <= LineBuffer::bytesKept);
    QCOMPARE(QString::fromUtf8(endless.text(true)).count(QChar::ReplacementCharacter), 0);
    LineBuffer long_;
    for (int i = 0; i < 40; ++i)
        long_.add(QByteArray(65'536, 'a') + '\n');
    QVERIFY(long_.bytes() <= LineBuffer::bytesKept);
    QVERIFY(long_.bytes() > LineBuffer::bytesKept / 2);
}

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
