// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/graphlayout.h"

#include <numeric>

namespace signalbox::widgets {

namespace {

// Sugiyama's steps. Items are the nodes, then one for each layer a long edge passes through.
class Layering
{
public:
    Layering(int nodes, const QList<GraphEdge> &edges) : m_nodes(nodes)
    {
        for (const GraphEdge &edge : edges) {
            const bool exists = edge.from >= 0 && edge.to >= 0 && edge.from < nodes && edge.to < nodes;
            if (exists && edge.from != edge.to && !m_edges.contains(edge))
                m_edges.append(edge);
        }
        chooseLayers();
        divideLongEdges();
        chooseOrder();
        chooseRows();
    }

    GraphLayout result() const
    {
        GraphLayout layout;
        layout.layers = static_cast<int>(m_order.size());
        for (int node = 0; node < m_nodes; ++node)
            layout.nodes.append(place(node));
        for (qsizetype i = 0; i < m_edges.size(); ++i) {
            GraphLayout::Route route{m_edges[i], {}};
            for (const int item : m_passed[i])
                route.bends.append(place(item));
            layout.routes.append(route);
        }
        for (const double row : m_rows)
            layout.lastRow = std::max(layout.lastRow, row);
        return layout;
    }

private:
    GraphLayout::Place place(int item) const { return {m_layer[item], m_rows[item]}; }

    void chooseLayers()
    {
        m_layer.fill(0, m_nodes);
        QList<int> waitsFor(m_nodes, 0);
        QList<QList<int>> next(m_nodes);
        for (const GraphEdge &edge : std::as_const(m_edges)) {
            ++waitsFor[edge.to];
            next[edge.from].append(edge.to);
        }
        QList<bool> done(m_nodes, false);
        QList<int> order;
        while (order.size() < m_nodes) {
            auto ready = std::find_if(waitsFor.cbegin(), waitsFor.cend(), [&](const int &count) {
                return count <= 0 && !done[&count - waitsFor.constData()];
            });
            // Only a cycle leaves nobody: its first node goes ahead.
            const int node =
                static_cast<int>(ready != waitsFor.cend() ? ready - waitsFor.cbegin() : done.indexOf(false));
            done[node] = true;
            order.append(node);
            for (const int follower : std::as_const(next[node])) {
                --waitsFor[follower];
                if (!done[follower])
                    m_layer[follower] = std::max(m_layer[follower], m_layer[node] + 1);
            }
        }
        m_edges.removeIf([this](const GraphEdge &edge) { return m_layer[edge.from] >= m_layer[edge.to]; });
        pullSources(next);
    }

    // A source stands right before the first that needs it: short edges.
    void pullSources(const QList<QList<int>> &next)
    {
        QList<bool> isTarget(m_nodes, false);
        for (const GraphEdge &edge : std::as_const(m_edges))
            isTarget[edge.to] = true;
        for (int node = 0; node < m_nodes; ++node) {
            if (isTarget[node] || next[node].isEmpty())
                continue;
            int first = std::numeric_limits<int>::max();
            for (const int follower : next[node])
                first = std::min(first, m_layer[follower]);
            m_layer[node] = std::max(0, first - 1);
        }
    }

    void divideLongEdges()
    {
        for (const GraphEdge &edge : std::as_const(m_edges)) {
            QList<int> passed;
            int before = edge.from;
            for (int layer = m_layer[edge.from] + 1; layer < m_layer[edge.to]; ++layer) {
                const int item = static_cast<int>(m_layer.size());
                m_layer.append(layer);
                m_steps.append({before, item});
                passed.append(item);
                before = item;
            }
            m_steps.append({before, edge.to});
            m_passed.append(passed);
        }
        const qsizetype items = m_layer.size();
        m_before.resize(items);
        m_after.resize(items);
        for (const GraphEdge &step : std::as_const(m_steps)) {
            m_after[step.from].append(step.to);
            m_before[step.to].append(step.from);
        }
        for (int item = 0; item < items; ++item) {
            while (m_order.size() <= m_layer[item])
                m_order.append(QList<int>());
            m_order[m_layer[item]].append(item);
        }
        m_rows.resize(items);
        number();
    }

    void number()
    {
        for (const QList<int> &layer : std::as_const(m_order)) {
            for (qsizetype i = 0; i < layer.size(); ++i)
                m_rows[layer[i]] = static_cast<double>(i);
        }
    }

    double barycentre(int item, const QList<QList<int>> &neighbours) const
    {
        const QList<int> &of = neighbours[item];
        if (of.isEmpty())
            return m_rows[item];
        double sum = 0.0;
        for (const int neighbour : of)
            sum += m_rows[neighbour];
        return sum / static_cast<double>(of.size());
    }

    void chooseOrder()
    {
        QList<QList<int>> best = m_order;
        int fewest = crossings(result());
        for (int sweep = 0; sweep < 8 && fewest > 0; ++sweep) {
            sweepLayers(sweep % 2 == 0, [this](QList<int> &layer, const QList<QList<int>> &neighbours) {
                std::stable_sort(layer.begin(), layer.end(),
                                 [&](int a, int b) { return barycentre(a, neighbours) < barycentre(b, neighbours); });
                for (qsizetype i = 0; i < layer.size(); ++i)
                    m_rows[layer[i]] = static_cast<double>(i);
            });
            const int now = crossings(result());
            if (now < fewest) {
                fewest = now;
                best = m_order;
            }
        }
        m_order = best;
        number();
    }

    template<typename Visit>
    void sweepLayers(bool forward, const Visit &visit)
    {
        const qsizetype count = m_order.size();
        for (qsizetype i = 1; i < count; ++i)
            visit(m_order[forward ? i : count - 1 - i], forward ? m_before : m_after);
    }

    void chooseRows()
    {
        for (int sweep = 0; sweep < 6; ++sweep)
            sweepLayers(sweep % 2 == 0, [this](QList<int> &layer, const QList<QList<int>> &neighbours) {
                complete(layer, neighbours);
            });
        double least = 0.0;
        for (const double row : std::as_const(m_rows))
            least = std::min(least, row);
        for (double &row : m_rows)
            row -= least;
    }

    // The rows nearest to what each would like, in order and one apart: pool adjacent violators on (command − place).
    void complete(const QList<int> &layer, const QList<QList<int>> &neighbours)
    {
        struct Pool
        {
            double sum;
            int count;
            double mean() const { return sum / count; }
        };
        std::vector<Pool> pools;
        for (qsizetype i = 0; i < layer.size(); ++i) {
            pools.push_back({barycentre(layer[i], neighbours) - static_cast<double>(i), 1});
            while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
                pools[pools.size() - 2].sum += pools.back().sum;
                pools[pools.size() - 2].count += pools.back().count;
                pools.pop_back();
            }
        }
        qsizetype at = 0;
        for (const Pool &pool : pools) {
            for (int i = 0; i < pool.count; ++i, ++at)
                m_rows[layer[at]] = pool.mean() + static_cast<double>(at);
        }
    }

    int m_nodes;
    QList<GraphEdge> m_edges;
    QList<GraphEdge> m_steps; // between neighbouring layers
    QList<QList<int>> m_passed;
    QList<QList<int>> m_before;
    QList<QList<int>> m_after;
    QList<int> m_layer;
    QList<QList<int>> m_order;
    QList<double> m_rows;
};

} // namespace

GraphLayout layOut(int nodes, const QList<GraphEdge> &edges)
{
    return Layering(nodes, edges).result();
}

int crossings(const GraphLayout &layout)
{
    struct Step
    {
        double from;
        double to;
    };
    QList<QList<Step>> steps(std::max(0, layout.layers));
    for (const GraphLayout::Route &route : layout.routes) {
        GraphLayout::Place before = layout.nodes[route.edge.from];
        QList<GraphLayout::Place> way = route.bends;
        way.append(layout.nodes[route.edge.to]);
        for (const GraphLayout::Place &place : std::as_const(way)) {
            steps[before.layer].append({before.row, place.row});
            before = place;
        }
    }
    int count = 0;
    for (const QList<Step> &between : std::as_const(steps)) {
        // Beyond some hundred edges nobody sees the difference, and pairs are quadratic.
        const qsizetype looked = std::min<qsizetype>(between.size(), 400);
        for (qsizetype a = 0; a < looked; ++a) {
            for (qsizetype b = a + 1; b < looked; ++b)
                count += (between[a].from - between[b].from) * (between[a].to - between[b].to) < 0.0;
        }
    }
    return count;
}

} // namespace signalbox::widgets
