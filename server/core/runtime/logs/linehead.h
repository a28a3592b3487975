// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/runtime/logs/levelnames.h"

namespace signalbox::core {

// Goes through what stands before the text of a line, part by part, until one is a level or the text begins. Any thread;
// a value for one line.
class LineHead
{
public:
    explicit LineHead(QStringView line) : m_rest(line) {}

    std::optional<LogLevel> level();

private:
    // Each returns whether the head goes on behind what it took.
    bool takePart();
    bool takeBar();
    bool takeBracket(QChar close);
    bool takeToken();
    bool takeWord(const LevelName &name, QStringView token, qsizetype letters);
    bool takeTime(QStringView token);
    bool takeField(qsizetype equals);
    bool takeName(QStringView token);
    bool takePrefix(QStringView token);
    bool takeLastWord(QStringView token, QStringView next);

    bool isLetterLevel(QStringView token) const;
    bool isBareLevel(const LevelName &name, QStringView token) const;
    bool isBeforeDash(const LevelName &name) const;
    bool isInColumn() const;
    bool isBeforeText(const LevelName &name, QStringView token) const;
    bool isNameHere(QStringView token, QStringView next) const;
    bool isBegun() const { return m_afterTime || m_afterDate || m_afterBracket; }
    void skip(qsizetype count) { m_rest = m_rest.sliced(count); }

    QStringView m_rest;
    std::optional<LogLevel> m_level;
    int m_names = 0;
    bool m_afterTab = false;  // or a bar
    bool m_afterDate = false; // or a part of one
    bool m_afterTime = false;
    bool m_afterMonth = false; // by its name, as in syslog
    bool m_afterComma = false; // in a time as log4j and Python write it, 10:30:00,123
    bool m_afterBracket = false;
    bool m_afterField = false;
    bool m_afterPrefix = false; // that ends in a colon
    bool m_isNpm = false;
    bool m_isRedis = false;
};

} // namespace signalbox::core
