// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/codec.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace signalbox::alger;

namespace {

// A message that is read, written and read again is the same.
void readWriteRead(const QByteArray &bytes)
{
    const auto message = decode(bytes);
    if (!message || !message->contentProblem.isEmpty() || message->type < 0 || message->type > 999)
        return;
    const QByteArray content = QJsonDocument(message->content).toJson(QJsonDocument::Compact);
    const auto again = decode(encode({message->id, message->requestId, static_cast<int>(message->type), content}));
    require(again && again->id == message->id && again->requestId == message->requestId);
    require(again->type == message->type && again->contentProblem.isEmpty());
    require(QJsonDocument(again->content).toJson(QJsonDocument::Compact) == content);
}

// fittingPrefix() returns whole characters that fit into the budget, and one more code point would not fit.
void cut(const QByteArray &bytes, qsizetype budget)
{
    const QByteArray text = QString::fromUtf8(bytes).toUtf8();
    const qsizetype length = fittingPrefix(text, budget);
    require(length >= 0 && length <= text.size());
    const QByteArray prefix = text.left(length);
    require(QString::fromUtf8(prefix).toUtf8() == prefix);
    const auto widthOf = [](const QByteArray &part) {
        const QByteArray inner = encode({0, 0, 0, part});
        return encode({0, 0, 0, inner}).size() - encode({0, 0, 0, encode({0, 0, 0, {}})}).size();
    };
    require(widthOf(prefix) <= std::max<qsizetype>(budget, 0));
    if (length == text.size())
        return;
    qsizetype more = length + 1;
    while (more < text.size() && (static_cast<unsigned char>(text.at(more)) & 0xc0) == 0x80)
        ++more;
    require(widthOf(text.left(more)) > budget);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    readWriteRead(bytes);
    if (size >= 2)
        cut(bytes.sliced(1), data[0]);
    return 0;
}
