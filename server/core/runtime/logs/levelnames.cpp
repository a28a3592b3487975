// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/logs/levelnames.h"

#include "server/core/runtime/logs/linetokens.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

struct Known
{
    QLatin1String name;
    LogLevel level;
    quint8 places = LevelName::Framed;
};

constexpr quint8 colon = LevelName::BeforeColon;
constexpr quint8 anywhere = LevelName::AtStart | LevelName::BeforeColon;

// Of log4j, java.util.logging, Python, syslog, Go (slog, zap, logrus, zerolog), Rust, .NET, PostgreSQL, MySQL, npm …
constexpr std::array known{
    Known{"alert"_L1, LogLevel::Error},
    Known{"crit"_L1, LogLevel::Error, colon},
    Known{"critical"_L1, LogLevel::Error, anywhere},
    Known{"dbg"_L1, LogLevel::Debug},
    Known{"dbug"_L1, LogLevel::Debug, colon},
    Known{"debu"_L1, LogLevel::Debug},
    Known{"debug"_L1, LogLevel::Debug, anywhere},
    Known{"emerg"_L1, LogLevel::Error, colon},
    Known{"emergency"_L1, LogLevel::Error},
    Known{"err"_L1, LogLevel::Error},
    Known{"eror"_L1, LogLevel::Error},
    Known{"erro"_L1, LogLevel::Error},
    Known{"error"_L1, LogLevel::Error, anywhere},
    Known{"fata"_L1, LogLevel::Error},
    Known{"fatal"_L1, LogLevel::Error, anywhere},
    Known{"fine"_L1, LogLevel::Debug},
    Known{"finer"_L1, LogLevel::Trace},
    Known{"finest"_L1, LogLevel::Trace},
    Known{"ftl"_L1, LogLevel::Error},
    Known{"inf"_L1, LogLevel::Info},
    Known{"info"_L1, LogLevel::Info, anywhere},
    Known{"information"_L1, LogLevel::Info},
    Known{"informational"_L1, LogLevel::Info},
    Known{"log"_L1, LogLevel::Info},
    Known{"note"_L1, LogLevel::Info},
    Known{"notice"_L1, LogLevel::Info, anywhere},
    Known{"pani"_L1, LogLevel::Error},
    Known{"panic"_L1, LogLevel::Error, anywhere},
    Known{"pnc"_L1, LogLevel::Error},
    Known{"severe"_L1, LogLevel::Error, anywhere},
    Known{"silly"_L1, LogLevel::Trace, colon},
    Known{"trac"_L1, LogLevel::Trace},
    Known{"trace"_L1, LogLevel::Trace, anywhere},
    Known{"trc"_L1, LogLevel::Trace},
    Known{"trce"_L1, LogLevel::Trace, colon},
    Known{"verbose"_L1, LogLevel::Debug, colon},
    Known{"vrb"_L1, LogLevel::Trace},
    Known{"warn"_L1, LogLevel::Warn, anywhere},
    Known{"warning"_L1, LogLevel::Warn, anywhere},
    Known{"wrn"_L1, LogLevel::Warn},
};

constexpr std::array fields{"level"_L1,     "lvl"_L1, "severity"_L1,     "levelname"_L1,
                            "log.level"_L1, "@l"_L1,  "severitytext"_L1, "severity_text"_L1};

constexpr qsizetype shortestName = 3;
constexpr qsizetype longestName = 13;

// "ERROR", "Error" and "error", as loggers write levels.
bool isEvenlyWritten(QStringView word)
{
    const QStringView rest = word.sliced(1);
    return (isCapital(word[0]) && std::all_of(rest.begin(), rest.end(), isCapital))
           || (isLetter(word[0]) && std::all_of(rest.begin(), rest.end(), isSmall));
}

bool isCalled(QStringView word, QLatin1String name)
{
    return word.size() == name.size() && std::equal(word.begin(), word.end(), name.begin(), [](QChar c, char lower) {
               return (c.unicode() | 0x20) == static_cast<unsigned char>(lower);
           });
}

} // namespace

std::optional<LevelName> levelName(QStringView word)
{
    // PostgreSQL and OpenSSH count how deep: DEBUG1 to DEBUG5.
    if (word.size() == 6 && word[5] >= u'1' && word[5] <= u'5' && (word[0] == u'D' || word[0] == u'd'))
        word.chop(1);
    if (word.size() < shortestName || word.size() > longestName || !isEvenlyWritten(word))
        return {};
    const auto found =
        std::find_if(known.begin(), known.end(), [word](const Known &each) { return isCalled(word, each.name); });
    return found == known.end() ? std::nullopt : std::optional(LevelName{found->level, found->places});
}

std::optional<LogLevel> levelNamed(QStringView word)
{
    const auto name = levelName(word);
    return name ? std::optional(name->level) : std::nullopt;
}

std::optional<LogLevel> levelOfLetter(QChar letter)
{
    switch (letter.unicode()) {
    case u'T':
        return LogLevel::Trace;
    case u'D':
        return LogLevel::Debug;
    case u'I':
        return LogLevel::Info;
    case u'W':
        return LogLevel::Warn;
    case u'E':
    case u'F':
    case u'C':
        return LogLevel::Error;
    default:
        return {};
    }
}

std::optional<LogLevel> levelOfSeverity(int severity)
{
    if (severity < 0 || severity > 7)
        return {};
    return severity <= 3   ? LogLevel::Error
           : severity == 4 ? LogLevel::Warn
           : severity <= 6 ? LogLevel::Info
                           : LogLevel::Debug;
}

bool isLevelField(QStringView name)
{
    return isOneOf(name, fields);
}

std::optional<LogLevel> levelOfField(QStringView value)
{
    if (value.isEmpty() || !isDigit(value[0])) {
        const qsizetype letters = lengthOf(value, [](QChar c) { return c != u'+' && c != u'-'; });
        return levelNamed(value.first(letters));
    }
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < 10 || number >= 70)
        return {};
    return number < 20   ? LogLevel::Trace
           : number < 30 ? LogLevel::Debug
           : number < 40 ? LogLevel::Info
           : number < 50 ? LogLevel::Warn
                         : LogLevel::Error;
}

} // namespace signalbox::core
