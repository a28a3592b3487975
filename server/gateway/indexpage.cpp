// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/indexpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

QByteArray linksTo(const QList<dialects::RestRoute> &routes)
{
    QStringList paths;
    for (const dialects::RestRoute &route : routes) {
        if (route.method == "GET" && route.least == Role::None && !route.pattern.contains(u'{'))
            paths.append(route.pattern);
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    QByteArray links;
    for (const QString &path : std::as_const(paths)) {
        const QByteArray text = path.toHtmlEscaped().toUtf8();
        links += "<li><a href=\"." + text + "\">" + text
                 + "</a></li>\n"; // relative: a proxy may serve the page below a path
    }
    return links;
}

} // namespace

dialects::RestResponse indexPage(const QStringList &dialectNames, const QList<dialects::RestRoute> &routes)
{
    const QByteArray spoken = dialectNames.join(" and "_L1).toHtmlEscaped().toUtf8();
    dialects::RestResponse response;
    response.status = 200;
    response.contentType = "text/html; charset=utf-8"_ba;
    response.headers.append(
        {"Content-Security-Policy"_ba, "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"_ba});
    response.body =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Signalbox</title></head>\n"
        "<body>\n<h1>Signalbox</h1>\n<p>This address is for programs that speak "
        + spoken + ". Anybody may read:</p>\n<ul>\n" + linksTo(routes) + "</ul>\n</body>\n</html>\n";
    return response;
}

} // namespace signalbox::gateway
