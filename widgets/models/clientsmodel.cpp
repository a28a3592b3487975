// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clientsmodel.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString subscriptions(const ClientRow &row)
{
    return row.client.subscriptions.isEmpty() ? format::dash() : row.client.subscriptions.join(", "_L1);
}

constexpr auto clientColumns = std::to_array<Column<const ClientRow &>>({
    {.id = ClientsModel::Session,
     .title = [] { return ClientsModel::tr("Dialect"); },
     .width = 8,
     .display = [](const ClientRow &row) { return row.client.dialect; }},
    {.id = ClientsModel::User,
     .title = [] { return ClientsModel::tr("User"); },
     .width = 11,
     .display = [](const ClientRow &row) { return row.client.user; }},
    {.id = ClientsModel::Address,
     .title = [] { return ClientsModel::tr("Address"); },
     .width = 16,
     .firm = true,
     .naming = true,
     .display = [](const ClientRow &row) { return row.client.address; }},
    {.id = ClientsModel::Since,
     .title = [] { return ClientsModel::tr("Since"); },
     .width = 8,
     .firm = true,
     .display = [](const ClientRow &row) { return format::dateTime(row.client.connectedAt); },
     .sort = [](const ClientRow &row) -> QVariant {
         return qint64(row.client.connectedAt.time_since_epoch().count());
     }},
    {.id = ClientsModel::Rate,
     .title = [] { return ClientsModel::tr("Rate"); },
     .width = 9,
     .figure = true,
     .display =
         [](const ClientRow &row) {
             return ClientsModel::tr("%1/s", "bytes").arg(format::bytes(static_cast<qint64>(row.bytesPerSecond)));
         },
     .sort = [](const ClientRow &row) -> QVariant { return row.bytesPerSecond; }},
    {.id = ClientsModel::Backlog,
     .title = [] { return ClientsModel::tr("Backlog"); },
     .width = 8,
     .figure = true,
     .display = [](const ClientRow &row) { return format::bytes(row.client.figures.backlogBytes); },
     .sort = [](const ClientRow &row) -> QVariant { return row.client.figures.backlogBytes; }},
    {.id = ClientsModel::MessagesIn,
     .title = [] { return ClientsModel::tr("In", "messages received"); },
     .width = 7,
     .figure = true,
     .spare = true,
     .display = [](const ClientRow &row) { return format::count(row.client.figures.messagesIn); },
     .sort = [](const ClientRow &row) -> QVariant { return row.client.figures.messagesIn; }},
    {.id = ClientsModel::MessagesOut,
     .title = [] { return ClientsModel::tr("Out", "messages sent"); },
     .width = 7,
     .figure = true,
     .spare = true,
     .display = [](const ClientRow &row) { return format::count(row.client.figures.messagesOut); },
     .sort = [](const ClientRow &row) -> QVariant { return row.client.figures.messagesOut; }},
    {.id = ClientsModel::BytesIn,
     .title = [] { return ClientsModel::tr("Received"); },
     .width = 8,
     .figure = true,
     .display = [](const ClientRow &row) { return format::bytes(row.client.figures.bytesIn); },
     .sort = [](const ClientRow &row) -> QVariant { return row.client.figures.bytesIn; }},
    {.id = ClientsModel::BytesOut,
     .title = [] { return ClientsModel::tr("Sent"); },
     .width = 8,
     .figure = true,
     .display = [](const ClientRow &row) { return format::bytes(row.client.figures.bytesOut); },
     .sort = [](const ClientRow &row) -> QVariant { return row.client.figures.bytesOut; }},
    {.id = ClientsModel::LastError,
     .title = [] { return ClientsModel::tr("Last error"); },
     .width = 18,
     .display = [](const ClientRow &row) { return row.client.lastError; },
     .tip = [](const ClientRow &row) { return row.client.lastError; },
     .tone = [](const ClientRow &row) { return row.client.lastError.isEmpty() ? Tone::Neutral : Tone::Bad; }},
    {.id = ClientsModel::Subscriptions,
     .title = [] { return ClientsModel::tr("Subscriptions"); },
     .width = 14,
     .spare = true,
     .display = subscriptions,
     .sort = [](const ClientRow &row) -> QVariant { return row.client.subscriptions.size(); },
     .tip = subscriptions},
});
static_assert(isComplete(clientColumns));

} // namespace

ClientsModel::ClientsModel(const Replica &replica, QObject *parent)
    : KeyedTable(clientColumns, parent)
    , m_replica(replica)
{
    connect(&replica, &Replica::missed, this, &ClientsModel::load);
    connect(&replica, &Replica::clientConnected, this, [this](const Client &client) { put({client, 0.0}, client.id); });
    connect(&replica, &Replica::clientChanged, this, [this](const Client *, const Client &now) {
        if (const int known = rowOf(now.id); known >= 0)
            put({now, row(known).bytesPerSecond}, now.id);
    });
    connect(&replica, &Replica::clientGone, this, [this](const Client &client) { drop(client.id); });
    connect(&replica, &Replica::clientsCounted, this, &ClientsModel::takeFigures);
    load();
}

void ClientsModel::load()
{
    QList<ClientRow> rows;
    for (const Client &client : m_replica.snapshot().clients)
        rows.append({client, 0.0});
    m_lastCount = {};
    replaceAll(std::move(rows));
}

void ClientsModel::takeFigures(const QList<std::pair<QString, ClientFigures>> &counted, Timestamp time)
{
    const Milliseconds since =
        m_lastCount == Timestamp{} ? m_replica.snapshot().server.tick : std::max(time - m_lastCount, Milliseconds(1));
    m_lastCount = counted.isEmpty() ? Timestamp{} : time; // a client that moves next does so within one tick
    for (ClientRow &row : rows())
        row.bytesPerSecond = 0.0; // who is not named did not move
    for (const auto &[id, figures] : counted) {
        const int at = rowOf(id);
        if (at < 0)
            continue;
        ClientRow &row = rows()[at];
        const qint64 moved =
            figures.bytesIn + figures.bytesOut - row.client.figures.bytesIn - row.client.figures.bytesOut;
        row.bytesPerSecond = std::max(0.0, static_cast<double>(moved) * 1000.0 / static_cast<double>(since.count()));
        row.client.figures = figures;
    }
    tellFigures();
}

void ClientsModel::setAwake(bool awake)
{
    m_awake = awake;
    if (awake && m_behind)
        tellFigures();
}

void ClientsModel::tellFigures()
{
    m_behind = !m_awake;
    if (m_awake && rowCount() > 0)
        Q_EMIT dataChanged(index(0, Rate), index(rowCount() - 1, BytesOut));
}

} // namespace signalbox::widgets
