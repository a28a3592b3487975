// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/apipages.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

namespace {

// No inline script and no foreign origin. Swagger UI shows its icons as data: images.
const QByteArray pagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"_ba;

QByteArray contentOf(const QString &resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ApiPages::ApiPages(const QString &document, QString prefix)
    : m_document(contentOf(document))
    , m_prefix(std::move(prefix))
    , m_files(u":/signalbox/swagger-ui"_s, pagePolicy)
{
}

QList<RestRoute> ApiPages::routes()
{
    const QString docs = m_prefix + "docs"_L1;
    return {
        {"GET", m_prefix + "openapi.json"_L1,
         [this](const RestRequest &, const Respond &respond) {
             RestResponse response = RestResponse::json(200, m_document);
             response.headers.append({"Cache-Control"_ba, "no-cache"_ba});
             respond(response);
         },
         Role::None},
        {"GET", docs,
         [](const RestRequest &, const Respond &respond) {
             RestResponse response = RestResponse::text(301, {});
             response.headers.append({"Location"_ba, "docs/"_ba}); // beside where the request was sent, as openapi.json
             respond(response);
         },
         Role::None},
        {"GET", docs + "/{file...}"_L1,
         [this](const RestRequest &request, const Respond &respond) {
             const QString file = request.captures.value(u"file"_s);
             respond(m_files.serve(request.head, file.isEmpty() ? u"index.html"_s : file));
         },
         Role::None},
    };
}

RestRoute ApiPages::pageAt(const QString &name)
{
    const auto serve = [this](const RestRequest &request, const Respond &respond) {
        RestResponse page = m_files.serve(request.head, u"index.html"_s);
        page.body.replace("href=\"", "href=\"docs/").replace("src=\"", "src=\"docs/"); // its files stay where they are
        respond(page);
    };
    return {"GET", m_prefix + name, serve, Role::None};
}

} // namespace signalbox::dialects
