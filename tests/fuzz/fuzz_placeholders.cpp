// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/commandtemplate.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::core;

namespace {

// A value is never split and never read for placeholders again.
const QString value = u"a b'\"\\ {param:x} {x} {0} {{ $(id)"_s;

void fill(const QStringList &command, Placeholders placeholders)
{
    const auto parsed = CommandTemplate::parse(command, placeholders);
    if (!parsed) {
        require(!parsed.error().message.isEmpty());
        return;
    }
    int asked = 0;
    const auto filled = parsed->fill([&asked](const QString &) -> std::optional<QString> {
        ++asked;
        return value;
    });
    require(filled && filled->size() == command.size());
    require(filled->constFirst() == QString(command.constFirst()).replace(u"{{"_s, u"{"_s));
    require(filled->join(QChar()).count(value) >= asked);
    (void)parsed->fill(QJsonObject{{u"x"_s, value}, {u"y"_s, 1.5}});
    if (placeholders == Placeholders::Numbered && parsed->numberedCount() <= 100)
        require(parsed->fill(QStringList(parsed->numberedCount(), value)).has_value());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    const QStringList command = text.split(u'\n');
    for (const Placeholders placeholders : {Placeholders::Param, Placeholders::Numbered, Placeholders::Named})
        fill(command, placeholders);
    if (const auto words = splitTemplate(text)) {
        require(!words->isEmpty());
        fill(*words, Placeholders::Named);
    }
    return 0;
}
