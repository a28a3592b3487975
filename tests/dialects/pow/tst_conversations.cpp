// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codes.h"
#include "tests/dialects/pow/world.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace signalbox;
using namespace signalbox::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList conversations()
{
    return QDir(QString::fromUtf8(POW_FIXTURES)).entryList({u"*.txt"_s}, QDir::Files);
}

QByteArray unescape(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text.at(at);
        const char next = at + 1 < text.size() ? text.at(at + 1) : '\0';
        if (c != '\\') {
            bytes.append(c);
        } else if (next == 'x') {
            bytes.append(QByteArray::fromHex(text.mid(at + 2, 2)));
            at += 3;
        } else {
            bytes.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            ++at;
        }
    }
    return bytes;
}

// Plays the lines of a fixture on one connection.
class Conversation
{
public:
    // Empty, or the problem.
    QByteArray play(const QByteArray &line)
    {
        const auto after = [&](QByteArrayView start) { return unescape(line.sliced(start.size())); };
        const auto starts = [&](QByteArrayView start) { return line.startsWith(start); };
        if (line.isEmpty() || starts("#") || starts("rows: "))
            return {};
        if (starts("role "))
            return m_role = *roleFromString(QString::fromLatin1(after("role "))), QByteArray();
        if (!m_dialect && !m_isGone)
            m_dialect = m_world.connect(m_peer, m_role);
        if (line == ".")
            return m_peer.messages.isEmpty() ? QByteArray() : "but there was " + m_peer.messages.first().payload;
        if (starts("~ "))
            return m_world.clock.advance(Milliseconds(after("~ ").toInt())), QByteArray();
        if (starts("> "))
            return send(after("> "));
        if (starts("< "))
            return expect(after("< "));
        if (starts("! "))
            return act(after("! "));
        return starts("? ") ? check(after("? ")) : "what is this line?"_ba;
    }

    // Empty, or a frame or close that the fixture does not mention.
    QByteArray finish()
    {
        if (!m_peer.messages.isEmpty())
            return "left: " + m_peer.messages.first().payload;
        return m_peer.closed && !m_sawClose ? "closed, but not expected to be"_ba : QByteArray();
    }

private:
    QByteArray send(const QByteArray &frame)
    {
        if (frame == "gone") {
            m_dialect->closed();
            m_dialect.reset();
            m_isGone = true;
        } else if (frame.startsWith("text ")) {
            m_dialect->textReceived(frame.sliced(5));
        } else if (frame.startsWith("binary ")) {
            m_dialect->binaryReceived(frame.sliced(7));
        } else {
            return "no such frame";
        }
        return {};
    }

    QByteArray expect(const QByteArray &frame)
    {
        if (frame == "close 1000") {
            m_sawClose = true;
            if (!m_peer.closed || !m_peer.messages.isEmpty())
                return m_peer.closed ? "there is more before it"_ba : "it is open"_ba;
            return *m_peer.closed == std::pair<quint16, QString>(1000, {}) ? QByteArray() : "closed otherwise"_ba;
        }
        if (m_peer.messages.isEmpty())
            return "but nothing was sent";
        const FakePeer::Message message = m_peer.messages.takeFirst();
        const QByteArray got = (message.isBinary ? "binary " : "text ") + message.payload;
        return got == frame ? QByteArray() : "but it was " + got;
    }

    QByteArray act(const QByteArray &deed)
    {
        FakeProcesses &processes = m_world.processes;
        const auto ends = [&](ExecutionState state, qsizetype words) {
            processes.ends(processes.newest, state, QString::fromUtf8(deed.mid(words)));
        };
        if (deed == "stubborn")
            processes.isStubborn = true;
        else if (!processes.running.contains(processes.newest))
            return "nothing runs";
        else if (deed.startsWith("writes "))
            processes.writes(processes.newest, deed.sliced(7));
        else if (deed == "succeeds")
            ends(ExecutionState::Succeeded, deed.size());
        else if (deed.startsWith("fails "))
            ends(ExecutionState::Failed, 6);
        else if (deed.startsWith("cancelled "))
            ends(ExecutionState::Cancelled, 10);
        else if (deed == "interrupted")
            ends(ExecutionState::Interrupted, deed.size());
        else
            return "no such deed";
        return {};
    }

    QByteArray check(const QByteArray &question)
    {
        FakeProcesses &processes = m_world.processes;
        const bool runs = processes.running.contains(processes.newest);
        if (question == "nothing runs")
            return processes.running.isEmpty() ? QByteArray() : "but something does"_ba;
        // A process that has ended already was told to end, too.
        if (question == "told to end")
            return !processes.newest.isEmpty() && (!runs || processes.running[processes.newest].isAskedToEnd)
                       ? QByteArray()
                       : "nobody told it"_ba;
        if (!runs)
            return "nothing runs";
        FakeProcesses::Process &process = processes.running[processes.newest];
        if (question == "input closed")
            return process.isInputClosed ? QByteArray() : "it is open"_ba;
        if (!question.startsWith("input "))
            return "no such question";
        const QByteArray input = std::exchange(process.input, {});
        return input == question.sliced(6) ? QByteArray() : "but it was " + input;
    }

    World m_world;
    FakePeer m_peer;
    Role m_role = Role::Operator;
    std::unique_ptr<dialects::Session> m_dialect;
    bool m_isGone = false;
    bool m_sawClose = false;
};

} // namespace

class ConversationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plays_data();
    void plays();
    void everyRowHasAConversation();
    void readmeShowsTheTable();
    void readmeNamesTestsThatExist();
};

void ConversationsTest::plays_data()
{
    QTest::addColumn<QString>("file");
    for (const QString &name : conversations())
        QTest::newRow(qPrintable(name)) << QString::fromUtf8(POW_FIXTURES "/") + name;
}

void ConversationsTest::plays()
{
    QFETCH(QString, file);
    Conversation conversation;
    int number = 0;
    const QList<QByteArray> lines = contentOf(file).split('\n');
    QVERIFY(lines.constFirst().startsWith("rows: "));
    for (const QByteArray &line : lines) {
        const QByteArray problem = conversation.play(line);
        ++number;
        const QByteArray where = "line " + QByteArray::number(number) + ": " + line + "  (" + problem + ")";
        QVERIFY2(problem.isEmpty(), where.constData());
    }
    const QByteArray problem = conversation.finish();
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void ConversationsTest::everyRowHasAConversation()
{
    QSet<QByteArray> shown;
    for (const QString &name : conversations()) {
        const QByteArray first = contentOf(QString::fromUtf8(POW_FIXTURES "/") + name).split('\n').constFirst();
        for (const QByteArray &row : first.sliced(6).split(' '))
            shown.insert(row);
    }
    for (const pow::Row &row : pow::frameTable)
        QVERIFY2(shown.remove(row.id), row.id);
    QVERIFY2(shown.isEmpty(), "rows that the table does not have");
}

void ConversationsTest::readmeShowsTheTable()
{
    QVERIFY(contentOf(QString::fromUtf8(POW_README)).contains(pow::protocolTable().toUtf8()));
}

// The README's list of sentences names tests; each of them must exist.
void ConversationsTest::readmeNamesTestsThatExist()
{
    const QString readme = QString::fromUtf8(contentOf(QString::fromUtf8(POW_README)));
    int named = 0;
    static const QRegularExpression fixture(u"`([a-z-]+\\.txt)`"_s);
    for (auto found = fixture.globalMatch(readme); found.hasNext(); ++named) {
        const QString name = found.next().captured(1);
        QVERIFY2(QFile::exists(QString::fromUtf8(POW_FIXTURES "/") + name), qPrintable(name));
    }
    static const QRegularExpression function(u"`(tst_[a-z0-9]+)::([A-Za-z]+)`"_s);
    for (auto found = function.globalMatch(readme); found.hasNext(); ++named) {
        const QRegularExpressionMatch match = found.next();
        const QByteArray source = contentOf(QString::fromUtf8(POW_TESTS "/") + match.captured(1) + u".cpp"_s);
        const QByteArray definition = "::" + match.captured(2).toUtf8() + "()";
        QVERIFY2(source.contains(definition), qPrintable(match.captured()));
    }
    QVERIFY(named > 20);
}

QTEST_GUILESS_MAIN(ConversationsTest)
#include "tst_conversations.moc"
