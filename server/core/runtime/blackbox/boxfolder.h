// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/query.h"

namespace signalbox::core {

// The black boxes of one component: <data dir>/blackbox/<component>/<time>.txt, and "healthy.txt", the last one that was taken
// while it was well. 0600 and 0700. A value; any thread; blocks.
class BoxFolder
{
public:
    // The id is one of the configuration: nothing from outside becomes a path (docs/model.md, "Ids").
    BoxFolder(const QString &dataDirectory, const QString &componentId);

    static QString nameFor(Timestamp time);
    static QString healthyName() { return u"healthy.txt"_s; }

    // At once or not at all; then removes all but the newest `kept`, and the healthy one. Internal: it cannot be written.
    Result<void> write(const QString &name, const QByteArray &text, int kept) const;
    QList<BlackBoxInfo> list() const; // newest first
    // Of one that list() has: a name is compared, never opened. NotFound.
    Result<BlackBox> read(const QString &name) const;

private:
    QString m_path;
};

} // namespace signalbox::core
