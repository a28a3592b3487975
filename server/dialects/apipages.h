// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/resourcefiles.h"

namespace signalbox::dialects {

// An OpenAPI document and the Swagger UI that shows it, both compiled in: <prefix>openapi.json, <prefix>docs/ and
// <prefix>docs, which redirects to <prefix>docs/. Public: they tell what every reader of the source knows.
// Server thread; owned by the class whose routes use it.
class ApiPages
{
public:
    // document: a resource whose only server is {"url":"./"}, so that its paths are below prefix, whatever path a proxy puts
    // in front of that. prefix begins and ends with /.
    ApiPages(const QString &document, QString prefix);

    QList<RestRoute> routes();
    // The page of docs/ under another name beside it, <prefix><name>, where clients look for one.
    RestRoute pageAt(const QString &name);

private:
    QByteArray m_document;
    QString m_prefix;
    ResourceFiles m_files;
};

} // namespace signalbox::dialects
