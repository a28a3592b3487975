// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/metrics/treedetails.h"

#include "server/core/runtime/process/procfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

using Reading = TreeDetails::Reading;

// With the root's: what it waited for counts as its own, and so moves up to it when a process ends.
StorageBytes storageBytesBelow(qint64 root, const QList<qint64> &descendants)
{
    StorageBytes sum = storageBytesOf(root).value_or(StorageBytes());
    for (const qint64 pid : descendants) {
        const StorageBytes bytes = storageBytesOf(pid).value_or(StorageBytes());
        sum.read += bytes.read;
        sum.written += bytes.written;
    }
    return sum;
}

QList<ListeningPort> portsOf(const QList<qint64> &pids, const ListeningSockets &listening)
{
    QList<ListeningPort> ports;
    for (const qint64 pid : pids) {
        for (const quint64 socket : socketsOf(pid)) {
            const auto found = listening.constFind(socket);
            if (found != listening.cend() && !ports.contains(*found))
                ports.append(*found);
        }
    }
    std::sort(ports.begin(), ports.end());
    return ports;
}

bool sameSockets(const ListeningSockets &one, const ListeningSockets &other)
{
    return one.size() == other.size()
           && std::all_of(one.keyBegin(), one.keyEnd(), [&other](quint64 socket) { return other.contains(socket); });
}

// Never less than before: the kernel forgets what a process did whose parent does not wait for it.
StorageBytes grown(const TreeDetail *before, const StorageBytes &first, const StorageBytes &now)
{
    const StorageBytes known = before ? before->storage : StorageBytes();
    return {std::max(now.read - first.read, known.read), std::max(now.written - first.written, known.written)};
}

std::optional<double> percentBetween(const Reading &before, qint64 root, const GroupReading &group,
                                     std::chrono::steady_clock::time_point now)
{
    const auto earlier = before.trees.constFind(root);
    if (earlier == before.trees.cend() || !earlier->group.cpuTime || !group.cpuTime || now <= before.at)
        return std::nullopt;
    const std::chrono::duration<double> spent = *group.cpuTime - *earlier->group.cpuTime;
    return std::max(100.0 * spent.count() / std::chrono::duration<double>(now - before.at).count(), 0.0);
}

// A process that is ending has given its memory back already. When the first one of a tree, the program itself, has ended
// or does, the others are about to: what they were before says more.
void keepLookBefore(TreeDetail &detail, const TreeDetail *before)
{
    if (!before || before->processes.isEmpty())
        return;
    const qint64 first = before->processes.constFirst().pid;
    const auto goesOn = [first](const ProcessLook &look) { return look.pid == first && look.residentBytes > 0; };
    if (std::any_of(detail.processes.cbegin(), detail.processes.cend(), goesOn))
        return;
    detail.processes = before->processes;
    detail.at = before->at;
}

TreeDetail lookBelow(qint64 root, const TreeFigures &tree, const TreeDetail *known, const Reading &reading)
{
    TreeDetail detail;
    detail.at = reading.at;
    for (const qint64 pid : tree.descendants) {
        if (const std::optional<ProcessLook> look = lookAt(pid)) {
            detail.descriptors += look->descriptors;
            detail.processes.append(*look);
        }
    }
    keepLookBefore(detail, known);
    detail.storage = grown(known, reading.firstBytes.value(root), storageBytesBelow(root, tree.descendants));
    return detail;
}

// Of a tree of which nothing ran since the last reading, all but its control group is as it was.
Reading readAll(const QHash<qint64, TreeFigures> &trees, const QHash<qint64, QString> &groups, const Reading &before)
{
    Reading reading;
    reading.at = std::chrono::steady_clock::now();
    reading.number = before.number + 1;
    reading.listening = listeningSockets();
    const bool readsAllPorts =
        reading.number % TreeDetails::portsEvery == 1 || !sameSockets(reading.listening, before.listening);
    for (auto tree = trees.cbegin(); tree != trees.cend(); ++tree) {
        const qint64 root = tree.key();
        const auto earlier = before.trees.constFind(root);
        const TreeDetail *known = earlier == before.trees.cend() ? nullptr : &*earlier;
        const bool isSame = known && before.figures.value(root).descendants == tree->descendants;
        const bool sleeps = isSame && tree->clock != 0 && tree->clock == before.figures.value(root).clock;
        reading.firstBytes.insert(root, known ? before.firstBytes.value(root) : storageBytesBelow(root, {}));
        TreeDetail detail;
        if (sleeps) {
            detail = *known;
            if (readsAllPorts)
                reading.portsOwed.insert(root);
            if (known->at == before.at) // else its processes were kept from a look before that
                detail.at = reading.at;
        } else {
            detail = lookBelow(root, *tree, known, reading);
            const bool readsPorts = readsAllPorts || !isSame || before.portsOwed.contains(root);
            detail.listensOn = readsPorts ? portsOf(tree->descendants, reading.listening) : known->listensOn;
        }
        if (const auto folder = groups.constFind(root); folder != groups.cend()) {
            detail.group = readControlGroup(*folder);
            detail.memoryEvents = readProcFile(*folder % u"/memory.events"_s);
            detail.cpuPercent = percentBetween(before, root, detail.group, reading.at);
        }
        reading.trees.insert(root, detail);
    }
    reading.figures = trees;
    return reading;
}

} // namespace

TreeDetails::TreeDetails(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock), m_background(u"details"_s)
{
}

void TreeDetails::refresh(const QHash<qint64, TreeFigures> &trees, const QHash<qint64, QString> &groups)
{
    if (trees.isEmpty() || m_isReading || m_clock.steady() < m_due)
        return;
    m_isReading = true;
    const auto read = [trees, groups, before = m_last] {
        const Reading reading = readAll(trees, groups, before);
        return std::pair(reading, std::chrono::steady_clock::now() - reading.at);
    };
    using Taken = std::pair<Reading, std::chrono::steady_clock::duration>;
    m_background.ask(read, this, [this](const Taken &taken) {
        m_isReading = false;
        m_last = taken.first;
        m_due = m_clock.steady() + rest * taken.second;
    });
}

const TreeDetail *TreeDetails::of(qint64 root) const
{
    const auto found = m_last.trees.constFind(root);
    return found == m_last.trees.cend() ? nullptr : &*found;
}

} // namespace signalbox::core
