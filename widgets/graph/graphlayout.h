// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace signalbox::widgets {

struct GraphEdge
{
    int from = 0;
    int to = 0;

    friend bool operator==(const GraphEdge &, const GraphEdge &) = default;
};

// Where the nodes of a DAG stand: layers follow the edges, rows run across them. Pure value.
struct GraphLayout
{
    struct Place
    {
        int layer = 0;
        double row = 0.0; // at least 1 apart within a layer
    };
    struct Route
    {
        GraphEdge edge;
        QList<Place> bends; // one in each layer between the ends
    };

    QList<Place> nodes;
    QList<Route> routes;
    int layers = 0;
    double lastRow = 0.0;
};

// Layers by the longest way from a source, order within them by barycentres, rows as near to the neighbours as order and
// distance allow. Edges to nodes that do not exist are left out, and a cycle is cut somewhere rather than refused.
GraphLayout layOut(int nodes, const QList<GraphEdge> &edges);

// How many pairs of edges between neighbouring layers cross; what the order is chosen by.
int crossings(const GraphLayout &layout);

} // namespace signalbox::widgets
