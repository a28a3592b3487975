// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/snapshot.h"

#include <array>
#include <optional>

namespace signalbox::widgets {

// The state of a component as people sort components by it: what needs them first.
enum class Condition { Failed, Degraded, Stopping, Starting, Running, Done, Stopped };

inline constexpr std::array allConditions{Condition::Failed,   Condition::Degraded, Condition::Stopping,
                                          Condition::Starting, Condition::Running,  Condition::Done,
                                          Condition::Stopped};

Condition conditionOf(const Component &component);
QString word(Condition condition); // as format::state() has it
constexpr bool isProblem(Condition condition)
{
    return condition <= Condition::Degraded;
}

// Components that stand together under one heading.
struct Section
{
    enum class Kind { Problems, Group, Rest };
    Kind kind = Kind::Rest;
    QString group;   // of Kind::Group
    QStringList ids; // in the order of the configuration file; problems by their weight first

    friend bool operator==(const Section &, const Section &) = default;
};

// What is unwell, then each group, then what is in none; without empty ones. Undivided they are one, of Kind::Rest.
QList<Section> sectionsOf(const Snapshot &snapshot, bool divided);

} // namespace signalbox::widgets
