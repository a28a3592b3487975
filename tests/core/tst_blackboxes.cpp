// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/blackbox/blackboxes.h"
#include "server/core/runtime/blackbox/boxfolder.h"
#include "tests/core/supervised.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;

namespace {

Timestamp at(int second)
{
    return Timestamp(std::chrono::seconds(1'700'000'000 + second));
}

BoxContent content()
{
    BoxContent content;
    content.why = u"web failed: exit status 1"_s;
    content.time = at(60);
    content.host = u"box"_s;
    content.component.id = u"web"_s;
    content.component.state = ComponentState::Error;
    content.component.command = {u"web"_s, u"--serve"_s};
    content.processes = {{.pid = 7,
                          .parent = 6,
                          .state = 'S',
                          .threads = 3,
                          .residentBytes = 5 << 20,
                          .cpuSeconds = 1.5,
                          .descriptors = 9,
                          .name = u"web"_s,
                          .command = u"web --password hunter2"_s}};
    content.age = Milliseconds(1800);
    content.lines = {{u"web"_s, 1, at(59), LogLevel::Error, u"ERROR no disk"_s, false, LogSource::Error}};
    return content;
}

// A supervised world that takes black boxes; the history answers with no samples.
struct BoxWorld : World
{
    explicit BoxWorld(const ComponentConfig &component)
    {
        Config config;
        config.components = {component};
        supervisor.applyConfig(config.components);
        sampler.applyConfig(config);
        supervisor.autostart();
        boxes.start();
    }

    BoxFolder folder() const { return {directory.path(), u"a"_s}; }
    QList<BlackBoxInfo> list() const { return folder().list(); }
    // Lets the sampler's ticks go on until it has looked at the processes.
    bool isLookedAt()
    {
        clock.advance(std::chrono::seconds(2));
        const TreeDetail *look = sampler.lastLook(u"a"_s);
        return look && std::ranges::count(look->processes, u"sleep 71234"_s, &ProcessLook::command) == 2;
    }
    void endIt() const { ::kill(static_cast<pid_t>(*hub.snapshot().component(u"a"_s)->pid), SIGKILL); }
    Result<QString> take() { return boxes.handle({u"c"_s, admin, TakeBlackBox{u"a"_s}}); }

    Sampler sampler{hub, supervisor, directory.path(), {}};
    BlackBoxes boxes{hub,
                     logs,
                     supervisor,
                     sampler,
                     [](const Query &, QObject *, const AnswerCallback &answered) { answered(Answer(SamplesPage())); },
                     directory.path()};
};

} // namespace

// docs/failures.md, "Black boxes"; of the whole program in tests/app/test_failures_program.py.
class BlackBoxesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNewest();
    void keepsTheHealthyOneBeside();
    void opensNothingElse();
    void saysWhatItSaw();
    void showsNoArgumentsOfThoseWithSecrets();
    void findsTheKernelsWords();
    void looksAtTheHost();
    void aLookAtTheEndIsNone();
    void aFailureLeavesOne();
    void aLoopLeavesOneAMinute();
    void aHealthyOneIsTakenEachHour();
    void noneAreTakenWhereNoneAreKept();
};

void BlackBoxesTest::keepsTheNewest()
{
    const QTemporaryDir data;
    const BoxFolder folder(data.path(), u"web"_s);
    for (int i = 0; i < 5; ++i)
        QVERIFY(folder.write(BoxFolder::nameFor(at(i)), "why " + QByteArray::number(i) + "\nmore\n", 3));
    const QList<BlackBoxInfo> boxes = folder.list();
    QCOMPARE(boxes.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(boxes.at(i).time, at(4 - i));
        QCOMPARE(boxes.at(i).why, u"why %1"_s.arg(4 - i));
        QCOMPARE(folder.read(boxes.at(i).name)->text, "why " + QByteArray::number(4 - i) + "\nmore\n");
    }
    const QFileInfo file(data.path() % u"/blackbox/web/"_s % boxes.constFirst().name);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), 0);
}

void BlackBoxesTest::keepsTheHealthyOneBeside()
{
    const QTemporaryDir data;
    const BoxFolder folder(data.path(), u"web"_s);
    QVERIFY(folder.write(BoxFolder::healthyName(), "well\n", 1));
    QVERIFY(folder.write(BoxFolder::nameFor(at(1)), "one\n", 1));
    QVERIFY(folder.write(BoxFolder::nameFor(at(2)), "two\n", 1));
    QVERIFY(folder.write(BoxFolder::healthyName(), "still well\n", 1));
    const QList<BlackBoxInfo> boxes = folder.list();
    QCOMPARE(boxes.size(), 2);
    QVERIFY(boxes.constFirst().isHealthy); // taken last
    QCOMPARE(boxes.constFirst().why, u"still well"_s);
    QCOMPARE(boxes.constLast().why, u"two"_s);
}

void BlackBoxesTest::opensNothingElse()
{
    const QTemporaryDir data;
    const BoxFolder folder(data.path(), u"web"_s);
    QCOMPARE(folder.read(BoxFolder::healthyName()).error().code, ErrorCode::NotFound);
    QVERIFY(folder.write(BoxFolder::nameFor(at(1)), "one\n", 1));
    QFile secret(data.path() % u"/secret.txt"_s);
    QVERIFY(secret.open(QIODevice::WriteOnly));
    const QString own = data.path() % u"/blackbox/web/"_s;
    QVERIFY(QFile::link(secret.fileName(), own % BoxFolder::nameFor(at(2))));
    QVERIFY(QFile::copy(secret.fileName(), own % u"other.txt"_s));
    const QStringList names{u"../../secret.txt"_s,
                            secret.fileName(),
                            BoxFolder::nameFor(at(2)),
                            u"other.txt"_s,
                            u"../web/"_s + BoxFolder::nameFor(at(1)),
                            u".."_s,
                            QString()};
    for (const QString &name : names)
        QCOMPARE(folder.read(name).error().code, ErrorCode::NotFound);
    QCOMPARE(folder.list().size(), 1);
}

void BlackBoxesTest::saysWhatItSaw()
{
    BoxContent full = content();
    full.figures = ComponentFigures{.pid = 7, .cpuPercent = 12.5, .listensOn = {{u"127.0.0.1"_s, 80}}};
    full.hostLook = HostLook{{{1, u"init"_s, 3.5, 2 << 20, 1}}, 12, {u"[1.0] Out of memory: Killed process 7"_s}, {}};
    full.killsBefore = 10;
    full.memoryEvents = "low 0\noom_kill 1\n";
    MetricsSample own;
    own.time = at(58);
    own.cpuPercent = 50.0;
    own.memoryPercent = 64.0;
    full.samples = {own};
    MetricsSample host = own;
    host.cpuPercent = 7.0;
    host.memoryPercent = 8.0;
    full.hostSamples = {host};
    const QString text = QString::fromUtf8(textOf(full));
    QVERIFY2(text.startsWith(u"web failed: exit status 1\ntaken at 2023-11-14T22:14:20.000Z on box\n"_s),
             qUtf8Printable(text));
    for (const QString &part :
         {u"== Processes, as they were 1.8 s before =="_s, u"web --password hunter2\n"_s, u"listens on     "_s,
          u"127.0.0.1 80\n"_s, u"on this machine: 12 (2 since the last healthy one)\n"_s, u"low 0 oom_kill 1\n"_s,
          u"Out of memory: Killed process 7\n"_s, u" err ERROR ERROR no disk\n"_s, u"init\n"_s}) {
        QVERIFY2(text.contains(part), qUtf8Printable(part % u'\n' % text));
    }
    QVERIFY(text.contains(QRegularExpression(u"2023-11-14T22:14:18.000Z +50.0 +64.0 +7.0 +8.0\n"_s)));
    full.hostLook->outOfMemoryKills.reset();
    full.hostLook->kernelLogProblem = u"Operation not permitted"_s;
    const QString unreadable = QString::fromUtf8(textOf(full));
    QVERIFY(unreadable.contains(u"on this machine: not readable\n"_s));
    QVERIFY(unreadable.contains(u"kernel log: not readable (Operation not permitted)\n"_s));
}

void BlackBoxesTest::showsNoArgumentsOfThoseWithSecrets()
{
    BoxContent secretive = content();
    secretive.showsArguments = false;
    const QByteArray text = textOf(secretive);
    QVERIFY(!text.contains("hunter2"));
    QVERIFY(text.contains("Arguments are not shown"));
}

void BlackBoxesTest::findsTheKernelsWords()
{
    const QByteArray log = "<6>[    1.0] eth0: link up\n"
                           "<3>[    2.0] Out of memory: Killed process 44 (hog) total-vm:1kB\n"
                           "<6>[    3.0] web[7]: segfault at 0 ip 0 sp 0 error 4 in web\n"
                           "<6>[    4.0] other[8]: segfault at 0 ip 0 sp 0 error 4 in other\n"
                           "<6>[    5.0] traps: web[7] general protection fault ip:1\n";
    const QStringList expected{u"[    2.0] Out of memory: Killed process 44 (hog) total-vm:1kB"_s,
                               u"[    3.0] web[7]: segfault at 0 ip 0 sp 0 error 4 in web"_s,
                               u"[    5.0] traps: web[7] general protection fault ip:1"_s};
    QCOMPARE(kernelLinesOf(log, {7}), expected);
    QVERIFY(kernelLinesOf({}, {7}).isEmpty());
    QCOMPARE(kernelLinesOf(QByteArray("oom-kill:\n").repeated(100), {}).size(), 20);
}

void BlackBoxesTest::looksAtTheHost()
{
    const HostLook look = lookAtHost({});
    QVERIFY(!look.processes.isEmpty());
    QVERIFY(look.processes.size() <= hostProcesses);
    QVERIFY(std::is_sorted(look.processes.cbegin(), look.processes.cend(), [](const auto &one, const auto &other) {
        return std::pair(one.cpuPercent, one.residentBytes) > std::pair(other.cpuPercent, other.residentBytes);
    }));
    QVERIFY(!look.processes.constFirst().name.isEmpty());
}

void BlackBoxesTest::aLookAtTheEndIsNone()
{
    FakeClock clock;
    TreeDetails details(clock);
    const auto makeChild = [] {
        const pid_t child = ::fork();
        if (child == 0) {
            ::pause();
            ::_exit(0);
        }
        return child;
    };
    const pid_t child = makeChild();
    const pid_t other = makeChild(); // goes on for a moment
    const auto cleanUp = qScopeGuard([child, other] {
        ::kill(other, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ::waitpid(other, nullptr, 0);
    });
    TreeFigures tree;
    tree.descendants = {child, other};
    const auto look = [&] {
        clock.advance(std::chrono::hours(1)); // it rests after a look
        details.refresh({{1, tree}}, {});
        return details.of(1);
    };
    QTRY_VERIFY(look() && !details.of(1)->processes.isEmpty());
    QVERIFY(details.of(1)->processes.constFirst().residentBytes > 0);
    ::kill(child, SIGKILL);
    const auto isEnding = [&] {
        const auto now = lookAt(child);
        return now && now->state == 'Z';
    };
    QTRY_VERIFY(isEnding());
    // Where it listens and what it has open is read anew with each look.
    const int ofOther = lookAt(other)->descriptors;
    QTRY_VERIFY(look()->descriptors == ofOther);
    QVERIFY(details.of(1)->processes.constFirst().residentBytes > 0);
    QCOMPARE(lookAt(child)->residentBytes, 0);
}

void BlackBoxesTest::aFailureLeavesOne()
{
    BoxWorld world(shellComponent(u"a"_s, u"echo 'no disk' >&2; sleep 71234 & sleep 71234"_s));
    world.sampler.start();
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Running));
    QTRY_VERIFY(world.isLookedAt() && world.logged(u"a"_s).contains(u"no disk"_s));
    const qint64 pid = *world[u"a"_s].pid;
    world.endIt();
    const auto failure = [&] {
        QList<BlackBoxInfo> boxes = world.list();
        boxes.removeIf([](const BlackBoxInfo &each) { return each.isHealthy; });
        return boxes.value(0);
    };
    QTRY_VERIFY(!failure().name.isEmpty());
    const BlackBoxInfo box = failure();
    QCOMPARE(box.why, u"a failed: killed by signal 9 (KILL): no disk"_s);
    const QString all = QString::fromUtf8(world.folder().read(box.name)->text);
    const QString text = all.section(u"======== The last healthy one"_s, 0, 0); // there may have been one
    QVERIFY2(text.contains(QRegularExpression(u"\n%1 +\\d+ .* /bin/sh -c"_s.arg(pid))), qUtf8Printable(text));
    QCOMPARE(text.count(QRegularExpression(u"\n\\d+ .*  sleep 71234\n"_s)), 2);
    QVERIFY2(text.contains(QRegularExpression(u"== Processes, as they were \\d+\\.\\d s before =="_s)),
             qUtf8Printable(text));
    QVERIFY(text.contains(u" err - no disk\n"_s));
}

void BlackBoxesTest::aLoopLeavesOneAMinute()
{
    ComponentConfig config = shellComponent(u"a"_s, u"exit 3"_s);
    config.restart = RestartPolicy::OnFailure;
    BoxWorld world(config);
    QTRY_COMPARE(world.list().size(), 1);
    QTRY_VERIFY(world[u"a"_s].nextRestartAt);
    world.clock.advance(std::chrono::seconds(1));
    QTRY_COMPARE(world[u"a"_s].restarts, 1);
    QTRY_VERIFY(world[u"a"_s].nextRestartAt); // it has failed again
    world.clock.advance(BlackBoxes::pause);
    QTRY_COMPARE(world[u"a"_s].restarts, 2);
    QTRY_COMPARE(world.list().size(), 2); // and not three
}

void BlackBoxesTest::aHealthyOneIsTakenEachHour()
{
    BoxWorld world(shellComponent(u"a"_s, u"exec sleep 71235"_s));
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Running));
    QVERIFY(world.list().isEmpty());
    world.clock.advance(BlackBoxes::settleTime + BlackBoxes::lookEvery);
    QTRY_COMPARE(world.list().size(), 1);
    const BlackBoxInfo first = world.list().constFirst();
    QVERIFY(first.isHealthy);
    QCOMPARE(first.why, u"a is well"_s);
    QVERIFY(world.folder().read(first.name)->text.contains("  sleep 71235\n"));
    const auto taken = [&] { return world.list().constFirst().time != first.time; };
    world.clock.advance(BlackBoxes::healthyEvery / 2);
    QVERIFY(world.take()); // behind what the thread still had to do
    QTRY_COMPARE(world.list().size(), 2);
    const QList<BlackBoxInfo> both = world.list();
    QVERIFY(std::ranges::any_of(both, [&](const BlackBoxInfo &box) { return box == first; }));
    const auto asked = std::ranges::find_if(both, [](const BlackBoxInfo &box) { return !box.isHealthy; });
    QVERIFY(world.folder().read(asked->name)->text.contains("= The last healthy one ========\n\na is well\n"));
    world.clock.advance(BlackBoxes::healthyEvery);
    QTRY_VERIFY(taken());
}

void BlackBoxesTest::noneAreTakenWhereNoneAreKept()
{
    BoxWorld world(shellComponent(u"a"_s, u"exec sleep 71236"_s));
    world.boxes.setKept(0);
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Running));
    QCOMPARE(world.take().error().code, ErrorCode::Conflict);
    world.endIt();
    QTRY_VERIFY(world.is(u"a"_s, ComponentState::Error));
    world.clock.advance(BlackBoxes::healthyEvery);
    QVERIFY(!QFile::exists(world.directory.filePath(u"blackbox"_s)));
}

QTEST_GUILESS_MAIN(BlackBoxesTest)
#include "tst_blackboxes.moc"
