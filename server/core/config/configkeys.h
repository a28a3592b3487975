// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configcodecs.h"

#include <QHash>

#include <functional>

namespace signalbox::core {

using namespace Qt::StringLiterals;

// One row of configReference().
struct ReferenceRow
{
    QString section; // "[server]", "[[component]]", "[[pipeline]] nodes"
    QString key;
    QString type;
    QString fallback; // the default as TOML; empty: none; "required"
    QString meaning;
};

// Where each value stands, as a comment behind it.
struct Origins
{
    const TomlNode *root = nullptr; // the document; null: nothing is told
    std::function<QString(const TextPosition &)> place;
    QHash<QString, QString> elsewhere; // what no file says: by "[server] bind", where it was said instead

    const TomlNode *table(const QString &path) const; // of a section; null: it is not in the document
    // "  # conf.d/web.toml:7", or nothing. table: where the key would stand; null: nowhere.
    QString of(const QString &header, const TomlNode *table, const QString &key) const;
};

// A part of the file with its keys: one TOML table, or any number of them. Everything that is done with keys (reading,
// unknown ones, printing, the reference) goes through these rows, which stand in configkeys.cpp and, of the larger parts,
// in componentkeys.cpp, executionkeys.cpp and schedulekeys.cpp. What else a new key needs: CONTRIBUTING.md, "A configuration key".
struct Section
{
    QString path;    // "server", "limits.alger", "component"
    bool isRepeated; // [[component]]

    QString header() const { return (isRepeated ? u"[[%1]]"_s : u"[%1]"_s).arg(path); }

    std::function<void(const TomlNode &, Config &, ProblemList &)> read;
    std::function<QString(const Config &, const Origins &)> write; // header and keys; empty if there is nothing to say
    bool hasDefaults; // a list that is not empty by default; none is written "listener = []"
    std::function<bool(const Config &)> isEmptyList;
    std::function<QList<ReferenceRow>(const Config &defaults)> reference;
};

// In the order they are printed. `spoken`: any configuration with the dialects of this program.
std::vector<Section> configSections(const Config &spoken);

} // namespace signalbox::core
