// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/exportline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/eventsmodel.h"
#include "widgets/pages/eventfilters.h"
#include "widgets/pages/page.h"

class QAction;
class QToolButton;

namespace signalbox::widgets {

// What happened, in words: as it happens, and as far back as the server has kept it.
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
    EventsModel &model() { return m_model; }
    EventFilters &filters() { return *m_filters; }
    QAction &exportAction() { return *m_export; }
    QToolButton &olderButton() { return *m_older; }
    void exportTo(const QString &path); // all that matches the filter, as CSV
    QString notice() const { return m_notice->text(); }
    const TextLabel &outcome() const { return *m_outcome; }

private:
    void addTools();
    void open(const EventEntry &entry);
    void applyFilter();
    void refreshNotice();

    EventsModel m_model;
    EventFilters *m_filters;
    QAction *m_export = nullptr;
    DataTable *m_table;
    QToolButton *m_older;
    TextLabel *m_notice;
    ExportLine *m_outcome; // of the last export
    Asking m_exporting;
};

} // namespace signalbox::widgets
