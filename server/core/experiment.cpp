// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/experiment.h"

#include "server/core/commandtemplate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

QString taskIdOf(const ParameterSet &set, qsizetype position)
{
    return set.id.isEmpty() ? u"t%1"_s.arg(position + 1) : set.id;
}

QStringList taskIdsOf(const Execution &execution)
{
    QStringList ids;
    const QList<ParameterSet> &sets = detailsOf<ExperimentDetails>(execution).parameters;
    for (qsizetype index = 0; index < sets.size(); ++index)
        ids.append(taskIdOf(sets.at(index), index));
    return ids;
}

namespace {

const QString anyNumber = u"{*}"_s;
const QString endOfOptions = u"--"_s;

bool isPlace(const QString &word)
{
    return word.size() > 2 && word.startsWith(u'{') && word.endsWith(u'}')
           && std::none_of(word.begin() + 1, word.end() - 1, [](QChar c) { return c == u'{' || c == u'}'; });
}

enum class Fit { Fits, Differs, Option };

// Option: it fits but for an argument that begins with -.
Fit fitOf(const QStringList &words, const QStringList &command)
{
    const bool isOpen = words.constLast() == anyNumber;
    const qsizetype named = isOpen ? words.size() - 1 : words.size();
    if (isOpen ? command.size() < named : command.size() != named)
        return Fit::Differs;
    bool optionsEnded = false;
    Fit fit = Fit::Fits;
    for (qsizetype at = 0; at < command.size(); ++at) {
        const QString &word = at < named ? words.at(at) : anyNumber;
        if (isPlace(word)) {
            if (!optionsEnded && command.at(at).startsWith(u'-'))
                fit = Fit::Option;
        } else if (word != command.at(at)) {
            return Fit::Differs;
        }
        optionsEnded = optionsEnded || word == endOfOptions;
    }
    return fit;
}

} // namespace

AllowedCommands::AllowedCommands(const QStringList &templates, const QStringList &programs) : m_programs(programs)
{
    for (const QString &text : templates) {
        if (const auto words = splitTemplate(text)) {
            m_texts.append(text);
            m_templates.append(*words);
        }
    }
}

QString AllowedCommands::templateProblem(const QString &text)
{
    const auto words = splitTemplate(text);
    if (!words)
        return text.trimmed().isEmpty() ? u"which is empty (remove it)"_s
                                        : u"in which a quote is not closed (close it)"_s;
    for (qsizetype at = 0; at < words->size(); ++at) {
        const QString &word = words->at(at);
        if (at == 0 && (word.isEmpty() || word.contains(u'{')))
            return u"which does not begin with a program (name it; a place can only be an argument)"_s;
        if (word == anyNumber && at + 1 < words->size())
            return u"where {*} is not the last word (only there it can stand for any number of arguments)"_s;
        if (!isPlace(word) && (word.contains(u'{') || word.contains(u'}')))
            return u"where '%1' is neither a fixed word nor a place (write {name} as a word of its own)"_s.arg(
                word.left(40));
    }
    return {};
}

Result<void> AllowedCommands::checkProgram(const QString &program) const
{
    const auto isOf = [&program](const QStringList &words) { return words.constFirst() == program; };
    if (m_programs.contains(u"*"_s) || m_programs.contains(program)
        || std::any_of(m_templates.cbegin(), m_templates.cend(), isOf))
        return {};
    return unexpected(ErrorCode::Forbidden,
                      u"the program '%1' is not allowed here; [experiments] templates and programs "
                      "in the configuration list those that are"_s.arg(program));
}

Result<void> AllowedCommands::check(const QStringList &command) const
{
    const QString &program = command.constFirst();
    if (m_programs.contains(u"*"_s) || m_programs.contains(program))
        return {};
    QStringList near;
    QString withOption;
    for (qsizetype at = 0; at < m_templates.size(); ++at) {
        if (m_templates.at(at).constFirst() != program)
            continue;
        near.append(u'\'' + m_texts.at(at) + u'\'');
        const Fit fit = fitOf(m_templates.at(at), command);
        if (fit == Fit::Fits)
            return {};
        if (fit == Fit::Option)
            withOption = near.constLast();
    }
    if (near.isEmpty())
        return checkProgram(program);
    if (!withOption.isEmpty())
        return unexpected(ErrorCode::Forbidden, u"an argument that begins with - is not allowed where %1 has a place "
                                                "([experiments] templates in the configuration; a word -- before the "
                                                "place would allow it)"_s.arg(withOption));
    return unexpected(ErrorCode::Forbidden, u"these arguments of '%1' are not allowed here; [experiments] templates in "
                                            "the configuration allow %2"_s.arg(program, near.join(" and "_L1)));
}

} // namespace signalbox::core
