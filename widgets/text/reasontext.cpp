// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/reasontext.h"

#include "server/model/words/duration.h"
#include "widgets/text/format.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace signalbox::widgets::reasontext {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReasonText)
};

// Ports, exit statuses and process ids are among these: none has separators between its thousands.
QString number(const QString &text)
{
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? format::plainNumber(whole)
                   : QLocale().toString(text.toDouble(), 'g', QLocale::FloatingPointShortest);
}

QString size(const QString &text)
{
    return number(text.section(u' ', 0, 0)) + u' ' + text.section(u' ', 1);
}

QString list(const QList<Reason> &reasons)
{
    QString text;
    for (const Reason &each : reasons)
        text = text.isEmpty() ? words(each) : Text::tr("%1, %2", "a list and its next").arg(text, words(each));
    return text;
}

// A line from left to right within one of the other direction, or the other way round, keeps its own order and leaves
// that of its neighbours alone.
QString isolated(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popDirectionalIsolate(0x2069);
    if (QLocale().textDirection() == Qt::LeftToRight || text.isEmpty())
        return text;
    return firstStrongIsolate + text + popDirectionalIsolate;
}

QString valueOf(const Reason &value)
{
    return value.code() == Why::Verbatim ? isolated(value) : words(value);
}

} // namespace

QString words(const Reason &reason)
{
    switch (reason.code()) {
    case Why::Verbatim:
        return reason;
    case Why::Stored: {
        const Reason known = Reason::read(reason);
        return known.code() == Why::Verbatim ? QString(reason) : words(known);
    }
    case Why::Number:
        return number(reason);
    case Why::Duration:
        return format::duration(parseDuration(reason).value_or(Milliseconds(0)));
    case Why::Size:
        return size(reason);
    case Why::Time:
        return format::dateTime(fromIso(reason).value_or(Timestamp()));
    case Why::List:
        return list(reason.values());
    default:
        break;
    }
    QStringList values;
    for (const Reason &value : reason.values())
        values.append(valueOf(value));
    return Reason::filled(QCoreApplication::translate("Reason", Reason::pattern(reason.code())), values);
}

QString inFull(const Reason &reason)
{
    return words(reason.inFull());
}

} // namespace signalbox::widgets::reasontext
