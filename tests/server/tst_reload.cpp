// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configio.h"
#include "server/core/config/configkeys.h"
#include "server/dialectlist.h"
#include "server/reload.h"
#include "tests/support/fakeclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace std::chrono_literals;

class ReloadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesEverySection();
    void namesEveryKeyOfTheServer();
    void nothingChanged();
    void appliesAndNames();
    void saysWhatChangedKeyByKey();
    void showsNoSecret();
    void whatWaitsIsNamedAgain();
    void aBadFileChangesNothing();
    void aBrokenPieceIsRefusedAlone();
    void anExposureIsRefused();
    void usersOfAnOpenServerAreJudged();
    void reloadsFollowEachOther();
    void nothingIsReloadedOnceStoppingBegan();
    void aBadCertificateIsSaid();
    void theKeyIsReadAgain();

private:
    void write(const QByteArray &text, const QString &name = u"signalbox.toml"_s)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void reload(bool isInsecure = false)
    {
        m_applied.reset();
        m_outcome.reset();
        if (!m_reload) {
            Reload::Options options{m_folder.filePath(u"signalbox.toml"_s), {}, isInsecure, m_running, "key"};
            Reload::Effects effects{[this](const core::Config &config, const QByteArray &key) {
                                        m_applied = config;
                                        m_appliedKey = key;
                                    },
                                    [this](const core::AuthConfig &) { return m_key; }, [this] { return m_broken; }};
            m_reload = std::make_unique<Reload>(*m_hub, options, effects);
            m_hub->setHandler(m_reload.get());
        }
        QVERIFY(m_hub->submit(serverActor(), ReloadConfiguration{}, m_hub.get(),
                              [this](const core::CommandOutcome &outcome) { m_outcome = outcome; }));
        QTRY_VERIFY(m_outcome);
    }
    static QStringList texts(const QList<ReloadItem> &items)
    {
        QStringList texts;
        for (const ReloadItem &item : items)
            texts.append(item.toString());
        return texts;
    }
    ReloadReport report() const { return m_hub->snapshot().server.reload.value_or(ReloadReport{}); }

    QTemporaryDir m_folder;
    test::FakeClock m_clock;
    core::Ids m_ids;
    std::unique_ptr<core::Hub> m_hub;
    core::Config m_running = defaultConfig();
    std::unique_ptr<Reload> m_reload;
    std::optional<core::Config> m_applied;
    std::optional<core::CommandOutcome> m_outcome;
    Result<QByteArray> m_key = "key"_ba;
    QByteArray m_appliedKey;
    QStringList m_broken;
};

void ReloadTest::init()
{
    m_reload.reset();
    m_hub = std::make_unique<core::Hub>(m_clock, m_ids);
    m_broken.clear();
    m_running = defaultConfig();
    m_key = "key"_ba;
}

// A section that is neither applied nor named would be ignored in silence.
void ReloadTest::namesEverySection()
{
    const core::Config defaults = defaultConfig();
    QFile file(QString::fromUtf8(FULL_CONFIG));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const core::ConfigOutcome full = core::parseConfig(file.readAll(), u"full.toml"_s, defaults);
    QVERIFY(full.isGood());
    const ConfigDifference difference = differenceOf(defaults, full.config);
    const QString named = (difference.applied + difference.waiting).join(u' ');
    for (const core::Section &section : core::configSections(defaults)) {
        if (section.write(full.config, {}) != section.write(defaults, {}))
            QVERIFY2(named.contains(section.header()), qPrintable(section.header()));
    }
    QVERIFY(difference.applied.size() > 5 && difference.waiting.size() > 5); // else this tells nothing
}

// Some keys of [server] are applied and others wait, so that each is compared for itself.
void ReloadTest::namesEveryKeyOfTheServer()
{
    const core::Config defaults = defaultConfig();
    QFile file(QString::fromUtf8(FULL_CONFIG));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("[server]\n") + 9;
    const QList<QByteArray> lines = text.mid(begin, text.indexOf("\n[", begin) - begin).split('\n');
    int keys = 0;
    for (const QByteArray &line : lines) {
        if (!line.contains('='))
            continue;
        ++keys;
        const core::ConfigOutcome read = core::parseConfig("[server]\n" + line + '\n', u"one key"_s, defaults);
        const ConfigDifference difference = differenceOf(defaults, read.config);
        QVERIFY2(read.isGood() && difference.applied.size() + difference.waiting.size() == 1, line.constData());
    }
    QVERIFY(keys >= 7);
}

void ReloadTest::nothingChanged()
{
    write({});
    reload();
    QVERIFY(!m_outcome->error);
    QVERIFY(report().applied.isEmpty() && report().waiting.isEmpty());
    QCOMPARE(*m_applied, defaultConfig());
}

void ReloadTest::appliesAndNames()
{
    write("[server]\nworkers = 7\ntick = \"5s\"\n[auth]\nissuer = \"me\"\n[pow]\nbase_path = \"/pow/\"\n"
          "[limits.ark]\nbody_bytes = 2\n[[component]]\nid = \"a\"\ncommand = [\"true\"]\n");
    reload();
    QCOMPARE(report().applied, QStringList({u"[server] workers"_s, u"[auth]"_s, u"[[component]]"_s}));
    QCOMPARE(report().waiting, QStringList({u"[server] tick"_s, u"[limits.ark]"_s, u"[pow]"_s}));
    QCOMPARE(m_applied->server.workers, 7);
    QCOMPARE(m_applied->server.tick, Milliseconds(2s)); // until the next start
    QCOMPARE(m_applied->components.size(), 1);
}

// "key by key … in its answer, as an event and to the window's Server page".
void ReloadTest::saysWhatChangedKeyByKey()
{
    const QByteArray components = "[[component]]\nid = \"a\"\ncommand = [\"true\"]\n";
    write("[[listener]]\nport = 9000\ndialects = [\"sutra\"]\n" + components
          + "[[component]]\nid = \"gone\"\ncommand = [\"true\"]\n");
    reload();
    write("[server]\nworkers = 7\ntick = \"5s\"\n[limits.ark]\nbody_bytes = 2\n"
          "[[listener]]\nport = 9000\ndialects = [\"ark\"]\n[[listener]]\nport = 9001\ndialects = [\"pow\"]\n"
          + components + "restart = \"never\"\ndescription = \"" + QByteArray(200, 'x')
          + "\"\n[[component]]\nid = \"b\"\ncommand = [\"true\"]\n");
    reload();
    const QString workers = QString::number(core::ServerConfig::defaultWorkers());
    QStringList applied = texts(report().appliedItems);
    if (workers != "7"_L1)
        QCOMPARE(applied.takeFirst(), u"[server] workers: %1 → 7"_s.arg(workers));
    QCOMPARE(applied, (QStringList{u"[[component]] a description: changed"_s,
                                   u"[[component]] a restart: \"on-failure\" → \"never\""_s,
                                   u"[[component]] b: added"_s, u"[[component]] gone: removed"_s}));
    const QStringList waiting = texts(report().waitingItems);
    QVERIFY(waiting.contains(u"[server] tick: \"2s\" → \"5s\""_s));
    QVERIFY(waiting.contains(u"[limits.ark] body_bytes: default → 2"_s));
    QVERIFY(waiting.contains(u"[[listener]] port 9001: added"_s));
    const auto isOfPort9000 = [](const QString &text) { return text.startsWith(u"[[listener]] port 9000"_s); };
    QVERIFY(std::any_of(waiting.cbegin(), waiting.cend(), isOfPort9000));
}

// What --print-config does not show is named by its section alone.
void ReloadTest::showsNoSecret()
{
    const QByteArray user = "[[user]]\nname = \"ann\"\nroles = [\"viewer\"]\npassword = ";
    write(user + "\"first-secret\"\n[[process]]\nname = \"p\"\ncommand = [\"true\"]\nenvironment = { A = \"one\" }\n");
    reload();
    write(user + "\"second-secret\"\n[[process]]\nname = \"p\"\ncommand = [\"true\"]\nenvironment = { A = \"two\" }\n");
    reload();
    QVERIFY(!m_outcome->error);
    QCOMPARE(texts(report().appliedItems), (QStringList{u"[[user]]: changed"_s, u"[[process]]: changed"_s}));
}

// What waits is compared with what is in effect, not with what the last reload read.
void ReloadTest::whatWaitsIsNamedAgain()
{
    write("[limits]\nbody_bytes = 2\n");
    reload();
    write("[limits]\nbody_bytes = 2\n[server]\nworkers = 7\n");
    reload();
    QCOMPARE(report().applied, QStringList{u"[server] workers"_s});
    QCOMPARE(report().waiting, QStringList{u"[limits]"_s});
    write({});
    reload();
    QVERIFY(report().waiting.isEmpty());
}

void ReloadTest::aBadFileChangesNothing()
{
    write("[server]\nworkers = 0\n");
    reload();
    QVERIFY(m_outcome->error && m_outcome->error->message.contains(u":2:11: workers cannot be 0"_s));
    QVERIFY(!m_applied && !m_hub->snapshot().server.reload);
}

// "A file that is included and has mistakes is refused alone: it counts as it was" (docs/interface.md, "Reload").
void ReloadTest::aBrokenPieceIsRefusedAlone()
{
    write("include = \"*.piece\"\n");
    write("[[process]]\nname = \"p\"\ncommand = [\"old\"]\n", u"a.piece"_s);
    reload();
    QCOMPARE(m_applied->processes.at(0).command, QStringList{u"old"_s});

    write("include = \"*.piece\"\n[server]\nworkers = 7\n");
    write("[[process]]\nname = \"p\"\ncommand = 7\n", u"a.piece"_s);
    reload();
    QVERIFY(!m_outcome->error);
    QCOMPARE(m_applied->server.workers, 7);
    QCOMPARE(m_applied->processes.at(0).command, QStringList{u"old"_s});
    QCOMPARE(report().applied, QStringList{u"[server] workers"_s});
    QCOMPARE(report().problems.size(), 1);
    QVERIFY2(report().problems.at(0).startsWith(
                 u"'%1' was not reloaded and counts as it was: "_s.arg(m_folder.filePath(u"a.piece"_s))),
             qPrintable(report().problems.at(0)));

    // Mended, it counts, and nothing is said any more.
    write("[[process]]\nname = \"p\"\ncommand = [\"new\"]\n", u"a.piece"_s);
    reload();
    QCOMPARE(m_applied->processes.at(0).command, QStringList{u"new"_s});
    QVERIFY(report().problems.isEmpty());
    QVERIFY(QFile::remove(m_folder.filePath(u"a.piece"_s)));
}

void ReloadTest::anExposureIsRefused()
{
    const QByteArray open = "[server]\nbind = \"0.0.0.0\"\n[[listener]]\nport = 9000\ndialects = [\"sutra\"]\n"
                            "anonymous = \"operator\"\n";
    write(open);
    reload();
    QVERIFY(m_outcome->error && m_outcome->error->message.contains(u"would let anybody who reaches"_s));
    QVERIFY(!m_applied);
    m_reload.reset();
    reload(true);
    QVERIFY(!m_outcome->error);
    QCOMPARE(report().waiting, QStringList({u"[server] bind"_s, u"[[listener]]"_s}));
}

// Users are applied at once, while the addresses stay bound as they are: also when the file names others by now.
void ReloadTest::usersOfAnOpenServerAreJudged()
{
    m_running.server.bind = {u"0.0.0.0"_s};
    for (const QByteArray bind : {"0.0.0.0", "localhost"}) {
        write("[server]\nbind = \"" + bind + "\"\n[[user]]\nname = \"admin\"\npassword = \"admin\"\n");
        reload();
        QVERIFY(m_outcome->error);
        QVERIFY2(
            m_outcome->error->message.contains(u"listen on 0.0.0.0 with the well-known password of user 'admin'"_s),
            qPrintable(m_outcome->error->message));
        QVERIFY(!m_applied);
    }
    write("[server]\nbind = \"0.0.0.0\"\n[[user]]\nname = \"admin\"\npassword = \"nobody guesses this\"\n");
    reload();
    QVERIFY(!m_outcome->error && m_applied->users.size() == 1);
}

// A reload that is asked for while another one reads compares with what that one applies.
void ReloadTest::reloadsFollowEachOther()
{
    write("[server]\nworkers = 7\n");
    reload();
    int completed = 0;
    for (int i = 0; i < 3; ++i)
        QVERIFY(
            m_hub->submit(serverActor(), ReloadConfiguration{}, m_hub.get(), [&](const core::CommandOutcome &outcome) {
                QVERIFY(!outcome.error);
                ++completed;
            }));
    write("[server]\nworkers = 8\n");
    QTRY_COMPARE(completed, 3);
    QCOMPARE(m_applied->server.workers, 8);
}

// The file may hold another key though the section says what it said before.
void ReloadTest::theKeyIsReadAgain()
{
    write({});
    m_key = "another"_ba;
    reload();
    QCOMPARE(report().applied, QStringList{u"the key of the tokens"_s});
    QCOMPARE(m_appliedKey, "another"_ba);
    reload();
    QVERIFY(report().applied.isEmpty());
    m_key = unexpected(ErrorCode::Internal, u"cannot read the token key"_s);
    write("[server]\nworkers = 7\n");
    reload();
    QVERIFY(m_outcome->error && m_outcome->error->message.contains(u"the old one stays: cannot read the token key"_s));
    QVERIFY(!m_applied);
}

void ReloadTest::nothingIsReloadedOnceStoppingBegan()
{
    reload();
    m_applied.reset();
    m_outcome.reset();
    write("[server]\nworkers = 3\n");
    QVERIFY(m_hub->submit(serverActor(), ReloadConfiguration{}, m_hub.get(),
                          [this](const core::CommandOutcome &outcome) { m_outcome = outcome; }));
    m_reload->dismiss(); // while the file is read
    QTRY_VERIFY(m_outcome);
    QVERIFY(m_outcome->error && m_outcome->error->message.contains("the server is being stopped"_L1));
    QVERIFY(!m_applied);
    QVERIFY(!m_hub->submit(serverActor(), ReloadConfiguration{}));
}

void ReloadTest::aBadCertificateIsSaid()
{
    write({});
    m_broken = {u"port 9000: cannot read the certificate"_s};
    reload();
    QVERIFY(!m_outcome->error);
    QCOMPARE(report().problems, m_broken);
}

QTEST_GUILESS_MAIN(ReloadTest)
#include "tst_reload.moc"
