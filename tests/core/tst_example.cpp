// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/commandtemplate.h"
#include "server/core/config/configio.h"
#include "server/core/experiment.h"
#include "server/dialectlist.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

// The built-in example must work on any Debian: its commands are run here for real.
class ExampleTest : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int exitCode = -1;
        QByteArray output;
    };

    static Outcome run(const QStringList &command, const QByteArray &input, const QString &folder)
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(command.constFirst(), command.mid(1));
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput()};
    }

    static QStringList filled(const QStringList &command, Placeholders placeholders, const QString &value)
    {
        return *CommandTemplate::parse(command, placeholders)->fill([&value](const QString &) { return value; });
    }

    static QStringList kindCommand(const QString &name, const QString &value)
    {
        static const Config config = exampleConfig(defaultConfig());
        return filled(config.findKind(name)->command, Placeholders::Param, value);
    }

    // The output of a component up to where `wanted` matches; empty after 60 s of silence or when the component ends.
    static QByteArray watch(const QString &id, const QString &folder, const QRegularExpression &wanted)
    {
        const Config config = exampleConfig(defaultConfig());
        const auto component = std::find_if(config.components.begin(), config.components.end(),
                                            [&](const auto &candidate) { return candidate.id == id; });
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SIGNALBOX_DATA_DIR"_s, folder);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(component->command.constFirst(), component->command.mid(1));
        QByteArray seen;
        while (!wanted.match(QString::fromUtf8(seen)).hasMatch() && process.waitForReadyRead(60'000))
            seen += process.readAll();
        process.kill();
        process.waitForFinished();
        return wanted.match(QString::fromUtf8(seen)).hasMatch() ? seen : QByteArray();
    }

private Q_SLOTS:
    void hasNoProblem()
    {
        const ConfigOutcome outcome = parseConfig(exampleConfigText(), u"example.toml"_s, defaultConfig());
        for (const ConfigProblem &problem : outcome.problems)
            qWarning().noquote() << problem.toString();
        QVERIFY(outcome.isGood());
        QVERIFY(outcome.config.components.size() >= 3);
        QCOMPARE(outcome.config.findUser(u"admin"_s)->user().roleNames, QStringList({u"admin"_s, u"operator"_s}));
        QCOMPARE(outcome.config.listeners, defaultConfig().listeners);
        const ProcessConfig &echo = outcome.config.processes.at(0);
        QCOMPARE(echo.command, QStringList(u"cat"_s));
        QCOMPARE(echo.result, ResultKind::Params);
    }

    // Each was looked at: no argument makes it read or write a file, or start a program. Another one has to be looked at, too.
    void programsAreHarmless()
    {
        const ExperimentsConfig experiments = exampleConfig(defaultConfig()).experiments;
        QCOMPARE(experiments.programs, QStringList({u"echo"_s, u"false"_s, u"printf"_s, u"seq"_s, u"sleep"_s, u"true"_s,
                                                    u"uname"_s, u"uptime"_s}));
        const AllowedCommands allowed(experiments.templates, experiments.programs);
        QVERIFY(allowed.check({u"factor"_s, u"12"_s}) && allowed.check({u"date"_s, u"-u"_s}));
        for (const QStringList &command : {QStringList{u"sort"_s, u"--compress-program=sh"_s, u"x"_s},
                                           {u"sort"_s, u"-o"_s, u"x"_s},
                                           {u"cat"_s, u"../../../jwt.key"_s},
                                           {u"date"_s, u"-f"_s, u"../../../jwt.key"_s},
                                           {u"date"_s, u"-u"_s, u"-f"_s, u"/etc/passwd"_s},
                                           {u"wc"_s, u"--files0-from=x"_s},
                                           {u"wc"_s, u"-c"_s, u"--"_s, u"/etc/shadow"_s},
                                           {u"factor"_s, u"--version"_s},
                                           {u"/usr/bin/echo"_s, u"x"_s}})
            QVERIFY2(!allowed.check(command), qPrintable(command.join(u' ')));
    }

    void everyShellScriptIsValid()
    {
        const QTemporaryDir folder;
        const Config config = exampleConfig(defaultConfig());
        QList<QStringList> commands;
        for (const ComponentConfig &component : config.components)
            commands.append(component.command);
        for (const KindConfig &kind : config.kinds)
            commands.append(filled(kind.command, Placeholders::Param, {}));
        for (const PipelineConfig &pipeline : config.pipelines) {
            for (const NodeConfig &node : pipeline.nodes)
                commands.append(filled(node.command, Placeholders::Param, {}));
        }
        for (const ProcessConfig &process : config.processes)
            commands.append(filled(process.command, Placeholders::Numbered, {}));
        for (const QStringList &command : commands) {
            if (command.value(0) == u"sh")
                QCOMPARE(run({u"sh"_s, u"-n"_s}, command.at(2).toUtf8(), folder.path()).exitCode, 0);
        }
    }

    void kindsDoTheirWork()
    {
        const QTemporaryDir folder;
        const auto output = [&](const char *kind, const char *param, const QByteArray &input) {
            const Outcome outcome =
                run(kindCommand(QString::fromLatin1(kind), QString::fromLatin1(param)), input, folder.path());
            return outcome.exitCode == 0 ? outcome.output : QByteArray("failed");
        };
        QVERIFY(output("dataset", "", {}).contains("GNU GENERAL PUBLIC LICENSE"));
        QVERIFY(output("dataset", "apache", {}).contains("Apache License"));
        QCOMPARE(output("dataset", "../etc/shadow", {}), "failed");
        QCOMPARE(output("text", "> ", "a\nb\n"), "> a\n> b\n");
        QCOMPARE(output("text", "-f \\n $1 '\"", "a\n"), "-f \\n $1 '\"a\n");
        QCOMPARE(output("identity", "", "a\n"), "a\n");
        QCOMPARE(output("concat", "", "a\nb\n"), "a\nb\n");
        QCOMPARE(output("filter", "^b", "a\nb\n"), "b\n");
        QCOMPARE(output("filter", "-v", "a\nb\n"), "");
        QCOMPARE(output("filter", "\\(", "a\n"), "failed");
    }

    // A board sends parameters of its own, and none of these.
    void kindsRunWithoutTheirParameters()
    {
        const QTemporaryDir folder;
        const Config config = exampleConfig(defaultConfig());
        const QJsonObject others{{u"sourceType"_s, u"file"_s}, {u"maxSamples"_s, 100}};
        for (const KindConfig &kind : config.kinds) {
            const auto command = CommandTemplate::parse(kind.command, Placeholders::Param)->fill(others);
            QVERIFY2(command, qPrintable(kind.name));
            const Outcome outcome = run(*command, "a\nb\n", folder.path());
            QCOMPARE(outcome.exitCode, 0);
            if (kind.name == u"dataset"_s)
                QVERIFY(outcome.output.contains("GNU GENERAL PUBLIC LICENSE"));
            else
                QCOMPARE(outcome.output, "a\nb\n");
        }
    }

    void theDemoPipelineCountsWords()
    {
        const QTemporaryDir folder;
        const Config config = exampleConfig(defaultConfig());
        QByteArray data;
        for (const NodeConfig &node : config.pipelines.at(0).nodes) {
            const QStringList &command = node.kind.isEmpty() ? node.command : config.findKind(node.kind)->command;
            const Outcome outcome =
                run(*CommandTemplate::parse(command, Placeholders::Param)->fill(node.params), data, folder.path());
            QCOMPARE(outcome.exitCode, 0);
            data = outcome.output;
        }
        QCOMPARE(data.count('\n'), 10);
        QVERIFY2(QRegularExpression(u"^GPL-3:  *[0-9]+ the\n"_s).match(QString::fromUtf8(data)).hasMatch(),
                 data.constData());
    }

    void countCounts()
    {
        const QTemporaryDir folder;
        const Config config = exampleConfig(defaultConfig());
        const QStringList command = filled(config.processes.at(1).command, Placeholders::Numbered, {});
        QCOMPARE(run(command + QStringList(u"1"_s), {}, folder.path()).output, "1\n");
        QCOMPARE(run(command + QStringList(u"; id"_s), {}, folder.path()).exitCode, 2);
    }

    void componentsDoRealWork()
    {
        const QTemporaryDir folder;
        const auto expression = [](const char *text) { return QRegularExpression(QString::fromLatin1(text)); };
        QVERIFY(!watch(u"disk"_s, folder.path(), expression("the data dir holds \\d+ KiB, its file system is \\d+ %"))
                     .isEmpty());
        QVERIFY(!watch(u"load"_s, folder.path(),
                       expression("load [0-9.]+ [0-9.]+ [0-9.]+, tasks \\d+/\\d+, "
                                  "available memory \\d+ kB"))
                     .isEmpty());
        QVERIFY(!watch(u"index"_s, folder.path(), expression("index complete: \\d{4} words")).isEmpty());
        QVERIFY(!watch(u"lookup"_s, folder.path(), expression("found 10 of 10 words")).isEmpty());
        QVERIFY(!watch(u"storage"_s, folder.path(), expression("stored \\d{4} words in \\d+ bytes")).isEmpty());
        QVERIFY(!watch(u"api"_s, folder.path(), expression("\\d+ of \\d{4} words begin as '[a-z]+' does")).isEmpty());

        const auto stats = [&](const char *name) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
        };
        const QJsonObject index = stats("example/index/stats.json");
        QVERIFY(index.value(u"total_concepts").toInt() > 1000);
        QVERIFY(index.value(u"total_associations").toInt() > index.value(u"total_concepts").toInt());
        const QJsonObject lookup = stats("example/lookup/stats.json");
        QVERIFY(lookup.value(u"queries_per_second").toDouble() > 0);
        QVERIFY(lookup.value(u"avg_latency_ms").toDouble() > 0);
    }

    void theFragileComponentFailsOnDemand()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"example"_s));
        QFile file(folder.filePath(u"example/break"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(watch(u"fragile"_s, folder.path(), QRegularExpression(u"ERROR found .*/example/break"_s))
                    .contains("started, fails"));
    }
};

QTEST_GUILESS_MAIN(ExampleTest)
#include "tst_example.moc"
