// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/dialects/requesthead.h"
#include "server/model/time.h"

#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace signalbox::ark {

using namespace Qt::StringLiterals;

// Reads the members of a request body one by one and collects what is wrong with them, in the words of the existing
// framework: an array of texts (README.md, "Errors"). Members that were not read are problems, too. Pure; lives for one
// request.
class BodyReader
{
public:
    static constexpr qsizetype longestText = 255;
    static constexpr qsizetype longestMessage = 65'536;
    static constexpr qsizetype mostUnknown = 50;       // members that problems() names
    static constexpr qsizetype largestObject = 65'536; // bytes of JSON

    explicit BodyReader(const QJsonObject &members, QString prefix = {});

    QString text(QLatin1String name, qsizetype longest = longestText); // required, not empty
    std::optional<QString> textIfAny(QLatin1String name, qsizetype longest = longestText);
    QString oneOf(QLatin1String name, const QStringList &values);
    bool boolean(QLatin1String name);
    std::optional<double> numberIfAny(QLatin1String name, std::optional<double> least = {},
                                      std::optional<double> most = {});
    std::optional<int> integerIfAny(QLatin1String name, int least, int most);
    int integer(QLatin1String name, int least, int most);
    QStringList texts(QLatin1String name, const QStringList &values = {}); // each one of values, if any are given
    QJsonObject object(QLatin1String name);                                // required
    std::optional<QJsonObject> objectIfAny(QLatin1String name);
    void time(QLatin1String name); // required, ISO 8601

    void add(const QStringList &problems) { m_problems += problems; } // of a nested object
    QStringList problems() const;

private:
    QJsonValue take(QLatin1String name);
    void complain(QLatin1String name, const QString &what);

    QJsonObject m_members;
    QString m_prefix; // "capabilities."
    QSet<QString> m_known;
    QStringList m_problems;
};

// The same for a query: numbers in their range, names of a list. Names that were not read are problems, too, but for
// `token`, which any request may have. Pure; lives for one request.
class QueryReader
{
public:
    explicit QueryReader(const dialects::RequestHead &head) : m_head(head) {}

    QString text(const QString &name) { return take(name).value_or(QString()); }
    QString required(const QString &name);
    QString oneOf(const QString &name, const QStringList &values); // empty: not in the query
    int integer(const QString &name, int otherwise, int least, int most);
    std::optional<Timestamp> time(const QString &name);

    QStringList problems() const;

private:
    std::optional<QString> take(const QString &name);

    const dialects::RequestHead &m_head;
    QSet<QString> m_known{u"token"_s};
    QStringList m_problems;
};

} // namespace signalbox::ark
