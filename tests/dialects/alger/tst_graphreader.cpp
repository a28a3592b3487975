// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec_graph.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::alger;

class GraphReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();

private:
    static QList<NodeKind> kinds();
};

QList<NodeKind> GraphReaderTest::kinds()
{
    constexpr int any = std::numeric_limits<int>::max();
    return {{u"dataset"_s, 0, 0, {}}, {u"concat"_s, 2, any, {}}, {u"text"_s, 1, any, {}}, {u"identity"_s, 1, 1, {}}};
}

void GraphReaderTest::reads_data()
{
    QTest::addColumn<QByteArray>("graph");
    QTest::addColumn<QString>("outcome"); // "id:kind(params)<predecessors …", or the problem
    const auto row = [](const char *name, const QByteArray &graph, const char *outcome) {
        QTest::newRow(name) << graph << QString::fromUtf8(outcome);
    };
    const auto one = [](const QByteArray &node) -> QByteArray { return R"({"nodes":[)" + node + R"(],"edges":[]})"; };
    const auto graph = [](const QByteArray &nodes, const QByteArray &edges) -> QByteArray {
        return R"({"nodes":[)" + nodes + R"(],"edges":[)" + edges + "]}";
    };
    const QByteArray a = R"({"id":"a","kind":"dataset"})";
    const QByteArray b = R"({"id":"b","kind":"text"})";

    row("flat", one(a), "a:dataset({})<");
    row("wrapped", R"({"pipeline":{"nodes":[)" + a + R"(],"edges":[]}})", "a:dataset({})<");
    row("nodes win over pipeline", R"({"nodes":[)" + a + R"(],"pipeline":{"nodes":[]}})", "a:dataset({})<");
    row("no edges", R"({"nodes":[)" + a + "]}", "a:dataset({})<");
    row("kind in data.kind", one(R"({"id":"a","data":{"kind":"dataset","type":"x"},"kind":"y","type":"z"})"),
        "a:dataset({})<");
    row("kind in data.type", one(R"({"id":"a","data":{"type":"dataset"},"kind":"y","type":"z"})"), "a:dataset({})<");
    row("kind in kind", one(R"({"id":"a","data":{},"kind":"dataset","type":"z"})"), "a:dataset({})<");
    row("kind in type", one(R"({"id":"a","type":"dataset"})"), "a:dataset({})<");
    row("kind is skipped if no text", one(R"({"id":"a","data":{"kind":7,"type":""},"type":"dataset"})"),
        "a:dataset({})<");
    row("params in data", one(R"({"id":"a","kind":"dataset","data":{"params":{"x":1}},"params":{"x":2}})"),
        R"(a:dataset({"x":1})<)");
    row("params beside", one(R"({"id":"a","kind":"dataset","params":{"x":2}})"), R"(a:dataset({"x":2})<)");
    row("sorted, predecessors in order",
        graph(R"({"id":"c","kind":"concat"},)" + b + "," + a,
              R"({"source":"b","target":"c"},{"source":"a","target":"b"},{"source":"a","target":"c"})"),
        "a:dataset({})< b:text({})<a c:concat({})<b,a");
    row("an edge drawn twice", graph(a + "," + b, R"({"source":"a","target":"b"},{"source":"a","target":"b"})"),
        "a:dataset({})< b:text({})<a");
    row("ids are only ids", one(R"({"id":"../../x","kind":"dataset"})"), "../../x:dataset({})<");
    row("bidi", one(R"({"id":"a\u202eb","kind":"dataset"})"), "a\u202eb:dataset({})<");

    row("no object", "[]", "graph definition missing");
    row("null", "null", "graph definition missing");
    row("empty", "{}", "Graph is empty.");
    row("nodes is no array", R"({"nodes":{"a":1}})", "Graph is empty.");
    row("wrapped empty", R"({"pipeline":{}})", "Graph is empty.");
    row("no nodes", R"({"nodes":[]})", "Graph is empty.");
    row("unknown kind", one(R"({"id":"a","kind":"nope"})"), "Node 'a' has unknown kind 'nope'.");
    row("no kind", one(R"({"id":"a"})"), "Node 'a' has unknown kind ''.");
    row("own command", one(R"({"id":"a","command":["reboot"]})"), "Node 'a' has unknown kind ''.");
    row("missing target", graph(a, R"({"source":"a","target":"zz"})"), "Edge refers to missing node: a -> zz");
    row("missing source", graph(b, R"({"source":"zz","target":"b"})"), "Edge refers to missing node: zz -> b");
    row("an edge of nothing", graph(a, "7"), "Edge refers to missing node:  -> ");
    row("cycle",
        graph(R"({"id":"a","kind":"text"},)" + b, R"({"source":"a","target":"b"},{"source":"b","target":"a"})"),
        "Pipeline must be a DAG. Found cycle: a -> b -> a");
    row("own successor", graph(b, R"({"source":"b","target":"b"})"), "Pipeline must be a DAG. Found cycle: b -> b");
    row("no id", one(R"({"kind":"dataset"})"), "Each node must have a non-empty string 'id'.");
    row("empty id", one(R"({"id":"","kind":"dataset"})"), "Each node must have a non-empty string 'id'.");
    row("number as id", one(R"({"id":7,"kind":"dataset"})"), "Each node must have a non-empty string 'id'.");
    row("a node that is none", one("7"), "Each node must have a non-empty string 'id'.");
    row("duplicate", one(a + "," + a), "Duplicate node id 'a'.");
    row("too few inputs", one(b), "Node 'b' (kind='text') expects >= 1 input(s); got 0.");
    row("too many inputs", graph(a + R"(,{"id":"d","kind":"dataset"})", R"({"source":"a","target":"d"})"),
        "Node 'd' (kind='dataset') expects exactly 0 input(s); got 1.");
    row("NUL in an id", one(R"({"id":"a\u0000b","kind":"dataset"})"), "Node ids must not contain NUL characters.");
    row("NUL in a parameter", one(R"({"id":"a","kind":"dataset","params":{"x":"\u0000"}})"),
        "Node 'a': parameter 'x' contains a NUL character.");
}

void GraphReaderTest::reads()
{
    QFETCH(QByteArray, graph);
    QFETCH(QString, outcome);
    const QJsonDocument document = QJsonDocument::fromJson("{\"graph\":" + graph + '}');
    QVERIFY(document.isObject());
    const auto nodes = readGraph(document.object().value("graph"_L1), kinds());
    QStringList shown;
    if (nodes) {
        for (const PipelineNode &node : *nodes)
            shown.append(u"%1:%2(%3)<%4"_s.arg(
                node.id, node.kind, QString::fromUtf8(QJsonDocument(node.params).toJson(QJsonDocument::Compact)),
                node.after.join(u',')));
    }
    QCOMPARE(nodes ? shown.join(u' ') : nodes.error().message.text(), outcome);
}

void GraphReaderTest::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<QJsonObject>("params");
    QTest::addColumn<int>("nodeCount");
    QTest::addColumn<int>("idLength");
    QTest::addColumn<QString>("problem");
    const auto text = [](int size) { return QJsonObject{{u"x"_s, QString(size, u'a')}}; };
    const QJsonObject none;
    QTest::newRow("64 KiB") << text(65536) << 1 << 1 << QString();
    QTest::newRow("64 KiB + 1") << text(65537) << 1 << 1
                                << u"Node 'a0': parameter 'x' is too large: 65537 bytes, at most 65536."_s;
    QTest::newRow("counted in bytes") << QJsonObject{{u"x"_s, QString(40'000, u'ü')}} << 1 << 1
                                      << u"Node 'a0': parameter 'x' is too large: 80000 bytes, at most 65536."_s;
    QTest::newRow("as JSON") << QJsonObject{{u"x"_s, QJsonArray{QString(65536, u'a')}}} << 1 << 1
                             << u"Node 'a0': parameter 'x' is too large: 65540 bytes, at most 65536."_s;
    QTest::newRow("name") << QJsonObject{{QString(1'000'000, u'n'), 1}} << 1 << 1
                          << u"Node 'a0': parameter '%1…' is too large: 1000000 bytes, at most 65536."_s.arg(
                                 QString(40, u'n'));
    QTest::newRow("1000 nodes") << none << 1000 << 1 << QString();
    QTest::newRow("1001 nodes") << none << 1001 << 1 << u"Graph has 1001 nodes; at most 1000 are allowed."_s;
    QTest::newRow("id of 256") << none << 1 << 255 << QString();
    QTest::newRow("id of 1 MB") << none << 1 << 999'999
                                << u"Node id '%1…' has 1000000 characters; at most 256 are allowed."_s.arg(
                                       QString(40, u'a'));
}

void GraphReaderTest::refusesWhatIsTooLarge()
{
    QFETCH(QJsonObject, params);
    QFETCH(int, nodeCount);
    QFETCH(int, idLength);
    QFETCH(QString, problem);
    QJsonArray nodes;
    for (int i = 0; i < nodeCount; ++i) {
        const QString id = QString(idLength, u'a') + QString::number(i);
        nodes.append(QJsonObject{{u"id"_s, id}, {u"kind"_s, u"dataset"_s}, {u"params"_s, QJsonValue(params)}});
    }
    const auto read = readGraph(QJsonObject{{u"nodes"_s, nodes}}, kinds());
    QCOMPARE(read ? QString() : read.error().message.text(), problem);
}

QTEST_GUILESS_MAIN(GraphReaderTest)
#include "tst_graphreader.moc"
