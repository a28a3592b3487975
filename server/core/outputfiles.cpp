// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/outputfiles.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qint64 chunkAtMost = 16 << 20;
constexpr QLatin1String partSuffix{".part"};
constexpr QLatin1String outputSuffix{".out"};

using Note = std::array<qint64, 2>; // bytes of output, of errors
constexpr qsizetype noteBytes = sizeof(Note);

QString baseOf(QString name)
{
    if (name.endsWith(partSuffix))
        name.chop(partSuffix.size());
    if (name.endsWith(outputSuffix))
        name.chop(outputSuffix.size());
    return name;
}

Unexpected noOutput()
{
    return unexpected(ErrorCode::NotFound, u"output not found"_s);
}

// A task can put a FIFO in the place of what it printed, which to open would have the server wait, or a link to what only the
// server may read; at any moment, so that what is looked at is what was opened.
bool openToRead(QFile &file)
{
    const int opened =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    struct stat facts = {};
    if (opened >= 0 && ::fstat(opened, &facts) == 0 && S_ISREG(facts.st_mode))
        return file.open(opened, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (opened >= 0)
        ::close(opened);
    return false;
}

// The output may have been completed and renamed since its name was recorded.
QString nameThere(const QString &folder, const QString &name)
{
    const bool isRenamed = name.endsWith(partSuffix) && !QFile::exists(folder % name);
    return isRenamed ? name.chopped(partSuffix.size()) : name;
}

// A stretch of one stream of all that is asked for.
struct Stretch
{
    bool isError = false;
    qint64 from = 0;
    qint64 bytes = 0;
};

// What can be read of both streams by now, in its order.
class Merged
{
public:
    Merged(const QString &folder, const QString &outputName)
        : m_output(folder % nameThere(folder, outputName))
        , m_error(folder % errorNameOf(outputName))
    {
        QFile order(folder % orderNameOf(outputName));
        const QByteArray notes = openToRead(order) ? order.readAll() : QByteArray();
        // After the notes, so that each of them finds the output that it speaks of.
        const qint64 errorBytes = openToRead(m_error) ? m_error.size() : 0;
        const qint64 outputBytes = openToRead(m_output) ? m_output.size() : 0;
        Note before{};
        bool isWhole = true;
        for (qsizetype at = 0; at + noteBytes <= notes.size() && isWhole; at += noteBytes) {
            Note note;
            std::memcpy(note.data(), notes.constData() + at, sizeof note);
            isWhole = note[0] <= outputBytes && note[1] <= errorBytes; // else it is being written just now
            note = {std::clamp(note[0], before[0], outputBytes), std::clamp(note[1], before[1], errorBytes)};
            add(false, before[0], note[0]);
            add(true, before[1], note[1]);
            before = note;
        }
        if (!isWhole)
            return;
        add(false, before[0], outputBytes);
        add(true, before[1], errorBytes);
    }

    bool isThere() const { return m_output.isOpen() || m_error.isOpen(); }
    qint64 total() const { return m_total; }

    void read(qint64 offset, qint64 most, OutputChunk &chunk)
    {
        for (const Stretch &stretch : m_stretches) {
            const qint64 skipped = std::min(offset, stretch.bytes);
            offset -= skipped;
            const qint64 wanted = std::min(stretch.bytes - skipped, most - chunk.bytes.size());
            if (wanted <= 0)
                continue;
            QFile &file = stretch.isError ? m_error : m_output;
            const QByteArray bytes = file.seek(stretch.from + skipped) ? file.read(wanted) : QByteArray();
            chunk.bytes += bytes;
            if (!chunk.pieces.isEmpty() && chunk.pieces.constLast().isError == stretch.isError)
                chunk.pieces.last().bytes += bytes.size();
            else
                chunk.pieces.append({bytes.size(), stretch.isError});
            if (bytes.size() < wanted)
                return;
        }
    }

private:
    void add(bool isError, qint64 from, qint64 to)
    {
        if (to > from)
            m_stretches.append({isError, from, to - from});
        m_total += to - from;
    }

    QFile m_output;
    QFile m_error;
    QList<Stretch> m_stretches;
    qint64 m_total = 0;
};

Result<OutputChunk> readFile(const QString &folder, const QString &name, const OutputQuery &query)
{
    OutputChunk chunk;
    chunk.fileName = name;
    QFile file(folder % name);
    if (!openToRead(file))
        return noOutput();
    chunk.totalBytes = file.size();
    if (query.offset > 0 && !file.seek(std::min(query.offset, chunk.totalBytes)))
        return unexpected(ErrorCode::Internal, file.errorString());
    chunk.bytes = file.read(std::clamp(query.maxBytes, qint64(0), chunkAtMost));
    return chunk;
}

} // namespace

QString errorNameOf(const QString &outputName)
{
    return baseOf(outputName) % u".err"_s;
}

QString orderNameOf(const QString &outputName)
{
    return baseOf(outputName) % u".order"_s;
}

void OutputOrder::note(qint64 outputBytes, qint64 errorBytes)
{
    if (m_notes == 0 && !m_file.isOpen())
        (void)m_file.open(QIODevice::ReadWrite | QIODevice::Truncate | QIODevice::Unbuffered,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool goesOn = outputBytes == m_lastOutput;
    if (!m_file.isOpen() || (!goesOn && m_notes == mostNotes))
        return;
    m_notes += goesOn ? 0 : 1;
    m_lastOutput = outputBytes;
    const Note note{outputBytes, errorBytes};
    if (m_file.seek((m_notes - 1) * noteBytes))
        m_file.write(reinterpret_cast<const char *>(note.data()), noteBytes);
}

Result<OutputChunk> readOutput(const QString &folder, const QString &outputName, const OutputQuery &query)
{
    if (query.stream == OutputStream::Err)
        return readFile(folder, errorNameOf(outputName), query);
    if (query.stream == OutputStream::Out)
        return readFile(folder, nameThere(folder, outputName), query);
    Merged merged(folder, outputName);
    if (!merged.isThere())
        return noOutput();
    OutputChunk chunk;
    chunk.fileName = nameThere(folder, outputName);
    chunk.totalBytes = merged.total();
    merged.read(query.offset, std::clamp(query.maxBytes, qint64(0), chunkAtMost), chunk);
    return chunk;
}

Result<OutputChunk> readEverything(const QString &folder, const QList<NodeOutput> &nodes, const OutputQuery &query)
{
    OutputChunk all;
    const qint64 most = std::clamp(query.maxBytes, qint64(0), chunkAtMost);
    const auto take = [&](QByteArrayView bytes) {
        const qint64 skipped = std::clamp(query.offset - all.totalBytes, qint64(0), qint64(bytes.size()));
        all.totalBytes += bytes.size();
        all.bytes += bytes.sliced(skipped).first(std::min(bytes.size() - skipped, most - all.bytes.size()));
    };
    bool isAnyThere = false;
    for (const NodeOutput &node : nodes) {
        Merged merged(folder, node.outputName);
        const bool isThere = !node.outputName.isEmpty() && merged.isThere();
        isAnyThere = isAnyThere || isThere;
        if (!node.heading.isEmpty())
            take(QString((all.totalBytes > 0 ? u"\n==> "_s : u"==> "_s) % node.heading % u" <==\n"_s).toUtf8());
        if (!isThere)
            continue;
        OutputChunk part;
        merged.read(std::max(query.offset - all.totalBytes, qint64(0)), most - all.bytes.size(), part);
        all.totalBytes += merged.total();
        all.bytes += part.bytes;
    }
    if (!isAnyThere)
        return noOutput();
    return all;
}

} // namespace signalbox::core
