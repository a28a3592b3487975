// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/prometheus.h"

#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

// The figures of /metrics in base units; families and texts are in tests/fixtures/contract/pages/metrics.txt.
class PrometheusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreInBaseUnits();
    void whatProcessesHaveAndPrograms();
};

void PrometheusTest::figuresAreInBaseUnits()
{
    Snapshot snapshot;
    for (const QString &id : {u"storage"_s, u"ended"_s}) {
        Component component;
        component.id = id;
        snapshot.components.insert(id, component);
    }
    snapshot.components[u"storage"_s].pid = 42;
    MetricsSample &sample = snapshot.metrics;
    sample.cpuPercent = 5.2;
    sample.memoryPercent = 45.1;
    sample.storageSizeMb = 12.5;
    sample.queriesPerSecond = 3.25;
    sample.averageLatencyMs = 3;
    sample.totalConcepts = 1000;
    sample.totalAssociations = 5000;
    sample.components = {{u"storage"_s, {42, 150.0, 2.5}}, {u"ended"_s, {43, 1.0, 1.0}}};

    QByteArrayList figures;
    for (const QByteArray &line : gateway::prometheusText(snapshot).split('\n')) {
        if (!line.startsWith('#') && !line.contains("state=") && !line.contains("execution"))
            figures.append(line);
    }
    const qsizetype first = figures.indexOf("signalbox_host_cpu_ratio 0.052");
    QCOMPARE(figures.mid(first, 11).join('\n'), R"(signalbox_host_cpu_ratio 0.052
signalbox_host_memory_ratio 0.451
signalbox_storage_bytes 13107200
signalbox_queries_per_second 3.25
signalbox_query_latency_seconds 0.003
signalbox_concepts 1000
signalbox_associations 5000
signalbox_component_restarts{component="ended"} 0
signalbox_component_restarts{component="storage"} 0
signalbox_component_cpu_cores{component="storage"} 1.5
signalbox_component_memory_bytes{component="storage"} 2621440)");
}

void PrometheusTest::whatProcessesHaveAndPrograms()
{
    Snapshot snapshot;
    Component component;
    component.id = u"web"_s;
    component.pid = 42;
    snapshot.components.insert(component.id, component);
    ComponentFigures figures{.pid = 42, .processes = 2, .threads = 7, .descriptors = 31};
    figures.readBytes = 4096;
    figures.writtenBytes = Q_INT64_C(10'000'000'000);
    figures.listensOn = {{u"::1"_s, 8080}};
    figures.figures = {{u"queue{name=\"a\"}"_s, -1.5}};
    snapshot.metrics.components = {{component.id, figures}};
    const QByteArray text = gateway::prometheusText(snapshot);
    const QByteArrayList lines = text.split('\n');
    for (const char *line :
         {"signalbox_component_processes{component=\"web\"} 2", "signalbox_component_threads{component=\"web\"} 7",
          "signalbox_component_open_descriptors{component=\"web\"} 31",
          "# TYPE signalbox_component_read_bytes_total counter",
          "signalbox_component_read_bytes_total{component=\"web\"} 4096",
          "signalbox_component_written_bytes_total{component=\"web\"} 10000000000",
          "signalbox_component_listens{component=\"web\",address=\"::1\",port=\"8080\"} 1",
          R"(signalbox_component_figure{component="web",figure="queue{name=\"a\"}"} -1.5)"})
        QVERIFY2(lines.contains(line), line);
}

QTEST_GUILESS_MAIN(PrometheusTest)
#include "tst_prometheus.moc"
