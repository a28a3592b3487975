// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/archive.h"

#include "server/model/words/oneline.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

constexpr char regularFile = '-'; // as the first letter of a line of `tar --list --verbose`
constexpr char folderType = 'd';

QString kindText(char kind)
{
    switch (kind) {
    case 'l':
        return u"a link"_s;
    case 'h':
        return u"a second name of another file"_s;
    case 'p':
        return u"a pipe"_s;
    case 's':
        return u"a socket"_s;
    case 'b':
    case 'c':
        return u"a device"_s;
    default:
        return u"nothing that a backup has"_s;
    }
}

// Whether the server, or SQLite, opens a file of this name in the data directory.
bool isOpenedByName(const QStringList &parts)
{
    return parts.size() == 1
           && (parts.constFirst() == "jwt.key"_L1 || parts.constFirst() == "seen"_L1
               || parts.constFirst().startsWith("signalbox.db"_L1));
}

Unexpected refusal(const QString &name, const QString &why)
{
    return unexpected(ErrorCode::InvalidArgument,
                      u"in it '%1' %2 (is it a backup of Signalbox?)"_s.arg(spelled(name), why));
}

// One line, as `-rw------- 0/0 12 2026-11-30 10:30:00 "./a \"b\""`: neither owner nor time has a quote in it.
Result<void> checkEntry(const QString &line)
{
    static const QRegularExpression quoted(uR"re("((?:[^"\\]++|\\.)*+)")re"_s);
    const QString name = quoted.match(line).captured(1);
    const char kind = line.isEmpty() ? '\0' : line.front().toLatin1();
    QStringList parts = name.split(u'/', Qt::SkipEmptyParts);
    if (name.isEmpty() || name.startsWith(u'/') || parts.contains(".."_L1))
        return refusal(name, u"leads out of the data directory"_s);
    parts.removeAll(u"."_s);
    if (kind == regularFile || kind == folderType)
        return {};
    const bool isLeftOut = kind == 'l' || kind == 'p' || kind == 's';
    if (isOpenedByName(parts) || !(isLeftOut || kind == 'h'))
        return refusal(name, u"is %1"_s.arg(kindText(kind)));
    return {};
}

} // namespace

Result<void> checkArchive(const QString &file)
{
    QProcess tar;
    tar.start(u"tar"_s, {u"--force-local"_s, u"--list"_s, u"--verbose"_s, u"--numeric-owner"_s, u"--full-time"_s,
                         u"--quoting-style=c"_s, "--file="_L1 + file});
    for (bool isOpen = true; isOpen;) {
        isOpen = tar.waitForReadyRead(-1);
        while (tar.canReadLine()) {
            const Result<void> checked = checkEntry(QString::fromLocal8Bit(tar.readLine()));
            if (checked)
                continue;
            tar.kill();
            tar.waitForFinished(-1);
            return checked;
        }
    }
    tar.waitForFinished(-1);
    if (tar.error() == QProcess::FailedToStart)
        return unexpected(ErrorCode::Internal, u"tar cannot be run: %1"_s.arg(tar.errorString()));
    if (tar.exitStatus() != QProcess::NormalExit || tar.exitCode() != 0)
        return unexpected(ErrorCode::Internal,
                          QString::fromLocal8Bit(tar.readAllStandardError()).trimmed().replace(u"\n"_s, u"; "_s));
    return {};
}

QStringList removeAllButFiles(const QString &folder)
{
    constexpr QFile::Permissions ofFile = QFile::ReadOwner | QFile::WriteOwner;
    constexpr QFile::Permissions ofFolder = ofFile | QFile::ExeOwner;
    QStringList others;
    QStringList folders{folder};
    while (!folders.isEmpty()) {
        const QString next = folders.takeLast();
        QFile::setPermissions(next, QFileInfo(next).permissions() | ofFolder); // before what is in it is asked for
        const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
        for (const QFileInfo &entry : QDir(next).entryInfoList(all)) {
            const QString path = entry.filePath();
            if (entry.isSymLink() || (!entry.isFile() && !entry.isDir())) {
                QFile::remove(path);
                others.append(path.mid(folder.size() + 1));
            } else if (entry.isDir()) {
                folders.append(path);
            } else {
                QFile::setPermissions(path, entry.permissions() | ofFile);
            }
        }
    }
    return others;
}

} // namespace signalbox::app
