// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakelink.h"
#include "widgets/shell/mainwindow.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// The base of a test whose window is on a FakeLink, with settings of its own.
class FakeWindow : public QObject
{
protected:
    // Makes all but the window.
    void begin(Snapshot snapshot)
    {
        end();
        folder = std::make_unique<QTemporaryDir>();
        settings = std::make_unique<QSettings>(folder->filePath(u"window.ini"_s), QSettings::IniFormat);
        link = std::make_unique<FakeLink>();
        link->connectTo(std::move(snapshot));
    }

    // Shows a window; an earlier one is closed first, and has saved what the next one restores. An invalid size leaves
    // the choice to the window.
    [[nodiscard]] bool open(QSize size = {1280, 800})
    {
        if (window)
            window->close();
        window.reset();
        window = std::make_unique<widgets::MainWindow>(*link, *settings);
        if (size.isValid())
            window->resize(size);
        window->show();
        return QTest::qWaitForWindowExposed(window.get());
    }

    [[nodiscard]] bool activate()
    {
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    void end()
    {
        window.reset();
        link.reset();
        settings.reset();
        folder.reset();
    }

    // The page, once it is the current one.
    template<typename P>
    P &page(widgets::PageId id, const QString &subject = {})
    {
        window->open(id, subject);
        return *qobject_cast<P *>(window->page(id));
    }

    // The message box that asks something; nullptr when there is none.
    QMessageBox *question() const { return window->findChild<QMessageBox *>(); }
    void agree()
    {
        QVERIFY(question());
        for (QAbstractButton *button : question()->buttons()) {
            if (question()->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<FakeLink> link;
    std::unique_ptr<widgets::MainWindow> window;
};

} // namespace signalbox::test
