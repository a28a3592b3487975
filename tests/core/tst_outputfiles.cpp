// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/outputfiles.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

// How the two streams of a node lie beside each other, and what of them is read (docs/failures.md, "What a node printed").
class OutputFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void names();
    void inTheOrderInWhichItCame();
    void readsFromAnywhere();
    void growsWithoutMovingWhatWasRead();
    void forgetsNothingBeyondItsNotes();
    void everything();
    void nothing();
    void waitsForNoPipe();

private:
    void print(bool isError, const QByteArray &bytes);
    OutputChunk read(qint64 offset = 0, qint64 most = 1 << 20) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OutputOrder> m_order;
    QString m_path;
};

void OutputFilesTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->path() % u'/';
    m_order = std::make_unique<OutputOrder>(m_path % u"a.order"_s);
}

// As a program and the server do.
void OutputFilesTest::print(bool isError, const QByteArray &bytes)
{
    QFile file(m_path % (isError ? u"a.err"_s : u"a.out.part"_s));
    QVERIFY(file.open(QIODevice::Append));
    if (isError)
        m_order->note(QFile(m_path % u"a.out.part"_s).size(), file.size() + bytes.size());
    file.write(bytes);
}

OutputChunk OutputFilesTest::read(qint64 offset, qint64 most) const
{
    OutputQuery query;
    query.offset = offset;
    query.maxBytes = most;
    query.stream = OutputStream::Both;
    const Result<OutputChunk> chunk = readOutput(m_path, u"a.out.part"_s, query);
    return chunk ? *chunk : OutputChunk();
}

void OutputFilesTest::names()
{
    QCOMPARE(errorNameOf(u"a.out"_s), u"a.err"_s);
    QCOMPARE(errorNameOf(u"a.out.part"_s), u"a.err"_s);
    QCOMPARE(orderNameOf(u"a.out.part"_s), u"a.order"_s);
}

void OutputFilesTest::inTheOrderInWhichItCame()
{
    print(true, "e1\n");
    print(false, "o1\n");
    print(true, "e2\n");
    print(true, "e3\n");
    print(false, "o2\n");
    const OutputChunk chunk = read();
    QCOMPARE(chunk.bytes, "e1\no1\ne2\ne3\no2\n"_ba);
    QCOMPARE(chunk.totalBytes, 15);
    const QList<OutputPiece> pieces{{3, true}, {3, false}, {6, true}, {3, false}};
    QCOMPARE(chunk.pieces, pieces);
    QVERIFY(QFile::rename(m_path % u"a.out.part"_s, m_path % u"a.out"_s)); // complete
    QCOMPARE(read().bytes, chunk.bytes);
    QCOMPARE(read().fileName, u"a.out"_s);
    OutputQuery query;
    query.stream = OutputStream::Err;
    QCOMPARE(readOutput(m_path, u"a.out"_s, query)->bytes, "e1\ne2\ne3\n"_ba);
    query.stream = OutputStream::Out;
    QCOMPARE(readOutput(m_path, u"a.out"_s, query)->bytes, "o1\no2\n"_ba);
}

void OutputFilesTest::readsFromAnywhere()
{
    print(false, "abc");
    print(true, "DE");
    print(false, "fgh");
    const QByteArray all = "abcDEfgh";
    for (int offset = 0; offset <= all.size() + 1; ++offset) {
        for (int most = 0; most <= all.size(); ++most) {
            const OutputChunk chunk = read(offset, most);
            QCOMPARE(chunk.bytes, all.mid(offset, most));
            qint64 bytes = 0;
            for (const OutputPiece &piece : chunk.pieces)
                bytes += piece.bytes;
            QCOMPARE(bytes, chunk.bytes.size());
        }
    }
}

void OutputFilesTest::growsWithoutMovingWhatWasRead()
{
    QByteArray seen;
    for (int i = 0; i < 50; ++i) {
        print(i % 3 == 0, QByteArray::number(i) + ' ');
        if (i % 3 == 0) { // between note and write
            m_order->note(QFile(m_path % u"a.out.part"_s).size(), QFile(m_path % u"a.err"_s).size() + 2);
            seen += read(seen.size()).bytes;
            print(true, "x ");
        }
        seen += read(seen.size()).bytes;
    }
    QCOMPARE(read().bytes, seen);
    QCOMPARE(read().totalBytes, seen.size());
}

void OutputFilesTest::forgetsNothingBeyondItsNotes()
{
    QFile output(m_path % u"a.out.part"_s);
    QVERIFY(output.open(QIODevice::WriteOnly));
    output.write(QByteArray(OutputOrder::mostNotes + 10, 'o'));
    output.close();
    for (int i = 1; i <= OutputOrder::mostNotes + 10; ++i)
        m_order->note(i, i);
    QFile errors(m_path % u"a.err"_s);
    QVERIFY(errors.open(QIODevice::WriteOnly));
    errors.write(QByteArray(OutputOrder::mostNotes + 10, 'e'));
    errors.close();
    const OutputChunk chunk = read();
    QCOMPARE(chunk.bytes.first(4), "oeoe"_ba);
    QCOMPARE(chunk.bytes.last(20), QByteArray(10, 'o') + QByteArray(10, 'e'));
    QCOMPARE(QFile(m_path % u"a.order"_s).size(), OutputOrder::mostNotes * 16);
}

void OutputFilesTest::everything()
{
    print(false, "out");
    print(true, "err\n");
    const QList<NodeOutput> nodes{{u"a, failed"_s, u"a.out.part"_s}, {u"b, cancelled"_s, {}}};
    const QByteArray all = "==> a, failed <==\nouterr\n\n==> b, cancelled <==\n";
    for (int offset = 0; offset <= all.size() + 1; ++offset) {
        for (const int most : {0, 1, 7, 1000}) {
            OutputQuery query;
            query.offset = offset;
            query.maxBytes = most;
            const Result<OutputChunk> chunk = readEverything(m_path, nodes, query);
            QVERIFY(chunk);
            QCOMPARE(chunk->bytes, all.mid(offset, most));
            QCOMPARE(chunk->totalBytes, all.size());
        }
    }
}

void OutputFilesTest::nothing()
{
    for (const OutputStream stream : {OutputStream::Out, OutputStream::Err, OutputStream::Both}) {
        OutputQuery query;
        query.stream = stream;
        QCOMPARE(readOutput(m_path, u"a.out"_s, query).error().code, ErrorCode::NotFound);
    }
    QCOMPARE(readEverything(m_path, {{u"a"_s, u"a.out"_s}}, {}).error().code, ErrorCode::NotFound);
}

// That a task put in the place of what it printed.
void OutputFilesTest::waitsForNoPipe()
{
    for (const QString &name : {u"a.out"_s, u"a.err"_s, u"a.order"_s})
        QCOMPARE(::mkfifo(QFile::encodeName(m_path % name).constData(), 0600), 0);
    ::alarm(20); // ends the test that waits
    nothing();
    ::alarm(0);
}

QTEST_GUILESS_MAIN(OutputFilesTest)
#include "tst_outputfiles.moc"
