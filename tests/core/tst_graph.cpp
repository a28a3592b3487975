// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/graph.h"

#include <QTest>

using namespace signalbox;
using namespace signalbox::core;

namespace {

QList<NodeKind> kinds()
{
    return {{QStringLiteral("src"), 0, 0, {QStringLiteral("true")}},
            {QStringLiteral("one"), 1, 1, {QStringLiteral("cat")}},
            {QStringLiteral("two"), 2, 2, {QStringLiteral("cat")}},
            {QStringLiteral("some"), 1, std::numeric_limits<int>::max(), {QStringLiteral("cat")}},
            {QStringLiteral("few"), 0, 2, {QStringLiteral("cat")}},
            {QStringLiteral("any"), 0, std::numeric_limits<int>::max(), {QStringLiteral("cat")}}};
}

// "a:src b:any c" — c has the kind "".
QList<PipelineNode> nodesFrom(const QString &text)
{
    QList<PipelineNode> nodes;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u':');
        nodes.append({parts.at(0) == u"-" ? QString() : parts.at(0), parts.value(1), {}, {}, {}});
    }
    return nodes;
}

QList<Edge> edgesFrom(const QString &text)
{
    QList<Edge> edges;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = word.split(u'>');
        edges.append({parts.at(0), parts.at(1)});
    }
    return edges;
}

} // namespace

class TestGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QString>("nodes");
        QTest::addColumn<QString>("edges");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *nodes, const char *edges, const char *error) {
            QTest::newRow(name) << QString::fromUtf8(nodes) << QString::fromUtf8(edges) << QString::fromUtf8(error);
        };
        row("empty", "", "", "Graph is empty.");
        row("no id", "a:src -:src", "", "Each node must have a non-empty string 'id'.");
        row("duplicate", "a:src a:src", "", "Duplicate node id 'a'.");
        row("unknown kind", "a:nope", "", "Node 'a' has unknown kind 'nope'.");
        row("no kind", "a", "", "Node 'a' has unknown kind ''.");
        row("missing target", "a:src", "a>zz", "Edge refers to missing node: a -> zz");
        row("missing source", "a:one", "zz>a", "Edge refers to missing node: zz -> a");
        row("cycle", "a:any b:any", "a>b b>a", "Pipeline must be a DAG. Found cycle: a -> b -> a");
        row("itself", "a:any", "a>a", "Pipeline must be a DAG. Found cycle: a -> a");
        row("cycle behind", "s:src a:any b:any c:any z:any", "s>a a>b b>c c>a c>z",
            "Pipeline must be a DAG. Found cycle: a -> b -> c -> a");
        row("too few", "a:some", "", "Node 'a' (kind='some') expects >= 1 input(s); got 0.");
        row("exactly", "a:src b:src c:one", "a>c b>c", "Node 'c' (kind='one') expects exactly 1 input(s); got 2.");
        row("none allowed", "a:src b:src", "a>b", "Node 'b' (kind='src') expects exactly 0 input(s); got 1.");
        row("too many", "a:src b:src c:src d:few", "a>d b>d c>d",
            "Node 'd' (kind='few') expects <= 2 input(s); got 3.");
        row("shared variable", "a-b:src a_b:src", "",
            "Nodes 'a-b' and 'a_b' would share the variable SIGNALBOX_INPUT_A_B.");
    }
    void refuses()
    {
        QFETCH(QString, nodes);
        QFETCH(QString, edges);
        QFETCH(QString, error);
        const auto graph = Graph::fromEdges(nodesFrom(nodes), edgesFrom(edges), kinds());
        QVERIFY(!graph);
        QCOMPARE(graph.error().message, error);
        QCOMPARE(graph.error().code, ErrorCode::InvalidArgument);
    }

    void sortsAndNamesEnds()
    {
        const auto graph = Graph::fromEdges(nodesFrom(QStringLiteral("z:any y:any b:src a:src")),
                                            edgesFrom(QStringLiteral("b>y a>y y>z a>y")), kinds());
        QVERIFY(graph);
        QStringList order;
        for (const PipelineNode &node : graph->nodes())
            order.append(node.id);
        QCOMPARE(order,
                 (QStringList{QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("y"), QStringLiteral("z")}));
        QCOMPARE(graph->nodes().at(2).after, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(graph->sources(), (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(graph->sinks(), QStringList{QStringLiteral("z")});
    }

    // Deep and cyclic at once: neither recursion nor quadratic walks.
    void takesHugeCycles()
    {
        QList<PipelineNode> nodes;
        QList<Edge> edges;
        const int count = 50'000;
        for (int i = 0; i < count; ++i) {
            nodes.append({QStringLiteral("n%1").arg(i), QStringLiteral("any"), {}, {}, {}});
            edges.append({QStringLiteral("n%1").arg(i), QStringLiteral("n%1").arg((i + 1) % count)});
        }
        const auto graph = Graph::fromEdges(nodes, edges, kinds());
        QVERIFY(!graph);
        QVERIFY(graph.error().message.startsWith(u"Pipeline must be a DAG. Found cycle: n0 -> n1 -> "_qs));
        edges.removeLast();
        QVERIFY(Graph::fromEdges(nodes, edges, kinds()));
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"extract_1-a"_qs << u"extract_1-a"_qs;
        QTest::newRow("dots") << u"../../etc/passwd"_qs << u"______etc_passwd~7"_qs;
        QTest::newRow("dot") << u"."_qs << u"_~7"_qs;
        QTest::newRow("bidi") << u"a\u202Eb"_qs << u"a_b~7"_qs;
        QTest::newRow("NUL") << QString(QChar(u'\0')) << u"_~7"_qs;
        QTest::newRow("long") << QString(100, u'a') << QString(64, u'a') + u"~7"_qs;
    }
    void fileNames()
    {
        QFETCH(QString, id);
        QFETCH(QString, name);
        QCOMPARE(safeFileName(id, 7), name);
    }
};

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
