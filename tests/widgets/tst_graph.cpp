// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "widgets/graph/graphfile.h"
#include "widgets/graph/graphlayout.h"
#include "widgets/graph/graphview.h"

#include <QApplication>
#include <QCursor>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class GraphTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersFollowEdges_data();
    void layersFollowEdges();
    void crossesAsLittleAsItMust_data();
    void crossesAsLittleAsItMust();
    void longEdgesPassThroughEveryLayer();
    void survivesNonsense();
    void readsAnyOfTheShapes_data();
    void readsAnyOfTheShapes();
    void saysWhatIsWrongWithAFile_data();
    void saysWhatIsWrongWithAFile();
    void namesWhatIsNotRead();
    void walksByKeyboard();
    void shrinksWhatNearlyFits();
    void opensAtWhatRuns();
    void zoomsAtThePointerAndShowsAll();
};

namespace {

QList<GraphEdge> chain(int nodes)
{
    QList<GraphEdge> edges;
    for (int i = 1; i < nodes; ++i)
        edges.append({i - 1, i});
    return edges;
}

const QList<GraphEdge> diamond{{0, 1}, {0, 2}, {1, 3}, {2, 3}};

Task task(const QString &node, const QStringList &after = {})
{
    Task made = test::task(u"run"_s, node);
    made.predecessors = after;
    return made;
}

} // namespace

void GraphTest::layersFollowEdges_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<QList<GraphEdge>>("edges");
    QTest::addColumn<int>("layers");
    QTest::newRow("nothing") << 0 << QList<GraphEdge>() << 0;
    QTest::newRow("one") << 1 << QList<GraphEdge>() << 1;
    QTest::newRow("chain") << 5 << chain(5) << 5;
    QTest::newRow("diamond") << 4 << diamond << 3;
    QTest::newRow("shortcut") << 3 << QList<GraphEdge>{{0, 1}, {1, 2}, {0, 2}} << 3;
    QTest::newRow("two parts") << 4 << QList<GraphEdge>{{0, 1}, {2, 3}} << 2;
    QTest::newRow("backwards numbers") << 3 << QList<GraphEdge>{{2, 1}, {1, 0}} << 3;
    QTest::newRow("thousand") << 1000 << chain(1000) << 1000;
}

void GraphTest::layersFollowEdges()
{
    QFETCH(int, nodes);
    QFETCH(QList<GraphEdge>, edges);
    const GraphLayout layout = layOut(nodes, edges);
    QTEST(layout.layers, "layers");
    QCOMPARE(layout.nodes.size(), nodes);
    QCOMPARE(layout.routes.size(), edges.size());
    for (const GraphEdge &edge : edges)
        QVERIFY(layout.nodes[edge.from].layer < layout.nodes[edge.to].layer);
    for (int a = 0; a < std::min(nodes, 50); ++a) {
        QVERIFY(layout.nodes[a].row > -0.001 && layout.nodes[a].row <= layout.lastRow);
        for (int b = 0; b < a; ++b) {
            if (layout.nodes[a].layer == layout.nodes[b].layer)
                QVERIFY(std::abs(layout.nodes[a].row - layout.nodes[b].row) > 0.999);
        }
    }
}

void GraphTest::crossesAsLittleAsItMust_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<QList<GraphEdge>>("edges");
    QTest::addColumn<int>("least");
    QTest::newRow("diamond") << 4 << diamond << 0;
    QTest::newRow("crossed ladder") << 6 << QList<GraphEdge>{{0, 5}, {1, 4}, {2, 3}} << 0;
    QTest::newRow("two layers swapped") << 6 << QList<GraphEdge>{{0, 3}, {1, 2}, {2, 5}, {3, 4}} << 0;
    QTest::newRow("complete 2 by 2") << 4 << QList<GraphEdge>{{0, 2}, {0, 3}, {1, 2}, {1, 3}} << 1;
}

void GraphTest::crossesAsLittleAsItMust()
{
    QFETCH(int, nodes);
    QFETCH(QList<GraphEdge>, edges);
    QTEST(crossings(layOut(nodes, edges)), "least");
}

void GraphTest::longEdgesPassThroughEveryLayer()
{
    QList<GraphEdge> edges = chain(5);
    edges.append({0, 4});
    const GraphLayout layout = layOut(5, edges);
    const GraphLayout::Route &route = layout.routes.constLast();
    QCOMPARE(route.bends.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(route.bends[i].layer, i + 1);
        QVERIFY(std::abs(route.bends[i].row - layout.nodes[i + 1].row) > 0.999); // the route passes beside the node
    }
}

void GraphTest::survivesNonsense()
{
    QCOMPARE(layOut(2, {{0, 1}, {1, 0}}).nodes.size(), 2); // a cycle
    QCOMPARE(layOut(1, {{0, 0}}).routes.size(), 0);
    QCOMPARE(layOut(2, {{0, 7}, {-1, 1}}).routes.size(), 0);
    QCOMPARE(layOut(2, {{0, 1}, {0, 1}}).routes.size(), 1);
}

void GraphTest::readsAnyOfTheShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("kind") << QByteArray(R"({"nodes":[{"id":"a","kind":"text","params":{"x":1}}]})");
    QTest::newRow("type") << QByteArray(R"({"nodes":[{"id":"a","type":"text","params":{"x":1}}]})");
    QTest::newRow("data.kind") << QByteArray(
        R"({"nodes":[{"id":"a","type":"box","data":{"kind":"text","params":{"x":1}}}]})");
    QTest::newRow("data.type") << QByteArray(
        R"({"nodes":[{"id":"a","data":{"type":"text"},"params":{"x":1}}],"edges":[]})");
    QTest::newRow("under pipeline") << QByteArray(
        R"({"pipeline":{"nodes":[{"id":"a","kind":"text","params":{"x":1}}]}})");
}

void GraphTest::readsAnyOfTheShapes()
{
    QFETCH(QByteArray, json);
    const auto graph = readGraph(json, u"g"_s);
    QVERIFY(graph.has_value());
    const QList<PipelineNode> &nodes = graph->graph.nodes;
    QCOMPARE(nodes.size(), 1);
    QCOMPARE(nodes[0].kind, u"text"_s);
    QCOMPARE(nodes[0].params["x"_L1].toInt(), 1);
    QVERIFY(graph->graph.original.contains("nodes"_L1));
    QVERIFY2(graph->ignored.isEmpty(), qPrintable(graph->ignored.join(u' ')));
    const auto joined = readGraph(R"({"nodes":[{"id":"a","kind":"k"},{"id":"b","kind":"k"},{"id":"c","kind":"k"}],
        "edges":[{"source":"b","target":"c"},{"source":"a","target":"c"}]})",
                                  {});
    QCOMPARE(joined->graph.nodes[2].after, (QStringList{u"b"_s, u"a"_s}));
}

void GraphTest::saysWhatIsWrongWithAFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    QTest::newRow("no JSON") << QByteArray("{\n\"nodes\": oops}") << u"Line 2"_s;
    QTest::newRow("no nodes") << QByteArray("{}") << u"\"nodes\""_s;
    QTest::newRow("an array") << QByteArray("[1]") << u"\"nodes\""_s;
    QTest::newRow("no id") << QByteArray(R"({"nodes":[{"id":"a","kind":"k"},{}]})") << u"Node 2"_s;
    QTest::newRow("after, as in TOML") << QByteArray(R"({"nodes":[{"id":"b","kind":"k","after":["a"]}]})")
                                       << u"\"edges\""_s;
    QTest::newRow("a command") << QByteArray(R"({"nodes":[{"id":"b","command":["true"]}]})")
                               << u"Node b has a \"command\""_s;
    QTest::newRow("no kind") << QByteArray(R"({"nodes":[{"id":"b"}]})") << u"Node b has no \"kind\""_s;
    QTest::newRow("missing target") << QByteArray(
        R"({"nodes":[{"id":"a","kind":"k"}],"edges":[{"source":"a","target":"zz"}]})")
                                    << u"a → zz"_s;
}

void GraphTest::saysWhatIsWrongWithAFile()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const auto graph = readGraph(json, {});
    QVERIFY(!graph);
    QVERIFY2(graph.error().message.contains(part), qPrintable(graph.error().message));
}

void GraphTest::namesWhatIsNotRead()
{
    const auto graph =
        readGraph(R"({"retries":3,"nodes":[{"id":"a","kind":"text","parms":{},"position":{"x":1},"data":{"when":1}},
        {"id":"b","kind":"text","params":{"prefix":"> ","sufix":"!"}}],
        "edges":[{"source":"a","target":"b","weight":2,"animated":true}]})",
                  {});
    QVERIFY(graph.has_value());
    QCOMPARE(graph->ignored, (QStringList{u"\"retries\""_s, u"\"parms\" of node a"_s, u"\"when\" of node a"_s,
                                          u"\"weight\" of the edge a → b"_s})); // not what boards write for themselves
    Catalogue catalogue;
    catalogue.kinds = {{u"text"_s, 1, 1, {u"sed"_s, u"s/^/{param:prefix=> }/"_s}}};
    QCOMPARE(paramsOf(catalogue.kinds[0]), QStringList{u"prefix"_s});
    QCOMPARE(unusedParams(graph->graph, catalogue).size(), 1);
    QVERIFY(unusedParams(graph->graph, catalogue)[0].contains(u"\"sufix\""_s));
}

void GraphTest::walksByKeyboard()
{
    GraphView view;
    view.resize(900, 400);
    view.setNodes(
        nodesOf({task(u"a"_s), task(u"b"_s, {u"a"_s}), task(u"c"_s, {u"a"_s}), task(u"d"_s, {u"b"_s, u"c"_s})}, {}));
    view.show();
    QSignalSpy opened(&view, &GraphView::activated);
    QStringList walked;
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Up, Qt::Key_Right, Qt::Key_Left}) {
        QTest::keyClick(&view, key);
        walked << view.currentNode();
    }
    QCOMPARE(walked.first(), u"a"_s);
    QVERIFY(walked[1] == u"b"_s || walked[1] == u"c"_s);
    QCOMPARE(walked[4], u"d"_s);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QVERIFY(view.accessibleDescription().contains(view.currentNode()));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.nodeRect(u"a"_s).center());
    QCOMPARE(view.currentNode(), u"a"_s);
}

void GraphTest::shrinksWhatNearlyFits()
{
    GraphView view;
    view.setNodes(nodesOf({task(u"a"_s), task(u"b"_s, {u"a"_s}), task(u"c"_s, {u"b"_s}), task(u"d"_s, {u"c"_s})}, {}));
    view.resize(3000, 300);
    view.show();
    const QRect first = view.nodeRect(u"a"_s);
    const int whole = view.nodeRect(u"d"_s).right() - first.left();
    view.resize(whole * 9 / 10, 300);
    const QRect last = view.nodeRect(u"d"_s);
    QVERIFY(view.viewport()->rect().contains(last) && view.viewport()->rect().contains(view.nodeRect(u"a"_s)));
    QVERIFY(last.width() < first.width());
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, last.center());
    QCOMPARE(view.currentNode(), u"d"_s);
    view.resize(whole / 2, 300);
    QVERIFY(view.nodeRect(u"a"_s).width()
            > first.width() * 7 / 10); // the view scrolls instead of shrinking nodes further
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
}

namespace {

// A chain of sixty, as wide as ten views.
QList<Task> longChain(const QString &running)
{
    QList<Task> tasks;
    for (int i = 0; i < 60; ++i) {
        tasks << task(u"n%1"_s.arg(i), i == 0 ? QStringList{} : QStringList{u"n%1"_s.arg(i - 1)});
        if (tasks.constLast().nodeId == running)
            tasks.last().state = ExecutionState::Running;
    }
    return tasks;
}

bool isSeen(const GraphView &view, const QString &node)
{
    return view.viewport()->rect().contains(view.nodeRect(node));
}

} // namespace

void GraphTest::opensAtWhatRuns()
{
    GraphView view;
    view.setGeometry(300, 300, 900, 400);
    QCursor::setPos(0, 0); // nobody points at it
    view.setNodes(nodesOf(longChain(u"n30"_s), {}));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(isSeen(view, u"n30"_s));
    QCOMPARE(view.scale(), 0.75);                    // as much as can be read
    view.setNodes(nodesOf(longChain(u"n50"_s), {})); // it goes on while nobody looks elsewhere
    QVERIFY(isSeen(view, u"n50"_s));
    QTest::keyClick(&view, Qt::Key_Plus);
    const int place = view.horizontalScrollBar()->value();
    view.setNodes(nodesOf(longChain(u"n10"_s), {}));
    QCOMPARE(view.horizontalScrollBar()->value(), place); // a person looks at something
}

void GraphTest::zoomsAtThePointerAndShowsAll()
{
    GraphView view;
    view.resize(900, 400);
    view.setNodes(nodesOf(longChain(u"n30"_s), {}));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QPoint at = view.nodeRect(u"n30"_s).center();
    for (const int angle : {120, -120, -120}) {
        QWheelEvent wheel(at, view.mapToGlobal(at), {}, {0, angle}, {}, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view.viewport(), &wheel);
        QVERIFY2((view.nodeRect(u"n30"_s).center() - at).manhattanLength() <= 3, qPrintable(QString::number(angle)));
    }
    QVERIFY(view.scale() < 1.0);
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(view.scale() < 0.3);
    QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
    QVERIFY(isSeen(view, u"n0"_s) && isSeen(view, u"n59"_s));
    QTest::keyClick(&view, Qt::Key_Minus);
    QTest::keyClick(&view, Qt::Key_Equal);
    QVERIFY(view.scale() < 0.3);
    const QList<QToolButton *> tools = view.findChildren<QToolButton *>();
    QCOMPARE(tools.size(), 3);
    const double before = view.scale();
    tools[1]->click();
    QVERIFY(view.scale() > before);
}

QTEST_MAIN(GraphTest)
#include "tst_graph.moc"
