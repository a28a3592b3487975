// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/search/outputsearch.h"

#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/process/descriptor.h"
#include "server/core/runtime/search/filescan.h"

#include <QDir>
#include <QElapsedTimer>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qint64 stretchBytes = 64 << 20; // of one file between two looks at the clock

// Ids begin with the time they were made at (Ids).
QStringList newestFirst(const QString &directory, const QString &from)
{
    QStringList ids = QDir(directory).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    ids.removeIf([&from](const QString &id) {
        return (!from.isEmpty() && id > from) || QUuid::fromString(id).toString(QUuid::WithoutBraces) != id;
    });
    std::sort(ids.begin(), ids.end(), std::greater());
    return ids;
}

// Of a run with nodes, "output" is a copy of what its last ones printed. What a call that prints much has set aside
// ("output.old") cannot be asked for while it runs, and is part of "output" afterwards.
QStringList outputsIn(const QString &folder)
{
    const QStringList nodes =
        QDir(folder).entryList({u"*.out"_s, u"*.out.part"_s, u"*.err"_s}, QDir::Files, QDir::Name);
    return nodes.isEmpty() ? QDir(folder).entryList({u"output"_s}, QDir::Files, QDir::Name) : nodes;
}

class Search
{
public:
    Search(const QString &directory, const LinePattern &pattern, Milliseconds atMost, qint64 mostLines)
        : m_directory(directory)
        , m_pattern(pattern)
        , m_atMost(atMost)
        , m_mostLines(mostLines)
    {
        m_timer.start();
    }

    OutputStep run(const FindPlace &from)
    {
        for (const QString &id : newestFirst(m_directory, from.executionId)) {
            const bool isFirst = id == from.executionId;
            const QString folder = m_directory % u'/' % id % u'/';
            for (const QString &name : outputsIn(folder)) {
                if (isFirst && name < from.fileName)
                    continue;
                FindPlace place{{}, id, name, isFirst && name == from.fileName ? from.offset : 0};
                if (!lookThrough(folder, place)) {
                    m_step.next = place;
                    return m_step;
                }
            }
        }
        return m_step;
    }

private:
    bool isEnough() const { return m_timer.hasExpired(m_atMost.count()) || m_step.found.size() >= m_mostLines; }

    // False: it is enough; place says where to go on.
    bool lookThrough(const QString &folder, FindPlace &place)
    {
        const QByteArray path = QFile::encodeName(folder % place.fileName);
        const Descriptor file(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        struct stat facts = {};
        if (!file.isOpen() || ::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode))
            return true;
        while (place.offset < facts.st_size) {
            if (isEnough())
                return false;
            const qint64 end = std::min<qint64>(facts.st_size, place.offset + stretchBytes);
            const qint64 looked = scan(file, place, end);
            if (looked <= 0)
                return true;
            place.offset += looked;
        }
        return true;
    }

    qint64 scan(const Descriptor &file, const FindPlace &place, qint64 end)
    {
        std::deque<FoundOutput> newest;
        const Scanned scanned =
            scanFile(file.number(), place.offset, end, m_pattern, [&](qint64 offset, qint64, std::string_view line) {
                if (!m_pattern.matches(line))
                    return;
                ++m_step.matches;
                const QByteArrayView bytes(line.data(), static_cast<qsizetype>(line.size()));
                newest.push_back({made(place, offset, bytes), place.fileName});
                if (newest.size() > static_cast<std::size_t>(FindQuery::mostOfOne))
                    newest.pop_front();
            });
        m_step.found.append(QList<FoundOutput>(newest.begin(), newest.end()));
        m_step.looked += scanned.lines;
        m_step.bytes += scanned.bytes;
        return scanned.bytes;
    }

    static FoundLine made(const FindPlace &place, qint64 offset, QByteArrayView line)
    {
        constexpr qsizetype longest = 8 * 1024;
        FoundLine found;
        found.executionId = place.executionId;
        const bool isError = place.fileName.endsWith(u".err"_s);
        found.stream = isError ? OutputStream::Err : OutputStream::Out;
        found.source = isError ? LogSource::Error : LogSource::Output;
        found.number = offset;
        found.text = displayText(line.first(std::min(line.size(), longest)), line.size() > longest);
        return found;
    }

    const QString &m_directory;
    const LinePattern &m_pattern;
    const Milliseconds m_atMost;
    const qint64 m_mostLines;
    QElapsedTimer m_timer;
    OutputStep m_step;
};

} // namespace

OutputStep searchOutputs(const QString &directory, const LinePattern &pattern, const FindPlace &from,
                         Milliseconds atMost, qint64 mostLines)
{
    return Search(directory, pattern, atMost, mostLines).run(from);
}

} // namespace signalbox::core
