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
    // document: a resource whose only server is {"url":"@SERVER@"}. "@SERVER@" becomes the address the request was sent
    // to and serverPath, which the document's paths are relative to; serverPath is empty or begins and ends with /, as
    // prefix does.
    ApiPages(const QString &document, QString prefix, QString serverPath);

    QList<RestRoute> routes();

private:
    RestResponse document(const RequestHead &head) const;

    QByteArray m_document;
    QString m_prefix;
    QString m_serverPath;
    ResourceFiles m_files;
};

} // namespace signalbox::dialects
