// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/utf8sanitizer.h"

#include <QRandomGenerator>
#include <QTest>

using namespace signalbox::pow;

namespace {

QByteArray clean(const QByteArray &bytes, const QList<qsizetype> &cuts)
{
    Utf8Sanitizer sanitizer;
    QByteArray result;
    qsizetype from = 0;
    for (const qsizetype cut : cuts) {
        result += sanitizer.add(bytes.sliced(from, cut - from));
        if (!QByteArrayView(result).isValidUtf8())
            return "what is sent on the way is no UTF-8";
        from = cut;
    }
    result += sanitizer.add(bytes.sliced(from));
    result += sanitizer.finish();
    return result;
}

// QString's reading of the bytes; the dot keeps the byte order mark that QString drops at the beginning of a text.
QByteArray expected(const QByteArray &bytes)
{
    return QString::fromUtf8('.' + bytes).toUtf8().sliced(1);
}

} // namespace

class Utf8Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleans_data();
    void cleans();
    void anyBytesAnyCuts();
    void doesNotCopyWhatIsValid();
    void waitsForTheRest();
};

void Utf8Test::cleans_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("ascii") << QByteArray("hello\n");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("two, three, four") << QByteArray("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x90\xa7");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbfx");
    QTest::newRow("highest") << QByteArray("\xf4\x8f\xbf\xbf");
    QTest::newRow("beyond the highest") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf \xe0\x80\xaf \xf0\x80\x80\xaf");
    QTest::newRow("surrogates") << QByteArray("\xed\xa0\x80\xed\xb0\x80");
    QTest::newRow("lone continuations") << QByteArray("\x80\xbf\x80");
    QTest::newRow("cut by ascii") << QByteArray("\xf0\x9f\x90"
                                                "a");
    QTest::newRow("cut by a lead") << QByteArray("\xe2\x82\xc3\xa9");
    QTest::newRow("cut by the end") << QByteArray("a\xf0\x9f\x90");
    QTest::newRow("no lead bytes") << QByteArray("\xfe\xff\xf5\xf8");
    QTest::newRow("noncharacters") << QByteArray("\xef\xbf\xbe\xef\xbf\xbf\xef\xb7\x90");
}

void Utf8Test::cleans()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second)
            QCOMPARE(clean(bytes, {first, second}), expected(bytes));
    }
}

void Utf8Test::anyBytesAnyCuts()
{
    QRandomGenerator random(20'251'017);
    // Bytes that begin, continue and break code points, far more often than in random bytes.
    const QByteArray likely("a\x80\xa0\x90\x8f\x9f\xbf\xc3\xc0\xe0\xe2\xed\xef\xf0\xf4\xf5\xff\xbb\n\0", 20);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes;
        for (quint32 left = random.bounded(40U); left > 0; --left)
            bytes.append(random.bounded(4) == 0 ? static_cast<char>(random.bounded(256))
                                                : likely.at(random.bounded(static_cast<int>(likely.size()))));
        QList<qsizetype> cuts;
        for (quint32 left = random.bounded(6U); left > 0; --left)
            cuts.append(random.bounded(static_cast<int>(bytes.size()) + 1));
        std::sort(cuts.begin(), cuts.end());
        if (clean(bytes, cuts) != expected(bytes))
            qWarning() << "round" << round << bytes.toHex(' ') << cuts;
        QCOMPARE(clean(bytes, cuts), expected(bytes));
    }
}

void Utf8Test::doesNotCopyWhatIsValid()
{
    Utf8Sanitizer sanitizer;
    const QByteArray bytes("gr\xc3\xbc\xc3\x9f dich\n");
    QCOMPARE(static_cast<const void *>(sanitizer.add(bytes).constData()), static_cast<const void *>(bytes.constData()));
}

void Utf8Test::waitsForTheRest()
{
    Utf8Sanitizer sanitizer;
    QCOMPARE(sanitizer.add("a\xe2"), "a");
    QCOMPARE(sanitizer.add("\x82"), "");
    QCOMPARE(sanitizer.add("\xac"
                           "b"),
             "\xe2\x82\xac"
             "b");
    QCOMPARE(sanitizer.add("\xe2\x82"), "");
    QCOMPARE(sanitizer.finish(), "\xef\xbf\xbd\xef\xbf\xbd");
    QCOMPARE(sanitizer.finish(), "");
}

QTEST_GUILESS_MAIN(Utf8Test)
#include "tst_utf8.moc"
