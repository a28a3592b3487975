// SPDX-License-Identifier: GPL-3.0-or-later
// [secrets] and the keys `secrets`, as they are written.
#include "server/core/config/configio.h"
#include "server/dialectlist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

const QByteArray component = "[[component]]\nid = 'a'\ncommand = ['x']\n";

} // namespace

class ConfigSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsOfEachSort()
    {
        const Config config =
            parse("[secrets]\nB = { command = ['pass', 'show', 'b'] }\nA_1 = { file = '/a' }\n"
                  "C = { credential = 'c' }\n[[component]]\nid = 'a'\ncommand = ['x']\nsecrets = ['A_1', 'C']\n"
                  "[[kind]]\nname = 'k'\ncommand = ['x']\nsecrets = ['B']\n"
                  "[[pipeline]]\nid = 'p'\nnodes = [{ id = 'n', kind = 'k', secrets = ['C'] }]\n"
                  "[[process]]\nname = 'q'\ncommand = ['x']\nsecrets = ['B']\n");
        QCOMPARE(config.secrets.size(), 3);
        QCOMPARE(config.secrets.at(1).command, QStringList({u"pass"_s, u"show"_s, u"b"_s}));
        QCOMPARE(config.components.at(0).secrets, QStringList({u"A_1"_s, u"C"_s}));
        QCOMPARE(config.kinds.at(0).secrets, QStringList{u"B"_s});
        QCOMPARE(config.pipelines.at(0).nodes.at(0).secrets, QStringList{u"C"_s});
        QCOMPARE(config.processes.at(0).secrets, QStringList{u"B"_s});
        QVERIFY(parse(printConfig(config).toUtf8()) == config);
    }

    void whatIsWrongWithSecrets_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        const QString forms =
            u"exactly one of { file = \"path\" }, { command = [\"pass\", \"show\", \"x\"] }, { credential = "
            "\"name\" }"_s;
        const auto one = [](const char *source) -> QByteArray { return "[secrets]\nA = "_ba + source + '\n'; };
        QTest::newRow("the value itself")
            << one("'hunter2'") << u"t:2:5: secrets.A must be "_s + forms + u", not text"_s;
        QTest::newRow("two") << one("{ file = 'x', credential = 'y' }")
                             << u"t:2:5: secrets.A must be "_s + forms + u", but has 2 members"_s;
        QTest::newRow("unknown")
            << one("{ fille = 'x' }")
            << u"t:2:7: unknown key 'fille' in secrets.A (did you mean 'file'?) (secrets.A must be "_s + forms + u')';
        QTest::newRow("a path")
            << one("{ credential = '../x' }")
            << u"t:2:20: secrets.A.credential cannot be '../x' (the name of a credential, without a "
               "path)"_s;
        QTest::newRow("empty") << one("{ file = '' }") << u"t:2:14: secrets.A.file is empty (fill it in)"_s;
        QTest::newRow("no command") << one("{ command = [] }")
                                    << u"t:2:17: secrets.A.command is empty (a list beginning with the program, as "
                                       "[\"sleep\", \"60\"])"_s;
        QTest::newRow("name")
            << "[secrets]\n'A-B' = { file = 'x' }\n"_ba
            << u"t:2:1: [secrets] has the unusable name 'A-B' (letters, digits and _, as API_KEY: it is "
               "an environment variable)"_s;
        QTest::newRow("the server's")
            << "[secrets]\nSIGNALBOX_X = { file = 'x' }\n"_ba
            << u"t:2:1: [secrets] has the unusable name 'SIGNALBOX_X' (variables that begin with "
               "SIGNALBOX_ are the server's own)"_s;
        QTest::newRow("unknown to a component")
            << "[secrets]\nTOKEN = { file = 'x' }\n"_ba + component + "secrets = ['TOKN']\n"
            << u"t:6:11: component 'a' gets the unknown secret 'TOKN' (did you mean 'TOKEN'?) (define it in [secrets])"_s;
        QTest::newRow("unknown to a node")
            << "[[pipeline]]\nid = 'p'\nnodes = [{ id = 'n', command = ['x'], secrets = ['T'] }]\n"_ba
            << u"t:3:49: node 'n' of pipeline 'p' gets the unknown secret 'T' (define it in [secrets])"_s;
        QTest::newRow("twice") << "[secrets]\nT = { file = 'x' }\n"_ba + component + "secrets = ['T', 'T']\n"
                               << u"t:6:11: secrets names 'T' twice (remove one)"_s;
        QTest::newRow("an environment, too")
            << "[secrets]\nT = { file = 'x' }\n"_ba + component + "secrets = ['T']\nenvironment = { T = '' }\n"
            << u"t:6:11: component 'a' gets 'T' from environment, too (remove one of the two)"_s;
    }
    void whatIsWrongWithSecrets()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        const ConfigOutcome outcome = parseConfig(text, u"t"_s, defaultConfig());
        QCOMPARE(outcome.problems.size(), 1);
        QCOMPARE(outcome.problems.at(0).toString(), problem);
    }

private:
    static Config parse(const QByteArray &text)
    {
        const ConfigOutcome outcome = parseConfig(text, u"t"_s, defaultConfig());
        for (const ConfigProblem &problem : outcome.problems)
            QTest::qFail(qPrintable(problem.toString()), __FILE__, __LINE__);
        return outcome.config;
    }
};

QTEST_GUILESS_MAIN(ConfigSecretsTest)
#include "tst_configsecrets.moc"
