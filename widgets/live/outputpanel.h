// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/textlabel.h"
#include "widgets/live/outputreader.h"
#include "widgets/live/saver.h"
#include "widgets/state/replica.h"

class QAction;
class QComboBox;
class QToolButton;

namespace signalbox::widgets {

// What an execution or one of its nodes printed: the stored output, growing with every tick while a node runs, or what is
// printed live while the whole runs; and the way to save all of it. Asks and follows only while visible.
// GUI thread; owned by ExecutionDetailPane.
class OutputPanel final : public QWidget
{
    Q_OBJECT

public:
    enum class Width { Whole, Beside }; // of a page, or beside something else, where little is said with few words

    explicit OutputPanel(Replica &replica, Width width = Width::Whole, QWidget *parent = nullptr);
    ~OutputPanel() override;

    // explains: the node to read of one that ended badly; empty: its result. id empty: none.
    void setExecution(const QString &id, bool ended, const QStringList &nodes, const QString &explains);
    void showNode(const QString &nodeId);
    // As soon as this execution is shown: the line that begins there in what the node printed; nodeId empty: a call.
    void showLine(const QString &executionId, const QString &nodeId, OutputStream stream, qint64 position);
    // All of it, page by page, as the server has it.
    void saveTo(const QString &path);

    OutputView &view() { return *m_view; }
    QString notice() const { return m_notice->text(); }
    QString node() const;        // whose output is shown; empty: of the whole
    OutputStream stream() const; // of a node both, unless one is chosen
    QComboBox &streamBox() { return *m_stream; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(Width width);
    void connectLink();
    void load();
    void loadAnew();
    void showWanted();
    void sayWhy(const Error &error);
    void sayHowMuch();

    Replica &m_replica;
    Saver *m_saver;
    OutputView *m_view;
    OutputReader m_reader;
    QComboBox *m_node;
    QComboBox *m_stream;
    QToolButton *m_newest;
    QAction *m_save;
    TextLabel *m_notice;
    QString m_id;
    bool m_ended = false;
    bool m_isRead = false; // the view shows it, or what of it is there
    QStringList m_nodes;
    struct Wanted
    {
        QString executionId;
        QString nodeId;
        OutputStream stream = OutputStream::Out;
        qint64 position = 0;
    };
    std::optional<Wanted> m_wanted;
    std::optional<qint64> m_around; // what is shown is around this position
    bool m_isLoading = false;
};

} // namespace signalbox::widgets
