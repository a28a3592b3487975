// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/page.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::dialects;

// Lists of REST, page by page (docs/interface.md, "Lists").
class PageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatHasRoom_data();
    void holdsWhatHasRoom();
    void linksVisitEveryElement();
    void encodesNothingElse();
    void linksKeepTheQuestion();
};

static constexpr qint64 around = 4096; // bytes that a page leaves for what stands around it

static void fill(Page &page, int elements, qsizetype bytes)
{
    for (int number = 0; number < elements; ++number)
        page.add([&] { return QByteArray::number(number).rightJustified(bytes, '0'); });
}

void PageTest::holdsWhatHasRoom_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QByteArray>("array");
    QTest::addColumn<QByteArray>("link"); // its query
    const qint64 many = around + 1000;
    QTest::newRow("all") << 0 << int(Page::unlimited) << many << "[00,01,02]"_ba << QByteArray();
    QTest::newRow("limit") << 0 << 2 << many << "[00,01]"_ba << "?offset=2"_ba;
    QTest::newRow("limit is all") << 0 << 3 << many << "[00,01,02]"_ba << QByteArray();
    QTest::newRow("offset") << 1 << 1 << many << "[01]"_ba << "?offset=2"_ba;
    QTest::newRow("behind the end") << 3 << 1 << many << "[]"_ba << QByteArray();
    QTest::newRow("bytes - 1") << 0 << int(Page::unlimited) << around + 8 << "[00,01]"_ba << "?offset=2"_ba;
    QTest::newRow("bytes") << 0 << int(Page::unlimited) << around + 9 << "[00,01,02]"_ba << QByteArray();
    QTest::newRow("always one") << 0 << int(Page::unlimited) << qint64(0) << "[00]"_ba << "?offset=1"_ba;
    QTest::newRow("none") << 0 << 0 << many << "[]"_ba << QByteArray();
}

void PageTest::holdsWhatHasRoom()
{
    QFETCH(int, offset);
    QFETCH(int, limit);
    QFETCH(qint64, bytes);
    Page page(offset, limit, bytes);
    fill(page, 3, 2);
    QTEST(page.array(), "array");
    QCOMPARE(page.total(), 3);
    const RestResponse response = page.answer({}, page.array());
    QFETCH(QByteArray, link);
    if (link.isEmpty())
        QVERIFY(response.headers.isEmpty());
    else
        QCOMPARE(response.headers.constFirst().second, QByteArray("<" + link + ">; rel=\"next\""));
}

// A client that follows the links sees each element once, and no answer is larger than allowed.
void PageTest::linksVisitEveryElement()
{
    constexpr qint64 most = around + 500;
    QByteArrayList seen;
    int offset = 0;
    for (int pages = 0; offset >= 0; ++pages) {
        QVERIFY(pages < 100);
        Page page(offset, Page::unlimited, most);
        fill(page, 100, 31);
        const RestResponse response = page.answer({}, page.array());
        QVERIFY(response.body.size() <= most);
        seen += response.body.mid(1, response.body.size() - 2).split(',');
        const QByteArray link = response.headers.isEmpty() ? QByteArray() : response.headers.constFirst().second;
        offset = link.isEmpty() ? -1 : link.mid(9, link.indexOf('>') - 9).toInt();
    }
    QCOMPARE(seen.size(), 100);
    for (int number = 0; number < 100; ++number)
        QCOMPARE(seen.at(number).toInt(), number);
}

void PageTest::encodesNothingElse()
{
    Page page(2, 3, around + 1000);
    int encoded = 0;
    for (int number = 0; number < 1000; ++number) {
        page.add([&] {
            ++encoded;
            return "0"_ba;
        });
    }
    QCOMPARE(encoded, 3);
    QCOMPARE(page.total(), 1000);
}

void PageTest::linksKeepTheQuestion()
{
    RequestHead head;
    head.query = {{u"status"_s, u"a&b=c d>"_s}, {u"offset"_s, u"0"_s}, {u"token"_s, u"secret"_s}, {u"limit"_s, u"1"_s}};
    Page page(0, 1, around + 1000);
    fill(page, 2, 1);
    QCOMPARE(page.answer(head, {}).headers.constFirst().second,
             "<?status=a%26b%3Dc%20d%3E&limit=1&offset=1>; rel=\"next\""_ba);
    // A part of a list whose length is known otherwise.
    Page part(0, 2, around + 1000);
    fill(part, 2, 1);
    QVERIFY(part.answer(head, {}, Page::Part{10, 12}).headers.isEmpty());
    QVERIFY(part.answer(head, {}, Page::Part{10, 13}).headers.constFirst().second.contains("offset=12>"));
}

QTEST_GUILESS_MAIN(PageTest)
#include "tst_page.moc"
