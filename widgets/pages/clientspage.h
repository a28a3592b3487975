// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/clientsmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/clientinspector.h"
#include "widgets/pages/page.h"

class QAction;
class QLineEdit;
class QSplitter;

namespace signalbox::widgets {

// Every connection with what it costs, the way to end one, and what one says.
class ClientsPage final : public Page
{
    Q_OBJECT

public:
    explicit ClientsPage(const PageContext &context, QWidget *parent = nullptr);

    void reveal(const QString &subject) override;
    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    DataTable &table() { return *m_table; }
    QAction &disconnectAction() { return *m_disconnect; }
    QAction &watchAction() { return *m_watch; }
    ClientInspector &inspector() { return *m_inspector; }
    QLineEdit &filterField() { return *m_filterField; }
    QSplitter &splitter() { return *m_splitter; }
    QString error() const { return m_error->text(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void refresh();
    void watchSelected();
    void disconnectSelected();

    ClientsModel m_model;
    TextFilter m_filter;
    QLineEdit *m_filterField;
    DataTable *m_table;
    ErrorLine *m_error;
    TextLabel *m_summary;
    QSplitter *m_splitter;
    ClientInspector *m_inspector;
    QAction *m_watch;
    QAction *m_disconnect;
    QString m_refused; // the client whose refusal is shown, also when it is gone from the selection
};

} // namespace signalbox::widgets
