// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/process/ownprogram.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString ownProgram(const QString &name)
{
    // The folder is right even when an upgrade has put another file in the place of the program that runs.
    const QDir here(QFileInfo(QFile::symLinkTarget(u"/proc/self/exe"_s)).path());
    const QString beside = here.filePath(name);
    return QFileInfo::exists(beside) ? beside : QDir::cleanPath(here.filePath(u"../lib/signalbox/"_s + name));
}

} // namespace signalbox::core
