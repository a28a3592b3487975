// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/live/outputview.h"
#include "widgets/state/replica.h"

namespace signalbox::widgets {

// Brings what an execution or one of its nodes printed into a view: the first MiB and the last one with a line between
// them that says how much is left out there, and what comes live; each byte once.
// GUI thread; owned by the view's panel, which outlives neither view nor replica.
class OutputReader final : public QObject
{
    Q_OBJECT

public:
    // What there is to read: files, what comes live (of a run, whose nodes the server reads from their beginning), or both.
    enum class Source { Stored, Live, Both };

    OutputReader(Replica &replica, OutputView &view, QObject *parent);

    void read(const QString &executionId, const QString &nodeId, OutputStream stream,
              Source source); // into an emptied view
    // The stored bytes around this position, where a line begins that is to be seen; nothing of what comes later.
    void readAround(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position);
    void readOn();  // what the file has more by now
    void stop();    // nothing more is shown; the view stays as it is
    void endLive(); // it has ended: no more will come

    qint64 total() const { return m_total; }     // bytes of the file
    qint64 leftOut() const { return m_leftOut; } // of them, between the first and the last shown

Q_SIGNALS:
    void progressed();                          // total or leftOut
    void failed(const signalbox::Error &error); // NotFound: there is no file (yet)

private:
    void begin(const QString &executionId, const QString &nodeId, OutputStream stream);
    void ask();
    void showAround(const OutputChunk &chunk);
    void take(const Result<OutputChunk> &chunk);
    void hear(qint64 position, const QByteArray &bytes);
    void joinLive();
    void appendLive(qint64 position, const QByteArray &bytes);

    Replica &m_replica;
    OutputView &m_view;
    QString m_id;
    QString m_node;
    OutputStream m_stream = OutputStream::Out;
    Following m_following;
    Asking m_asking;
    bool m_isFirst = true;
    std::optional<qint64> m_around; // see readAround()
    bool m_hasFile = false;         // one, with all of it
    qint64 m_have = 0;              // bytes of the file
    qint64 m_total = 0;
    qint64 m_leftOut = 0;
    qint64 m_end = 0;                             // position in all that was printed, after the last byte shown
    QList<std::pair<qint64, QByteArray>> m_early; // came live before the answer: position, bytes
};

} // namespace signalbox::widgets
