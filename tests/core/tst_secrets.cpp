// SPDX-License-Identifier: GPL-3.0-or-later
// Secrets: where they come from, who gets them, and that they are masked in whatever a command prints.
#include "server/core/runtime/guard/secretmask.h"
#include "server/core/runtime/secrets/secrets.h"
#include "tests/core/processes.h"
#include "tests/core/supervised.h"
#include "tests/support/enginefixture.h"

#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace signalbox;
using namespace signalbox::core;
using namespace signalbox::test;
using namespace Qt::StringLiterals;
using State = ComponentState;

namespace {

const QByteArray value = "correct-horse";

std::string masked(SecretMask &mask, const QList<QByteArray> &pieces)
{
    std::string shown;
    const auto show = [&shown](std::string_view bytes) { shown += bytes; };
    for (const QByteArray &piece : pieces)
        mask.feed({piece.constData(), static_cast<std::size_t>(piece.size())}, show);
    mask.finish(show);
    return shown;
}

struct Source
{
    explicit Source(Milliseconds patience = Secrets::patience) : secrets(testGuards(), patience)
    {
        secrets.configure({file(u"TOKEN"_s, value)});
    }

    SecretConfig file(const QString &name, const QByteArray &text, QFileDevice::Permissions mode = {0x6000})
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write a secret", __FILE__, __LINE__);
        file.setPermissions(mode);
        return {name, SecretConfig::Source::File, path, {}};
    }
    static SecretConfig command(const QString &name, const QString &script)
    {
        return {name, SecretConfig::Source::Command, {}, {u"/bin/sh"_s, u"-c"_s, script}};
    }
    Result<SecretValues> read(const QStringList &names)
    {
        std::optional<Result<SecretValues>> answer;
        secrets.read(names, &secrets, [&](const Result<SecretValues> &given) { answer = given; });
        [&] { QTRY_VERIFY(answer); }();
        return answer.value_or(unexpected(ErrorCode::Internal, u"no answer"_s));
    }
    QString failure(const SecretConfig &secret)
    {
        secrets.configure({secret});
        const auto answer = read({secret.name});
        return answer ? u"no failure"_s : answer.error().message.text();
    }
    ProcessSpec spec(const QString &script)
    {
        ProcessSpec spec = shell(script);
        spec.secrets = QStringList{u"TOKEN"_s};
        spec.secretSource = &secrets;
        return spec;
    }

    QTemporaryDir folder;
    Secrets secrets;
};

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maskedWhereverItIsCut_data()
    {
        QTest::addColumn<QList<QByteArray>>("secrets");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("shown");
        using List = QList<QByteArray>;
        QTest::newRow("one") << List{"hunter2"} << "a hunter2 b hunter b"_ba << "a *** b hunter b"_ba;
        QTest::newRow("at the ends") << List{"hunter2"} << "hunter2hunter2"_ba << "***"_ba;
        QTest::newRow("one begins another") << List{"abcd", "abcdefgh"} << "abcdef abcdefgh"_ba << "***ef ***"_ba;
        QTest::newRow("they overlap") << List{"abcXY", "XYdef"} << "-abcXYdef-"_ba << "-***-"_ba;
        QTest::newRow("its own beginning") << List{"ababc"} << "abababc ababd"_ba << "ab*** ababd"_ba;
        QTest::newRow("lines") << List{"first line\nabc\nlast line"} << "> first line\r\n> abc\n> last line\n"_ba
                               << "> ***\r\n> abc\n> ***\n"_ba;
        QTest::newRow("lines as a whole") << List{"first line\nabc\nlast line"} << "first line\nabc\nlast line\n"_ba
                                          << "***\n"_ba;
        QTest::newRow("bytes") << List{"\xff\xfe\x00pass"_ba} << "x\xff\xfe\x00passy"_ba << "x\xff\xfe\x00passy"_ba;
        QTest::newRow("none") << List{} << "hunter2"_ba << "hunter2"_ba;
    }
    void maskedWhereverItIsCut()
    {
        QFETCH(QList<QByteArray>, secrets);
        QFETCH(QByteArray, output);
        QFETCH(QByteArray, shown);
        SecretMask mask;
        for (const QByteArray &secret : std::as_const(secrets))
            mask.add(secret.constData()); // up to a NUL
        if (secrets.contains("\xff\xfe\x00pass"_ba))
            QVERIFY(mask.isEmpty()); // two characters
        for (qsizetype first = 0; first <= output.size(); ++first) {
            for (qsizetype second = first; second <= output.size(); ++second)
                QCOMPARE(masked(mask, {output.left(first), output.mid(first, second - first), output.mid(second)}),
                         shown.toStdString());
        }
    }

    // A prompt is seen after a moment; beginnings that tell something of a secret wait for what follows.
    void aShortBeginningIsReleased()
    {
        SecretMask mask;
        mask.add("correct-horse");
        std::string shown;
        const auto show = [&shown](std::string_view bytes) { shown += bytes; };
        mask.feed("name: cor", show);
        QCOMPARE(shown, std::string("name: "));
        QVERIFY(mask.canRelease());
        mask.release(show);
        QCOMPARE(shown, std::string("name: cor"));
        QVERIFY(!mask.canRelease());
        mask.feed("rect", show);
        QVERIFY(!mask.canRelease());
        mask.release(show);
        QCOMPARE(shown, std::string("name: cor"));
        mask.feed("-horse!", show);
        QCOMPARE(shown, std::string("name: cor***!"));
        mask.feed("cor", show);
        mask.release(show);
        mask.feed("al", show);
        mask.finish(show);
        QCOMPARE(shown, std::string("name: cor***!coral"));
    }

    void whereSecretsComeFrom()
    {
        Source source;
        QVERIFY(QFile::exists(source.folder.filePath(u"TOKEN"_s)));
        const auto credential = source.file(u"from-systemd"_s, "given by systemd\n");
        qputenv("CREDENTIALS_DIRECTORY", source.folder.path().toUtf8());
        source.secrets.configure({source.file(u"A"_s, "with\nlines\r\n"),
                                  source.file(u"B"_s, "four"),
                                  Source::command(u"C"_s, u"echo printed; echo told >&2"_s),
                                  {u"D"_s, SecretConfig::Source::Credential, u"from-systemd"_s, {}}});
        const auto values = source.read({u"A"_s, u"B"_s, u"C"_s, u"D"_s});
        qunsetenv("CREDENTIALS_DIRECTORY");
        QVERIFY2(values, values ? "" : qPrintable(values.error().message));
        const SecretValues wanted{
            {u"A"_s, "with\nlines"}, {u"B"_s, "four"}, {u"C"_s, "printed"}, {u"D"_s, "given by systemd"}};
        QVERIFY(*values == wanted);
        // One that was changed is seen by the next start.
        source.file(u"B"_s, "five");
        QCOMPARE(source.read({u"B"_s})->value(u"B"_s), "five"_ba);
    }

    // Kubernetes and systemd hand secrets on as links.
    void linksAreFollowed()
    {
        Source source;
        const QString link = source.folder.filePath(u"link"_s);
        QVERIFY(QFile::link(source.folder.filePath(u"TOKEN"_s), link));
        source.secrets.configure({{u"S"_s, SecretConfig::Source::File, link, {}}});
        const auto read = source.read({u"S"_s});
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->value(u"S"_s), value);
        const QString pipe = source.folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        for (const QString &other : {pipe, u"/dev/zero"_s}) {
            const QString path = source.folder.filePath(u"to %1"_s.arg(other.section(u'/', -1)));
            QVERIFY(QFile::link(other, path));
            QCOMPARE(source.failure({u"S"_s, SecretConfig::Source::File, path, {}}),
                     u"cannot read the secret 'S': %1: it is no file"_s.arg(path));
        }
    }

    void whatIsWrongIsSaidWithoutTheValue()
    {
        Source source;
        const QString path = source.folder.filePath(u"S"_s);
        QCOMPARE(source.failure({u"S"_s, SecretConfig::Source::File, path, {}}),
                 u"cannot read the secret 'S': %1: No such file or directory (create it with mode 0600, or change "
                 "[secrets])"_s.arg(path));
        const QString open = source.failure(source.file(u"S"_s, value, {0x6004}));
        QVERIFY2(open.startsWith(
                     u"cannot use the secret 'S' in %1: its mode 0604 lets other users at it (chmod 600 "_s.arg(path)),
                 qPrintable(open));
        QCOMPARE(source.failure(source.file(u"S"_s, "abc\n")),
                 u"cannot read the secret 'S': it has fewer than 4 characters and could not be told from other output "
                 "(choose a longer one)"_s);
        QVERIFY(source.failure(source.file(u"S"_s, "ab\u00fc\n")).contains(u"fewer than 4"_s));
        QVERIFY(source.failure(source.file(u"S"_s, "\0passwd"_ba.prepend("x"))).contains(u"NUL"_s));
        QVERIFY(source.failure(source.file(u"S"_s, QByteArray(40'000, 'x'))).contains(u"longer than 32768 bytes"_s));
        QVERIFY(
            source.failure({u"S"_s, SecretConfig::Source::File, source.folder.path(), {}}).contains(u"is no file"_s));
        QCOMPARE(
            source.failure({u"S"_s, SecretConfig::Source::Credential, u"key"_s, {}}),
            u"cannot read the secret 'S': the server was given no credentials by systemd (write LoadCredential=key:… "
            "in its unit)"_s);
        QCOMPARE(
            source.failure(Source::command(u"S"_s, u"echo correct-horse; echo no correct-horse >&2; exit 3"_s)),
            u"cannot read the secret 'S': its command failed, exit status 3: no *** (run it by hand as the server's "
            "user)"_s);
        QVERIFY(source.failure({u"S"_s, SecretConfig::Source::Command, {}, {u"no-such-program-here"_s}})
                    .contains(u"no such program"_s));
        Source hurried(Milliseconds(300));
        QCOMPARE(
            hurried.failure(Source::command(u"S"_s, u"echo correct-horse; exec sleep 1000"_s)),
            u"cannot read the secret 'S': its command failed, it printed nothing to its end within 300ms (run it by "
            "hand as the server's user)"_s);
        QVERIFY(source.failure(Source::command(u"S"_s, u"yes"_s)).contains(u"printed more than 32768 bytes"_s));
        QVERIFY(source.read({u"T"_s}).error().message.contains(u"'T': it is not configured"_s));
    }

    void oneCommandForAllThatWait()
    {
        Source source;
        const QString runs = source.folder.filePath(u"runs"_s);
        source.secrets.configure({Source::command(u"S"_s, u"echo run >> '%1'; sleep 0.1; echo printed"_s.arg(runs))});
        QList<SecretValues> answers;
        QObject gone;
        auto leaving = std::make_unique<QObject>();
        for (QObject *context : {&gone, &gone, leaving.get()})
            source.secrets.read({u"S"_s}, context, [&](const Result<SecretValues> &given) { answers.append(*given); });
        leaving.reset();
        QTRY_COMPARE(answers.size(), 2);
        QFile file(runs);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "run\n"_ba);
    }

    void bothStreamsAreMasked()
    {
        Source source;
        // Each write is a read of its own: the other end is waited for in between.
        Run run(source.spec(u"printf 'out corr'; read x; printf 'ect-horse out'; printf 'err correct' >&2; read x; "
                            "printf '%s err' -horse >&2; read x; printf ' %s' \"$TOKEN\"; env | grep -c TOKEN >&2"_s));
        QTRY_COMPARE(run.output, "out "_ba);
        QVERIFY(run.process.write("\n"));
        QTRY_COMPARE(run.output, "out *** out"_ba);
        QTRY_COMPARE(run.error, "err "_ba);
        QVERIFY(run.process.write("\n"));
        QTRY_COMPARE(run.error, "err *** err"_ba);
        QVERIFY(run.process.write("\n"));
        QTRY_VERIFY(run.exit);
        QCOMPARE(run.output, "out *** out ***"_ba);
        QCOMPARE(run.error, "err *** err1\n"_ba);
    }

    void aPromptIsSeen()
    {
        Source source;
        Run run(source.spec(u"printf 'your name, cor'; read x; printf ect"_s));
        QTRY_COMPARE(run.output, "your name, cor"_ba); // although it might go on as the secret
        run.process.closeInput();
        QTRY_VERIFY(run.exit);
        QCOMPARE(run.output, "your name, corect"_ba);
    }

    void outputIntoAFileIsMasked_data()
    {
        QTest::addColumn<bool>("tellsProgress");
        QTest::newRow("with progress") << true;
        QTest::newRow("without") << false;
    }
    void outputIntoAFileIsMasked()
    {
        QFETCH(bool, tellsProgress);
        Source source;
        ProcessSpec spec = source.spec(u"printf 'a corr'; printf 'ect-horse b\\n'; echo \"::progress 5 $TOKEN\"; "
                                       "printf '%s' \"$TOKEN\"; echo $TOKEN >&2; printf corr"_s);
        spec.output = StreamSpec::file(source.folder.filePath(u"output"_s));
        spec.tellsProgress = tellsProgress;
        QByteArray progress;
        Run run(spec);
        connect(&run.process, &GuardedProcess::progressed, &run,
                [&](double, const QByteArray &text) { progress = text; });
        QTRY_VERIFY(run.exit);
        QFile file(spec.output.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray line = tellsProgress ? QByteArray() : "::progress 5 ***\n"_ba;
        QCOMPARE(file.readAll(), "a *** b\n"_ba + line + "***corr");
        QCOMPARE(progress, tellsProgress ? "***"_ba : QByteArray());
        QCOMPARE(run.error, "***\n"_ba);
    }

    void theServersCredentialsAreWithheld()
    {
        Source source;
        qputenv("CREDENTIALS_DIRECTORY", source.folder.path().toUtf8());
        Run run(source.spec(u"echo \"<$CREDENTIALS_DIRECTORY>\""_s));
        qunsetenv("CREDENTIALS_DIRECTORY");
        QTRY_VERIFY(run.exit);
        QCOMPARE(run.output, "<>\n"_ba);
    }

    void inputWaitsForSecrets()
    {
        Source source;
        source.secrets.configure({Source::command(u"TOKEN"_s, u"sleep 0.1; echo correct-horse"_s)});
        for (const bool inPieces : {false, true}) {
            ProcessSpec spec = source.spec(u"cat; echo $TOKEN"_s);
            spec.inputInPieces = inPieces;
            Run run(spec);
            QVERIFY(run.process.write("one\n"));
            QVERIFY(run.process.write("two\n"));
            QCOMPARE(run.process.pendingInputBytes(), 8);
            run.process.closeInput();
            QVERIFY(!run.process.write("three\n"));
            QTRY_VERIFY(run.exit);
            QCOMPARE(run.output, "one\ntwo\n***\n"_ba);
        }
    }

    void stoppedBeforeItsSecretsAreRead()
    {
        Source source;
        source.secrets.configure({Source::command(u"TOKEN"_s, u"sleep 0.1; echo correct-horse"_s)});
        const QString ran = source.folder.filePath(u"ran"_s);
        Run run(source.spec(u"touch '%1'"_s.arg(ran)));
        run.process.stop();
        run.process.kill();
        QTRY_VERIFY(run.failure);
        QCOMPARE(run.failure->message, u"'/bin/sh' was stopped before it was started"_s);
        QTRY_VERIFY(source.read({u"TOKEN"_s}));
        QVERIFY(!run.hasStarted && !QFile::exists(ran));
    }

    void componentsGetThem()
    {
        World world;
        world.secrets.configure({Source::command(u"TOKEN"_s, u"echo correct-horse"_s)});
        ComponentConfig config =
            shellComponent(u"a"_s, u"echo \"got $TOKEN\"; printf 'half corr'; sleep 0.1; echo ect-horse; "
                                   "echo $TOKEN >&2; exec sleep 1000"_s);
        config.secrets = QStringList{u"TOKEN"_s};
        config.ready.log = u"half ***"_s;
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Running));
        QTRY_VERIFY(world.logged(u"a"_s).count(u"***"_s) == 3);
        QVERIFY2(!world.logged(u"a"_s).contains(u"correct"_s), qPrintable(world.logged(u"a"_s)));
        // Another value is for the next start; another name is another environment.
        ComponentConfig same = config;
        world.supervisor.applyConfig({same});
        QVERIFY(world.is(u"a"_s, State::Running));
        same.secrets.clear();
        same.ready = ProbeConfig();
        world.supervisor.applyConfig({same});
        QTRY_VERIFY(world.logged(u"a"_s).contains(u"got \n"_s));
    }

    void aComponentWithoutItsSecretFails()
    {
        World world;
        ComponentConfig config = shellComponent(u"a"_s, u"exit 0"_s);
        config.secrets = QStringList{u"TOKEN"_s};
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Error));
        QCOMPARE(world[u"a"_s].error,
                 u"cannot read the secret 'TOKEN': it is not configured (define it in [secrets])"_s);
    }

    void aComponentIsStoppedWhileItsSecretIsRead()
    {
        World world;
        world.secrets.configure({Source::command(u"TOKEN"_s, u"exec sleep 1000"_s)});
        ComponentConfig config = shellComponent(u"a"_s, u"exit 0"_s);
        config.secrets = QStringList{u"TOKEN"_s};
        world.supervisor.applyConfig({config});
        world.supervisor.autostart();
        QTRY_VERIFY(world.is(u"a"_s, State::Starting));
        QVERIFY(world.submit(StopComponent{u"a"_s}));
        QTRY_VERIFY(world.is(u"a"_s, State::Stopped));
        QVERIFY(world[u"a"_s].error.isEmpty());
    }

    void nodesGetThem()
    {
        EngineFixture fixture;
        Source source;
        fixture.secrets.configure({source.file(u"TOKEN"_s, value), source.file(u"OTHER"_s, "battery-staple")});
        Catalogue catalogue;
        NodeKind kind;
        kind.name = u"k"_s;
        kind.command = EngineFixture::shell(u"cat; echo \"$TOKEN $OTHER\"; echo \"$TOKEN $OTHER\" >&2; exit 3"_s);
        kind.secrets = QStringList{u"TOKEN"_s};
        catalogue.kinds = {kind};
        fixture.offer(catalogue);
        PipelineNode first = EngineFixture::node(u"first"_s, EngineFixture::shell(u"echo \"first $OTHER\""_s));
        first.secrets = QStringList{u"OTHER"_s};
        PipelineNode second{u"second"_s, u"k"_s, {}, {}, {u"first"_s}, {u"OTHER"_s}};
        fixture.offer({first, second});
        const QString id = fixture.startPipeline();
        QTRY_VERIFY(fixture.isOver(id));
        QVERIFY(fixture.execution(id).error.contains(u"exit status 3: *** ***"_s));
        QCOMPARE(fixture.file(id, fixture.task(id, u"first"_s).outputFile), "first ***\n"_ba);

        // An ad-hoc graph gets what the kind has, and nothing that its sender names.
        const QString graph = fixture.start(StartGraph{u"g"_s, {{u"x"_s, u"k"_s, {}, {}, {}, {u"OTHER"_s}}}, {}, {}});
        QTRY_VERIFY(fixture.isOver(graph));
        QVERIFY2(fixture.execution(graph).error.endsWith(u"exit status 3: ***"_s),
                 qPrintable(fixture.execution(graph).error));
    }
};

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
