// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/configrows.h"

// The tables [[component]] ready and health: one struct, of which each has its own members.

namespace signalbox::core {

struct ReadyCodec
{
    static std::optional<ProbeConfig> read(const TomlNode &node, const QString &name, ProblemList &problems);
    static QString write(const ProbeConfig &value);
    static QString typeName();
    static QList<ReferenceRow> reference(const QString &path);
};

struct HealthCodec
{
    static std::optional<ProbeConfig> read(const TomlNode &node, const QString &name, ProblemList &problems);
    static QString write(const ProbeConfig &value);
    static QString typeName();
    static QList<ReferenceRow> reference(const QString &path);
};

} // namespace signalbox::core
