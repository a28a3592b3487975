// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/http/responseparser.h"
#include "tests/fuzz/fuzz.h"

using namespace signalbox::core;

namespace {

constexpr qsizetype mostBody = 512;
constexpr qsizetype mostHead = 1024;

struct Outcome
{
    ResponseParser::State state;
    int status;
    QByteArray body;
    bool isCut;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome parse(const QByteArray &bytes, qsizetype piece)
{
    ResponseParser parser(mostBody, mostHead);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        parser.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
        require(parser.body().size() <= mostBody);
    }
    parser.end();
    const auto state = parser.state();
    require(state == ResponseParser::State::Done || state == ResponseParser::State::Failed);
    require((state == ResponseParser::State::Failed) == !parser.problem().isEmpty());
    require(state == ResponseParser::State::Failed || (parser.status() >= 100 && parser.status() <= 999));
    require(!parser.location().contains('\n') && !parser.location().contains('\r'));
    return {state, parser.status(), parser.body(), parser.isCut()};
}

} // namespace

// However an answer arrives, the same is read of it, if it is one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const Outcome whole = parse(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Outcome pieces = parse(bytes, 1 + (size > 0 ? data[size - 1] % 5 : 0));
    require(whole.state == pieces.state);
    require(whole.state == ResponseParser::State::Failed || whole == pieces);
    return 0;
}
