// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/supervision/portconflict.h"

#include "server/core/runtime/process/portholder.h"
#include "server/core/runtime/process/procstat.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr int mostPorts = 8; // each may cost a look at all processes

void addPorts(QList<int> &ports, const QString &text, const QRegularExpression &pattern)
{
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const int port = matches.next().captured(1).toInt();
        if (port > 0 && port <= 65535 && !ports.contains(port) && ports.size() < mostPorts)
            ports.append(port);
    }
}

// The main process of a component leads a session, which its other processes are in unless they begin one.
Reason named(const PortHolder &holder, const Snapshot &snapshot)
{
    if (holder.pid == 0)
        return Why::ForeignProcess;
    const std::optional<ProcStat> process = readProcStat(static_cast<int>(holder.pid));
    for (const Component &component : snapshot.components) {
        if (process && component.pid && *component.pid == process->session)
            return {Why::ProcessOfComponent, {Reason::number(holder.pid), holder.name, component.id}};
    }
    return {Why::Process, {Reason::number(holder.pid), holder.name}};
}

} // namespace

Reason portHeldBy(int port, const Snapshot &snapshot)
{
    const PortHolder holder = portHolder(port, {});
    if (!holder.isHeld)
        return {};
    return {Why::PortHeld, {Reason::number(port), named(holder, snapshot)}};
}

bool saysInUse(const QString &line)
{
    return line.contains("in use"_L1, Qt::CaseInsensitive) || line.contains("EADDRINUSE"_L1);
}

QList<int> portsInUse(const QList<LogLine> &lines, const ComponentConfig &config)
{
    static const QRegularExpression inLine(u"(?:(?<!\\d:\\d\\d):|\\bport[ =:]+)(\\d{1,5})(?![\\d.]|:\\d)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inArgument(u"(?:^|[:=])(\\d{2,5})$"_s);
    bool isSaid = false;
    QList<int> ports;
    for (const LogLine &line : lines) {
        if (!saysInUse(line.text))
            continue;
        isSaid = true;
        addPorts(ports, line.text, inLine);
    }
    if (!isSaid || !ports.isEmpty())
        return ports;
    if (config.ready.tcp)
        ports.append(*config.ready.tcp);
    for (const QString &argument : config.command.mid(1))
        addPorts(ports, argument, inArgument);
    return ports;
}

} // namespace signalbox::core
