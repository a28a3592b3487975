// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codec_content.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::alger;

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refusesDepth_data();
    void refusesDepth();
    void writesInTheDocumentsOrder();
    void survivesItsOwnReader_data();
    void survivesItsOwnReader();
    void saysEveryState();
    void placesNodesInLayers();
    void cutsOutputAtTheLimit_data();
    void cutsOutputAtTheLimit();
};

void CodecTest::reads_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QString>("outcome"); // id/requestId/type/number of members, or the problem
    const auto row = [](const char *name, const QByteArray &frame, const char *outcome) {
        QTest::newRow(name) << frame << QString::fromLatin1(outcome);
    };
    row("plain", R"({"id":1,"requestId":0,"type":101,"content":"{\"userId\":\"bob\"}"})", "1/0/101/1");
    row("any order, more members", R"({"content":"","x":1,"type":2,"requestId":3,"id":4})", "4/3/2/0");
    row("strings", R"({"id":"1","requestId":"-2","type":"101","content":"{}"})", "1/-2/101/0");
    row("integral doubles", R"({"id":1.0,"requestId":0e5,"type":101,"content":""})", "1/0/101/0");
    row("duplicates: the last one", R"({"id":1,"id":2,"requestId":0,"type":101,"content":""})", "2/0/101/0");
    row("content: duplicates", R"({"id":1,"requestId":0,"type":1,"content":"{\"a\":1,\"a\":2}"})", "1/0/1/1");
    row("content: huge number", R"({"id":1,"requestId":0,"type":1,"content":"{\"a\":1e300}"})", "1/0/1/1");
    row("largest text number", R"({"id":"9223372036854775807","requestId":0,"type":1,"content":""})",
        "9223372036854775807/0/1/0");

    row("empty", "", "Payload is not valid JSON");
    row("no JSON", "hello", "Payload is not valid JSON");
    row("an array", "[]", "Payload is not valid JSON");
    row("a string", "\"{}\"", "Payload is not valid JSON");
    row("cut", R"({"id":1,"requestId":0,"type":101,"content":")", "Payload is not valid JSON");
    row("rest", R"({"id":1,"requestId":0,"type":101,"content":""}x)", "Payload is not valid JSON");
    row("invalid UTF-8", "{\"id\":1,\"requestId\":0,\"type\":101,\"content\":\"\xff\"}", "Payload is not valid JSON");
    row("NUL", QByteArray("\0", 1), "Payload is not valid JSON");

    const char *fields = "Missing or non-integer protocol fields";
    row("no members", "{}", fields);
    row("no id", R"({"requestId":0,"type":101,"content":""})", fields);
    row("no requestId", R"({"id":1,"type":101,"content":""})", fields);
    row("no type", R"({"id":1,"requestId":0,"content":""})", fields);
    row("fraction", R"({"id":1.5,"requestId":0,"type":101,"content":""})", fields);
    row("null", R"({"id":null,"requestId":0,"type":101,"content":""})", fields);
    row("true", R"({"id":true,"requestId":0,"type":101,"content":""})", fields);
    row("text", R"({"id":"one","requestId":0,"type":101,"content":""})", fields);
    row("empty text", R"({"id":"","requestId":0,"type":101,"content":""})", fields);
    row("huge", R"({"id":1e300,"requestId":0,"type":101,"content":""})", fields);
    row("huge text", R"({"id":"99999999999999999999","requestId":0,"type":101,"content":""})", fields);

    const char *string = "1/0/101/Content field must be a JSON-encoded string";
    row("no content", R"({"id":1,"requestId":0,"type":101})", string);
    row("content is an object", R"({"id":1,"requestId":0,"type":101,"content":{}})", string);
    row("content is null", R"({"id":1,"requestId":0,"type":101,"content":null})", string);
    const char *json = "1/0/101/Content must contain valid JSON";
    row("content is no JSON", R"({"id":1,"requestId":0,"type":101,"content":"x"})", json);
    row("content is blank", R"({"id":1,"requestId":0,"type":101,"content":" "})", json);
    row("content is an array", R"({"id":1,"requestId":0,"type":101,"content":"[]"})", json);
    row("content is a number", R"({"id":1,"requestId":0,"type":101,"content":"7"})", json);
}

void CodecTest::reads()
{
    QFETCH(QByteArray, frame);
    QFETCH(QString, outcome);
    const Result<Incoming> message = decode(frame);
    if (!message) {
        QCOMPARE(message.error().message, outcome);
        return;
    }
    const QString members = QString::number(message->content.size());
    QCOMPARE(u"%1/%2/%3/%4"_s.arg(message->id)
                 .arg(message->requestId)
                 .arg(message->type)
                 .arg(message->contentProblem.isEmpty() ? members : message->contentProblem),
             outcome);
}

void CodecTest::refusesDepth_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("64") << 64 << true;
    QTest::newRow("65") << 65 << false;
    QTest::newRow("100000") << 100'000 << false;
}

void CodecTest::refusesDepth()
{
    QFETCH(int, depth);
    QFETCH(bool, isRead);
    const QByteArray nested = QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']');
    const QByteArray head = R"({"id":1,"requestId":0,"type":101,"content":)";
    QCOMPARE(decode(head + nested + '}').has_value(), isRead);

    const Result<Incoming> inContent = decode(head + R"("{\"a\":)" + nested + R"(}"})");
    QVERIFY(inContent);
    QCOMPARE(inContent->contentProblem.isEmpty(), isRead);
    // Brackets inside strings do not count.
    QVERIFY(decode(head + R"("{\"a\":\"\\\"[[)" + QByteArray(depth, '[') + R"(\"}"})")->contentProblem.isEmpty());
}

void CodecTest::writesInTheDocumentsOrder()
{
    QCOMPARE(encode({2, 1, 200, R"({"status":"login-ok"})"}),
             QByteArray(R"({"id":2,"requestId":1,"type":200,"content":"{\"status\":\"login-ok\"}"})"));
    QCOMPARE(encode({2, 1, 396, content::error(u"a\"b\\c\n\u0001ü"_s)}),
             QByteArray(R"({"id":2,"requestId":1,"type":396,"content":"{\"error\":\"a\\\"b\\\\c\\n\\u0001ü\"}"})"));
}

void CodecTest::survivesItsOwnReader_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << uR"("\"'`</script>)"_s;
    QTest::newRow("controls") << u"\u0000\u0001\u001f\u007f\r\n\t"_s;
    QTest::newRow("bidi") << u"a\u202eb\u2066c\u2028"_s;
    QTest::newRow("astral") << u"😀"_s;
    QTest::newRow("1 MB") << QString(1'000'000, u'"');
}

void CodecTest::survivesItsOwnReader()
{
    QFETCH(QString, text);
    const Result<Incoming> back = decode(encode({1, 0, 300, content::error(text)}));
    QVERIFY(back);
    QCOMPARE(back->content.value("error"_L1).toString(), text);
}

void CodecTest::saysEveryState()
{
    QStringList told;
    for (int state = 0; state <= static_cast<int>(ExecutionState::Interrupted); ++state) {
        const QByteArray text = content::execution(u"e1"_s, "stopped"_L1, static_cast<ExecutionState>(state));
        told.append(QJsonDocument::fromJson(text).object().value("state"_L1).toString());
    }
    QCOMPARE(told.join(u' '), u"queued queued running succeeded failed cancelled interrupted"_s);
}

// 102: a board needs `nodes` as objects with a position each, no two at one place, and full_graph's nodes the same.
void CodecTest::placesNodesInLayers()
{
    Pipeline diamond;
    diamond.nodes = {{u"d"_s, {}, {}, {}, {u"b"_s, u"c"_s}}, // before its predecessors, as a configuration may have it
                     {u"a"_s, {}, {}, {}, {}},
                     {u"b"_s, {}, {}, {}, {u"a"_s}},
                     {u"c"_s, {}, {}, {}, {u"a"_s}}};
    const QByteArray text = content::catalogue({diamond});
    const QJsonObject pipeline =
        QJsonDocument::fromJson(text).object().value("pipelines"_L1).toArray().at(0).toObject();
    const auto placesOf = [](const QJsonArray &nodes) {
        QStringList places;
        for (const QJsonValue node : nodes) {
            const QJsonObject position = node.toObject().value("position"_L1).toObject();
            places.append(u"%1 %2,%3"_s.arg(node.toObject().value("id"_L1).toString())
                              .arg(position.value("x"_L1).toInt(-1))
                              .arg(position.value("y"_L1).toInt(-1)));
        }
        return places;
    };
    const QStringList expected{u"d 480,0"_s, u"a 0,0"_s, u"b 240,0"_s, u"c 240,120"_s};
    QCOMPARE(placesOf(pipeline.value("nodes"_L1).toArray()), expected);
    QCOMPARE(placesOf(pipeline.value("full_graph"_L1).toObject().value("nodes"_L1).toArray()), expected);
}

void CodecTest::cutsOutputAtTheLimit_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("letters") << QByteArray("a");
    QTest::newRow("lines") << QByteArray("\n");
    QTest::newRow("quotes") << QByteArray("\"");
    QTest::newRow("backslashes") << QByteArray("\\");
    QTest::newRow("controls") << QByteArray("\x1b");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("two bytes") << QByteArray("ü");
    QTest::newRow("four bytes") << QByteArray("😀");
    QTest::newRow("invalid") << QByteArray("\xff");
    QTest::newRow("mixed") << QByteArray("ab\"\n€");
}

void CodecTest::cutsOutputAtTheLimit()
{
    QFETCH(QByteArray, unit);
    constexpr qint64 limit = 4096;
    const QByteArray all = unit.repeated(5000);
    for (qsizetype size : {qsizetype(0), unit.size(), unit.size() * 400, all.size()}) {
        const OutputChunk chunk{u"output"_s, all.left(size), all.left(size).size()};
        const QByteArray frame = encode({123'456, 123'455, 207, content::output(u"e1"_s, chunk, limit)});
        QVERIFY(frame.size() <= limit);
        const QJsonObject content = decode(frame)->content;
        const QString text = content.value("content"_L1).toString();
        const QString whole = QString::fromUtf8(chunk.bytes);
        QVERIFY(whole.startsWith(text));
        QVERIFY(!text.endsWith(QChar::ReplacementCharacter) || unit == "\xff");
        QCOMPARE(content.value("truncated"_L1).toBool(), text.size() < whole.size());
        QVERIFY(text == whole || frame.size() > limit - 60); // as much as fits
    }
    // The file is larger than the chunk that was read.
    const OutputChunk part{u"output"_s, "a", 2};
    QVERIFY(content::output(u"e1"_s, part, limit).endsWith(R"("content":"a","truncated":true})"));
}

QTEST_GUILESS_MAIN(CodecTest)
#include "tst_codec.moc"
