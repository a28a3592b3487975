// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/configpieces.h"

#include "server/core/graph.h"
#include "server/core/nearest.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace signalbox::core {

namespace {

class Likes
{
public:
    Likes(TomlArray &things, const QString &section, const QString &key, ProblemList &problems)
        : m_things(things)
        , m_section(section)
        , m_key(key)
        , m_problems(problems)
        , m_others(static_cast<qsizetype>(things.size()))
    {
    }

    void resolve()
    {
        find();
        if (const QList<qsizetype> cycle = findCycle(m_others); !cycle.isEmpty())
            return tellCycle(cycle);
        std::vector<bool> done(m_things.size());
        for (qsizetype i = 0; i < m_others.size(); ++i) {
            QList<qsizetype> chain; // the last one is like none that is not complete
            for (qsizetype at = i; !done[static_cast<std::size_t>(at)]; at = m_others.at(at).constFirst()) {
                chain.append(at);
                done[static_cast<std::size_t>(at)] = true;
                if (m_others.at(at).isEmpty())
                    break;
            }
            while (!chain.isEmpty())
                complete(chain.takeLast());
        }
    }

private:
    TomlNode &thing(qsizetype i) { return m_things[static_cast<std::size_t>(i)]; }

    QString idOf(qsizetype i)
    {
        const TomlNode *id = thing(i).member(m_key);
        const auto *text = id ? std::get_if<QString>(&id->value) : nullptr;
        return text ? *text : QString();
    }

    void find()
    {
        QHash<QString, qsizetype> positions;
        QStringList ids;
        for (qsizetype i = 0; i < m_others.size(); ++i) {
            if (const QString id = idOf(i); !id.isEmpty() && !positions.contains(id)) {
                positions.insert(id, i);
                ids.append(id);
            }
        }
        for (qsizetype i = 0; i < m_others.size(); ++i) {
            const TomlNode *like = thing(i).member(u"like"_s);
            const auto *other = like ? std::get_if<QString>(&like->value) : nullptr;
            if (!other)
                continue;
            if (const auto found = positions.constFind(*other); found != positions.cend())
                m_others[i].append(*found);
            else
                m_problems.add(like->position, u"%1 '%2' is like the unknown %1 '%3'%4"_s.arg(
                                                   m_section, idOf(i), *other, didYouMean(*other, ids)));
        }
    }

    void tellCycle(const QList<qsizetype> &cycle)
    {
        QStringList names;
        for (const qsizetype i : cycle)
            names.prepend(idOf(i));
        m_problems.add(thing(cycle.constFirst()).member(u"like"_s)->position,
                       u"each %1 of a circle is like the next: %2 (remove one of these likes)"_s.arg(
                           m_section, names.join(" -> "_L1)));
    }

    void complete(qsizetype i)
    {
        if (m_others.at(i).isEmpty())
            return;
        auto &own = std::get<TomlTable>(thing(i).value);
        const TomlTable &other = *thing(m_others.at(i).constFirst()).table();
        for (const TomlMember &member : other) {
            const bool isItsOwn = member.name == m_key || member.name == u"name" || member.name == u"like";
            if (!isItsOwn && std::ranges::find(own, member.name, &TomlMember::name) == own.end())
                own.push_back(member);
        }
    }

    TomlArray &m_things;
    QString m_section;
    QString m_key;
    ProblemList &m_problems;
    QList<QList<qsizetype>> m_others; // by position: the one it is like, if any
};

} // namespace

void resolveLikes(TomlNode &root, ProblemList &problems)
{
    const auto resolve = [&](const QString &section, const QString &key) {
        auto &sections = std::get<TomlTable>(root.value);
        const auto found = std::ranges::find(sections, section, &TomlMember::name);
        auto *things = found == sections.end() ? nullptr : std::get_if<TomlArray>(&found->node.value);
        if (things && std::ranges::all_of(*things, [](const TomlNode &each) { return each.table() != nullptr; }))
            Likes(*things, section, key, problems).resolve();
    };
    resolve(u"component"_s, u"id"_s);
    resolve(u"process"_s, u"name"_s);
}

} // namespace signalbox::core
