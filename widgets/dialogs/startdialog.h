// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/model/catalogue.h"
#include "widgets/controls/errorline.h"
#include "widgets/controls/textlabel.h"
#include "widgets/state/commands.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace signalbox::widgets {

// Starts a stored pipeline: which one, and its parameters as a form. A refusal stays here, where it can be acted on.
// GUI thread; owned by its page.
class StartDialog final : public QDialog
{
    Q_OBJECT

public:
    StartDialog(Replica &replica, Commands &commands, QWidget *parent = nullptr);

    void choosePipeline(const QString &id);
    // Lines without a name or without a value are left out; a value that is JSON is meant as JSON.
    QJsonObject params() const;
    void setParam(const QString &name, const QString &value);
    QString error() const { return m_error->text(); }
    QPushButton &startButton() { return *m_start; }
    QPushButton &queueButton() { return *m_queue; } // there once it was refused for want of room

Q_SIGNALS:
    void started(const QString &executionId);

private:
    struct Line
    {
        QLineEdit *name;
        QLineEdit *value;
    };

    void build();
    void showPipeline();
    Line addLine(const QString &name, const QString &usual);
    void clearLines();
    void start(bool queue);
    void refresh();
    const Pipeline *pipeline() const;

    Replica &m_replica;
    Commands &m_commands;
    QComboBox *m_pipeline;
    TextLabel *m_description;
    QVBoxLayout *m_form;
    QList<Line> m_lines;
    ErrorLine *m_error;
    QPushButton *m_start;
    QPushButton *m_queue;
};

} // namespace signalbox::widgets
