// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/settingsmenu.h"

#include "widgets/controls/buttons.h"
#include "widgets/controls/confirmations.h"
#include "widgets/shell/closepolicy.h"
#include "widgets/shell/tray.h"
#include "widgets/text/languages.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

namespace {

struct SettingsText
{
    Q_DECLARE_TR_FUNCTIONS(Settings)
};

const QString &trayKey()
{
    static const QString text = u"tray/shown"_s;
    return text;
}

QAction *addSwitch(QMenu &menu, const QString &text, bool on, const std::function<void(bool)> &toggled)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(on);
    QObject::connect(action, &QAction::toggled, &menu, toggled);
    return action;
}

void addMessages(QMenu &menu, Notifier &notifier)
{
    menu.addSection(SettingsText::tr("Tell me"));
    for (const auto &[topic, text] :
         {std::pair(Notifier::Topic::Components, SettingsText::tr("When a component fails")),
          std::pair(Notifier::Topic::Executions, SettingsText::tr("When an execution ends"))}) {
        addSwitch(menu, text, notifier.isOn(topic), [&notifier, topic = topic](bool on) { notifier.setOn(topic, on); });
    }
}

void addClosing(QMenu &menu, Tray &tray, QSettings &settings)
{
    menu.addSection(SettingsText::tr("Closing the window"));
    auto *group = new QActionGroup(&menu);
    for (const auto &[choice, text] :
         {std::pair(CloseChoice::Ask, SettingsText::tr("Asks what to do")),
          std::pair(CloseChoice::KeepRunning, SettingsText::tr("Leaves the server running")),
          std::pair(CloseChoice::Stop, SettingsText::tr("Stops the server"))}) {
        QAction *action =
            menu.addAction(text, &menu, [&settings, choice = choice] { setCloseChoice(settings, choice); });
        action->setCheckable(true);
        group->addAction(action);
        // A dialog may have chosen meanwhile; without a tray closing always stops.
        QObject::connect(&menu, &QMenu::aboutToShow, action, [action, &tray, &settings, choice = choice] {
            action->setChecked(choice == (tray.isThere() ? closeChoice(settings) : CloseChoice::Stop));
            action->setEnabled(tray.isThere());
        });
    }
}

void sayFromWhenOn(QWidget &window, const QString &language)
{
    tell(window, language.isEmpty()
                     ? SettingsText::tr("At its next start the window is in the language of the system.")
                     : SettingsText::tr("At its next start the window is in this language: %1").arg(language));
}

// Who cannot read the language of the window finds the way out by the English word.
void addLanguages(QMenu &menu, QSettings &settings)
{
    const QString english = u"Language"_s;
    const QString title = SettingsText::tr("Language");
    QMenu *choices = menu.addMenu(
        title == english ? title : SettingsText::tr("%1 (%2)", "a word, the same in English").arg(title, english));
    auto *group = new QActionGroup(choices);
    const QString before = chosenLanguage(settings); // in which the window is
    QList<Language> all{{QString(), SettingsText::tr("Like the system")}};
    all += languages();
    for (const auto &[code, name] : std::as_const(all)) {
        QAction *action = choices->addAction(withoutMnemonic(name));
        action->setCheckable(true);
        action->setChecked(code == before);
        action->setData(code);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, choices, [&menu, &settings, before, code = code, name = name] {
            if (code == chosenLanguage(settings))
                return;
            chooseLanguage(settings, code);
            if (code != before)
                sayFromWhenOn(*menu.parentWidget()->window(), code.isEmpty() ? QString() : name);
        });
    }
}

} // namespace

bool wantsTray(const QSettings &settings)
{
    return settings.value(trayKey(), true).toBool();
}

void addSettings(QMenu &menu, Notifier &notifier, Tray &tray, QSettings &settings)
{
    addLanguages(menu, settings);
    addMessages(menu, notifier);
    menu.addSection(SettingsText::tr("Tray"));
    addSwitch(menu, SettingsText::tr("Show an icon in the tray"), wantsTray(settings), [&tray, &settings](bool on) {
        settings.setValue(trayKey(), on);
        tray.setShown(on);
    });
    addClosing(menu, tray, settings);
}

} // namespace signalbox::widgets
