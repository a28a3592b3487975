// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/commandtemplate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

// The one grammar: an escaped brace, a named or a numbered placeholder, or a brace that is none of these.
const QRegularExpression &grammar()
{
    static const QRegularExpression expression(u"\\{\\{|\\{param:([A-Za-z0-9_.-]+)\\}|\\{([0-9]{1,2})\\}|\\{"_s);
    return expression;
}

} // namespace

QString templateProblem(const QString &argument, Placeholders allowed)
{
    auto matches = grammar().globalMatch(argument);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = match.captured();
        if (found == u"{{")
            continue;
        if (match.hasCaptured(1)) {
            if (allowed != Placeholders::Param)
                return u"uses %1, which only kinds and pipeline nodes know (write {{ for a literal {)"_s.arg(found);
        } else if (match.hasCaptured(2)) {
            if (allowed != Placeholders::Numbered)
                return u"uses %1, which only a process with params = \"named\" knows "
                       "(write {{ for a literal {)"_s.arg(found);
        } else {
            const QString form = allowed == Placeholders::Param      ? u", or a placeholder as {param:name}"_s
                                 : allowed == Placeholders::Numbered ? u", or a placeholder as {0}"_s
                                                                     : QString();
            return u"has a single { at '%1' (write {{ for a literal {%2)"_s.arg(argument.mid(match.capturedStart(), 16),
                                                                                form);
        }
    }
    return {};
}

int numberedParameterCount(const QStringList &command)
{
    int count = 0;
    for (const QString &argument : command) {
        auto matches = grammar().globalMatch(argument);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            if (match.hasCaptured(2))
                count = std::max(count, match.captured(2).toInt() + 1);
        }
    }
    return count;
}

QStringList expandCommand(const QStringList &command, const std::function<QString(const QString &)> &lookUp)
{
    QStringList result;
    for (const QString &argument : command) {
        QString expanded;
        qsizetype done = 0;
        auto matches = grammar().globalMatch(argument);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            expanded += QStringView(argument).mid(done, match.capturedStart() - done);
            if (match.hasCaptured(1))
                expanded += lookUp(match.captured(1));
            else if (match.hasCaptured(2))
                expanded += lookUp(match.captured(2));
            else
                expanded += u'{';
            done = match.capturedEnd();
        }
        result.append(expanded + argument.mid(done));
    }
    return result;
}

QString unescapeBraces(QString argument)
{
    return argument.replace("{{"_L1, "{"_L1);
}

} // namespace signalbox::core
