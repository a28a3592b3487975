// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/graph.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

QList<NodeKind> kinds()
{
    return {{u"src"_s, 0, 0, {u"true"_s}}, {u"one"_s, 1, 1, {u"cat"_s}},
            {u"two"_s, 2, 2, {u"cat"_s}},  {u"some"_s, 1, std::numeric_limits<int>::max(), {u"cat"_s}},
            {u"few"_s, 0, 2, {u"cat"_s}},  {u"any"_s, 0, std::numeric_limits<int>::max(), {u"cat"_s}}};
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
        const auto graph =
            Graph::fromEdges(nodesFrom(u"z:any y:any b:src a:src"_s), edgesFrom(u"b>y a>y y>z a>y"_s), kinds());
        QVERIFY(graph);
        QStringList order;
        for (const PipelineNode &node : graph->nodes())
            order.append(node.id);
        QCOMPARE(order, (QStringList{u"b"_s, u"a"_s, u"y"_s, u"z"_s}));
        QCOMPARE(graph->nodes().at(2).after, (QStringList{u"b"_s, u"a"_s}));
        QCOMPARE(graph->sinks(), QStringList{u"z"_s});
    }

    void countsLayers()
    {
        // z is behind a-b-c and behind a alone; the longest way counts, in whatever order the nodes are given.
        const QList<PipelineNode> nodes{{u"z"_s, {}, {}, {}, {u"a"_s, u"c"_s}},
                                        {u"c"_s, {}, {}, {}, {u"b"_s, u"b"_s}},
                                        {u"a"_s, {}, {}, {}, {}},
                                        {u"b"_s, {}, {}, {}, {u"a"_s}},
                                        {u"s"_s, {}, {}, {}, {}}};
        QCOMPARE(layersOf(nodes), (QList<int>{3, 2, 0, 1, 0}));
        QCOMPARE(layersOf({}), QList<int>());
        QList<PipelineNode> chain; // backwards: may neither recurse nor take quadratic time
        for (int i = 50'000; i > 0; --i)
            chain.append({QString::number(i), {}, {}, {}, i > 1 ? QStringList{QString::number(i - 1)} : QStringList()});
        QCOMPARE(layersOf(chain).constFirst(), 49'999);
    }

    // Deep and cyclic at once: the check may neither recurse nor take quadratic time.
    void takesHugeCycles()
    {
        QList<PipelineNode> nodes;
        QList<Edge> edges;
        const int count = 50'000;
        for (int i = 0; i < count; ++i) {
            nodes.append({u"n%1"_s.arg(i), u"any"_s, {}, {}, {}});
            edges.append({u"n%1"_s.arg(i), u"n%1"_s.arg((i + 1) % count)});
        }
        const auto graph = Graph::fromEdges(nodes, edges, kinds());
        QVERIFY(!graph);
        QVERIFY(graph.error().message.startsWith(u"Pipeline must be a DAG. Found cycle: n0 -> n1 -> "_s));
        edges.removeLast();
        QVERIFY(Graph::fromEdges(nodes, edges, kinds()));
    }

    // What a configuration hears: all at once, each where it is.
    void findsEveryProblem()
    {
        using Kind = GraphProblem::Kind;
        const QList<PipelineNode> nodes{
            {u"a-b"_s, u"src"_s, {}, {}, {u"zz"_s, u"c"_s, u"c"_s, u"yy"_s}}, // 0: two missing, inputs, cycle with 3
            {u"a-b"_s, u"nope"_s, {}, {}, {}},                                // 1: the id of 0, kind
            {u"a_b"_s, {}, {u"true"_s}, {}, {}},                              // 2: the variable of 0
            {u"c"_s, {}, {u"true"_s}, {}, {u"a-b"_s}},
            {{}, u"one"_s, {}, {}, {u"c"_s, u"c"_s}}, // 4: no id, one input
        };
        QStringList found;
        for (const GraphProblem &problem : Graph::problemsOf(nodes, kinds())) {
            QStringList cycle;
            for (const qsizetype position : problem.cycle)
                cycle.append(QString::number(position));
            found.append(u"%1 %2 %3 %4 %5 %6"_s.arg(int(problem.kind))
                             .arg(problem.node)
                             .arg(problem.predecessor)
                             .arg(problem.other)
                             .arg(problem.inputs)
                             .arg(cycle.join(u',')));
        }
        const auto problem = [](Kind kind, const char *rest) {
            return u"%1 %2"_s.arg(int(kind)).arg(QString::fromLatin1(rest));
        };
        QCOMPARE(found,
                 (QStringList{problem(Kind::SameId, "1 0 0 0 "), problem(Kind::NoId, "4 0 0 0 "),
                              problem(Kind::UnknownKind, "1 0 0 0 "), problem(Kind::MissingPredecessor, "0 0 0 0 "),
                              problem(Kind::MissingPredecessor, "0 3 0 0 "), problem(Kind::Cycle, "0 0 0 0 0,3,0"),
                              problem(Kind::Inputs, "0 0 0 3 "), problem(Kind::SharedVariable, "2 0 0 0 ")}));
        QCOMPARE(Graph::problemsOf({}, kinds()).value(0).kind, Kind::Empty);
    }

    void cyclesAreNamed()
    {
        using Lists = QList<QList<qsizetype>>;
        QCOMPARE(findCycle({}), QList<qsizetype>());
        QCOMPARE(findCycle(Lists{{}, {0}, {0, 1}}), QList<qsizetype>());
        QCOMPARE(findCycle(Lists{{0}}), (QList<qsizetype>{0, 0}));
        QCOMPARE(findCycle(Lists{{}, {3, 0}, {1}, {2}}), (QList<qsizetype>{1, 2, 3, 1}));
    }

    void fileNames_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"extract_1-a"_s << u"extract_1-a"_s;
        QTest::newRow("dots") << u"../../etc/passwd"_s << u"______etc_passwd~7"_s;
        QTest::newRow("dot") << u"."_s << u"_~7"_s;
        QTest::newRow("bidi") << u"a\u202Eb"_s << u"a_b~7"_s;
        QTest::newRow("NUL") << QString(QChar(u'\0')) << u"_~7"_s;
        QTest::newRow("long") << QString(100, u'a') << QString(64, u'a') + u"~7"_s;
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
