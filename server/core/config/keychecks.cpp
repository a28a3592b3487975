// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/keychecks.h"

namespace signalbox::core {

QString checkId(const QString &text)
{
    return isConfiguredId(text) ? QString()
                                : u"cannot be '%1' (1 to 64 of a-z, 0-9, _ and -, beginning with a letter "
                                  "or digit)"_s.arg(text.left(80));
}

QString checkNotEmpty(const QString &text)
{
    return text.trimmed().isEmpty() ? u"is empty (fill it in or leave the key out)"_s : QString();
}

QString checkFiles(const QStringList &paths)
{
    return paths.contains(QString()) ? u"has an empty path (remove it)"_s : QString();
}

QString checkCommand(const QStringList &command)
{
    if (command.isEmpty() || command.constFirst().isEmpty())
        return u"is empty (a list beginning with the program, as [\"sleep\", \"60\"])"_s;
    for (qsizetype i = 0; i < command.size(); ++i) {
        if (command.at(i).toUtf8().size() > 65'536)
            return u"has an argument %1 above 64 KiB (put it into a file)"_s.arg(i);
    }
    return {};
}

} // namespace signalbox::core
