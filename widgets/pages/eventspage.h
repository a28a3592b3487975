// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/exportline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/page.h"

class QComboBox;
class QAction;
class QLineEdit;
class QToolButton;

namespace signalbox::widgets {

// What happened, in words, as it happens.
class EventsPage final : public Page
{
    Q_OBJECT

public:
    explicit EventsPage(const PageContext &context, QWidget *parent = nullptr);
    ~EventsPage() override;

    void find() override;
    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    DataTable &table() { return *m_table; }
    QToolButton &pauseButton() { return *m_pause; }
    QAction &exportAction() { return *m_export; }
    QLineEdit &filterField() { return *m_filterField; }
    QComboBox &kind() { return *m_kind; }
    bool exportTo(const QString &path); // what the filter shows, as CSV
    QString notice() const { return m_notice->text(); }
    const TextLabel &outcome() const { return *m_outcome; }

private:
    void addTools();
    void refreshNotice();

    TextFilter m_filter;
    QLineEdit *m_filterField;
    QComboBox *m_kind;
    QToolButton *m_pause;
    QAction *m_export = nullptr;
    DataTable *m_table;
    TextLabel *m_notice;
    ExportLine *m_outcome; // of the last export
};

} // namespace signalbox::widgets
