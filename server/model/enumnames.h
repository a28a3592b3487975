// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace signalbox {

// Names of an enum's values, in its order, as they are written in files and on wires.
template<std::size_t Size>
using EnumNames = std::array<const char16_t *, Size>;

template<typename Enum, std::size_t Size>
QString nameOf(Enum value, const EnumNames<Size> &names)
{
    return QString::fromUtf16(names[static_cast<std::size_t>(value)]);
}

template<typename Enum, std::size_t Size>
std::optional<Enum> valueNamed(const QString &text, const EnumNames<Size> &names,
                               Qt::CaseSensitivity sensitivity = Qt::CaseSensitive)
{
    for (std::size_t index = 0; index < Size; ++index) {
        if (text.compare(QString::fromUtf16(names[index]), sensitivity) == 0)
            return static_cast<Enum>(index);
    }
    return std::nullopt;
}

} // namespace signalbox
