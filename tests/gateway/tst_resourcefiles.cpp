// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/resourcefiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::dialects;

class TestResourceFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serves();
    void neverLeavesItsRoot_data();
    void neverLeavesItsRoot();
};

void TestResourceFiles::serves()
{
    QTemporaryDir folder;
    QFile page(folder.filePath(u"index.html"_s));
    QVERIFY(page.open(QIODevice::WriteOnly));
    page.write("<p>hello");
    page.close();
    ResourceFiles files(folder.path());
    RequestHead head;
    const RestResponse first = files.serve(head, u"index.html"_s);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.body, QByteArray("<p>hello"));
    QCOMPARE(first.contentType, QByteArray("text/html; charset=utf-8"));
    const QHash<QByteArray, QByteArray> headers(first.headers.cbegin(), first.headers.cend());
    QVERIFY(headers.value("Content-Security-Policy").startsWith("default-src 'self'"));
    head.headers = {{"if-none-match", "\"other\", W/" + headers.value("ETag")}};
    const RestResponse second = files.serve(head, u"index.html"_s);
    QCOMPARE(second.status, 304);
    QVERIFY(second.body.isEmpty());
    head.headers = {{"if-none-match", "\"other\""}};
    QCOMPARE(files.serve(head, u"index.html"_s).status, 200);
    QCOMPARE(files.serve(head, u"nope.html"_s).status, 404);
}

void TestResourceFiles::neverLeavesItsRoot_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"", "/", ".", "..", "../secret", "a/../../secret", "./secret", "//etc/passwd"})
        QTest::addRow("'%s'", file) << QString::fromLatin1(file);
}

void TestResourceFiles::neverLeavesItsRoot()
{
    QFETCH(QString, file);
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"root"_s));
    QFile secret(folder.filePath(u"secret"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    ResourceFiles files(folder.filePath(u"root"_s));
    QVERIFY(!files.contains(file));
    QCOMPARE(files.serve({}, file).status, 404);
}

QTEST_GUILESS_MAIN(TestResourceFiles)
#include "tst_resourcefiles.moc"
