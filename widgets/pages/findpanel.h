// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/datatable.h"
#include "widgets/controls/textlabel.h"
#include "widgets/models/foundmodel.h"
#include "widgets/models/textfilter.h"
#include "widgets/pages/page.h"

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QToolButton;

namespace signalbox::widgets {

// Find everywhere: a text, or a regular expression, in all logs and outputs that the server keeps. GUI thread; owned by
// LogsPage.
class FindPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FindPanel(const PageContext &context, QWidget *parent = nullptr);

    void find();   // to the field
    void search(); // for what is in it
    void save(QSettings &settings) const;
    void restore(QSettings &settings);

    QLineEdit &text() { return *m_text; }
    QCheckBox &caseBox() { return *m_case; }
    QCheckBox &expressionBox() { return *m_expression; }
    DataTable &table() { return *m_table; }
    FoundModel &model() { return m_model; }
    QString notice() const { return m_notice->text(); }

Q_SIGNALS:
    void wanted(signalbox::widgets::PageId page, const QString &subject);

private:
    void build();
    void refresh();
    void open(const FoundLine &line);

    FoundModel m_model;
    TextFilter m_filter; // sorts
    QLineEdit *m_text;
    QCheckBox *m_case;
    QCheckBox *m_expression;
    QToolButton *m_search;
    QProgressBar *m_busy;
    DataTable *m_table;
    TextLabel *m_notice;
};

} // namespace signalbox::widgets
