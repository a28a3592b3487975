// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/requestparser.h"
#include "tests/fuzz/fuzz.h"

using namespace signalbox::gateway;

namespace {

constexpr qint64 headBytes = 1024;
constexpr qint64 bodyBytes = 512;

struct Outcome
{
    RequestParser::State state;
    int failure;
    QByteArray method;
    QString path;
    QByteArray body;
    bool keepAlive;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

// As HttpConnection does it: what the parser did not take is offered again, with more behind it.
Outcome parse(const QByteArray &bytes, qsizetype piece)
{
    RequestParser parser(headBytes);
    QByteArray waiting;
    bool isLimited = false;
    const auto isUnderWay = [&parser] {
        return parser.state() == RequestParser::State::Head || parser.state() == RequestParser::State::Body;
    };
    for (qsizetype at = 0; at < bytes.size() && isUnderWay(); at += piece) {
        waiting += bytes.mid(at, piece);
        qsizetype taken = 1;
        while (taken > 0 && !waiting.isEmpty() && isUnderWay()) {
            taken = parser.feed(waiting);
            require(taken >= 0 && taken <= waiting.size());
            waiting.remove(0, taken);
            if (parser.state() == RequestParser::State::Body && !std::exchange(isLimited, true))
                parser.setBodyLimit(bodyBytes);
        }
    }
    Outcome outcome{parser.state(), parser.failure(), {}, {}, {}, false};
    if (outcome.state == RequestParser::State::Failed) {
        require(outcome.failure >= 400 && outcome.failure < 600);
        require(!parser.failureText().isEmpty());
    } else if (outcome.state == RequestParser::State::Done) {
        outcome.method = parser.head().method;
        outcome.path = parser.head().path;
        outcome.keepAlive = parser.keepAlive();
        outcome.body = parser.takeBody();
        require(outcome.body.size() <= bodyBytes);
        require(!outcome.path.contains(QChar(u'\0')));
        for (const auto &[name, value] : parser.head().headers)
            require(name == name.toLower() && !value.contains('\n') && !value.contains('\r'));
    }
    return outcome;
}

} // namespace

// However a request arrives, the same is read of it, if it is one. Of what is none Beast may notice so sooner or later: at
// each try to read a chunk's head whose extension has an open quote it takes the chunk off the body's limit.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const Outcome whole = parse(bytes, std::max<qsizetype>(bytes.size(), 1));
    const Outcome pieces = parse(bytes, 1 + (size > 0 ? data[size - 1] % 5 : 0));
    const bool isDone = whole.state == RequestParser::State::Done;
    require(isDone == (pieces.state == RequestParser::State::Done));
    require(!isDone || whole == pieces);
    return 0;
}
