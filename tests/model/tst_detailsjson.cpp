// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/detailsjson.h"

#include <QJsonDocument>
#include <QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Execution readBack(ExecutionKind kind, const QJsonObject &json)
{
    Execution execution;
    execution.kind = kind;
    readDetails(execution, json);
    return execution;
}

} // namespace

class TestDetailsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRowsOfBefore_data();
    void readsRowsOfBefore();
    void readsMembers();
    void dropsWhatIsOfAnotherKind();
};

// As version 1.0 wrote them into the column "details", when they were an untyped object.
void TestDetailsJson::readsRowsOfBefore_data()
{
    QTest::addColumn<ExecutionKind>("kind");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("pipeline") << ExecutionKind::Pipeline << QByteArray("{}");
    QTest::newRow("retried pipeline") << ExecutionKind::Pipeline << QByteArray(R"({"retryOf":"e1"})");
    QTest::newRow("graph") << ExecutionKind::Pipeline << QByteArray(R"({"graph":{"nodes":[{"id":"a"}]},"nodes":[
        {"after":[],"id":"a","kind":"say","params":{"n":1}},{"after":["a"],"id":"b","kind":"say","params":{}}]})");
    QTest::newRow("process") << ExecutionKind::Process << QByteArray("{}");
    QTest::newRow("experiment")
        << ExecutionKind::Experiment
        << QByteArray(
               R"({"commandTemplate":"echo {x}","description":"why","maxRetries":2,"metadata":{},"parameters":[
        {"id":"one","values":{"x":1}},{"values":{"x":2}}],"retryOf":"e1"})");
    QTest::newRow("job")
        << ExecutionKind::Job
        << QByteArray(
               R"({"agentId":"far","errorDetails":{"code":7},"instanceId":"i","jobType":"X","priority":3,"retryCount":1})");
    QTest::newRow("job without agent") << ExecutionKind::Job
                                       << QByteArray(R"({"jobType":"X","priority":0,"retryCount":0})");
}

void TestDetailsJson::readsRowsOfBefore()
{
    QFETCH(ExecutionKind, kind);
    QFETCH(QByteArray, row);
    QCOMPARE(detailsToJson(readBack(kind, object(row))), object(row));
}

void TestDetailsJson::readsMembers()
{
    const Execution job = readBack(ExecutionKind::Job, object(R"({"agentId":"far","jobType":"X","priority":3})"));
    QVERIFY(job.details == KindDetails(JobDetails{.jobType = u"X"_s, .agentId = u"far"_s, .priority = 3}));
    const Execution graph =
        readBack(ExecutionKind::Pipeline, object(R"({"nodes":[{"id":"b","kind":"k","after":["a"]}]})"));
    QCOMPARE(detailsOf<GraphDetails>(graph).nodes, QList<PipelineNode>({{u"b"_s, u"k"_s, {}, {}, {u"a"_s}}}));
}

void TestDetailsJson::dropsWhatIsOfAnotherKind()
{
    const Execution process = readBack(ExecutionKind::Process, object(R"({"jobType":"X","nodes":[]})"));
    QVERIFY(std::holds_alternative<std::monostate>(process.details));
    QVERIFY(detailsOf<JobDetails>(process).jobType.isEmpty());
    Execution edited = readBack(ExecutionKind::Job, object(R"({"jobType":"X"})"));
    editDetails<ExperimentDetails>(edited).description = u"y"_s;
    QVERIFY(edited.details == KindDetails(ExperimentDetails{.description = u"y"_s}));
}

QTEST_GUILESS_MAIN(TestDetailsJson)
#include "tst_detailsjson.moc"
