// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codec_graph.h"
#include "tests/fuzz/fuzz.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::alger;

namespace {

const QList<NodeKind> &kinds()
{
    constexpr int any = std::numeric_limits<int>::max();
    static const QList<NodeKind> all{
        {u"d"_s, 0, 0, {}}, {u"c"_s, 2, any, {}}, {u"t"_s, 1, any, {}}, {u"i"_s, 1, 1, {}}};
    return all;
}

// Nodes that readGraph() accepts are a DAG in an order that can be run, of known kinds with as many inputs as these
// allow.
void checkNodes(const QList<PipelineNode> &nodes)
{
    QSet<QString> done;
    require(!nodes.isEmpty() && nodes.size() <= mostNodes);
    for (const PipelineNode &node : nodes) {
        require(!node.id.isEmpty() && node.id.size() <= longestNodeId && !done.contains(node.id));
        require(node.command.isEmpty());
        for (const QString &predecessor : node.after)
            require(done.contains(predecessor));
        done.insert(node.id);
        const auto kind = std::find_if(kinds().cbegin(), kinds().cend(),
                                       [&](const NodeKind &candidate) { return candidate.name == node.kind; });
        require(kind != kinds().cend());
        require(node.after.size() >= kind->minInputs && node.after.size() <= kind->maxInputs);
    }
}

} // namespace

// The input is the graph of a message 104; it passes through the codec, as a peer's does.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray graph(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const QByteArray content = R"({"graph":)" + graph + '}';
    const auto message = decode(encode({1, 0, 104, content}));
    if (!message || !message->contentProblem.isEmpty())
        return 0;
    const auto nodes = readGraph(message->content.value("graph"_L1), kinds());
    if (nodes)
        checkNodes(*nodes);
    else
        require(!nodes.error().message.isEmpty());
    return 0;
}
