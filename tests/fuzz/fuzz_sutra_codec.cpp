// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace signalbox;

namespace {

Snapshot twoComponents()
{
    Snapshot snapshot;
    for (const QString &id : {u"storage"_s, u"api"_s}) {
        Component component;
        component.id = id;
        component.state = ComponentState::Running;
        snapshot.components.insert(id, component);
    }
    return snapshot;
}

} // namespace

// Whatever is subscribed to, the frame is an object that holds at most what there is.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Snapshot snapshot = twoComponents();
    const QByteArray bytes = bytesOf(data, size);
    if (const auto filter = sutra::readSubscribe(bytes, snapshot)) {
        const QByteArray frame = sutra::status(snapshot, *filter);
        require(QJsonDocument::fromJson(frame).isObject());
        require(frame.size() <= sutra::status(snapshot).size());
    }
    require(QJsonDocument::fromJson(sutra::failure(QString::fromUtf8(bytes))).isObject());
    return 0;
}
