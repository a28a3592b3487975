// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/table.h"
#include "widgets/state/replica.h"

#include <QElapsedTimer>
#include <QSet>

namespace signalbox::widgets {

// The lines that were found in all stored logs and outputs, as the server answers piece by piece. GUI thread; owned by its
// page.
class FoundModel final : public ColumnTable<const FoundLine &>
{
    Q_OBJECT

public:
    enum Column { Time, Source, Text };
    static constexpr int mostRows = 10'000; // then the search ends

    explicit FoundModel(Replica &replica, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    const FoundLine &line(int row) const { return m_lines.at(row); }
    static QString idOf(const FoundLine &line);

    void search(const FindQuery &query); // instead of what is under way
    void stop();
    bool isSearching() const { return m_asking.isUnderWay(); }

    const QString &error() const { return m_error; }
    qint64 matches() const { return m_matches; } // also those that are not listed
    qint64 looked() const { return m_looked; }
    qsizetype sources() const { return m_sources.size(); }
    bool isBounded() const { return m_isBounded; } // it ended because there are too many
    Milliseconds took() const { return m_took; }

Q_SIGNALS:
    void progressed(); // also when it ended

private:
    const FoundLine &shown(int row) const override { return line(row); }
    QString idAt(int row) const override { return idOf(line(row)); }
    void take(const Result<FoundLines> &found);
    void ask();

    Replica &m_replica;
    FindQuery m_query;
    QList<FoundLine> m_lines;
    QSet<QString> m_sources;
    Asking m_asking;
    QElapsedTimer m_timer;
    Milliseconds m_took{0};
    qint64 m_matches = 0;
    qint64 m_looked = 0;
    bool m_isBounded = false;
    QString m_error;
};

} // namespace signalbox::widgets
