// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/responsewriter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace signalbox::gateway {

namespace {

QByteArray withoutControls(const QByteArray &text)
{
    QByteArray clean;
    clean.reserve(text.size());
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            clean.append(c);
    }
    return clean;
}

bool isName(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool isFraming(const QByteArray &lowerName)
{
    return lowerName == "content-length" || lowerName == "transfer-encoding" || lowerName == "connection"
           || lowerName == "keep-alive" || lowerName == "date" || lowerName == "content-type";
}

void add(QByteArray &out, const QByteArray &name, const QByteArray &value)
{
    out += name + ": "_ba + withoutControls(value) + "\r\n"_ba;
}

QByteArray httpDate(Timestamp now)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

void addCors(QByteArray &out, const QByteArray &origin)
{
    if (origin.isEmpty())
        return;
    add(out, "Access-Control-Allow-Origin", origin);
    add(out, "Access-Control-Expose-Headers", "ETag, Retry-After, Allow");
    add(out, "Vary", "Origin");
}

} // namespace

QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
        {507, "Insufficient Storage"},
    };
    return phrases.value(status, "Unknown");
}

QByteArray writeResponse(const dialects::RestResponse &response, const ResponseFraming &framing)
{
    const bool bodiless = response.status == 204 || response.status == 304;
    QByteArray out;
    out.reserve(512 + response.body.size());
    out += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    add(out, "Date", httpDate(framing.now));
    add(out, "Server", "signalbox");
    if (!bodiless) {
        add(out, "Content-Type", response.contentType);
        add(out, "Content-Length", QByteArray::number(response.body.size()));
    }
    bool cached = false;
    for (const auto &[name, value] : response.headers) {
        const QByteArray lower = name.toLower();
        if (!isName(name) || isFraming(lower))
            continue;
        cached |= lower == "cache-control";
        add(out, name, value);
    }
    if (!cached)
        add(out, "Cache-Control", "no-store");
    add(out, "X-Content-Type-Options", "nosniff");
    add(out, "Referrer-Policy", "no-referrer"); // a query may carry a token
    addCors(out, framing.allowedOrigin);
    QByteArray connection = framing.keepAlive ? "keep-alive"_ba : "close"_ba;
    if (response.status == 426) { // RFC 9110, 15.5.22 and 7.8
        add(out, "Upgrade", "websocket");
        connection += ", Upgrade";
    }
    add(out, "Connection", connection);
    out += "\r\n";
    if (!framing.head && !bodiless)
        out += response.body;
    return out;
}

} // namespace signalbox::gateway
