// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/controllink.h"
#include "widgets/card.h"
#include "widgets/outputview.h"

class QComboBox;
class QSaveFile;
class QToolButton;

namespace signalbox::widgets {

// What an execution or one of its nodes printed: the beginning of the stored output, growing with every tick while a node
// runs, or everything printed live while the whole runs; and the way to save all of it. Asks and follows only
// while visible. GUI thread; owned by ExecutionDetailPane.
class OutputPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit OutputPanel(link::ControlLink &link, QWidget *parent = nullptr);
    ~OutputPanel() override;

    void setExecution(const QString &id, bool ended, const QStringList &nodes); // empty: none
    void showNode(const QString &nodeId);
    // All of it, page by page, as the server has it.
    void saveTo(const QString &path);

    OutputView &view() { return *m_view; }
    QString notice() const { return m_notice->text(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectLink();
    QString node() const;
    void load();
    void askForMore();
    void follow(const QString &id); // empty: nobody
    void take(const Result<Answer> &answer);
    void askToSave();
    void write(const Result<Answer> &answer);
    void endSaving(const QString &outcome);

    link::ControlLink &m_link;
    OutputView *m_view;
    QComboBox *m_node;
    QToolButton *m_newest;
    QToolButton *m_save;
    TextLabel *m_notice;
    QString m_id;
    bool m_ended = false;
    QStringList m_nodes;
    QString m_followed;
    QueryId m_query = 0;
    qint64 m_have = 0;
    std::unique_ptr<QSaveFile> m_file;
    QString m_savedId; // what is being saved, whatever is shown meanwhile
    QString m_savedNode;
    QueryId m_saveQuery = 0;
    qint64 m_saved = 0;
};

} // namespace signalbox::widgets
