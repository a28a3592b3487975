// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/storage/seenmarks.h"

#include "server/core/runtime/process/regularfile.h"

#include <QFile>
#include <QSaveFile>

#include <fcntl.h>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

Result<void> write(const QString &path, const QByteArray &text)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (file.write(text) == text.size() && file.commit())
            return {};
    }
    return unexpected(ErrorCode::Internal, u"cannot write '%1': %2; what was seen is forgotten at the next start"_s.arg(
                                               path, file.errorString()));
}

} // namespace

namespace {

constexpr qint64 mostBytes = 16 << 20; // half a million ids, far more than [server] retention keeps

} // namespace

SeenMarks::SeenMarks(Hub &hub, const QString &dataDirectory)
    : m_hub(hub)
    , m_file(dataDirectory % u"/seen"_s)
    , m_writer(u"seen"_s)
{
    const Result<Descriptor> opened = openRegularFile(m_file, O_RDONLY, Links::Refused);
    m_isFirst = !opened && opened.error().code == ErrorCode::NotFound;
    QFile file;
    if (opened && file.open(opened->number(), QIODevice::ReadOnly)) {
        for (const QByteArray &id : file.read(mostBytes).split('\n'))
            m_seen.insert(QString::fromLatin1(id));
    }
    if (m_isFirst) // so that what fails from now on is unseen after a restart, too
        m_writer.run([path = m_file] { (void)write(path, {}); });
}

// An execution that this start found unfinished is news, whatever was there before.
void SeenMarks::restore(Execution &execution) const
{
    const bool isOld = m_isFirst && execution.state == ExecutionState::Failed;
    execution.isUnseen = isFailure(execution.state) && !isOld && !m_seen.contains(execution.id);
}

Result<QString> SeenMarks::handle(const Command &command)
{
    const auto *request = std::get_if<MarkSeen>(&command.body);
    if (!request)
        return unexpected(ErrorCode::Unsupported, u"this is no command about what was seen"_s);
    QList<Execution> marked;
    for (const Execution &execution : m_hub.snapshot().executions) {
        if (execution.isUnseen && (request->executionIds.isEmpty() || request->executionIds.contains(execution.id)))
            marked.append(execution);
    }
    for (Execution &execution : marked) {
        execution.isUnseen = false;
        (void)m_hub.record(ExecutionChanged{execution}, &command);
    }
    const QString subject = request->executionIds.join(u',');
    m_writer.ask([path = m_file, text = text()] { return write(path, text); }, this,
                 [this, command, subject](const Result<void> &written) {
                     m_hub.complete(command, subject, written ? std::nullopt : std::optional(written.error()));
                 });
    return subject;
}

QByteArray SeenMarks::text() const
{
    QByteArray ids;
    for (const Execution &execution : m_hub.snapshot().executions) {
        if (isFailure(execution.state) && !execution.isUnseen)
            ids += execution.id.toLatin1() + '\n';
    }
    return ids;
}

} // namespace signalbox::core
