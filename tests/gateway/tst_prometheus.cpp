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

QTEST_GUILESS_MAIN(PrometheusTest)
#include "tst_prometheus.moc"
