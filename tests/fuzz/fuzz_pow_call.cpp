// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/pow/codec.h"
#include "server/dialects/pow/linebuffer.h"
#include "server/dialects/pow/utf8sanitizer.h"
#include "server/json/jsonwriter.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::pow;

namespace {

// A call that is read, written and read again is the same.
void readWriteRead(const QByteArray &bytes)
{
    const Result<CallMessage> call = decodeCall(bytes);
    if (!call)
        return;
    JsonWriter json;
    json.beginObject().member("call"_L1, call->process).member("params"_L1, call->params);
    const QByteArray written = json.endObject().take();
    if (written.size() > maxCallBytes)
        return;
    const Result<CallMessage> again = decodeCall(written);
    require(again && again->params.size() == call->params.size());
    // Compared as UTF-8: a lone surrogate has none, so the QStrings may differ.
    require(again->process.toUtf8() == call->process.toUtf8());
}

// However the bytes are cut, Utf8Sanitizer makes the same text of them, and every piece can be sent.
void cleanInPieces(const QByteArray &bytes, qsizetype piece)
{
    Utf8Sanitizer whole;
    QByteArray expected = whole.add(bytes);
    expected += whole.finish();
    Utf8Sanitizer pieces;
    LineBuffer buffer;
    QByteArray text;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray clean = pieces.add(bytes.mid(at, piece));
        require(QByteArrayView(clean).isValidUtf8());
        text += clean;
        buffer.add(clean);
    }
    text += pieces.finish();
    require(text == expected);
    const QByteArray status = encodeStatus(buffer.text(true), Outcome::failed(QString::fromUtf8(text)));
    require(QJsonDocument::fromJson(status).isObject());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    readWriteRead(bytes);
    (void)decodeSignal(bytes);
    cleanInPieces(bytes, 1 + (size > 0 ? data[size - 1] % 7 : 0));
    return 0;
}
