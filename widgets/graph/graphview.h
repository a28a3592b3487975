// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/execution.h"
#include "widgets/graph/graphlayout.h"
#include "widgets/text/tone.h"

#include <QAbstractScrollArea>

namespace signalbox::widgets {

// What is drawn of one node: a task of an execution, or a component.
struct GraphNode
{
    QString id;
    QString name;
    QStringList predecessors; // ids; those of no node are left out
    QString symbol;           // of its state; may be empty
    QString words;            // its state, and for how long
    QString more;             // on its tip, an error
    Tone tone = Tone::Neutral;
};

QList<GraphNode> nodesOf(const QList<Task> &tasks, Timestamp now);

// Nodes with their states in word, symbol and colour, laid out along their edges. Arrow keys walk from node to node along
// the edges, Enter opens one; + and − or Ctrl and the wheel zoom, 0 shows all, dragging moves. A graph that is too large for
// the view opens at what runs, else at what failed, and stays with it until a person moves it.
// GUI thread; owned by its page.
class GraphView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GraphView(QWidget *parent = nullptr);

    // Lays out anew only when nodes or edges differ from the last ones; states and times otherwise.
    void setEmptyText(const QString &text); // shown while there are none
    void setNodes(const QList<GraphNode> &nodes);
    bool select(const QString &nodeId);
    QString currentNode() const;
    QRect nodeRect(const QString &nodeId) const; // in the viewport
    double scale() const { return m_scale; }     // pixels of the viewport for one of what is drawn
    void zoom(double factor, const QPointF &at); // what is there, in the viewport, stays there
    void showAll();

Q_SIGNALS:
    void currentChanged(const QString &nodeId);
    void activated(const QString &nodeId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Zoom { Readable, All, Chosen }; // as large as letters can be read; all of it; by a person

    void makeTools();
    void placeTools();
    QSize box() const;
    QSizeF extent(const QSize &box) const;
    QSizeF room() const;
    QPointF origin() const;                                // of the first box, in the room, if nothing were scrolled
    QPointF anchor(const GraphLayout::Place &place) const; // centre, in the room
    QRectF rectOf(int node) const;
    int nodeAt(const QPoint &position) const;
    void setCurrent(int node);
    void step(Qt::Key key);
    double ratio() const; // at which all of it fits
    void fitScrollBars();
    QList<int> worthSeeing() const;
    void goToWhatRuns();
    void scrollBy(const QPointF &distance);
    void paintRoute(QPainter &painter, const GraphLayout::Route &route) const;
    void paintNode(QPainter &painter, int node) const;

    QList<GraphNode> m_nodes;
    GraphLayout m_layout;
    QString m_emptyText;
    QWidget *m_tools;
    Zoom m_zoom = Zoom::Readable;
    double m_scale = 1.0;
    bool m_isMoved = false; // by a person, who looks at something
    std::optional<QPoint> m_dragFrom;
    int m_current = -1;
};

} // namespace signalbox::widgets
