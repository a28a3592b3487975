// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/clientsmodel.h"

#include "widgets/text/format.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

QString display(const ClientRow &row, int column)
{
    const Client &client = row.client;
    const ClientFigures &figures = client.figures;
    switch (column) {
    case ClientsModel::Session:
        return client.dialect;
    case ClientsModel::User:
        return client.user;
    case ClientsModel::Address:
        return client.address;
    case ClientsModel::Since:
        return format::dateTime(client.connectedAt);
    case ClientsModel::Subscriptions:
        return client.subscriptions.isEmpty() ? format::dash() : client.subscriptions.join(", "_L1);
    case ClientsModel::MessagesIn:
        return format::count(figures.messagesIn);
    case ClientsModel::MessagesOut:
        return format::count(figures.messagesOut);
    case ClientsModel::BytesIn:
        return format::bytes(figures.bytesIn);
    case ClientsModel::BytesOut:
        return format::bytes(figures.bytesOut);
    case ClientsModel::Rate:
        return ClientsModel::tr("%1/s", "bytes").arg(format::bytes(static_cast<qint64>(row.bytesPerSecond)));
    case ClientsModel::Backlog:
        return format::bytes(figures.backlogBytes);
    case ClientsModel::LastError:
        return client.lastError;
    default:
        return {};
    }
}

} // namespace

ClientsModel::ClientsModel(const Replica &replica, QObject *parent) : KeyedTable(parent), m_replica(replica)
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
    m_lastCount = counted.isEmpty() ? Timestamp{} : time; // who moves next does so within one tick
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

QVariant ClientsModel::sortValue(const ClientRow &row, int column) const
{
    const ClientFigures &figures = row.client.figures;
    switch (column) {
    case Since:
        return qint64(row.client.connectedAt.time_since_epoch().count());
    case Subscriptions:
        return row.client.subscriptions.size();
    case MessagesIn:
        return figures.messagesIn;
    case MessagesOut:
        return figures.messagesOut;
    case BytesIn:
        return figures.bytesIn;
    case BytesOut:
        return figures.bytesOut;
    case Rate:
        return row.bytesPerSecond;
    case Backlog:
        return figures.backlogBytes;
    default:
        return display(row, column);
    }
}

QVariant ClientsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ClientRow &client = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(client, index.column());
    case Qt::ToolTipRole:
        return index.column() == Subscriptions || index.column() == LastError ? display(client, index.column())
                                                                              : QString();
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case SortRole:
        return sortValue(client, index.column());
    case IdRole:
        return client.client.id;
    case BadRole:
        return index.column() == LastError && !client.client.lastError.isEmpty();
    default:
        return {};
    }
}

QString ClientsModel::title(int column) const
{
    switch (column) {
    case Session:
        return tr("Dialect");
    case User:
        return tr("User");
    case Address:
        return tr("Address");
    case Since:
        return tr("Since");
    case Subscriptions:
        return tr("Subscriptions");
    case MessagesIn:
        return tr("In", "messages received");
    case MessagesOut:
        return tr("Out", "messages sent");
    case BytesIn:
        return tr("Received");
    case BytesOut:
        return tr("Sent");
    case Rate:
        return tr("Rate");
    case Backlog:
        return tr("Backlog");
    case LastError:
        return tr("Last error");
    default:
        return {};
    }
}

} // namespace signalbox::widgets
