// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/blackbox/boxtext.h"

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qsizetype lineCharacters = 1000;
constexpr double bytesPerMb = 1024.0 * 1024.0;

QString number(double value)
{
    return QString::number(value, 'f', 1);
}

// A table whose columns are as wide as their widest cell; the last one is not padded.
QString table(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column + 1 < row.size(); ++column) {
            if (column >= widths.size())
                widths.append(0);
            widths[column] = std::max(widths.at(column), row.at(column).size());
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column + 1 < row.size(); ++column)
            text += row.at(column).leftJustified(widths.at(column)) % u"  "_s;
        text += row.constLast() % u'\n';
    }
    return text;
}

QString section(const QString &heading, const QString &text)
{
    return u"\n== %1 ==\n"_s.arg(heading) % text;
}

QString stateText(const BoxContent &content)
{
    const Component &component = content.component;
    QList<QStringList> rows{{u"component"_s, component.id},
                            {u"state"_s, toString(component.state)},
                            {u"since"_s, toIsoMilliseconds(component.stateSince)},
                            {u"reason"_s, component.reason}};
    if (!component.error.isEmpty())
        rows.append({u"error"_s, component.error});
    if (component.errorLine)
        rows.append({u"line"_s, QString::number(*component.errorLine)});
    if (component.health != ComponentHealth::Unchecked)
        rows.append({u"health"_s, toString(component.health)});
    if (component.lastStart && component.lastStart->launched)
        rows.append({u"launched"_s, toIsoMilliseconds(*component.lastStart->launched)});
    rows.append({u"restarts"_s, QString::number(component.restarts)});
    if (!component.limits.isEmpty())
        rows.append({u"limits"_s, component.limits});
    rows.append({u"command"_s, component.command.join(u' ').simplified()});
    return table(rows);
}

QString processText(const BoxContent &content)
{
    if (content.processes.isEmpty())
        return u"none was looked at: it ran for less than a tick, or does not run\n"_s;
    QList<QStringList> rows{
        {u"PID"_s, u"PARENT"_s, u"STATE"_s, u"THREADS"_s, u"MEMORY MiB"_s, u"CPU s"_s, u"DESCRIPTORS"_s, u"COMMAND"_s}};
    for (const ProcessLook &look : content.processes) {
        const bool isShown = content.showsArguments && !look.command.isEmpty();
        rows.append({QString::number(look.pid), QString::number(look.parent), QString(QLatin1Char(look.state)),
                     QString::number(look.threads), number(double(look.residentBytes) / bytesPerMb),
                     number(look.cpuSeconds), QString::number(look.descriptors), isShown ? look.command : look.name});
    }
    QString text = table(rows);
    if (!content.showsArguments)
        text += u"Arguments are not shown, since the component is given secrets.\n"_s;
    return text;
}

QString figuresText(const BoxContent &content)
{
    if (!content.figures)
        return u"none were measured\n"_s;
    const ComponentFigures &figures = *content.figures;
    QStringList ports;
    for (const ListeningPort &port : figures.listensOn)
        ports.append(port.address % u' ' % QString::number(port.port));
    QList<QStringList> rows{{u"CPU, % of a core"_s, number(figures.cpuPercent)},
                            {u"memory, MiB"_s, number(figures.memoryMb)},
                            {u"processes"_s, QString::number(figures.processes)},
                            {u"threads"_s, QString::number(figures.threads)},
                            {u"descriptors"_s, QString::number(figures.descriptors)},
                            {u"bytes read"_s, QString::number(figures.readBytes)},
                            {u"bytes written"_s, QString::number(figures.writtenBytes)},
                            {u"listens on"_s, ports.isEmpty() ? u"nothing"_s : ports.join(u", "_s)}};
    for (auto figure = figures.figures.cbegin(); figure != figures.figures.cend(); ++figure)
        rows.append({figure.key(), QString::number(figure.value())});
    return table(rows);
}

QString linesText(const QList<LogLine> &lines)
{
    QString text;
    for (const LogLine &line : lines) {
        text += toIsoMilliseconds(line.time) % u' ' % toString(line.source) % u' '
                % (line.level ? toString(*line.level) : u"-"_s) % u' ' % line.text.left(lineCharacters) % u'\n';
    }
    return text.isEmpty() ? u"it printed nothing\n"_s : text;
}

QString samplesText(const BoxContent &content)
{
    if (content.samples.isEmpty() && content.hostSamples.isEmpty())
        return u"there are none\n"_s;
    QMap<Timestamp, QStringList> rows;
    for (const MetricsSample &sample : content.hostSamples)
        rows.insert(sample.time, {u"-"_s, u"-"_s, number(sample.cpuPercent), number(sample.memoryPercent)});
    for (const MetricsSample &sample : content.samples) {
        const QStringList host = rows.value(sample.time, {{}, {}, u"-"_s, u"-"_s}).mid(2);
        rows.insert(sample.time, QStringList{number(sample.cpuPercent), number(sample.memoryPercent)} + host);
    }
    QList<QStringList> all{{u"TIME"_s, u"CPU %"_s, u"MEMORY MiB"_s, u"HOST CPU %"_s, u"HOST MEMORY %"_s}};
    for (auto row = rows.cbegin(); row != rows.cend(); ++row)
        all.append(QStringList{toIsoMilliseconds(row.key())} + row.value());
    return table(all);
}

QString hostText(const HostLook &look)
{
    QList<QStringList> rows{{u"PID"_s, u"CPU %"_s, u"MEMORY MiB"_s, u"THREADS"_s, u"NAME"_s}};
    for (const HostProcess &process : look.processes) {
        rows.append({QString::number(process.pid), number(process.cpuPercent),
                     number(double(process.residentBytes) / bytesPerMb), QString::number(process.threads),
                     process.name});
    }
    return table(rows);
}

QString kernelText(const BoxContent &content)
{
    const HostLook &look = *content.hostLook;
    QString text = u"processes killed for want of memory, on this machine: "_s;
    text += look.outOfMemoryKills ? QString::number(*look.outOfMemoryKills) : u"not readable"_s;
    if (look.outOfMemoryKills && content.killsBefore)
        text += u" (%1 since the last healthy one)"_s.arg(*look.outOfMemoryKills - *content.killsBefore);
    text += u"\nmemory.events of its control group: "_s;
    if (content.memoryEvents.isEmpty())
        text += u"it has none that is ours\n"_s;
    else
        text += QString::fromUtf8(content.memoryEvents).simplified() % u'\n';
    if (!look.kernelLogProblem.isEmpty())
        return text % u"kernel log: not readable (%1)\n"_s.arg(look.kernelLogProblem);
    return text % u"kernel log: "_s
           % (look.kernelLines.isEmpty() ? u"nothing of killed or broken processes\n"_s
                                         : u'\n' % look.kernelLines.join(u'\n') % u'\n');
}

} // namespace

QByteArray textOf(const BoxContent &content)
{
    QString text = content.why % u'\n';
    text += u"taken at %1 on %2\n"_s.arg(toIsoMilliseconds(content.time), content.host);
    text += section(u"State"_s, stateText(content));
    const QString when = content.age.count() > 0
                             ? u", as they were %1 s before"_s.arg(number(double(content.age.count()) / 1000.0))
                             : QString();
    text += section(u"Processes"_s % when, processText(content));
    text += section(u"Figures, as they were last"_s, figuresText(content));
    if (content.hostLook)
        text += section(u"Kernel"_s, kernelText(content));
    text += section(u"Last %1 lines"_s.arg(content.lines.size()), linesText(content.lines));
    if (content.hostLook) {
        text += section(u"Largest processes of this machine"_s, hostText(*content.hostLook));
        text += section(u"Last ten minutes"_s, samplesText(content));
    }
    return text.toUtf8();
}

} // namespace signalbox::core
