// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/serverinfo.h"

namespace signalbox {

QString ReloadItem::toString() const
{
    QString text = section;
    for (const QString &part : {which, key}) {
        if (!part.isEmpty())
            text += u' ' + part;
    }
    if (change == Change::Added)
        return text + u": added"_s;
    if (change == Change::Removed)
        return text + u": removed"_s;
    if (before.isEmpty() && now.isEmpty())
        return text + u": changed"_s;
    const QString unset = u"default"_s;
    return text + u": "_s + (before.isEmpty() ? unset : before) + u" → "_s + (now.isEmpty() ? unset : now);
}

} // namespace signalbox
