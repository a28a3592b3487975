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
// the edges, Enter opens one. GUI thread; owned by its page.
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

Q_SIGNALS:
    void currentChanged(const QString &nodeId);
    void activated(const QString &nodeId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QSize box() const;
    QSizeF extent(const QSize &box) const;
    QSizeF room() const;
    QPointF anchor(const GraphLayout::Place &place) const; // centre, in the room
    QRectF rectOf(int node) const;
    int nodeAt(const QPoint &position) const;
    void setCurrent(int node);
    void step(Qt::Key key);
    void fitScrollBars();
    void paintRoute(QPainter &painter, const GraphLayout::Route &route) const;
    void paintNode(QPainter &painter, int node) const;

    QList<GraphNode> m_nodes;
    GraphLayout m_layout;
    QString m_emptyText;
    double m_scale = 1.0; // pixels of the viewport for one of what is drawn
    int m_current = -1;
};

} // namespace signalbox::widgets
