// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/auth/passwords.h"
#include "server/core/config/configio.h"
#include "server/core/config/configkeys.h"
#include "server/core/config/configmodel.h"
#include "server/core/config/configreference.h"
#include "server/core/config/exposure.h"
#include "server/core/duration.h"
#include "server/core/nearest.h"
#include "server/dialectlist.h"
#include "tests/support/withoutsecrets.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

// The meaning of configurations: defaults, every key, printing and reading back.
class ConfigIoTest : public QObject
{
    Q_OBJECT

    static Config parsed(const QByteArray &text)
    {
        const ConfigOutcome outcome = parseConfig(text, u"test.toml"_s, defaultConfig());
        for (const ConfigProblem &problem : outcome.problems)
            qWarning().noquote() << problem.toString();
        if (!outcome.isGood())
            QTest::qFail("the configuration has problems", __FILE__, __LINE__);
        return outcome.config;
    }

    // The example of docs/interface.md ("Configuration"), with real values where that has dots.
    static QByteArray documentedExample();

private Q_SLOTS:
    void emptyTextMeansDefaults()
    {
        const Config config = parsed({});
        QCOMPARE(config, defaultConfig());
        QCOMPARE(config.server.bind, QStringList{u"localhost"_s});
        QCOMPARE(config.server.tick, Milliseconds(2s));
        QCOMPARE(config.listeners.size(), 4);
        QCOMPARE(config.listeners.at(2).dialects, QStringList({u"ark"_s, u"pow"_s}));
        QVERIFY(parsed("listener = []").listeners.isEmpty());
    }

    void oneAddressNeedsNoList()
    {
        QCOMPARE(parsed("[server]\nbind = '::1'").server.bind, QStringList{u"::1"_s});
        QCOMPARE(parsed("[server]\nbind = ['::1']").server.bind, QStringList{u"::1"_s});
        Config config = parsed("[server]\nbind = ['localhost', '192.0.2.1', '2001:db8::1']");
        QCOMPARE(config.server.bind, QStringList({u"localhost"_s, u"192.0.2.1"_s, u"2001:db8::1"_s}));
        QVERIFY(printConfig(config).contains("bind = [\"localhost\", \"192.0.2.1\", \"2001:db8::1\"]\n"_L1));
        config = parsed("[server]\nbind = ['0.0.0.0', '::']"); // each is every address of its family
        QVERIFY(printConfig(parsed({})).contains("bind = \"localhost\"\n"_L1));
    }

    void hostsAndOriginsThatAreTaken()
    {
        const Config config =
            parsed("[[listener]]\nport = 1\ndialects = ['ark']\n"
                   "hosts = ['ops.example.org', 'box', '192.0.2.1', '2001:db8::1', 'b\u00fcro.example']\n"
                   "origins = ['null', 'file://', 'https://a.example:8443']\n");
        QCOMPARE(config.listeners.at(0).hosts.size(), 5);
        QCOMPARE(config.listeners.at(0).origins, QStringList({u"null"_s, u"file://"_s, u"https://a.example:8443"_s}));
    }

    void limitsFollowTheDocuments()
    {
        const Config config = defaultConfig();
        QCOMPARE(config.limitsFor(u"sutra"_s), Limits());
        QCOMPARE(config.limitsFor(u"alger"_s).messageBytes, 1'048'576);
        const Limits airavata = config.limitsFor(u"airavata"_s);
        QCOMPARE(airavata.connections, 1000);
        QCOMPARE(airavata.connectionsPerUser, 10);
        QCOMPARE(airavata.connectionsPerAddress, 50);
        QCOMPARE(airavata.messagesPerSecond, 100);
        QCOMPARE(airavata.subscriptions, 256);
        QCOMPARE(config.limitsFor(u"pow"_s).connections, 256);
        QCOMPARE(config.limitsFor(u"pow"_s).messagesPerSecond, 0);
        QCOMPARE(config.limitsFor(u"ark"_s).messagesPerSecond, 1000);
        QCOMPARE(config.limitsFor(u"pow"_s).outputBytes, 16'777'216);
        const Config changed = parsed("[limits]\nmessage_bytes = 4096\nbody_bytes = 1\n[limits.ark]\nbody_bytes = 2\n"
                                      "[limits.alger]\nhead_bytes = 2048\n");
        QCOMPARE(changed.limitsFor(u"sutra"_s).messageBytes, 4096);
        QCOMPARE(changed.limitsFor(u"sutra"_s).bodyBytes, 1);
        QCOMPARE(changed.limitsFor(u"ark"_s).bodyBytes, 2);
        QCOMPARE(changed.limitsFor(u"alger"_s).headBytes, 2048);
        QCOMPARE(changed.limitsFor(u"alger"_s).messageBytes, 1'048'576);
    }

    void readsTheDocumentedExample()
    {
        const Config config = parsed(documentedExample());
        QCOMPARE(config.listeners.size(), 1);
        QVERIFY(config.listeners.at(0).anonymous == Role::Viewer);
        QCOMPARE(config.listeners.at(0).tls->key, u"server.key"_s);
        QCOMPARE(config.server.history, Milliseconds(std::chrono::hours(720)));
        QVERIFY(config.users.at(0).user().role() == Role::Admin);
        const ComponentConfig &storage = config.components.at(0);
        QCOMPARE(storage.command.at(1), u"--flag={{x}"_s);
        QCOMPARE(storage.environment.value(u"KEY"_s), u"value"_s);
        QCOMPARE(storage.ready.log, u"ready"_s);
        QCOMPARE(storage.stopSignal, SIGTERM);
        QCOMPARE(storage.metrics->location, u"stats.json"_s);
        QCOMPARE(config.findKind(u"text"_s)->inputs.min, 1);
        QCOMPARE(config.pipelines.at(0).nodes.at(2).params.value(u"prefix").toString(), u"> "_s);
        QCOMPARE(config.pipelines.at(0).nodes.at(2).after, QStringList(u"transform"_s));
        QCOMPARE(config.processes.at(0).params, ParamsKind::Ignore);
        QCOMPARE(config.processes.at(0).workingDirectory, u"echo"_s);
        QCOMPARE(config.processes.at(0).environment.value(u"KEY"_s), u"value"_s);
        QVERIFY(config.processes.at(0).requiredRole() == Role::Operator);
        QCOMPARE(config.processes.at(0).timeout, Milliseconds(0s));
    }

    void processesAsTheModelSeesThem()
    {
        const Catalogue catalogue = catalogueOf(
            parsed("[[process]]\nname = 'p'\ncommand = ['a', '{0}']\nparams = 'named'\nresult = 'last-line'\n"
                   "working_directory = '/srv'\nenvironment = { A = '1' }\nroles = ['admin']\ntimeout = '5s'\n"),
            Timestamp());
        ProcessDefinition expected;
        expected.name = u"p"_s;
        expected.command = QStringList{u"a"_s, u"{0}"_s};
        expected.workingDirectory = u"/srv"_s;
        expected.environment.insert(u"A"_s, u"1"_s);
        expected.params = ProcessDefinition::Params::Named;
        expected.result = ProcessDefinition::ResultFrom::LastLine;
        expected.role = Role::Admin;
        expected.timeout = Milliseconds(5s);
        QCOMPARE(catalogue.processes, QList<ProcessDefinition>{expected});
    }

    void whatIsPrintedReadsBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("documented") << documentedExample();
        QTest::newRow("example") << exampleConfigText();
        QTest::newRow("no listeners") << QByteArray("listener = []");
        QTest::newRow("odd texts") << QByteArray("[[component]]\nid = 'x'\ncommand = ['a \"b\" \\\\', \"tab\\t nl\\n "
                                                 "cr\\r esc\\u001b del\\u007f \\U0001F600\", "
                                                 "'{{ }} {{param:x}']\nenvironment = { \"a b\" = '', \"\" = 'x' }\n")
                                          .replace(", \"\" = 'x'", "");
        QTest::newRow("params") << QByteArray(
            "[[kind]]\nname = 'k'\ncommand = ['echo', '{param:a}{{']\n[[pipeline]]\nid = 'p'\nnodes = [{ id = 'n', "
            "kind = 'k', "
            "params = { a = 1, b = 1.5, c = [true, { d = 'e' }], f = 1.0, g = 1e300, h = 9007199254740993, \"i j\" = 1 "
            "} }]\n");
        QTest::newRow("variants") << QByteArray(
            "[[component]]\nid = 'a'\ncommand = ['x']\nready = { tcp = 80 }\nmetrics = { url = 'http://127.0.0.1/x' }\n"
            "stop_signal = 'SIGUSR1'\nrestart = 'never'\ndepends_on = ['c', { id = 'b', after = 'started' }, { id = "
            "'c', after = "
            "'completed' }, { id = 'b', after = 'ready' }]\n"
            "[[component]]\nid = 'c'\ncommand = ['x']\ntype = 'oneshot'\n[[component]]\nid = 'b'\ncommand = "
            "['x']\nready = { after = "
            "'1m5s' }\n"
            "[[process]]\nname = 'p'\ncommand = ['a', '{0}']\nparams = 'named'\nroles = ['viewer', 'admin']\n");
        QTest::newRow("limits") << QByteArray("[limits]\nidle_timeout = '5s'\n[limits.sutra]\nconnections = 0\n[pow]\n"
                                              "base_path = '/pow/'\n[auth]\nissuer = 'me'\n");
    }

    void whatIsPrintedReadsBack()
    {
        QFETCH(QByteArray, text);
        const Config config = parsed(text);
        const QString printed = printConfig(config);
        const Config again = parsed(printed.toUtf8());
        if (again != test::withoutSecrets(config))
            qWarning().noquote() << printed << printConfig(again);
        QVERIFY(again == test::withoutSecrets(config));
        QCOMPARE(printConfig(again), printConfig(test::withoutSecrets(config)));
    }

    void secretsAreNotPrinted()
    {
        const Config config = parsed("[[user]]\nname = 'a'\npassword = 'hunter2'\n");
        QCOMPARE(config.users.at(0).password, u"hunter2"_s);
        const QString printed = printConfig(config);
        QVERIFY(!printed.contains(u"hunter2"));
        QVERIFY(printed.contains(u"# password is set and not shown"));
        for (const QByteArray &section : {"[[component]]\nid = 'c'\n"_ba, "[[process]]\nname = 'p'\n"_ba}) {
            const QString shown =
                printConfig(parsed(section + "command = ['x']\nenvironment = { API_KEY = 'hunter2', B = '' }\n"));
            QVERIFY2(!shown.contains(u"hunter2"), qPrintable(shown));
            QVERIFY2(shown.contains(u"# environment sets API_KEY, B; values are not shown"_s), qPrintable(shown));
        }
    }

    void filesBesideTheConfigurationAreFound()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"x.toml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[auth]\njwt_secret_file = 'jwt.key'\n[[listener]]\nport = 0\ndialects = ['sutra']\n"
                   "tls = { certificate = '/etc/c.pem', key = 'k.pem' }\n");
        file.close();
        const ConfigOutcome outcome = loadConfig(path, defaultConfig());
        QVERIFY(outcome.isGood());
        QCOMPARE(outcome.config.auth.jwtSecretFile, folder.filePath(u"jwt.key"_s));
        QCOMPARE(outcome.config.listeners.at(0).tls->certificate, u"/etc/c.pem"_s);
        QCOMPARE(outcome.config.listeners.at(0).tls->key, folder.filePath(u"k.pem"_s));

        const ConfigOutcome missing = loadConfig(folder.filePath(u"no.toml"_s), defaultConfig());
        QCOMPARE(missing.problems.size(), 1);
        QCOMPARE(missing.problems.at(0).toString(),
                 folder.filePath(u"no.toml"_s)
                     + u": cannot read the configuration: No such file or directory (check the path)"_s);
    }

    void anonymousDependsOnWhereOneListens()
    {
        ListenerConfig listener;
        QVERIFY(listener.anonymousRole(true) == Role::Operator);
        QVERIFY(listener.anonymousRole(false) == Role::None);
        listener.anonymous = Role::Viewer;
        QVERIFY(listener.anonymousRole(true) == Role::Viewer);
        QVERIFY(listener.anonymousRole(false) == Role::Viewer);
    }

    void exposureIsRefusedBeyondLoopback()
    {
        Config config = exampleConfig(defaultConfig());
        QVERIFY(exposureOf(config).refusals.isEmpty());
        const QList<QStringList> loopback{
            {u"::1"_s}, {u"localhost"_s}, {u"127.0.0.2"_s}, {u"localhost"_s, u"127.0.0.2"_s}};
        for (const QStringList &bind : loopback) {
            config.server.bind = bind;
            QVERIFY(exposureOf(config).refusals.isEmpty());
        }
        // One address of the list is enough, wherever it stands.
        for (const QStringList &bind :
             {QStringList{u"0.0.0.0"_s}, {u"localhost"_s, u"192.0.2.1"_s}, {u"192.0.2.1"_s, u"localhost"_s}}) {
            config.server.bind = bind;
            QCOMPARE(exposureOf(config).refusals.size(), 1); // for the built-in admin/admin
            QVERIFY(exposureOf(config).refusals.constFirst().contains("listen on "_L1 + bind.join(", "_L1)));
            QVERIFY(exposureOf(config).insisted().refusals.isEmpty());
            QVERIFY(exposureOf(config).insisted().warnings.contains(exposureOf(config).refusals.constFirst()));
        }
        config.users[0].password = u"other"_s;
        QVERIFY(exposureOf(config).refusals.isEmpty());
        config.listeners[0].anonymous = Role::Operator;
        config.listeners[1].anonymous = Role::Viewer;
        QCOMPARE(exposureOf(config).refusals.size(), 1);
        QCOMPARE(exposureOf(config).warnings.size(), 2); // of what goes in clear, too
    }

    void whatGoesInClearIsSaid()
    {
        Config config = exampleConfig(defaultConfig());
        QVERIFY(exposureOf(config).warnings.isEmpty());
        config.server.bind = {u"localhost"_s, u"192.0.2.1"_s};
        config.listeners[1].tls = TlsConfig{u"cert.pem"_s, u"key.pem"_s};
        QCOMPARE(exposureOf(config).warnings,
                 QStringList{
                     u"passwords and tokens can be read on the way to localhost, 192.0.2.1, port 9000, 3000, 8765 (set "
                     "[[listener]] tls, or have a proxy or a tunnel encrypt)"_s});
        Config proxied = config;
        proxied.server.trustedProxies = {u"127.0.0.1"_s};
        QVERIFY(exposureOf(proxied).warnings.isEmpty());
        for (ListenerConfig &listener : config.listeners)
            listener.tls = TlsConfig{u"cert.pem"_s, u"key.pem"_s};
        QVERIFY(exposureOf(config).warnings.isEmpty());
    }

    // Whatever the user is called, and however the password is kept.
    void wellKnownPasswords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("wellKnown");
        QTest::newRow("the example's") << u"admin"_s << u"admin"_s << true;
        QTest::newRow("another user's") << u"mira"_s << u"changeme"_s << true;
        QTest::newRow("the own name") << u"Mira"_s << u"Mira"_s << true;
        QTest::newRow("the own name, in small letters") << u"Mira"_s << u"mira"_s << true;
        QTest::newRow("its own") << u"mira"_s << u"mira's 4 goats"_s << false;
    }
    void wellKnownPasswords()
    {
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(bool, wellKnown);
        const Result<QString> hash = hashPassword(password);
        QVERIFY(hash);
        Config config = defaultConfig();
        config.server.bind = {u"192.0.2.1"_s};
        for (const auto &[plain, hashed] : {std::pair(password, QString()), std::pair(QString(), *hash)}) {
            config.users = {{name, {}, {}, plain, hashed, {}}};
            const QStringList refusals = exposureOf(config).refusals;
            QCOMPARE(refusals.size(), wellKnown ? 1 : 0);
            if (wellKnown)
                QCOMPARE(refusals.constFirst(), u"the server would listen on 192.0.2.1 with the well-known password of "
                                                "user '%1' (set [[user]] password_hash to that of another one, see "
                                                "--hash-password)"_s.arg(name));
            Config local = config;
            local.server.bind = {u"localhost"_s};
            QVERIFY(exposureOf(local).refusals.isEmpty());
        }
    }

    // A proxy brings everybody to a listener on loopback.
    void operatorsBehindAProxy()
    {
        Config config = defaultConfig();
        config.listeners[0].anonymous = Role::Operator;
        QVERIFY(exposureOf(config).warnings.isEmpty());
        config.server.trustedProxies = {u"127.0.0.1"_s};
        QCOMPARE(exposureOf(config).warnings,
                 QStringList{u"port 9000 lets everybody whom a proxy lets through act as operator without credentials "
                             "(leave [[listener]] anonymous out, or set it to \"none\" or \"viewer\")"_s});
        config.listeners[0].anonymous.reset();
        QVERIFY(exposureOf(config).warnings.isEmpty());
        config.server.trustedProxies.clear();
        config.listeners[0].hosts = {u"ops.example.org"_s};
        QVERIFY(exposureOf(config).warnings.isEmpty());
        config.listeners[0].anonymous = Role::Operator;
        QCOMPARE(exposureOf(config).warnings.size(), 1);
    }

    // Any page can call itself what browsers call one from a disk.
    void pagesFromADiskThatAct()
    {
        Config config = defaultConfig();
        const auto warnings = [&](const QStringList &origins, std::optional<Role> anonymous) {
            config.listeners[0].origins = origins;
            config.listeners[0].anonymous = anonymous;
            return exposureOf(config).warnings;
        };
        QVERIFY(warnings({u"https://dash.example.org"_s}, {}).isEmpty());
        QCOMPARE(warnings({u"null"_s}, {}),
                 QStringList{
                     u"port 9000 lets pages with the origin 'null' act as operator without credentials, and what any "
                     "web page puts into a sandboxed frame has that origin (set [[listener]] anonymous = "
                     "\"viewer\" or \"none\")"_s});
        QCOMPARE(warnings({u"null"_s, u"file://"_s}, Role::Operator).size(), 2);
        QVERIFY(warnings({u"null"_s, u"file://"_s}, Role::Viewer).isEmpty());
        QVERIFY(exposureOf(config).refusals.isEmpty());
        config.server.bind = {u"192.0.2.1"_s}; // anonymous is none there, unless the listener says otherwise
        QVERIFY(warnings({u"null"_s}, {}).filter(u"origin"_s).isEmpty());
    }

    // docs/configuration.md is what the key table says; SIGNALBOX_RECORD=1 writes it anew.
    void theDocumentIsTheKeyTable()
    {
        const QByteArray reference = configReference(defaultConfig()).toUtf8();
        QFile document(QString::fromUtf8(CONFIGURATION_PAGE));
        if (qEnvironmentVariableIsSet("SIGNALBOX_RECORD")) {
            QVERIFY(document.open(QIODevice::WriteOnly));
            document.write(reference);
            document.close();
        }
        QVERIFY(document.open(QIODevice::ReadOnly));
        QVERIFY2(document.readAll() == reference, "record it: SIGNALBOX_RECORD=1 tools/check -R core.configio");
        for (const Section &section : configSections(defaultConfig()))
            QVERIFY2(section.path.startsWith(u"limits.") || reference.contains(section.header().toUtf8()),
                     qPrintable(section.path));
    }

    void examplesOfSectionsAreGood()
    {
        for (const Section &section : configSections(defaultConfig())) {
            const QString example = configExample(section.path);
            QVERIFY2(!example.isEmpty() || section.path.startsWith(u"limits."), qPrintable(section.path));
            (void)parsed(example.toUtf8());
        }
    }

    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: refused
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *text, qint64 milliseconds, const char *printed) {
            QTest::newRow(text) << QString::fromLatin1(text) << milliseconds << QString::fromLatin1(printed);
        };
        row("2s", 2000, "2s");
        row("500ms", 500, "500ms");
        row("10m", 600'000, "10m");
        row("30d", 2'592'000'000, "30d");
        row("1h30m", 5'400'000, "1h30m");
        row("90s", 90'000, "1m30s");
        row("0s", 0, "0s");
        row("1d2h3m4s5ms", 93'784'005, "1d2h3m4s5ms");
        for (const char *bad : {"", "2", "s", "-2s", "2 s", "1.5h", "30m1h", "1s1s", "2S", "2sec",
                                "99999999999999999999s", "36501d", "1d\n", "٣s"})
            row(bad, -1, "");
    }

    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        QFETCH(QString, printed);
        const auto duration = parseDuration(text);
        QCOMPARE(duration ? duration->count() : -1, milliseconds);
        if (duration)
            QCOMPARE(formatDuration(*duration), printed);
    }

    void slipsFindTheirWord()
    {
        const QStringList words = {u"restart"_s, u"restart_delay"_s, u"id"_s};
        QCOMPARE(nearest(u"retsart"_s, words), u"restart"_s);
        QCOMPARE(nearest(u"Restart-Delay"_s, words), u"restart_delay"_s);
        QCOMPARE(nearest(u"colour"_s, words), QString());
        QCOMPARE(nearest(u"x"_s, words), QString());
    }
};

QByteArray ConfigIoTest::documentedExample()
{
    return R"toml(
[server]
bind = "127.0.0.1"
tick = "2s"
workers = 2
capacity = 3
history = "30d"

[[listener]]
port = 9000
dialects = ["sutra"]
tls = { certificate = "server.pem", key = "server.key" }
anonymous = "viewer"
origins = ["https://dash.example.org"]

[limits]
message_bytes = 65536
head_bytes = 16384
body_bytes = 1048576
handshake_timeout = "10s"
idle_timeout = "60s"
backlog_bytes = 1048576
[limits.airavata]
connections = 1000
connections_per_user = 10
connections_per_address = 50
messages_per_second = 100
subscriptions = 256
[limits.pow]
connections = 256
output_bytes = 16777216

[experiments]
programs = ["echo", "sort"]

[auth]
jwt_secret_file = "jwt.key"

[[user]]
name = "admin"
display_name = "Administrator"
email = "admin@example.com"
password = "admin"
roles = ["admin", "operator"]

[[component]]
id = "storage"
name = "Storage Engine"
command = ["/usr/bin/some-server", "--flag={{x}"]
working_directory = "storage"
environment = { KEY = "value" }
autostart = true
restart = "on-failure"
restart_delay = "1s"
stop_signal = "TERM"
stop_timeout = "10s"
ready = { log = "ready" }
depends_on = ["other"]
storage_path = "storage"
metrics = { file = "stats.json" }

[[component]]
id = "other"
command = ["sleep", "60"]

[[kind]]
name = "text"
inputs = { min = 1 }
command = ["sed", "s/^/{param:prefix}/"]

[[pipeline]]
id = "demo"
name = "Demo Pipeline"
description = "Real text"
project = "default"
nodes = [
  { id = "extract",   command = ["cat"] },
  { id = "transform", command = ["cat"], after = ["extract"] },
  { id = "load",      kind = "text", params = { prefix = "> " }, after = ["transform"] },
]

[[process]]
name = "echo"
command = ["cat"]
params = "ignore"
result = "params"
working_directory = "echo"
environment = { KEY = "value" }
roles = ["operator"]
timeout = "0s"
)toml";
}

QTEST_GUILESS_MAIN(ConfigIoTest)
#include "tst_configio.moc"
