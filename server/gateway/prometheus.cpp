// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/prometheus.h"

#include <array>
#include <functional>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

// The text format's own rules for label values.
QByteArray escaped(const QString &text)
{
    QByteArray value = text.toUtf8();
    value.replace('\\', "\\\\");
    value.replace('"', "\\\"");
    value.replace('\n', "\\n");
    return value;
}

class Exposition
{
public:
    using Labels = std::initializer_list<std::pair<const char *, QString>>;

    void family(const char *name, const char *help, const char *type = "gauge")
    {
        m_name = "signalbox_"_ba + name;
        m_text += "# HELP " + m_name + ' ' + help + "\n# TYPE " + m_name + ' ' + type + '\n';
    }
    void sample(double value, Labels labels = {})
    {
        m_text += m_name;
        char separator = '{';
        for (const auto &[label, text] : labels) {
            m_text += separator + QByteArray(label) + "=\"" + escaped(text) + '"';
            separator = ',';
        }
        m_text += (labels.size() > 0 ? "} " : " ") + QByteArray::number(value, 'g', 15) + '\n';
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

double seconds(Timestamp time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

void exposeServer(Exposition &out, const Snapshot &snapshot)
{
    out.family("info", "The running program; always 1.");
    out.sample(1, {{"version", snapshot.server.version}});
    out.family("start_time_seconds", "When the server started, seconds since 1970.");
    out.sample(seconds(snapshot.server.startedAt));
    out.family("mode", "1 for the mode the server is in.");
    for (const Mode mode : {Mode::Normal, Mode::Maintenance, Mode::Halted})
        out.sample(snapshot.mode == mode, {{"mode", toString(mode)}});
}

void exposeSample(Exposition &out, const MetricsSample &sample)
{
    out.family("last_sample_timestamp_seconds", "When the figures below were taken, seconds since 1970.");
    out.sample(seconds(sample.time));
    for (const MetricInfo &metric : metricTable) {
        if (!metric.prometheus.name)
            continue;
        out.family(metric.prometheus.name, metric.prometheus.help);
        out.sample(inBaseUnit(metric.measure, valueOf(metric, sample)));
    }
}

// Known is nothing yet while the figure of `known` is 0: a process that runs counts as one, and has something open.
struct CountedFigure
{
    std::function<double(const ComponentFigures &)> value;
    int ComponentFigures::*known = nullptr;
    const char *name;
    const char *help;
    const char *type = "gauge";
};

const std::array countedFigures = {
    CountedFigure{[](const ComponentFigures &of) { return of.processes; }, &ComponentFigures::processes,
                  "component_processes", "Processes of the component."},
    CountedFigure{[](const ComponentFigures &of) { return of.threads; }, &ComponentFigures::processes,
                  "component_threads", "Threads of the component's processes."},
    CountedFigure{[](const ComponentFigures &of) { return of.descriptors; }, &ComponentFigures::descriptors,
                  "component_open_descriptors", "Files, sockets and others that the component's processes have open."},
    CountedFigure{[](const ComponentFigures &of) { return static_cast<double>(of.readBytes); },
                  &ComponentFigures::descriptors, "component_read_bytes_total",
                  "Bytes that the component has read from storage since its start.", "counter"},
    CountedFigure{[](const ComponentFigures &of) { return static_cast<double>(of.writtenBytes); },
                  &ComponentFigures::descriptors, "component_written_bytes_total",
                  "Bytes that the component has written to storage since its start.", "counter"},
};

void exposeProcesses(Exposition &out, const Snapshot &snapshot, const QList<Component> &components)
{
    const auto forEach = [&](const auto &show) {
        for (const Component &component : components) {
            if (const ComponentFigures *figures = snapshot.figuresOf(component))
                show(component.id, *figures);
        }
    };
    for (const CountedFigure &figure : countedFigures) {
        out.family(figure.name, figure.help, figure.type);
        forEach([&](const QString &id, const ComponentFigures &figures) {
            if (figures.*figure.known > 0)
                out.sample(figure.value(figures), {{"component", id}});
        });
    }
    out.family("component_listens", "1 for each TCP port where a process of the component listens.");
    forEach([&](const QString &id, const ComponentFigures &figures) {
        for (const ListeningPort &port : figures.listensOn)
            out.sample(1, {{"component", id}, {"address", port.address}, {"port", QString::number(port.port)}});
    });
    out.family("component_figure", "What the component tells of itself, by its figures.");
    forEach([&](const QString &id, const ComponentFigures &figures) {
        for (auto figure = figures.figures.cbegin(); figure != figures.figures.cend(); ++figure)
            out.sample(figure.value(), {{"component", id}, {"figure", figure.key()}});
    });
}

void exposeComponents(Exposition &out, const Snapshot &snapshot)
{
    const QList<Component> components = snapshot.componentsInOrder();
    out.family("component_state", "1 for the state the component is in.");
    for (const Component &component : components) {
        for (const ComponentState state : {ComponentState::Stopped, ComponentState::Starting, ComponentState::Running,
                                           ComponentState::Stopping, ComponentState::Error})
            out.sample(component.state == state, {{"component", component.id}, {"state", toString(state)}});
    }
    // "A person" says too little: any requested start counts from 0 again, see Component::restarts. The text stays,
    // because monitors have it (tests/fixtures/contract/pages/metrics.txt).
    out.family("component_restarts", "Automatic restarts since a person last started it.");
    for (const Component &component : components)
        out.sample(component.restarts, {{"component", component.id}});
    for (const ComponentMetricInfo &metric : componentMetricTable) {
        out.family(metric.prometheus.name, metric.prometheus.help);
        for (const Component &component : components) {
            if (const ComponentFigures *figures = snapshot.figuresOf(component))
                out.sample(inBaseUnit(metric.measure, figures->*metric.member), {{"component", component.id}});
        }
    }
    exposeProcesses(out, snapshot, components);
}

void exposeExecutions(Exposition &out, const Snapshot &snapshot)
{
    QMap<std::pair<QString, QString>, int> counts;
    for (const ExecutionKind kind :
         {ExecutionKind::Pipeline, ExecutionKind::Process, ExecutionKind::Experiment, ExecutionKind::Job}) {
        for (const ExecutionState state : {ExecutionState::Created, ExecutionState::Queued, ExecutionState::Running})
            counts.insert({toString(kind), toString(state)}, 0);
    }
    for (const Execution &execution : snapshot.executions) {
        if (!isFinal(execution.state))
            ++counts[{toString(execution.kind), toString(execution.state)}];
    }
    out.family("executions", "Executions that have not ended, by kind and state.");
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        out.sample(count.value(), {{"kind", count.key().first}, {"state", count.key().second}});
}

void exposeClients(Exposition &out, const Snapshot &snapshot)
{
    QMap<QString, std::pair<int, qint64>> dialects; // clients, backlog
    for (const ListenerInfo &listener : snapshot.server.listeners) {
        for (const QString &dialect : listener.dialects)
            dialects.insert(dialect, {});
    }
    for (const Client &client : snapshot.clients) {
        auto &[clients, backlog] = dialects[client.dialect];
        ++clients;
        backlog += client.figures.backlogBytes;
    }
    out.family("clients", "Connected WebSocket clients.");
    for (auto dialect = dialects.cbegin(); dialect != dialects.cend(); ++dialect)
        out.sample(dialect->first, {{"dialect", dialect.key()}});
    out.family("client_backlog_bytes", "Bytes waiting for clients that read slowly, at the last tick.");
    for (auto dialect = dialects.cbegin(); dialect != dialects.cend(); ++dialect)
        out.sample(static_cast<double>(dialect->second), {{"dialect", dialect.key()}});
}

} // namespace

QByteArray prometheusText(const Snapshot &snapshot)
{
    Exposition out;
    exposeServer(out, snapshot);
    exposeSample(out, snapshot.metrics);
    exposeComponents(out, snapshot);
    exposeExecutions(out, snapshot);
    exposeClients(out, snapshot);
    return out.text();
}

} // namespace signalbox::gateway
