// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/commandrouter.h"
#include "server/core/runtime/executions/engine.h"
#include "tests/support/fakerunner.h"
#include "tests/support/memoryjournal.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using signalbox::test::FakeRunner;
using signalbox::test::FakeTask;

// What the Engine asks of a Runner, wherever that runs tasks: no process of this machine is involved.
class RunnerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsWhatIsReadyAndNothingElse();
    void handsOverFilesAndVariables();
    void aTaskThatIsLostFailsTheRest();
    void aCancelledTaskIsStoppedAndAwaited();

private:
    QStringList started() const
    {
        QStringList programs;
        for (const QPointer<FakeTask> &task : m_runner.tasks)
            programs.append(task ? task->spec.command.constFirst() : u"gone"_s);
        return programs;
    }
    ExecutionState state() const { return m_hub->snapshot().executions.value(m_id).state; }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Ids m_ids;
    test::MemoryJournal m_journal;
    FakeRunner m_runner;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CommandRouter> m_router;
    QString m_id;
};

void RunnerTest::init()
{
    m_router.reset();
    m_engine.reset();
    m_runner.tasks.clear();
    m_hub = std::make_unique<Hub>(m_clock, m_ids);
    EngineOptions options;
    options.dataDirectory = m_folder.path();
    options.host = u"host"_s;
    m_engine = std::make_unique<Engine>(*m_hub, m_runner, m_journal, options);
    m_router = std::make_unique<CommandRouter>(*m_hub, CommandHandlers{nullptr, m_engine.get(), nullptr, nullptr});
    m_hub->setHandler(m_router.get());
    ServerInfo server;
    server.capacity = 1;
    QVERIFY(m_hub->record(ServerChanged{server}));
    m_engine->setWorkers(2);
    Catalogue catalogue;
    Pipeline pipeline;
    pipeline.id = u"p"_s;
    const auto node = [](const QString &id, const QStringList &after) {
        return PipelineNode{id, {}, {id + u"-program"_s, u"--here"_s}, {}, after};
    };
    pipeline.nodes = {node(u"a"_s, {}), node(u"b"_s, {u"a"_s}), node(u"c"_s, {u"a"_s}), node(u"d"_s, {u"b"_s, u"c"_s})};
    catalogue.pipelines = {pipeline};
    QVERIFY(m_hub->record(CatalogueChanged{catalogue}));
    const Result<QString> id =
        m_hub->submit(Actor{u"ann"_s, Role::Operator, u"alger"_s, {}}, StartPipeline{u"p"_s, {}}, m_hub.get());
    QVERIFY(id);
    m_id = *id;
    QTRY_COMPARE(started(), QStringList{u"a-program"_s});
}

void RunnerTest::startsWhatIsReadyAndNothingElse()
{
    m_runner.task(u"a-program"_s)->succeed("from a\n");
    QTRY_COMPARE(m_runner.tasks.size(), 3);
    QVERIFY(m_runner.task(u"b-program"_s) && m_runner.task(u"c-program"_s));
    m_runner.task(u"c-program"_s)->succeed("from c\n");
    m_runner.task(u"b-program"_s)->succeed("from b\n");
    QTRY_VERIFY(m_runner.task(u"d-program"_s));
    QVERIFY(state() == ExecutionState::Running);
    m_runner.task(u"d-program"_s)->succeed();
    QTRY_VERIFY(state() == ExecutionState::Succeeded);
    QCOMPARE(m_runner.tasks.size(), 4);
}

void RunnerTest::handsOverFilesAndVariables()
{
    const TaskSpec first = m_runner.task(u"a-program"_s)->spec;
    QCOMPARE(first.command, QStringList({u"a-program"_s, u"--here"_s}));
    QCOMPARE(first.environment.value(u"SIGNALBOX_EXECUTION"_s), m_id);
    QVERIFY(first.inputFiles.isEmpty() && !first.streamed);
    m_runner.task(u"a-program"_s)->succeed("from a\n");
    QTRY_VERIFY(m_runner.task(u"b-program"_s));
    const TaskSpec second = m_runner.task(u"b-program"_s)->spec;
    const QString finished = first.outputFile.chopped(qsizetype(strlen(".part"))); // renamed once it was complete
    QVERIFY(finished.endsWith(u"/a.out") && QFile::exists(finished));
    QCOMPARE(second.inputFiles, QStringList{finished});
    QCOMPARE(second.environment.value(u"SIGNALBOX_INPUT_A"_s), finished);
}

void RunnerTest::aTaskThatIsLostFailsTheRest()
{
    m_runner.task(u"a-program"_s)->fail(u"its host is gone"_s);
    QTRY_VERIFY(state() == ExecutionState::Failed);
    QVERIFY(m_hub->snapshot().executions.value(m_id).error.contains(u"its host is gone"_s));
    QCOMPARE(m_runner.tasks.size(), 1);
}

void RunnerTest::aCancelledTaskIsStoppedAndAwaited()
{
    FakeTask *task = m_runner.task(u"a-program"_s);
    QVERIFY(m_hub->submit(Actor{u"ann"_s, Role::Operator, u"alger"_s, {}}, CancelExecution{m_id}, m_hub.get()));
    QCOMPARE(task->stops, 1);
    QVERIFY(state() == ExecutionState::Running); // something of it may still run there
    task->fail(u"signal: terminated"_s);
    QTRY_VERIFY(state() == ExecutionState::Cancelled);
    QCOMPARE(m_runner.tasks.size(), 1);
}

QTEST_GUILESS_MAIN(RunnerTest)
#include "tst_runner.moc"
