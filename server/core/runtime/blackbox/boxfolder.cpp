// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/blackbox/boxfolder.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <sys/stat.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

constexpr qint64 firstLineBytes = 1024;
constexpr qint64 mostBytes = 16 << 20; // of a page, which is a few hundred lines
const QString suffix = u".txt"_s;

// "2024-01-15T10-30-00.000Z.txt": a time in a name that every file system takes.
std::optional<Timestamp> timeIn(const QString &name)
{
    if (!name.endsWith(suffix))
        return std::nullopt;
    QString text = name.chopped(suffix.size());
    constexpr qsizetype minutes = 13;
    constexpr qsizetype seconds = 16;
    if (text.size() != 24)
        return std::nullopt;
    text[minutes] = u':';
    text[seconds] = u':';
    return fromIso(text);
}

QByteArray firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine(firstLineBytes).trimmed() : QByteArray();
}

Timestamp changed(const QFileInfo &file)
{
    return Timestamp(Milliseconds(file.lastModified().toMSecsSinceEpoch()));
}

} // namespace

BoxFolder::BoxFolder(const QString &dataDirectory, const QString &componentId)
    : m_path(dataDirectory % u"/blackbox/"_s % componentId)
{
}

QString BoxFolder::nameFor(Timestamp time)
{
    return toIsoMilliseconds(time).replace(u':', u'-') % suffix;
}

Result<void> BoxFolder::write(const QString &name, const QByteArray &text, int kept) const
{
    const QString parent = m_path.left(m_path.lastIndexOf(u'/'));
    for (const QString &folder : {parent, m_path})
        ::mkdir(QFile::encodeName(folder).constData(), 0700);
    QSaveFile file(m_path % u'/' % name);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit())
        return unexpected(ErrorCode::Internal,
                          u"the black box '%1' cannot be written: %2"_s.arg(file.fileName(), file.errorString()));
    QList<BlackBoxInfo> boxes = list();
    boxes.removeIf([](const BlackBoxInfo &box) { return box.isHealthy; });
    for (const BlackBoxInfo &old : boxes.mid(std::min<qsizetype>(boxes.size(), kept)))
        QFile::remove(m_path % u'/' % old.name);
    return {};
}

QList<BlackBoxInfo> BoxFolder::list() const
{
    QList<BlackBoxInfo> boxes;
    const QFileInfoList files = QDir(m_path).entryInfoList({u'*' % suffix}, QDir::Files | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        const bool isHealthy = file.fileName() == healthyName();
        const std::optional<Timestamp> time = isHealthy ? changed(file) : timeIn(file.fileName());
        if (time)
            boxes.append(
                {file.fileName(), *time, file.size(), QString::fromUtf8(firstLine(file.filePath())), isHealthy});
    }
    std::sort(boxes.begin(), boxes.end(),
              [](const BlackBoxInfo &one, const BlackBoxInfo &other) { return one.time > other.time; });
    return boxes;
}

Result<BlackBox> BoxFolder::read(const QString &name) const
{
    const QList<BlackBoxInfo> boxes = list();
    const auto found = std::ranges::find_if(boxes, [&](const BlackBoxInfo &box) { return box.name == name; });
    QFile file(m_path % u'/' % (found == boxes.cend() ? QString() : found->name));
    if (found == boxes.cend() || !file.open(QIODevice::ReadOnly))
        return unexpected(ErrorCode::NotFound, Why::NoSuchBlackBox);
    return BlackBox{file.read(mostBytes)};
}

} // namespace signalbox::core
