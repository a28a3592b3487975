// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/sutra/codec_events.h"

#include "server/dialects/sutra/codec.h"
#include "server/json/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace signalbox::sutra {

namespace {

void write(JsonWriter &json, const EventEntry &entry)
{
    json.beginObject()
        .member("id"_L1, entry.number)
        .member("time"_L1, toIsoMilliseconds(entry.time))
        .member("until"_L1, toIsoMilliseconds(entry.until))
        .member("times"_L1, entry.times)
        .member("kind"_L1, toString(entry.kind))
        .member("what"_L1, entry.what)
        .member("bad"_L1, entry.isBad)
        .member("subject"_L1, unlessEmpty(entry.subject))
        .member("name"_L1, unlessEmpty(entry.name))
        .member("user"_L1, unlessEmpty(entry.actor))
        .member("dialect"_L1, unlessEmpty(entry.dialect))
        .member("address"_L1, unlessEmpty(entry.address))
        .member("detail"_L1, unlessEmpty(entry.detail))
        .member("text"_L1, entry.text)
        .endObject();
}

} // namespace

QByteArray eventsObject(const EventsPage &page)
{
    JsonWriter json;
    json.beginObject().key("events"_L1).beginArray();
    for (const EventEntry &entry : page.entries)
        write(json, entry);
    return json.endArray().endObject().take();
}

} // namespace signalbox::sutra
