// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/wire/framefilter.h"
#include "tests/fuzz/fuzz.h"

#include <QList>

using namespace signalbox::gateway;

namespace {

constexpr qint64 messageBytes = 300;

struct Seen
{
    FrameFilter::Kind kind;
    QByteArray payload;
    quint16 closeCode;

    friend bool operator==(const Seen &, const Seen &) = default;
};

QList<Seen> framesOf(QByteArray bytes, qsizetype piece)
{
    FrameFilter filter(messageBytes);
    QList<Seen> frames;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        std::span<char> rest(bytes.data() + at, static_cast<std::size_t>(std::min(piece, bytes.size() - at)));
        while (true) {
            const std::size_t before = rest.size();
            const FrameFilter::Frame frame = filter.next(rest);
            if (frame.kind == FrameFilter::Kind::None) {
                require(rest.empty());
                break;
            }
            require(rest.size() <= before);
            frames.append({frame.kind, frame.payload.toByteArray(), frame.closeCode});
            if (frame.kind == FrameFilter::Kind::Broken) {
                require(frame.closeCode >= 1002 && frame.closeCode <= 1009);
                return frames;
            }
            require(frame.payload.size() <= messageBytes);
            if (frame.kind == FrameFilter::Kind::Text)
                require(frame.payload.isValidUtf8());
        }
    }
    return frames;
}

// Valid so far at every cut, and complete, is what Qt calls valid.
void checkUtf8(const QByteArray &bytes)
{
    Utf8Check check;
    bool isGood = true;
    for (const char byte : bytes)
        isGood = isGood && check.add(QByteArrayView(&byte, 1));
    require((isGood && check.isComplete()) == QByteArrayView(bytes).isValidUtf8());
}

} // namespace

// However frames arrive, the same ones are found, up to the first broken one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const QList<Seen> whole = framesOf(bytes, std::max<qsizetype>(bytes.size(), 1));
    require(whole == framesOf(bytes, 1 + (size > 0 ? data[size - 1] % 5 : 0)));
    checkUtf8(bytes);
    return 0;
}
