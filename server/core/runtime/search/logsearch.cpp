// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/search/logsearch.h"

#include "server/core/runtime/logs/logtext.h"
#include "server/core/runtime/search/filescan.h"

#include <deque>

namespace signalbox::core {

namespace {

struct Hit
{
    qint64 number = 0; // in its file, from 0
    QByteArray line;
};

FoundLine made(const QString &componentId, qint64 number, const Hit &hit)
{
    FoundLine found;
    found.componentId = componentId;
    found.number = number;
    if (const auto stored = parseLogLine(hit.line)) {
        found.time = fromIso(QString::fromLatin1(stored->time)).value_or(Timestamp());
        found.level = stored->level;
        found.source = stored->source;
        found.text = shownText(QString::fromUtf8(stored->text));
    }
    return found;
}

} // namespace

LogStep searchLog(const QString &componentId, const StoredLog &log, const LinePattern &pattern)
{
    LogStep step;
    qint64 behind = 0; // lines in the files that are newer
    for (const LogFile::Contents &file : log.files) {
        std::deque<Hit> newest;
        const qsizetype room = FindQuery::mostOfOne - step.lines.size();
        const Scanned scanned =
            scanFile(file.file.number(), 0, file.bytes, pattern, [&](qint64, qint64 number, std::string_view line) {
                const QByteArrayView bytes(line.data(), static_cast<qsizetype>(line.size()));
                const QByteArrayView text = storedTextOf(bytes);
                if (!pattern.matches({text.data(), static_cast<std::size_t>(text.size())}))
                    return;
                ++step.matches;
                if (room <= 0)
                    return;
                newest.push_back({number, bytes.toByteArray()});
                if (newest.size() > static_cast<std::size_t>(room))
                    newest.pop_front();
            });
        QList<FoundLine> lines;
        for (const Hit &hit : newest)
            lines.append(made(componentId, log.numberOf(behind + scanned.lines - 1 - hit.number), hit));
        step.lines = lines + step.lines;
        step.looked += scanned.lines;
        step.bytes += scanned.bytes;
        behind += scanned.lines;
    }
    return step;
}

} // namespace signalbox::core
