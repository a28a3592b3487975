// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graphview.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/card.h"
#include "widgets/look/style.h"
#include "widgets/look/theme.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"
#include "widgets/text/reasontext.h"
#include "widgets/text/tone.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

constexpr int across = 4 * spacing::medium; // between layers
constexpr int between = spacing::large;     // between rows
constexpr double leastScale = 0.75;         // letters can still be read
constexpr double smallest = 0.1;            // boxes are dots
constexpr double largest = 2.0;
constexpr double zoomStep = 1.25;

QList<GraphEdge> edgesOf(const QList<GraphNode> &nodes)
{
    QHash<QString, int> places;
    for (int i = 0; i < nodes.size(); ++i)
        places.insert(nodes[i].id, i);
    QList<GraphEdge> edges;
    for (int i = 0; i < nodes.size(); ++i) {
        for (const QString &before : nodes[i].predecessors)
            edges.append({places.value(before, -1), i});
    }
    return edges;
}

bool isSameShape(const QList<GraphNode> &a, const QList<GraphNode> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const GraphNode &one, const GraphNode &other) {
        return one.id == other.id && one.predecessors == other.predecessors;
    });
}

} // namespace

QList<GraphNode> nodesOf(const QList<Task> &tasks, Timestamp now)
{
    QList<GraphNode> nodes;
    for (const Task &task : tasks) {
        QString words = format::state(task.state);
        if (task.startedAt)
            words += u" · "_s + format::lasted(*task.startedAt, task.endedAt, now);
        nodes.append({task.nodeId, task.nodeId, task.predecessors, format::symbol(task.state), words,
                      reasontext::words(task.error), toneOf(task.state)});
    }
    return nodes;
}

GraphView::GraphView(QWidget *parent) : QAbstractScrollArea(parent), m_tools(new Card(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Graph of nodes"));
    setEmptyText(tr("No nodes yet."));
    viewport()->setAutoFillBackground(false);
    makeTools();
    for (QScrollBar *bar : {horizontalScrollBar(), verticalScrollBar()})
        connect(bar, &QScrollBar::actionTriggered, this, [this] { m_isMoved = true; });
}

void GraphView::makeTools()
{
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    const auto add = [&](const QString &icon, const QString &tip, const std::function<void()> &act) {
        QToolButton *button = makeButton(icon, {}, tip);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    const auto middle = [this] { return QRectF(viewport()->rect()).center(); };
    add(u"zoomout"_s, tr("Smaller (−)"), [this, middle] { zoom(1.0 / zoomStep, middle()); });
    add(u"zoomin"_s, tr("Larger (+)"), [this, middle] { zoom(zoomStep, middle()); });
    add(u"reset"_s, tr("Show all of it (0)"), [this] { showAll(); });
    m_tools->hide();
}

// In the corner where reading ends.
void GraphView::placeTools()
{
    m_tools->setVisible(!m_nodes.isEmpty());
    const QRect corner = QStyle::alignedRect(layoutDirection(), Qt::AlignRight | Qt::AlignBottom, m_tools->sizeHint(),
                                             viewport()->geometry().adjusted(4, 4, -4, -4));
    m_tools->setGeometry(corner);
    m_tools->raise();
}

QSize GraphView::box() const
{
    const QFontMetrics metrics(widgets::font(TextStyle::Body));
    return {20 * metrics.averageCharWidth() + 2 * spacing::medium, 2 * metrics.height() + 2 * spacing::small};
}

void GraphView::setNodes(const QList<GraphNode> &nodes)
{
    const QString current = currentNode();
    const bool same = isSameShape(m_nodes, nodes);
    m_nodes = nodes;
    if (!same) {
        m_layout = layOut(static_cast<int>(nodes.size()), edgesOf(nodes));
        m_current = -1;
        m_zoom = Zoom::Readable;
        m_isMoved = false;
        fitScrollBars();
        placeTools();
        select(current);
    }
    goToWhatRuns();
    viewport()->update();
}

// The nodes that run, else those that failed, else where the graph begins.
QList<int> GraphView::worthSeeing() const
{
    for (const Tone tone : {Tone::Busy, Tone::Bad}) {
        QList<int> found;
        for (int i = 0; i < m_nodes.size(); ++i) {
            if (m_nodes[i].tone == tone)
                found << i;
        }
        if (!found.isEmpty())
            return found;
    }
    const auto first =
        std::min_element(m_layout.nodes.cbegin(), m_layout.nodes.cend(), [](const auto &a, const auto &b) {
            return std::pair(a.layer, a.row) < std::pair(b.layer, b.row);
        });
    return first == m_layout.nodes.cend() ? QList<int>{} : QList{static_cast<int>(first - m_layout.nodes.cbegin())};
}

// Unless one of them is to be seen, or a person has a look at something else.
void GraphView::goToWhatRuns()
{
    if (!isVisible() || m_isMoved || m_current >= 0 || underMouse())
        return;
    const QList<int> wanted = worthSeeing();
    const QRectF seen(QPointF(), room());
    const auto isSeen = [&](int node) { return seen.contains(rectOf(node)); };
    if (wanted.isEmpty() || std::any_of(wanted.cbegin(), wanted.cend(), isSeen))
        return;
    QRectF all;
    for (const int node : wanted)
        all |= rectOf(node);
    const bool fits = all.width() <= seen.width() && all.height() <= seen.height();
    scrollBy((fits ? all : rectOf(wanted.constFirst())).center() - seen.center());
}

// distance: in the room.
void GraphView::scrollBy(const QPointF &distance)
{
    const double sideways = isRightToLeft() ? -distance.x() : distance.x();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(sideways)));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(distance.y())));
}

void GraphView::zoom(double factor, const QPointF &at)
{
    const double wanted = std::clamp(m_scale * factor, std::min(smallest, ratio()), largest);
    const auto inGraph = [this](const QPointF &position) {
        const double x = position.x() / m_scale;
        return QPointF((isRightToLeft() ? room().width() - x : x) + horizontalScrollBar()->value(),
                       position.y() / m_scale + verticalScrollBar()->value())
               - origin();
    };
    const QPointF before = inGraph(at);
    m_zoom = Zoom::Chosen;
    m_isMoved = true;
    m_scale = wanted;
    fitScrollBars();
    const QPointF moved = before - inGraph(at);
    scrollBy({isRightToLeft() ? -moved.x() : moved.x(), moved.y()});
}

void GraphView::showAll()
{
    m_zoom = Zoom::All;
    m_isMoved = true;
    fitScrollBars();
}

void GraphView::setEmptyText(const QString &text)
{
    m_emptyText = text;
}

QString GraphView::currentNode() const
{
    return m_current >= 0 && m_current < m_nodes.size() ? m_nodes[m_current].id : QString();
}

bool GraphView::select(const QString &nodeId)
{
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].id == nodeId) {
            setCurrent(i);
            return true;
        }
    }
    return false;
}

QRect GraphView::nodeRect(const QString &nodeId) const
{
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].id == nodeId)
            return QTransform::fromScale(m_scale, m_scale).mapRect(rectOf(i)).toAlignedRect();
    }
    return {};
}

// Of all boxes and the room between them.
QSizeF GraphView::extent(const QSize &size) const
{
    return {m_layout.layers * (size.width() + across) - across + 2.0 * spacing::medium,
            (m_layout.lastRow + 1.0) * (size.height() + between) - between + 2.0 * spacing::medium};
}

// The viewport, as large as it is for what is drawn in it.
QSizeF GraphView::room() const
{
    return QSizeF(viewport()->size()) / m_scale;
}

// Small graphs stand in the middle, large ones scroll.
QPointF GraphView::origin() const
{
    const QSizeF whole = extent(box());
    return {spacing::medium + std::max(0.0, (room().width() - whole.width()) / 2.0),
            spacing::medium + std::max(0.0, (room().height() - whole.height()) / 2.0)};
}

QPointF GraphView::anchor(const GraphLayout::Place &place) const
{
    const QSize size = box();
    const QPointF first = origin();
    const double x =
        first.x() + place.layer * (size.width() + across) + size.width() / 2.0 - horizontalScrollBar()->value();
    const double y =
        first.y() + place.row * (size.height() + between) + size.height() / 2.0 - verticalScrollBar()->value();
    return {isRightToLeft() ? room().width() - x : x, y};
}

QRectF GraphView::rectOf(int node) const
{
    QRectF rect{QPointF(), QSizeF(box())};
    rect.moveCenter(anchor(m_layout.nodes[node]));
    return rect;
}

double GraphView::ratio() const
{
    const QSizeF whole = extent(box());
    const QSizeF view = maximumViewportSize();
    return m_nodes.isEmpty() ? 1.0 : std::min(view.width() / whole.width(), view.height() / whole.height());
}

void GraphView::fitScrollBars()
{
    const QSize size = box();
    const QSizeF whole = extent(size);
    // As much as can be read; the rest scrolls.
    if (m_zoom == Zoom::Readable)
        m_scale = std::clamp(ratio(), leastScale, 1.0);
    else if (m_zoom == Zoom::All)
        m_scale = std::min(ratio(), 1.0);
    const auto fit = [this](QScrollBar &bar, double length, double shown, int step) {
        bar.setPageStep(static_cast<int>(shown / m_scale));
        bar.setSingleStep(step / 2);
        bar.setRange(0, std::max(0, static_cast<int>(std::ceil(length - shown / m_scale - 0.01))));
    };
    fit(*horizontalScrollBar(), whole.width(), viewport()->width(), size.width());
    fit(*verticalScrollBar(), whole.height(), viewport()->height(), size.height());
    viewport()->update();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBars();
    placeTools();
    goToWhatRuns();
}

void GraphView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    fitScrollBars();
    goToWhatRuns();
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    m_isMoved = true;
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? zoomStep : 1.0 / zoomStep, event->position());
    else
        QAbstractScrollArea::wheelEvent(event);
}

int GraphView::nodeAt(const QPoint &position) const
{
    for (int i = 0; i < m_nodes.size(); ++i) {
        if (rectOf(i).contains(QPointF(position) / m_scale))
            return i;
    }
    return -1;
}

void GraphView::setCurrent(int node)
{
    if (m_current == node)
        return;
    m_current = node;
    if (node >= 0) {
        const QRectF rect = rectOf(node);
        const double beyondX = std::max(0.0, rect.right() + spacing::medium - room().width())
                               + std::min(0.0, rect.left() - spacing::medium);
        const double beyondY = std::max(0.0, rect.bottom() + spacing::medium - room().height())
                               + std::min(0.0, rect.top() - spacing::medium);
        scrollBy({beyondX, beyondY});
        setAccessibleDescription(tr("%1: %2", "node, state").arg(m_nodes[node].name, m_nodes[node].words));
        QAccessibleEvent told(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&told);
    }
    viewport()->update();
    Q_EMIT currentChanged(currentNode());
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setCurrent(nodeAt(event->pos()));
    if (m_current < 0)
        m_dragFrom = event->pos();
}

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom)
        return;
    m_isMoved = true;
    scrollBy(QPointF(*m_dragFrom - event->pos()) / m_scale);
    m_dragFrom = event->pos();
}

void GraphView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (nodeAt(event->pos()) >= 0)
        Q_EMIT activated(currentNode());
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        step(static_cast<Qt::Key>(event->key()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            Q_EMIT activated(currentNode());
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(zoomStep, QRectF(viewport()->rect()).center());
    case Qt::Key_Minus:
        return zoom(1.0 / zoomStep, QRectF(viewport()->rect()).center());
    case Qt::Key_0:
        return showAll();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// To the nearest node on that side, preferring the same row or layer.
void GraphView::step(Qt::Key key)
{
    if (m_nodes.isEmpty())
        return;
    if (m_current < 0)
        return setCurrent(worthSeeing().constFirst());
    const QPointF here = rectOf(m_current).center();
    const bool sideways = key == Qt::Key_Left || key == Qt::Key_Right;
    const double sign = key == Qt::Key_Right || key == Qt::Key_Down ? 1.0 : -1.0;
    int best = -1;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i < m_nodes.size(); ++i) {
        const QPointF way = rectOf(i).center() - here;
        const double along = sign * (sideways ? way.x() : way.y());
        const double aside = std::abs(sideways ? way.y() : way.x());
        const double cost = along + (sideways ? 1.0 : 8.0) * aside;
        if (i != m_current && along > 1.0 && cost < least) {
            least = cost;
            best = i;
        }
    }
    if (best >= 0)
        setCurrent(best);
}

bool GraphView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int node = nodeAt(help->pos());
    if (node < 0) {
        QToolTip::hideText();
        return true;
    }
    QStringList lines{m_nodes[node].name, m_nodes[node].words};
    if (!m_nodes[node].more.isEmpty())
        lines << m_nodes[node].more;
    QToolTip::showText(help->globalPos(), plain(lines.join(u'\n')), viewport());
    return true;
}

void GraphView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_nodes.isEmpty()) {
        painter.setFont(widgets::font(TextStyle::Body));
        painter.setPen(colours(palette()).muted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    painter.scale(m_scale, m_scale);
    const QRectF shown = painter.transform().inverted().mapRect(QRectF(event->rect()));
    for (const GraphLayout::Route &route : m_layout.routes)
        paintRoute(painter, route);
    for (int node = 0; node < m_nodes.size(); ++node) {
        if (rectOf(node).adjusted(-3, -3, 3, 3).intersects(shown))
            paintNode(painter, node);
    }
}

void GraphView::paintRoute(QPainter &painter, const GraphLayout::Route &route) const
{
    const Colours &c = colours(palette());
    const double forward = isRightToLeft() ? -1.0 : 1.0;
    const double half = forward * box().width() / 2.0;
    QPointF from = anchor(m_layout.nodes[route.edge.from]) + QPointF(half, 0);
    QPainterPath path(from);
    const auto curve = [&](const QPointF &to) {
        const double reach = (to.x() - from.x()) / 2.0;
        path.cubicTo(from + QPointF(reach, 0), to - QPointF(reach, 0), to);
        from = to;
    };
    for (const GraphLayout::Place &bend : route.bends) {
        const QPointF at = anchor(bend);
        curve(at - QPointF(half, 0));
        path.lineTo(at + QPointF(half, 0));
        from = at + QPointF(half, 0);
    }
    const QPointF end = anchor(m_layout.nodes[route.edge.to]) - QPointF(half, 0);
    curve(end);
    const bool touched = route.edge.from == m_current || route.edge.to == m_current;
    const QColor colour = touched ? c.line : c.muted;
    painter.setPen(QPen(colour, touched ? 2.0 : 1.25));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF{end, end + QPointF(-7 * forward, -4), end + QPointF(-7 * forward, 4)});
}

void GraphView::paintNode(QPainter &painter, int node) const
{
    const Colours &c = colours(palette());
    const GraphNode &shown = m_nodes[node];
    const BadgeColours &badge = forTone(c, isStale(*this) ? Tone::Neutral : shown.tone);
    const QRectF rect = rectOf(node).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool current = node == m_current;
    painter.setPen(QPen(current ? c.line : badge.text, current ? 2.5 : 1.0));
    painter.setBrush(badge.fill);
    painter.drawRoundedRect(rect, spacing::radius, spacing::radius);
    if (current && hasFocus()) {
        drawFocusRing(painter, *this, rectOf(node).adjusted(-5, -5, 5, 5).toAlignedRect(), spacing::radius + 4);
    }
    const QRectF inside = rect.adjusted(spacing::medium, spacing::small - 1, -spacing::medium, -spacing::small + 1);
    const int aligned = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    QFont bold = widgets::font(TextStyle::Body);
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(isStale(*this) ? c.muted : c.text);
    painter.drawText(QRectF(inside.topLeft(), QSizeF(inside.width(), inside.height() / 2)), aligned,
                     painter.fontMetrics().elidedText(shown.name, Qt::ElideMiddle, static_cast<int>(inside.width())));
    painter.setFont(widgets::font(TextStyle::Caption));
    painter.setPen(badge.text);
    const QString line = shown.symbol.isEmpty() ? shown.words : shown.symbol + u"  "_s + shown.words;
    painter.drawText(QRectF(inside.left(), inside.center().y(), inside.width(), inside.height() / 2), aligned,
                     painter.fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(inside.width())));
}

} // namespace signalbox::widgets
