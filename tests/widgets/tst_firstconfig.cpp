// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes where there is no configuration yet is what --init writes: a file that starts, with this password.
#include "app/init.h"
#include "server/core/auth/passwords.h"
#include "server/core/config/configio.h"
#include "server/dialectlist.h"
#include "widgets/dialogs/firstconfigdialog.h"

#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::widgets;

class FirstConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatStarts();
    void touchesNothingThatIsThere();
};

namespace {

FirstConfiguration at(const QString &path)
{
    return {path, app::firstUser(), [path](const QString &password) { return app::writeFirstConfig(path, password); },
            &app::makePassword};
}

} // namespace

void FirstConfigTest::writesWhatStarts()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"signalbox/signalbox.toml"_s);
    FirstConfigDialog dialog(at(path));
    QSignalSpy written(&dialog, &FirstConfigDialog::written);
    for (QLineEdit *field : {&dialog.password(), &dialog.again()})
        QTest::keyClicks(field, u"admin"_s);
    dialog.writeButton().click();
    QVERIFY(written.isEmpty());
    QCOMPARE(dialog.error(), u"Everybody tries that one first. Choose another."_s);
    QVERIFY(!QFileInfo::exists(path));
    dialog.makeOne().click();
    const QString password = dialog.password().text();
    QCOMPARE(password.size(), 19);
    dialog.writeButton().click();
    QCOMPARE(written.size(), 1);
    QCOMPARE(QFileInfo(path).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    const core::ConfigOutcome outcome = core::loadConfig(path, defaultConfig());
    QVERIFY2(outcome.isGood(), qPrintable(outcome.problems.value(0).toString()));
    QCOMPARE(outcome.config.components.size(), core::exampleConfig(defaultConfig()).components.size());
    QCOMPARE(outcome.config.users.size(), 1);
    QCOMPARE(outcome.config.users[0].name, app::firstUser());
    QVERIFY(outcome.config.users[0].password.isEmpty());
    QVERIFY(core::verifyPassword(outcome.config.users[0].passwordHash, password));
}

void FirstConfigTest::touchesNothingThatIsThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"signalbox.toml"_s);
    QFile mine(path);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("# mine\n") > 0);
    mine.close();
    FirstConfigDialog dialog(at(path));
    dialog.makeOne().click();
    dialog.writeButton().click();
    QCOMPARE(dialog.error(), path + u" is there already, and stays as it is."_s);
    QVERIFY(dialog.openButton().isHidden());
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("# mine\n"));
}

QTEST_MAIN(FirstConfigTest)
#include "tst_firstconfig.moc"
