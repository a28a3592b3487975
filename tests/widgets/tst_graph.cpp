// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/builders.h"
#include "widgets/graph/graphfile.h"
#include "widgets/graph/graphlayout.h"
#include "widgets/graph/graphview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

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
    void walksByKeyboard();
    void shrinksWhatNearlyFits();
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
    QCOMPARE(graph->nodes.size(), 1);
    QCOMPARE(graph->nodes[0].kind, u"text"_s);
    QCOMPARE(graph->nodes[0].params["x"_L1].toInt(), 1);
    QVERIFY(graph->original.contains("nodes"_L1));
    const auto joined = readGraph(R"({"nodes":[{"id":"a"},{"id":"b"},{"id":"c"}],
        "edges":[{"source":"b","target":"c"},{"source":"a","target":"c"}]})",
                                  {});
    QCOMPARE(joined->nodes[2].after, (QStringList{u"b"_s, u"a"_s}));
}

void GraphTest::saysWhatIsWrongWithAFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    QTest::newRow("no JSON") << QByteArray("{\n\"nodes\": oops}") << u"Line 2"_s;
    QTest::newRow("no nodes") << QByteArray("{}") << u"\"nodes\""_s;
    QTest::newRow("an array") << QByteArray("[1]") << u"\"nodes\""_s;
    QTest::newRow("no id") << QByteArray(R"({"nodes":[{"id":"a"},{}]})") << u"Node 2"_s;
    QTest::newRow("missing target") << QByteArray(R"({"nodes":[{"id":"a"}],"edges":[{"source":"a","target":"zz"}]})")
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
    QCOMPARE(view.nodeRect(u"a"_s).size(), first.size()); // the view scrolls instead of shrinking nodes further
    QVERIFY(view.horizontalScrollBar()->maximum() > 0);
}

QTEST_MAIN(GraphTest)
#include "tst_graph.moc"
