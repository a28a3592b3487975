// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/hub.h"
#include "tests/support/fakeclock.h"

#include <QTest>
#include <QUuid>

using namespace signalbox;
using namespace signalbox::core;
using namespace Qt::StringLiterals;

namespace {

const Actor admin{u"admin"_s, Role::Admin, u"console"_s, {}};

Component component(const QString &id, ComponentState state = ComponentState::Stopped)
{
    Component made;
    made.id = id;
    made.state = state;
    return made;
}

// Accepts every Command, which the test then completes, or refuses each with the error that the test has set.
class ScriptedHandler final : public CommandHandler
{
public:
    Result<QString> handle(const Command &command) override
    {
        handled.append(command);
        if (refusal)
            return Unexpected{*refusal};
        return u"subject"_s;
    }

    QList<Command> handled;
    std::optional<Error> refusal;
};

} // namespace

class HubTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void idsKeepTheOrderOfTheirMaking();
    void numbersEveryFact();
    void receiversSeeOneOrder();
    void receiversHearWhatWasReplaced();
    void refusesIllegalTransitions();
    void completesEachCommandOnce();
    void refusedCommandsAreNeverCompleted();
    void completesWithinSubmit();
    void secretsGoToWhoAskedOnly();
    void aDeadContextIsNotCalled();
    void whatFailsIsUnseen();
    void finishedExecutionsAreBounded();
    void keepsProjectsItself();
    void projectsAreCompletedOnceDurable();

private:
    test::FakeClock m_clock;
    Ids m_ids;
    std::unique_ptr<Hub> m_hub;
};

void HubTest::init()
{
    m_hub = std::make_unique<Hub>(m_clock, m_ids);
    QVERIFY(m_hub->record(ComponentChanged{component(u"a"_s)}));
}

void HubTest::idsKeepTheOrderOfTheirMaking()
{
    core::Ids ids;
    QString last;
    for (int i = 0; i < 10'000; ++i) { // more ids than two milliseconds can hold
        const QString id = ids.next();
        const QUuid uuid(id);
        QCOMPARE(uuid.variant(), QUuid::DCE);
        QCOMPARE(id.at(14), u'7');
        QVERIFY2(last < id, qPrintable(last + u' ' + id));
        last = id;
    }
}

void HubTest::numbersEveryFact()
{
    const quint64 before = m_hub->snapshot().number;
    QVERIFY(m_hub->record(ModeChanged{Mode::Maintenance}));
    QCOMPARE(m_hub->snapshot().number, before + 1);
    QVERIFY(m_hub->snapshot().mode == Mode::Maintenance);
}

void HubTest::receiversSeeOneOrder()
{
    QList<quint64> first;
    QList<quint64> second;
    connect(m_hub.get(), &Hub::changed, this, [&](const Change &change) {
        first.append(change.number);
        if (std::holds_alternative<ModeChanged>(change.body))
            QVERIFY(m_hub->record(ProblemOccurred{u"caused by the mode"_s, {}}));
    });
    connect(m_hub.get(), &Hub::changed, this, [&](const Change &change) { second.append(change.number); });
    QVERIFY(m_hub->record(ModeChanged{Mode::Halted}));
    QCOMPARE(first.size(), 2);
    QCOMPARE(second, first);
    QVERIFY(first.at(0) < first.at(1));
}

// A receiver that records a fact at once makes the Snapshot newer than the Change that the next receiver hears.
void HubTest::receiversHearWhatWasReplaced()
{
    connect(m_hub.get(), &Hub::changed, this, [&](const Change &change) {
        const auto *changed = std::get_if<ComponentChanged>(&change.body);
        if (changed && changed->component.state == ComponentState::Starting)
            QVERIFY(m_hub->record(ComponentChanged{component(u"a"_s, ComponentState::Running)}));
    });
    QStringList heard;
    connect(m_hub.get(), &Hub::changed, this, [&](const Change &change, const Replaced &replaced) {
        heard.append(u"%1 → %2, known as %3"_s.arg(toString(std::get<Component>(replaced).state),
                                                   toString(std::get<ComponentChanged>(change.body).component.state),
                                                   toString(m_hub->snapshot().component(u"a"_s)->state)));
    });
    QVERIFY(m_hub->record(ComponentChanged{component(u"a"_s, ComponentState::Starting)}));
    QCOMPARE(heard,
             (QStringList{u"stopped → starting, known as running"_s, u"starting → running, known as running"_s}));
}

void HubTest::refusesIllegalTransitions()
{
    const quint64 before = m_hub->snapshot().number;
    QTest::ignoreMessage(QtWarningMsg, "refused: component 'a' cannot go from stopped to running");
    const Result<void> recorded = m_hub->record(ComponentChanged{component(u"a"_s, ComponentState::Running)});
    QVERIFY(!recorded);
    QCOMPARE(recorded.error().code, ErrorCode::Conflict);
    QCOMPARE(m_hub->snapshot().number, before);
    QVERIFY(m_hub->snapshot().component(u"a"_s)->state == ComponentState::Stopped);
}

void HubTest::completesEachCommandOnce()
{
    ScriptedHandler handler;
    m_hub->setHandler(&handler);
    QList<CommandCompleted> completed;
    const auto subject = m_hub->submit(admin, StartComponent{u"a"_s}, this,
                                       [&](const CommandCompleted &outcome) { completed.append(outcome); });
    QVERIFY(subject);
    QVERIFY(completed.isEmpty());
    m_hub->complete(handler.handled.constFirst(), u"a"_s, Error{ErrorCode::Internal, u"no such program"_s});
    m_hub->complete(handler.handled.constFirst(), u"a"_s);
    QCOMPARE(completed.size(), 1);
    QCOMPARE(completed.constFirst().error->message, u"no such program"_s);
}

void HubTest::refusedCommandsAreNeverCompleted()
{
    ScriptedHandler handler;
    m_hub->setHandler(&handler);
    bool called = false;
    const auto unknown =
        m_hub->submit(admin, StartComponent{u"nope"_s}, this, [&](const CommandCompleted &) { called = true; });
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    QVERIFY(handler.handled.isEmpty());

    handler.refusal = Error{ErrorCode::Capacity, u"full"_s};
    QVERIFY(!m_hub->submit(admin, StartComponent{u"a"_s}, this, [&](const CommandCompleted &) { called = true; }));
    m_hub->complete(handler.handled.constFirst(), u"a"_s);
    QVERIFY(!called);
}

void HubTest::completesWithinSubmit()
{
    int called = 0;
    QVERIFY(m_hub->submit(admin, SetMode{Mode::Maintenance}, this, [&](const CommandCompleted &) { ++called; }));
    QCOMPARE(called, 1);
    QVERIFY(m_hub->snapshot().mode == Mode::Maintenance);
}

void HubTest::secretsGoToWhoAskedOnly()
{
    ScriptedHandler handler;
    m_hub->setHandler(&handler);
    QStringList heard;
    const auto hear = [&heard](const CommandOutcome &outcome) { heard.append(outcome.secret); };
    QVERIFY(m_hub->submit(admin, IssueToken{u"ann"_s}, this, hear));
    QVERIFY(m_hub->submit(admin, IssueToken{u"bob"_s}, this, hear));
    m_hub->complete(handler.handled.at(0), u"ann"_s, {}, u"of ann"_s);
    QCOMPARE(heard, QStringList{u"of ann"_s});
    m_hub->complete(handler.handled.at(1), u"bob"_s);
    QCOMPARE(heard, (QStringList{u"of ann"_s, {}}));
}

void HubTest::aDeadContextIsNotCalled()
{
    ScriptedHandler handler;
    m_hub->setHandler(&handler);
    bool called = false;
    auto context = std::make_unique<QObject>();
    QVERIFY(
        m_hub->submit(admin, StartComponent{u"a"_s}, context.get(), [&](const CommandCompleted &) { called = true; }));
    context.reset();
    m_hub->complete(handler.handled.constFirst(), u"a"_s);
    QVERIFY(!called);
}

void HubTest::whatFailsIsUnseen()
{
    for (const auto state :
         {ExecutionState::Succeeded, ExecutionState::Failed, ExecutionState::Cancelled, ExecutionState::Interrupted}) {
        Execution execution;
        execution.id = toString(state);
        execution.state = ExecutionState::Running;
        QVERIFY(m_hub->record(ExecutionChanged{execution}));
        execution.state = state;
        QVERIFY(m_hub->record(ExecutionChanged{execution}));
        QCOMPARE(m_hub->snapshot().execution(execution.id)->isUnseen, isFailure(state));
        QVERIFY(m_hub->record(ExecutionChanged{execution})); // with another mark
        QVERIFY(!m_hub->snapshot().execution(execution.id)->isUnseen);
    }
    Execution known; // by the history alone
    known.id = u"known"_s;
    known.state = ExecutionState::Failed;
    QVERIFY(m_hub->record(ExecutionChanged{known}));
    QVERIFY(!m_hub->snapshot().execution(known.id)->isUnseen);
}

void HubTest::finishedExecutionsAreBounded()
{
    for (int i = 0; i < Snapshot::finishedKept + 5; ++i) {
        Execution execution;
        execution.id = QString::number(i);
        execution.state = ExecutionState::Running;
        QVERIFY(m_hub->record(ExecutionChanged{execution}));
        Task task;
        task.executionId = execution.id;
        task.nodeId = u"n"_s;
        QVERIFY(m_hub->record(TaskChanged{task}));
        execution.state = ExecutionState::Succeeded;
        QVERIFY(m_hub->record(ExecutionChanged{execution}));
    }
    QCOMPARE(m_hub->snapshot().executions.size(), Snapshot::finishedKept);
    QCOMPARE(m_hub->snapshot().tasks.size(), Snapshot::finishedKept);
    QVERIFY(!m_hub->snapshot().execution(u"0"_s));
    QVERIFY(m_hub->snapshot().execution(u"204"_s));
}

void HubTest::keepsProjectsItself()
{
    QCOMPARE(m_hub->snapshot().projects.keys(), QStringList{u"default"_s});
    bool isCompleted = false;
    const auto id = m_hub->submit(admin, CreateProject{u"Reefs"_s, u"Corals"_s}, m_hub.get(),
                                  [&](const CommandCompleted &outcome) { isCompleted = !outcome.error; });
    QVERIFY(id && isCompleted);
    m_clock.advance(Milliseconds(1000));
    QVERIFY(m_hub->submit(admin, UpdateProject{*id, std::nullopt, u"Fish"_s}));
    const Project project = m_hub->snapshot().projects.value(*id);
    QCOMPARE(project.name, u"Reefs"_s);
    QCOMPARE(project.description, u"Fish"_s);
    QCOMPARE(project.owner, u"admin"_s);
    QVERIFY(project.updatedAt > project.createdAt);
    QVERIFY(m_hub->submit(admin, DeleteProject{*id}));
    QCOMPARE(m_hub->snapshot().projects.keys(), QStringList{u"default"_s});

    Execution execution;
    execution.id = u"e"_s;
    QVERIFY(m_hub->record(ExecutionChanged{execution}));
    QVERIFY(m_hub->submit(admin, DeleteExecution{u"e"_s}));
    QVERIFY(!m_hub->snapshot().execution(u"e"_s));
}

void HubTest::projectsAreCompletedOnceDurable()
{
    const Actor admin{u"admin"_s, Role::Admin, {}, {}};
    std::function<void(Result<void>)> reply;
    m_hub->setDurability([&](std::function<void(Result<void>)> durable) { reply = std::move(durable); });
    std::optional<CommandCompleted> outcome;
    const auto completed = [&](const CommandCompleted &said) { outcome = said; };
    const auto id = m_hub->submit(admin, CreateProject{u"Reefs"_s, {}}, m_hub.get(), completed);
    QVERIFY(id && !outcome);
    reply({});
    QVERIFY(outcome && !outcome->error);
    QVERIFY(m_hub->snapshot().projects.contains(*id));
    const auto lost = m_hub->submit(admin, CreateProject{u"Atolls"_s, {}}, m_hub.get(), completed);
    reply(unexpected(ErrorCode::Internal, u"the disk is full"_s));
    QCOMPARE(outcome->error->message, u"the disk is full"_s);
    QVERIFY(!m_hub->snapshot().projects.contains(*lost));
}

QTEST_GUILESS_MAIN(HubTest)
#include "tst_hub.moc"
