// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/actions.h"
#include "app/logging.h"
#include "app/options.h"
#include "server/core/auth/passwords.h"
#include "server/dialectlist.h"
#include "tests/support/withoutsecrets.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::app;

using Environment = QMap<QString, QString>;

class OptionsTest : public QObject
{
    Q_OBJECT

    static std::variant<Options, UsageError> parse(const QString &line, const Environment &variables = {})
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, u"/home/ann"_s);
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        return parseOptions(line.split(u' ', Qt::SkipEmptyParts), environment);
    }

    static Options good(const QString &line, const Environment &variables = {})
    {
        const auto outcome = parse(line, variables);
        if (const auto *error = std::get_if<UsageError>(&outcome)) {
            QTest::qFail(qPrintable(error->message), __FILE__, __LINE__);
            return {};
        }
        return std::get<Options>(outcome);
    }

    struct Answer
    {
        std::optional<int> code;
        QString out;
        QString err;
    };

    static Answer act(const Options &options, QString input = {})
    {
        Answer answer;
        QTextStream in(&input);
        QTextStream out(&answer.out);
        QTextStream err(&answer.err);
        answer.code = runAction(options, in, out, err);
        return answer;
    }

    static QString written(const QTemporaryDir &folder, const QByteArray &text)
    {
        QFile file(folder.filePath(u"signalbox.toml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return file.fileName();
    }

private Q_SLOTS:
    void defaults()
    {
        const Options options = good({});
        QVERIFY(options.action == Action::Run);
        QVERIFY(options.withGui);
        QVERIFY(!options.isInsecure);
        QCOMPARE(options.dataDir, u"/home/ann/.local/state/signalbox"_s);
        QCOMPARE(options.configCandidates,
                 QStringList({u"/home/ann/.config/signalbox/signalbox.toml"_s, u"/etc/signalbox/signalbox.toml"_s}));
        QVERIFY(options.logLevel == LogVerbosity::Info);
    }

    void everyOption()
    {
        Options options = good(u"-c a.toml --no-gui --data-dir /d --bind ::1 --insecure --ready-file r --language de "
                               "--log-level=debug --log-format json"_s);
        QCOMPARE(options.configFile, u"a.toml"_s);
        QVERIFY(!options.withGui);
        QCOMPARE(options.dataDir, u"/d"_s);
        QCOMPARE(options.bind, u"::1"_s);
        QVERIFY(options.isInsecure);
        QCOMPARE(options.readyFile, u"r"_s);
        QCOMPARE(options.language, u"de"_s);
        QVERIFY(options.logLevel == LogVerbosity::Debug);
        QVERIFY(options.logFormat == LogFormat::Json);
        options = good(u"--issue-token ann --expires 1h30m"_s);
        QVERIFY(options.action == Action::IssueToken);
        QCOMPARE(options.tokenUser, u"ann"_s);
        QVERIFY(options.tokenLifetime == std::chrono::minutes(90));
        QCOMPARE(good(u"--print-protocol alger"_s).protocol, u"alger"_s);
        QVERIFY(good(u"--check-config"_s).action == Action::CheckConfig);
        QVERIFY(good(u"--print-config"_s).action == Action::PrintConfig);
        QVERIFY(good(u"--hash-password"_s).action == Action::HashPassword);
        QVERIFY(good(u"--version"_s).action == Action::Version);
        QVERIFY(good(u"-h"_s).action == Action::Help);
        QVERIFY(good(u"--init"_s).action == Action::Init);
        QVERIFY(good(u"--init --without-password"_s).isWithoutPassword);
        QVERIFY(good(u"--check-config --against-running"_s).isAgainstRunning);
        options = good(u"--backup a.tar"_s);
        QVERIFY(options.action == Action::Backup);
        QCOMPARE(options.archive, u"a.tar"_s);
        QVERIFY(good(u"--restore a.tar"_s).action == Action::Restore);
    }

    void levelsOfSingleCategories()
    {
        const Options options = good(u"--log-level warning,gateway=debug,auth=error"_s);
        QVERIFY(options.logLevel == LogVerbosity::Warning);
        QCOMPARE(options.logLevels,
                 (QMap<QString, LogVerbosity>{{u"gateway"_s, LogVerbosity::Debug}, {u"auth"_s, LogVerbosity::Error}}));
        QVERIFY(good(u"--log-level gateway=debug"_s).logLevel == LogVerbosity::Info);
        QVERIFY(good(u"--log-level error"_s, {{u"SIGNALBOX_LOG_LEVEL"_s, u"info,auth=debug"_s}}).logLevels.isEmpty());
    }

    // A category that --log-level cannot name would be out of everybody's reach.
    void everyCategoryCanBeNamed()
    {
        QSet<QString> used;
        static const QRegularExpression category(u"Q_LOGGING_CATEGORY\\(\\w+, \"signalbox\\.(\\w+)\""_s);
        for (const char *folder : {"/app", "/server", "/widgets"}) {
            QDirIterator files(QString::fromUtf8(TEST_ROOT) + QString::fromLatin1(folder), {u"*.cpp"_s}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString text = QString::fromUtf8(file.readAll());
                for (auto found = category.globalMatch(text); found.hasNext();)
                    used.insert(found.next().captured(1));
            }
        }
        QStringList names(used.begin(), used.end());
        names.sort();
        QCOMPARE(logCategories(), names);
    }

    void commandLineBeatsEnvironment()
    {
        const Environment variables = {{u"SIGNALBOX_CONFIG"_s, u"e.toml"_s},   {u"SIGNALBOX_NO_GUI"_s, u"1"_s},
                                       {u"SIGNALBOX_DATA_DIR"_s, u"/e"_s},     {u"SIGNALBOX_BIND"_s, u"127.0.0.2"_s},
                                       {u"SIGNALBOX_INSECURE"_s, u"no"_s},     {u"SIGNALBOX_READY_FILE"_s, QString()},
                                       {u"SIGNALBOX_LOG_LEVEL"_s, u"error"_s}, {u"SIGNALBOX_LOG_FORMAT"_s, u"json"_s},
                                       {u"SIGNALBOX_LANGUAGE"_s, u"de"_s}};
        const Options options = good(u"--data-dir /c --log-format text"_s, variables);
        QCOMPARE(options.configFile, u"e.toml"_s);
        QVERIFY(!options.withGui);
        QCOMPARE(options.dataDir, u"/c"_s);
        QCOMPARE(options.bind, u"127.0.0.2"_s);
        QVERIFY(!options.isInsecure);
        QVERIFY(options.readyFile.isEmpty());
        QVERIFY(options.logLevel == LogVerbosity::Error);
        QVERIFY(options.logFormat == LogFormat::Text);
        QCOMPARE(options.language, u"de"_s);
    }

    void folders_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("dataDir");
        const auto row = [](const char *variable, const char *value, const char *dataDir) {
            QTest::addRow("%s=%s", variable, value)
                << QString::fromLatin1(variable) << QString::fromLatin1(value) << QString::fromLatin1(dataDir);
        };
        row("STATE_DIRECTORY", "/var/lib/signalbox", "/var/lib/signalbox");
        row("STATE_DIRECTORY", "/var/lib/a:/var/lib/b", "/var/lib/a");
        row("XDG_STATE_HOME", "/state", "/state/signalbox");
        row("XDG_STATE_HOME", "relative", "/home/ann/.local/state/signalbox");
        row("SIGNALBOX_DATA_DIR", "/x", "/x");
    }

    void folders()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        QFETCH(QString, dataDir);
        QCOMPARE(good({}, {{variable, value}}).dataDir, dataDir);
    }

    void badUsage_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<Environment>("variables");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *line, const char *message, const Environment &variables = {}) {
            QTest::addRow("%s %s", line, variables.isEmpty() ? "" : qPrintable(variables.firstKey()))
                << QString::fromLatin1(line) << variables << QString::fromLatin1(message);
        };
        row("--confg x", "unknown option '--confg' (did you mean '--config'? --help lists all)");
        row("--nogui", "unknown option '--nogui' (did you mean '--no-gui'? --help lists all)");
        row("-z", "unknown option '-z' (--help lists all)");
        row("--frobnicate=1", "unknown option '--frobnicate' (--help lists all)");
        row("a.toml", "unexpected argument 'a.toml' (options only; a configuration is given with --config)");
        row("--config", "--config needs a value (write --config FILE)");
        row("--config=", "--config needs a value");
        row("--no-gui=yes", "--no-gui takes no value (leave out '=yes')");
        row("--bind host", "--bind cannot be 'host' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)");
        row("--log-level loud", "--log-level cannot be 'loud' (one of: debug, info, warning, error)");
        row("--log-level warn", "--log-level cannot be 'warn' (one of: debug, info, warning, error)");
        row("--log-level info,gatway=debug", "--log-level has no category 'gatway' (did you mean 'gateway'?) (one of: "
                                             "acts, agents, ark, auth, components, "
                                             "executions, gateway, hub, metrics, runner, schedules, server, store)");
        row("--log-level info,gateway=loud", "--log-level cannot be 'loud' (one of: debug, info, warning, error)");
        row("--log-level info,debug", "--log-level has 'debug' behind a comma (there, write CATEGORY=LEVEL)");
        row("--init --check-config", "--check-config cannot be combined with another action (give one at a time)");
        row("--without-password", "--without-password belongs to --init (write --init --without-password)");
        row("--against-running",
            "--against-running belongs to --check-config (write --check-config --against-running)");
        row("--backup", "--backup needs a value (write --backup FILE)");
        row("--print-protocol sutr",
            "--print-protocol cannot be 'sutr' (did you mean 'sutra'?) (one of: airavata, alger, ark, pow, sutra)");
        row("--check-config --version", "--version cannot be combined with another action (give one at a time)");
        row("--expires 1h", "--expires belongs to --issue-token (write --issue-token USER --expires 1h)");
        row("--issue-token a --expires soon", "--expires cannot be 'soon' (a duration such as 30m, 1h or 7d)");
        row("--connect ws://h", "--connect is not in this version (stop the server and start it with its window, or "
                                "look at it in a browser, at the port of sutra)");
        row("", "SIGNALBOX_NO_GUI cannot be 'maybe' (1 or 0)", {{u"SIGNALBOX_NO_GUI"_s, u"maybe"_s}});
        row("", "SIGNALBOX_BIND cannot be 'x' (an IP address such as 127.0.0.1, ::1 or 0.0.0.0, or localhost)",
            {{u"SIGNALBOX_BIND"_s, u"x"_s}});
    }

    void badUsage()
    {
        QFETCH(QString, line);
        QFETCH(Environment, variables);
        QFETCH(QString, message);
        const auto outcome = parse(line, variables);
        const auto *error = std::get_if<UsageError>(&outcome);
        QVERIFY(error);
        QString text;
        QTextStream err(&text);
        QCOMPARE(reportUsageError(*error, err), 64);
        QCOMPARE(text, QString(u"signalbox: "_s + message + u'\n'));
    }

    void helpAndVersion()
    {
        const Answer help = act(good(u"--help"_s));
        QCOMPARE(help.code, std::optional(0));
        for (const char *name : {"--config FILE",      "--no-gui",
                                 "--connect URL",      "--data-dir DIR",
                                 "--bind ADDRESS",     "--insecure",
                                 "--ready-file FILE",  "--init",
                                 "--check-config",     "--backup FILE",
                                 "--restore FILE",     "--print-config",
                                 "--origins",          "--print-protocol NAME",
                                 "--hash-password",    "--issue-token USER",
                                 "--expires DURATION", "--language LANG",
                                 "--log-level LEVEL",  "--log-format FORMAT",
                                 "--version",          "--help"})
            QVERIFY2(help.out.contains(QLatin1String(name)), name);
        QVERIFY(act(good(u"--version"_s)).out.startsWith(u"signalbox "));
        QVERIFY(!act(good({})).code);
        QVERIFY(!act(good(u"--issue-token a"_s)).code);
    }

    void checksTheConfiguration()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, "[server]\nworkers = 0\ntikc = 1\n");
        const Answer bad = act(good(u"--check-config -c "_s + path));
        QCOMPARE(bad.code, std::optional(78));
        QCOMPARE(bad.err, QString(path + u":2:11: workers cannot be 0 (1 to 4096)\n"_s + path
                                  + u":3:1: unknown key 'tikc' in [server] (did you mean 'tick'?)\n"_s));
        written(folder, "[server]\nworkers = 1\n");
        const Answer fine = act(good(u"--check-config -c "_s + path));
        QCOMPARE(fine.code, std::optional(0));
        QCOMPARE(fine.out, QString(path + u": no problems found\n"_s));
        QCOMPARE(fine.err, QString());
        const QString risky = written(folder, "[[listener]]\nport = 1\ndialects = ['ark']\norigins = ['null']\n");
        const Answer warned = act(good(u"--check-config -c "_s + risky));
        QCOMPARE(warned.code, std::optional(0));
        QVERIFY2(warned.err.startsWith("warning: port 1 lets pages with the origin 'null' act as operator"_L1),
                 qPrintable(warned.err));
        const Answer missing = act(good(u"--check-config -c "_s + path + u".no"_s));
        QCOMPARE(missing.code, std::optional(78));
    }

    void printsTheEffectiveConfiguration()
    {
        Options options = good(u"--print-config --bind 127.0.0.3"_s);
        options.configCandidates.clear();
        const Answer answer = act(options);
        QCOMPARE(answer.code, std::optional(0));
        QVERIFY(answer.out.startsWith(u"# built-in example\n"));
        const core::ConfigOutcome again = core::parseConfig(answer.out.toUtf8(), {}, defaultConfig());
        QVERIFY(again.isGood());
        core::Config expected = test::withoutSecrets(core::exampleConfig(defaultConfig()));
        expected.server.bind = {u"127.0.0.3"_s};
        QCOMPARE(again.config, expected);
    }

    void theFirstCandidateThatExistsIsUsed()
    {
        const QTemporaryDir folder;
        const QString path = written(folder, "[server]\ncapacity = 7\n");
        Options options = good({});
        options.configCandidates = {path + u".no"_s, path};
        QCOMPARE(loadEffectiveConfig(options).origin, path);
        QCOMPARE(loadEffectiveConfig(options).outcome.config.server.capacity, 7);
        options.configCandidates.clear();
        QCOMPARE(loadEffectiveConfig(options).outcome.config, core::exampleConfig(defaultConfig()));
    }

    void hashesAPassword()
    {
        const Answer answer = act(good(u"--hash-password"_s), u"s3cret word\n"_s);
        QCOMPARE(answer.code, std::optional(0));
        QVERIFY(core::verifyPassword(answer.out.trimmed(), u"s3cret word"_s));
        QCOMPARE(act(good(u"--hash-password"_s)).code, std::optional(64));
    }
};

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
