// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/airavata/codec.h"
#include "tests/fuzz/fuzz.h"

using namespace Qt::StringLiterals;
using namespace signalbox::airavata;

namespace {

} // namespace

// decode() reads any input or refuses it with a text of the protocol document; a resource that was understood is
// understood again from its confirmation.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = bytesOf(data, size);
    const auto message = decode(bytes);
    if (!message) {
        const QString text = message.error().message;
        require(text == "Invalid message format"_L1 || text == "Unknown message type"_L1);
        return 0;
    }
    if (message->action != Incoming::Action::Subscribe && message->action != Incoming::Action::Unsubscribe)
        return 0;
    const auto resource = resourceOf(*message, u"ann"_s);
    if (!resource)
        return 0;
    const QByteArray frame = encode({Type::SystemStatus, u"system_1"_s, {}, {}, {}, *resource});
    const auto object = parseObject(frame);
    require(object && resourceTypeFromString(object->value("resourceType"_L1).toString()) == resource->type);
    const auto again = resourceOf({message->action, toString(resource->type), resource->id}, u"bob"_s);
    require(again && *again == *resource);
    return 0;
}
