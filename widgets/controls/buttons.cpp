// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/buttons.h"

#include "widgets/look/accessiblename.h"
#include "widgets/look/icons.h"
#include "widgets/look/theme.h"
#include "widgets/text/plain.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct ButtonsText
{
    Q_DECLARE_TR_FUNCTIONS(Buttons)
};

} // namespace

QToolButton *makeButton(const QString &iconName, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize({spacing::icon, spacing::icon});
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    if (text.isEmpty()) {
        button->setAccessibleName(tip);
    } else {
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    button->setToolTip(plain(tip));
    return button;
}

QToolButton *makeButton(QAction &action, Qt::ToolButtonStyle style)
{
    QToolButton *button = makeButton({}, action.text());
    button->setDefaultAction(&action);
    button->setToolButtonStyle(style);
    if (style == Qt::ToolButtonIconOnly)
        button->setAccessibleName(action.text());
    return button;
}

QPushButton *makeQueueButton()
{
    auto *button = new QPushButton(ButtonsText::tr("Queue it"));
    button->setToolTip(plain(ButtonsText::tr("Wait, and start as soon as there is room")));
    button->setAutoDefault(false);
    button->hide();
    return button;
}

QToolButton *makeLink()
{
    QToolButton *link = makeButton({}, u" "_s);
    link->setToolButtonStyle(Qt::ToolButtonTextOnly);
    link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return link;
}

void showLink(QToolButton &link, const QString &id, const QString &name, const QString &tip)
{
    link.setText(withoutMnemonic(link.fontMetrics().elidedText(name, Qt::ElideRight, grown(220))));
    link.setToolTip(plain(tip));
    nameFor(link, tip);
    link.setObjectName(id);
}

void prepareBox(QComboBox &box, const QString &name)
{
    constexpr int fewest = 6; // characters
    box.setAccessibleName(name);
    box.setToolTip(plain(name)); // becomes the accessible description
    box.setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box.setMinimumContentsLength(fewest);
}

QLineEdit *makeSearchField(const QString &placeholder)
{
    auto *field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(placeholder);
    field->setClearButtonEnabled(true);
    field->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    field->setMinimumWidth(grown(140));
    field->setMaximumWidth(grown(280));
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *escape = new QShortcut(Qt::Key_Escape, field, field, &QLineEdit::clear);
    escape->setContext(Qt::WidgetShortcut);
    return field;
}

QToolButton *makeClearButton()
{
    return makeButton(u"close"_s, {}, ButtonsText::tr("Clear filters"));
}

QToolButton *makeMark(int size)
{
    auto *mark = new QToolButton;
    mark->setIcon(icon(u"signalbox"_s));
    mark->setIconSize({size, size});
    mark->setAutoRaise(true);
    mark->setFocusPolicy(Qt::NoFocus);
    mark->setAttribute(Qt::WA_TransparentForMouseEvents);
    return mark;
}

QString withoutMnemonic(QString name)
{
    return name.replace(u'&', "&&"_L1);
}

void askWhereToSave(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter,
                    const std::function<void(const QString &path)> &save)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, save);
    dialog->open();
}

} // namespace signalbox::widgets
