// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/rest.h"

#include <QHash>

namespace signalbox::dialects {

// Serves files compiled into the program (Qt resources): content type, ETag and 304, cache headers, and a strict
// Content-Security-Policy for pages. Server thread; owned by the class whose routes use it.
class ResourceFiles
{
public:
    // root: a resource folder such as ":/signalbox/web". Pages may load only from their own origin unless a policy is
    // given.
    explicit ResourceFiles(QString root, QByteArray contentSecurityPolicy = {});

    bool contains(const QString &file) const;
    // file: relative to root. 404 for a file that is not there; never leaves root. For GET and HEAD alone.
    RestResponse serve(const RequestHead &head, const QString &file);

private:
    struct Entry
    {
        QByteArray content;
        QByteArray tag;
    };

    QString pathOf(const QString &file) const; // empty: not inside root
    const Entry *load(const QString &path);

    QString m_root;
    QByteArray m_policy;
    QHash<QString, Entry> m_loaded;
};

} // namespace signalbox::dialects
