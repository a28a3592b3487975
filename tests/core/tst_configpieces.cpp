// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration in several files: include, like, environment_file, and where each value comes from.
#include "server/core/config/configio.h"
#include "server/core/config/environmentfile.h"
#include "server/dialectlist.h"
#include "tests/support/withoutsecrets.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

const QByteArray component = "[[component]]\nid = 'a'\ncommand = ['x']\n";

} // namespace

class ConfigPiecesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outcome = {};
    }

    // ---- environment_file

    void environmentFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QMap<QString, QString>>("variables");
        QTest::addColumn<int>("line");
        using Map = QMap<QString, QString>;
        QTest::newRow("empty") << QByteArray() << Map{} << 0;
        QTest::newRow("comments") << "# A=1\n\n  # B=2\n\t\n"_ba << Map{} << 0;
        QTest::newRow("plain") << "A=1\n B = 2\n"_ba << Map{{u"A"_s, u"1"_s}} << 2;
        QTest::newRow("no expansion") << "A=$HOME ${B} `x` \\n\n"_ba << Map{{u"A"_s, u"$HOME ${B} `x` \\n"_s}} << 0;
        QTest::newRow("# in a value") << "A=pass#word # 1\n"_ba << Map{{u"A"_s, u"pass#word # 1"_s}} << 0;
        QTest::newRow("= in a value") << "A=b=c==\n"_ba << Map{{u"A"_s, u"b=c=="_s}} << 0;
        QTest::newRow("blanks") << "  A= 1 2  \r\nB=\nC=3"_ba << Map{{u"A"_s, u"1 2"_s}, {u"B"_s, {}}, {u"C"_s, u"3"_s}}
                                << 0;
        QTest::newRow("export") << "export A=1\nexport\t B=2\nexport=3\n"_ba
                                << Map{{u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}, {u"export"_s, u"3"_s}} << 0;
        QTest::newRow("single quotes") << "A='a \"b\" \\n #'  \nB=''\n"_ba
                                       << Map{{u"A"_s, u"a \"b\" \\n #"_s}, {u"B"_s, {}}} << 0;
        QTest::newRow("double quotes") << "A=\"a 'b' \\\"c\\\" \\\\ \\$x \\n\\t\\z\""_ba
                                       << Map{{u"A"_s, u"a 'b' \"c\" \\ $x \n\t\\z"_s}} << 0;
        QTest::newRow("several lines") << "A='one\ntwo'\nB=\"three\r\nfour\"\nC\n"_ba
                                       << Map{{u"A"_s, u"one\ntwo"_s}, {u"B"_s, u"three\nfour"_s}} << 5;
        QTest::newRow("the later one") << "A=1\nA=2\n"_ba << Map{{u"A"_s, u"2"_s}} << 0;
        QTest::newRow("umlauts") << "\xef\xbb\xbf"
                                    "A=\u00fc\n"_ba
                                 << Map{{u"A"_s, u"\u00fc"_s}} << 0;
        QTest::newRow("no =") << "A=1\nB\n"_ba << Map{{u"A"_s, u"1"_s}} << 2;
        QTest::newRow("a bad name") << "1A=1\n"_ba << Map{} << 1;
        QTest::newRow("no name") << "=1\n"_ba << Map{} << 1;
        QTest::newRow("an open quote") << "A=1\nB='x\n\n"_ba << Map{{u"A"_s, u"1"_s}} << 2;
        QTest::newRow("after a quote") << "A='x' y\n"_ba << Map{} << 1;
        QTest::newRow("a comment after a quote") << "A='x' # y\n"_ba << Map{} << 1;
        QTest::newRow("NUL") << "A=1\nB=\0\n"_ba.replace("B=", QByteArray("B=\0", 3)) << Map{} << 2;
        QTest::newRow("no UTF-8") << "A=\xff\n"_ba << Map{} << 1;
    }
    void environmentFiles()
    {
        QFETCH(QByteArray, text);
        using Map = QMap<QString, QString>;
        QFETCH(Map, variables);
        QFETCH(int, line);
        const EnvironmentFile file = readEnvironmentFile(text);
        QCOMPARE(file.line, line);
        QCOMPARE(file.mistake.isEmpty(), line == 0);
        QVERIFY(file.variables == variables);
    }

    void environmentWinsOverItsFiles()
    {
        write("conf/a.env", "A=file a\nB=file a\nC=file a\n");
        write("conf/b.env", "B=file b\nC=file b\n");
        for (const QByteArray &section : {"[[component]]\nid = 'c'\n"_ba, "[[process]]\nname = 'c'\n"_ba}) {
            write("conf/site.toml",
                  section + "command = ['x']\nenvironment_file = ['a.env', 'b.env']\nenvironment = { C = 'key' }\n");
            load("conf/site.toml");
            const auto &environment = m_outcome.config.components.isEmpty()
                                          ? m_outcome.config.processes.at(0).environment
                                          : m_outcome.config.components.at(0).environment;
            const QMap<QString, QString> wanted{{u"A"_s, u"file a"_s}, {u"B"_s, u"file b"_s}, {u"C"_s, u"key"_s}};
            QVERIFY(environment == wanted);
            const QString printed = printConfig(m_outcome.config);
            QVERIFY2(printed.contains(u"# environment sets A, B, C; values are not shown"_s)
                         && !printed.contains(u"file a"_s),
                     qPrintable(printed));
        }
    }

    void whatIsWrongWithEnvironmentFiles()
    {
        write("a.env", "A=1\nnonsense secret\n");
        write("site.toml", component
                               + "environment_file = 'a.env'\n[[process]]\nname = 'p'\ncommand = ['x']\n"
                                 "environment_file = 'none.env'\n");
        QCOMPARE(
            problemsOf("site.toml"),
            QStringList({u"site.toml:8:20: environment_file: cannot read '%1': No such file or directory (create it, "
                         "or remove it here)"_s.arg(path("none.env")),
                         u"a.env:2:1: the line has no '=' (write NAME=VALUE, or # before a comment)"_s}));
    }

    // ---- include

    void piecesMakeOneConfiguration()
    {
        write("site.toml", "include = ['conf.d/*.toml', 'more/users.toml']\n[server]\nworkers = 3\n[limits]\njobs = 4\n"
                               + component);
        write("conf.d/20-b.toml",
              "[limits.ark]\nbody_bytes = 5\n[limits]\ntasks = 6\n[secrets]\nONE = { file = 'one' }\n");
        write("conf.d/10-a.toml",
              "[[component]]\nid = 'b'\ncommand = ['y']\nenvironment_file = 'b.env'\nsecrets = ['ONE']\n"
              "[[listener]]\nport = 0\ndialects = ['ark']\ntls = { certificate = 'c.pem', key = '/k.pem' }\n");
        write("conf.d/b.env", "B=1");
        write("conf.d/30-c.toml.bak", "nonsense");
        write("more/users.toml",
              "[[user]]\nname = 'ann'\n[server]\ncapacity = 7\n[secrets]\nTWO = { credential = 'two' }\n");
        load("site.toml");
        const Config &config = m_outcome.config;
        QCOMPARE(config.components.size(), 2);
        QCOMPARE(config.components.at(1).id, u"b"_s);
        QCOMPARE(config.components.at(1).environment.value(u"B"_s), u"1"_s);
        QCOMPARE(config.components.at(1).environmentFiles, QStringList{path("conf.d/b.env")});
        QCOMPARE(config.listeners.size(), 1);
        QCOMPARE(config.listeners.at(0).tls->certificate, path("conf.d/c.pem"));
        QCOMPARE(config.listeners.at(0).tls->key, u"/k.pem"_s);
        QCOMPARE(config.server.workers, 3);
        QCOMPARE(config.server.capacity, 7);
        QCOMPARE(config.limits.jobs, 4);
        QCOMPARE(config.limits.tasks, 6);
        QCOMPARE(config.limitsFor(u"ark"_s).bodyBytes, 5);
        QCOMPARE(config.users.at(0).name, u"ann"_s);
        QCOMPARE(config.secrets.size(), 2);
        QCOMPARE(config.secrets.at(0).location, path("conf.d/one"));
        // The printed text is one file with all of it.
        const ConfigOutcome again = parseConfig(printConfig(config).toUtf8(), u"printed"_s, defaultConfig());
        QVERIFY(again.isGood());
        QVERIFY(again.config == test::withoutSecrets(config));
    }

    void piecesAreReadByName()
    {
        write("site.toml", "include = '*.toml'\n"); // itself is none of them
        for (const char *name : {"b.toml", "c.toml", "a.toml"})
            write(name, "[[process]]\nname = '"_ba + name[0] + "'\ncommand = ['x']\n");
        load("site.toml");
        QStringList names;
        for (const ProcessConfig &process : m_outcome.config.processes)
            names.append(process.name);
        QCOMPARE(names, QStringList({u"a"_s, u"b"_s, u"c"_s}));
    }

    void whatIsWrongWithPieces_data()
    {
        QTest::addColumn<QByteArray>("main");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QStringList>("problems");
        const QByteArray all = "include = ['conf.d/*.toml']\n";
        QTest::newRow("none") << "include = ['none/*.toml', 'conf.d/*.conf']\n"_ba << ""_ba << QStringList{};
        QTest::newRow("a missing one") << "include = ['a.toml', 'conf.d']\n"_ba << ""_ba
                                       << QStringList{
                                              u"site.toml:1:12: include names 'a.toml', which is no file (create "
                                              "it, or remove it here)"_s,
                                              u"site.toml:1:22: include names 'conf.d', which is no file (create "
                                              "it, or remove it here)"_s};
        QTest::newRow("a pattern for folders")
            << "include = '*.d/a.toml'\n"_ba << ""_ba
            << QStringList{
                   u"site.toml:1:11: include has '*.d/a.toml', with a pattern in the name of a folder (name the "
                   "folder)"_s};
        QTest::newRow("the wrong type") << "include = 7\n"_ba << ""_ba
                                        << QStringList{
                                               u"site.toml:1:11: include must be text in quotes, or a list of such "
                                               "texts, not an integer"_s};
        QTest::newRow("nested") << all << "include = 'b.toml'\n[server]\nworker = 1\n"_ba
                                << QStringList{
                                       u"conf.d/a.toml:1:11: a file that is included cannot include others (name "
                                       "them in the include of site.toml)"_s};
        QTest::newRow("syntax") << all + "[nonsense]\n"
                                << "a = \n"_ba
                                << QStringList{u"conf.d/a.toml:1:5: Error while parsing key-value pair"_s};
        QTest::newRow("a key twice") << all + "[server]\nworkers = 3\n"
                                     << "[server]\ncapacity = 3\nworkers = 3\n"_ba
                                     << QStringList{u"conf.d/a.toml:3:1: server.workers is already set at site.toml:3 "
                                                    "(remove one of the two)"_s};
        QTest::newRow("a secret twice")
            << all + "[secrets]\nAAAA = { file = 'x' }\n"
            << "[secrets]\nAAAA = { credential = 'x' }\n"_ba
            << QStringList{u"conf.d/a.toml:2:1: secrets.AAAA is already set at site.toml:3 (remove one of the two)"_s};
        QTest::newRow("each has mistakes")
            << all + "[server]\nworkers = 0\n[[component]]\nid = 'a'\ncommand = ['x']\ndepends_on = ['b']\n"
            << "[[component]]\nid = 'a'\ncommand = []\n[nonsense]\n"_ba
            << QStringList{u"site.toml:3:11: workers cannot be 0 (1 to 4096)"_s,
                           u"site.toml:7:15: component 'a' depends on the unknown component 'b'"_s,
                           u"conf.d/a.toml:2:6: [[component]] id 'a' is already taken (rename one of the two)"_s,
                           u"conf.d/a.toml:3:11: command is empty (a list beginning with the program, as [\"sleep\", "
                           "\"60\"])"_s};
    }
    void whatIsWrongWithPieces()
    {
        QFETCH(QByteArray, main);
        QFETCH(QByteArray, piece);
        QFETCH(QStringList, problems);
        write("site.toml", main);
        write("conf.d/a.toml", piece);
        QStringList found = problemsOf("site.toml");
        found.removeIf([](const QString &problem) { return problem.contains(u"unknown section"_s); });
        found.replaceInStrings(QRegularExpression(u"(Error while parsing key-value pair):.*"_s),
                               u"\\1"_s); // toml++'s words
        QCOMPARE(found, problems);
    }

    // ---- like

    void likeTakesKeys()
    {
        const Config config = parse("[[component]]\nid = 'c'\nlike = 'b'\nrestart = 'never'\n"
                                    "[[component]]\nid = 'a'\nname = 'A'\ncommand = ['x']\nrestart = 'always'\n"
                                    "environment = { K = '1' }\ndepends_on = ['d']\n"
                                    "[[component]]\nid = 'b'\nlike = 'a'\ncommand = ['y']\ndepends_on = []\n"
                                    "[[component]]\nid = 'd'\ncommand = ['z']\n"
                                    "[[process]]\nname = 'q'\nlike = 'p'\ntimeout = '7s'\n"
                                    "[[process]]\nname = 'p'\ncommand = ['x']\nroles = ['viewer']\n");
        const ComponentConfig &c = config.components.at(0);
        QCOMPARE(c.name, u"c"_s);
        QCOMPARE(c.command, QStringList{u"y"_s});
        QVERIFY(c.restart == RestartPolicy::Never);
        QCOMPARE(c.environment.value(u"K"_s), u"1"_s);
        QVERIFY(c.dependsOn.isEmpty());
        QVERIFY(config.components.at(2).restart == RestartPolicy::Always);
        QCOMPARE(config.processes.at(0).command, QStringList{u"x"_s});
        QCOMPARE(config.processes.at(0).timeout, Milliseconds(7s));
        QVERIFY(config.processes.at(0).roles == QList<Role>{Role::Viewer});
        const ConfigOutcome again = parseConfig(printConfig(config).toUtf8(), u"printed"_s, defaultConfig());
        QVERIFY(again.config == test::withoutSecrets(config));
    }

    void whatIsWrongWithLike_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("problems");
        QTest::newRow("unknown") << "[[component]]\nid = 'a'\ncommand = ['x']\nlike = 'databse'\n[[component]]\nid = "
                                    "'database'\ncommand = ['x']\n"_ba
                                 << QStringList{
                                        u"t:4:8: component 'a' is like the unknown component 'databse' (did you "
                                        "mean 'database'?)"_s};
        QTest::newRow("itself") << "[[process]]\nname = 'a'\ncommand = ['x']\nlike = 'a'\n"_ba
                                << QStringList{
                                       u"t:4:8: each process of a circle is like the next: a -> a (remove one of "
                                       "these likes)"_s};
        QTest::newRow("a circle")
            << "[[component]]\nid = 'a'\nlike = 'b'\ncommand = ['x']\n[[component]]\nid = 'b'\nlike = 'c'\ncommand = "
               "['x']\n"
               "[[component]]\nid = 'c'\nlike = 'a'\ncommand = ['x']\n"_ba
            << QStringList{u"t:3:8: each component of a circle is like the next: a -> b -> c -> a (remove one of these "
                           "likes)"_s};
        QTest::newRow("no text") << "[[component]]\nid = 'a'\ncommand = ['x']\nlike = 7\n"_ba
                                 << QStringList{u"t:4:8: like must be text in quotes, not an integer"_s};
        QTest::newRow("a mistake is told once, where it stands")
            << "[[component]]\nid = 'a'\ncommand = ['x']\nrestart = 'sometimes'\n[[component]]\nid = 'b'\nlike = 'a'\n"_ba
            << QStringList{u"t:4:11: restart cannot be 'sometimes' (one of: never, on-failure, always)"_s};
    }
    void whatIsWrongWithLike()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, problems);
        QStringList found;
        for (const ConfigProblem &problem : parseConfig(text, u"t"_s, defaultConfig()).problems)
            found.append(problem.toString());
        QCOMPARE(found, problems);
    }

    // ---- origins

    void everyValueHasAnOrigin()
    {
        write("site.toml",
              "include = 'conf.d/*.toml'\n[server]\nworkers = 3\nbind = '::1'\n[secrets]\nS = { file = '/s' }\n");
        write("conf.d/a.toml", component
                                   + "environment = { A = 'x' }\n[[component]]\nid = 'b'\nlike = 'a'\n"
                                     "[[pipeline]]\nid = 'p'\nnodes = [\n  { id = 'n', command = ['x'] },\n]\n");
        load("site.toml");
        const QString printed =
            printWithOrigins(m_outcome.config, *m_outcome.document, {{u"[server] bind"_s, u"--bind"_s}});
        for (const QString &line :
             {u"bind = \"::1\"  # --bind"_s, u"workers = 3  # %1:3"_s.arg(path("site.toml")),
              u"capacity = 3  # default"_s, u"S = { file = \"/s\" }  # %1:6"_s.arg(path("site.toml")),
              u"id = \"a\"  # %1:2"_s.arg(path("conf.d/a.toml")), u"id = \"b\"  # %1:6"_s.arg(path("conf.d/a.toml")),
              u"# environment sets A; values are not shown  # %1:4"_s.arg(path("conf.d/a.toml")),
              u"]  # %1:10"_s.arg(path("conf.d/a.toml")), u"name = \"a\"  # default"_s})
            QVERIFY2(printed.contains(line + u'\n'), qPrintable(line + u'\n' + printed));
        QCOMPARE(printed.count(u"command = [\"x\"]  # %1:3\n"_s.arg(path("conf.d/a.toml"))), 2); // of b, too
        const ConfigOutcome again = parseConfig(printed.toUtf8(), u"printed"_s, defaultConfig());
        QVERIFY(again.isGood());
        QVERIFY(again.config == test::withoutSecrets(m_outcome.config));
    }

    // ---- at a reload

    void aBrokenPieceIsRefusedAlone()
    {
        write("site.toml", "include = 'conf.d/*.toml'\n[server]\nworkers = 3\n");
        write("conf.d/a.toml", component);
        write("conf.d/b.toml", "[[process]]\nname = 'p'\ncommand = ['x']\nenvironment_file = 'b.env'\n");
        write("conf.d/b.env", "B=1\n");
        const ConfigTexts before = load("site.toml");

        write("site.toml", "include = 'conf.d/*.toml'\n[server]\nworkers = 4\n");
        write("conf.d/a.toml", "[[component]]\nid = 'a'\ncommand = 7\n");
        write("conf.d/b.toml", "[[process]]\nname = 'p'\ncommand = ['y']\n");
        write("conf.d/c.toml", "nonsense\n");
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &before);
        QVERIFY(m_outcome.isGood());
        QCOMPARE(m_outcome.config.server.workers, 4);
        QCOMPARE(m_outcome.config.components.at(0).command, QStringList{u"x"_s});
        QCOMPARE(m_outcome.config.processes.at(0).command, QStringList{u"y"_s});
        QCOMPARE(m_outcome.refused.size(), 2); // the syntax of one hides what is wrong with the other
        QVERIFY2(m_outcome.refused.at(0).startsWith(u"'%1' was left out: %1:1:"_s.arg(path("conf.d/c.toml"))),
                 qPrintable(m_outcome.refused.at(0)));
        QCOMPARE(m_outcome.refused.at(1),
                 u"'%1' was not reloaded and counts as it was: %1:3:11: command must be a list of "
                 "texts such as [\"a\", \"b\"], not an integer"_s.arg(path("conf.d/a.toml")));

        // A piece keeps its last good text, however often one reloads; its variables, too.
        const ConfigTexts kept = m_outcome.texts;
        write("conf.d/c.toml", "");
        write("conf.d/b.toml", "[[process]]\nname = 'p'\ncommand = ['z']\nenvironment_file = 'b.env'\n");
        write("conf.d/b.env", "nonsense\n");
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &kept);
        QVERIFY(m_outcome.isGood());
        QCOMPARE(m_outcome.config.components.at(0).command, QStringList{u"x"_s});
        QCOMPARE(m_outcome.config.processes.at(0).command, QStringList{u"y"_s});
        QCOMPARE(m_outcome.refused.size(), 1);
        QVERIFY(m_outcome.refused.at(0).contains(u"b.env:1:1: the line has no '='"_s));
        QVERIFY(
            m_outcome.refused.at(0).startsWith(u"'%1', '%2' was"_s.arg(path("conf.d/a.toml"), path("conf.d/b.toml")))
            || m_outcome.refused.at(0).contains(path("conf.d/b.toml")));

        m_outcome = loadConfig(path("site.toml"), defaultConfig());
        QCOMPARE(m_outcome.problems.size(), 2); // at a start it is an error
    }

    void theVariablesOfAKeptPieceAreKept()
    {
        write("site.toml", "include = 'a.conf'\n");
        write("a.conf", component + "environment_file = 'a.env'\n");
        write("a.env", "A=1\n");
        const ConfigTexts before = load("site.toml");
        write("a.conf", component + "environment_file = 'a.env'\nnonsense = 1\n");
        write("a.env", "A=2\n");
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &before);
        QVERIFY(m_outcome.isGood());
        QCOMPARE(m_outcome.config.components.at(0).environment.value(u"A"_s), u"1"_s);
    }

    // The mistake is found in one piece, and the change of another one causes it.
    void piecesThatDoNotFitTogether()
    {
        write("site.toml", "include = 'conf.d/*.toml'\n");
        write("conf.d/a.toml", component + "depends_on = ['b']\n");
        write("conf.d/b.toml", "[[component]]\nid = 'b'\ncommand = ['x']\n");
        const ConfigTexts before = load("site.toml");
        write("conf.d/b.toml", "[[component]]\nid = 'bb'\ncommand = ['x']\n");
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &before);
        QVERIFY(m_outcome.isGood());
        QCOMPARE(m_outcome.config.components.at(1).id, u"b"_s);
        QVERIFY(m_outcome.refused.join(u'|').contains(path("conf.d/b.toml")));

        // Where nothing is to be kept, all is refused.
        QVERIFY(QFile::remove(path("conf.d/b.toml")));
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &before);
        QCOMPARE(m_outcome.problems.size(), 1);
        QVERIFY(
            m_outcome.problems.at(0).toString().endsWith(u"a.toml:4:15: component 'a' depends on the unknown component "
                                                         "'b'"_s));
    }

    void aBrokenMainFileRefusesAll()
    {
        write("site.toml", "include = 'a.conf'\n");
        write("a.conf", component);
        const ConfigTexts before = load("site.toml");
        write("site.toml", "include = 'a.conf'\n[server]\nworkers = 0\n");
        write("a.conf", component + "autostart = false\n");
        m_outcome = loadConfig(path("site.toml"), defaultConfig(), &before);
        QCOMPARE(m_outcome.problems.size(), 1);
        QVERIFY(m_outcome.problems.at(0).message.contains(u"workers cannot be 0"_s));
    }

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    void write(const char *name, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    ConfigTexts load(const char *name)
    {
        m_outcome = loadConfig(path(name), defaultConfig());
        for (const ConfigProblem &problem : m_outcome.problems)
            QTest::qFail(qPrintable(problem.toString()), __FILE__, __LINE__);
        return m_outcome.texts;
    }

    // Without the folder.
    QStringList problemsOf(const char *name)
    {
        QStringList problems;
        for (const ConfigProblem &problem : loadConfig(path(name), defaultConfig()).problems)
            problems.append(problem.toString().remove(m_folder->path() + u'/'));
        problems.replaceInStrings(u"'none.env'"_s, u'\'' + path("none.env") + u'\'');
        return problems;
    }

    static Config parse(const QByteArray &text)
    {
        const ConfigOutcome outcome = parseConfig(text, u"t"_s, defaultConfig());
        for (const ConfigProblem &problem : outcome.problems)
            QTest::qFail(qPrintable(problem.toString()), __FILE__, __LINE__);
        return outcome.config;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ConfigOutcome m_outcome;
};

QTEST_GUILESS_MAIN(ConfigPiecesTest)
#include "tst_configpieces.moc"
