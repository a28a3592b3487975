// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/controls/exportline.h"
#include "widgets/state/context.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QToolButton;

namespace signalbox::widgets {

// What was to be seen of a component when it failed, page by page, and when it was well. Asks only while visible.
// GUI thread; owned by ComponentDetail.
class BlackBoxPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BlackBoxPanel(const Context &context, QWidget *parent = nullptr);

    void setComponent(const QString &id);
    QComboBox &boxes() { return *m_boxes; }
    QPlainTextEdit &text() { return *m_text; }
    QToolButton &takeButton() { return *m_take; }
    void saveTo(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void ask();
    void take(const BlackBoxList &list);
    void read();
    QString subject() const { return u"*blackbox/"_s + m_component; }

    Context m_context;
    QComboBox *m_boxes;
    QToolButton *m_take;
    QToolButton *m_save;
    QPlainTextEdit *m_text;
    ExportLine *m_outcome;
    QString m_component;
    QList<BlackBoxInfo> m_known;
    QString m_wanted; // to be shown once it is listed
    Asking m_listing;
    Asking m_reading;
};

} // namespace signalbox::widgets
