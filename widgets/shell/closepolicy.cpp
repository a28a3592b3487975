// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/closepolicy.h"

#include "widgets/controls/confirmations.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct ClosePolicyText
{
    Q_DECLARE_TR_FUNCTIONS(ClosePolicy)
};

const QString &key()
{
    static const QString text = u"window/close"_s;
    return text;
}

QString whatRuns(const Running &running)
{
    QString text;
    if (running.components > 0)
        text += u' ' + componentsRunning(running.components);
    if (running.executions > 0)
        text += u' ' + ClosePolicyText::tr("%Ln executions have not ended.", "", running.executions);
    return text;
}

} // namespace

CloseChoice closeChoice(const QSettings &settings)
{
    const QString text = settings.value(key()).toString();
    return text == "keep"_L1 ? CloseChoice::KeepRunning : text == "stop"_L1 ? CloseChoice::Stop : CloseChoice::Ask;
}

void setCloseChoice(QSettings &settings, CloseChoice choice)
{
    const QString text = choice == CloseChoice::KeepRunning ? u"keep"_s
                         : choice == CloseChoice::Stop      ? u"stop"_s
                                                            : u"ask"_s;
    settings.setValue(key(), text);
}

CloseStep closeStep(CloseChoice choice, bool hasTray, const Running &running)
{
    if (hasTray && choice == CloseChoice::Ask)
        return CloseStep::AskWhich;
    if (hasTray && choice == CloseChoice::KeepRunning)
        return CloseStep::Hide;
    // Who chose once that closing stops the server knows of the components; an execution may be forgotten.
    const bool asks = running.executions > 0 || (running.components > 0 && choice != CloseChoice::Stop);
    return asks ? CloseStep::AskBeforeStop : CloseStep::Stop;
}

QMessageBox *askWhich(QWidget &parent, const Running &running,
                      const std::function<void(CloseChoice choice, bool remember)> &chosen)
{
    QMessageBox *box =
        makeQuestion(parent, ClosePolicyText::tr("Close Signalbox"),
                     ClosePolicyText::tr("Keep the server running without the window?"),
                     ClosePolicyText::tr("Components, executions and clients go on; the icon in the tray brings the "
                                         "window back. Stopping ends them all.")
                         + whatRuns(running));
    QPushButton *keep = box->addButton(ClosePolicyText::tr("Keep running"), QMessageBox::AcceptRole);
    QPushButton *stop = box->addButton(ClosePolicyText::tr("Stop the server"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    auto *remember = new QCheckBox(ClosePolicyText::tr("Do not ask again"));
    box->setCheckBox(remember);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [=](const QAbstractButton *clicked) {
        if (clicked == keep)
            chosen(CloseChoice::KeepRunning, remember->isChecked());
        else if (clicked == stop)
            chosen(CloseChoice::Stop, remember->isChecked());
    });
    box->open();
    return box;
}

QMessageBox *askBeforeStop(QWidget &parent, const Running &running, const std::function<void()> &stop)
{
    return askFirst(parent, ClosePolicyText::tr("Stop the server?"),
                    ClosePolicyText::tr("What runs is ended, and clients are disconnected.") + whatRuns(running),
                    ClosePolicyText::tr("Stop the server"), stop);
}

} // namespace signalbox::widgets
