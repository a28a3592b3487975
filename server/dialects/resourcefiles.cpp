// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/resourcefiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace signalbox::dialects {

namespace {

QByteArray contentTypeOf(const QString &path)
{
    static const QHash<QString, QByteArray> types{
        {u"html"_s, "text/html; charset=utf-8"},
        {u"css"_s, "text/css; charset=utf-8"},
        {u"js"_s, "text/javascript; charset=utf-8"},
        {u"mjs"_s, "text/javascript; charset=utf-8"},
        {u"json"_s, "application/json"},
        {u"map"_s, "application/json"},
        {u"svg"_s, "image/svg+xml"},
        {u"png"_s, "image/png"},
        {u"ico"_s, "image/x-icon"},
        {u"woff2"_s, "font/woff2"},
        {u"txt"_s, "text/plain; charset=utf-8"},
    };
    return types.value(QFileInfo(path).suffix().toLower(), "application/octet-stream"_ba);
}

bool matchesTag(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    const QList<QByteArray> offered = ifNoneMatch.split(',');
    return std::any_of(offered.cbegin(), offered.cend(), [&tag](const QByteArray &candidate) {
        QByteArray text = candidate.trimmed();
        if (text.startsWith("W/"))
            text.remove(0, 2);
        return text == "*" || text == tag;
    });
}

} // namespace

ResourceFiles::ResourceFiles(QString root, QByteArray contentSecurityPolicy)
    : m_root(std::move(root))
    , m_policy(std::move(contentSecurityPolicy))
{
    if (m_policy.isEmpty())
        m_policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                   "form-action 'none'; frame-ancestors 'none'";
}

QString ResourceFiles::pathOf(const QString &file) const
{
    const QStringList parts = file.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.contains(u".."_s) || parts.contains(u"."_s))
        return {};
    return m_root + u'/' + parts.join(u'/');
}

bool ResourceFiles::contains(const QString &file) const
{
    const QString path = pathOf(file);
    return !path.isEmpty() && QFileInfo(path).isFile();
}

const ResourceFiles::Entry *ResourceFiles::load(const QString &path)
{
    const auto known = m_loaded.constFind(path);
    if (known != m_loaded.cend())
        return &*known;
    QFile file(path);
    if (path.isEmpty() || !QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return nullptr;
    Entry entry;
    entry.content = file.readAll();
    entry.tag = '"' + QCryptographicHash::hash(entry.content, QCryptographicHash::Sha256).first(12).toHex() + '"';
    return &*m_loaded.insert(path, entry);
}

RestResponse ResourceFiles::serve(const RequestHead &head, const QString &file)
{
    const QString path = pathOf(file);
    const Entry *entry = load(path);
    if (!entry)
        return RestResponse::text(404, "not found\n");
    RestResponse response{200, contentTypeOf(path), entry->content, {}};
    // A file keeps its name when a new program changes its content: browsers ask again each time, cheaply by the ETag.
    response.headers = {{"ETag", entry->tag}, {"Cache-Control", "no-cache"}};
    if (response.contentType.startsWith("text/html"))
        response.headers.append({"Content-Security-Policy", m_policy});
    if (matchesTag(head.header("if-none-match"), entry->tag)) {
        response.status = 304;
        response.body.clear();
    }
    return response;
}

} // namespace signalbox::dialects
