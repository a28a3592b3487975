// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <variant>

// What the functions of codec.h return.
namespace signalbox::ark {

// What is wrong with a request: one text, or (validation) a list of texts (README.md, "Errors").
struct Problem
{
    QString text;
    QStringList validation;
};

template<typename CommandType>
using Read = std::variant<CommandType, Problem>;

} // namespace signalbox::ark
