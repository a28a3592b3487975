// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/exportline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/clientframesmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/state/replica.h"

class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace signalbox::widgets {

// The inspector: what one client and the server say to each other, live, secrets masked by the server. Follows only while
// visible; what was seen stays when the client goes. GUI thread; owned by ClientsPage.
class ClientInspector final : public QWidget
{
    Q_OBJECT

public:
    explicit ClientInspector(Replica &replica, QWidget *parent = nullptr);

    void setClient(const QString &id, const QString &name); // id empty: none
    bool exportTo(const QString &path);
    void setPaused(bool paused);

    ClientFramesModel &frames() { return m_model; }
    DataTable &table() { return *m_table; }
    QString content() const;
    QString notice() const { return m_notice->text(); }
    const TextLabel &outcome() const { return *m_outcome; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTools();
    void follow();
    void take(const QList<ClientFrame> &frames, qint64 leftOut);
    void refreshNotice();
    void showContent();

    Replica &m_replica;
    ClientFramesModel m_model;
    TextFilter m_filter;
    TextLabel *m_title;
    QLineEdit *m_search;
    QToolButton *m_pause;
    DataTable *m_table;
    QPlainTextEdit *m_content;
    TextLabel *m_notice;
    ExportLine *m_outcome; // of the last export
    QString m_client;
    Following m_following;
    QList<ClientFrame> m_waiting; // while paused, the newest ClientFramesModel::bound
    qint64 m_leftOut = 0;
};

} // namespace signalbox::widgets
