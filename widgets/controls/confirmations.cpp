// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/confirmations.h"

#include "widgets/look/icons.h"
#include "widgets/text/format.h"
#include "widgets/text/plain.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct ConfirmationsText
{
    Q_DECLARE_TR_FUNCTIONS(Confirmations)
};

} // namespace

QMessageBox *makeQuestion(QWidget &parent, const QString &title, const QString &question, const QString &more)
{
    auto *box = new QMessageBox(QMessageBox::Question, title, plain(question), QMessageBox::Cancel, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(u"signalbox"_s).pixmap(32, 32));
    box->setInformativeText(plain(more)); // its label heeds no QMessageBox::setTextFormat()
    return box;
}

QMessageBox *askFirst(QWidget &parent, const QString &question, const QString &more, const QString &action,
                      const std::function<void()> &act)
{
    QMessageBox *box = makeQuestion(parent, u"Signalbox"_s, question, more);
    QPushButton *button = box->addButton(action, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::buttonClicked, box, [=](const QAbstractButton *clicked) {
        if (clicked == button)
            act();
    });
    box->open();
    return box;
}

void askForSeveral(QWidget &parent, const QStringList &names, const std::function<QString(int count)> &question,
                   const QString &action, const std::function<void()> &act)
{
    if (names.size() < 2)
        return act();
    askFirst(parent, question(static_cast<int>(names.size())), format::firstNames(names), action, act);
}

void tell(QWidget &parent, const QString &what)
{
    auto *box = new QMessageBox(QMessageBox::Information, u"Signalbox"_s, plain(what), QMessageBox::Ok, &parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(icon(u"signalbox"_s).pixmap(32, 32));
    box->open();
}

std::unique_ptr<QMessageBox> makeStartFailure(const QString &reason)
{
    auto box = std::make_unique<QMessageBox>(QMessageBox::Critical, u"Signalbox"_s,
                                             ConfirmationsText::tr("Signalbox could not start"), QMessageBox::Close);
    box->setInformativeText(plain(reason));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return box;
}

std::unique_ptr<QMessageBox> makeStarting()
{
    auto box = std::make_unique<QMessageBox>(QMessageBox::NoIcon, u"Signalbox"_s,
                                             ConfirmationsText::tr("The server is starting…"), QMessageBox::Cancel);
    box->setInformativeText(plain(ConfirmationsText::tr(
        "After it was killed it waits until what it had started has ended, so that nothing runs twice.")));
    box->setIconPixmap(icon(u"signalbox"_s).pixmap(32, 32));
    return box;
}

QString componentsRunning(int count)
{
    return ConfirmationsText::tr("%Ln components are running.", "", count);
}

void submitToAll(QWidget &parent, Commands &commands, const Snapshot &snapshot, const CommandBody &command)
{
    const auto submit = [&commands, command] { commands.submit(Commands::allComponents(), command); };
    const bool stops = std::holds_alternative<StopComponents>(command);
    if (!stops && !std::holds_alternative<RestartComponents>(command))
        return submit();
    const auto active = std::count_if(snapshot.components.cbegin(), snapshot.components.cend(), &canStop);
    askFirst(parent,
             stops ? ConfirmationsText::tr("Stop all components?") : ConfirmationsText::tr("Restart all components?"),
             componentsRunning(static_cast<int>(active)),
             stops ? ConfirmationsText::tr("Stop all") : ConfirmationsText::tr("Restart all"), submit);
}

} // namespace signalbox::widgets
