// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chartcard.h"
#include "widgets/controls/exportline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/pages/page.h"

class QButtonGroup;
class QComboBox;
class QToolButton;

namespace signalbox::widgets {

// Every metric over the same stretch of time, live or held.
class MetricsPage final : public Page
{
    Q_OBJECT

public:
    explicit MetricsPage(const PageContext &context, QWidget *parent = nullptr);

    void save(QSettings &settings) const override;
    void restore(QSettings &settings) override;

    TimeWindow &window() { return m_window; }
    const ChartMarks &marks() const { return m_marks; }
    const QList<ChartCard *> &charts() const { return m_cards; }
    // What the charts show now. False with the reason in notice().
    bool exportPng(const QString &path);
    bool exportCsv(const QString &path);
    QString notice() const { return m_notice->text(); }
    QComboBox &overlayBox() { return *m_component; } // the component that is laid over the machine's charts

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addTools();
    void addOverlayBox();
    void listComponents();
    void layOver();
    QString csv() const;

    TimeWindow m_window;
    ChartMarks m_marks;
    QButtonGroup *m_ranges;
    QToolButton *m_pause;
    ExportLine *m_notice;
    QWidget *m_sheet;
    QList<ChartCard *> m_cards;
    QComboBox *m_component;
    std::unique_ptr<SampleHistory> m_overlaid; // of that component
    QString m_overlaidId;
};

} // namespace signalbox::widgets
