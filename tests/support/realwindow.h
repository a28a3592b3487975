// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serverhost.h"
#include "server/core/config/configio.h"
#include "server/link/locallink.h"
#include "widgets/shell/mainwindow.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace signalbox::test {

using namespace Qt::StringLiterals;

// The window on a real server thread, as app/desktop puts them together.
class RealWindow
{
public:
    explicit RealWindow(const core::Config &config)
        : host(ServerSetup{config, {}, {}, folder.filePath(u"data"_s)})
        , settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat)
    {
    }

    ~RealWindow()
    {
        window.reset();
        link.reset();
        QSignalSpy stopped(&host, &app::ServerHost::stopped);
        host.stop();
        if (!stopped.wait(20'000))
            qWarning("the server did not stop");
    }

    bool start()
    {
        QSignalSpy started(&host, &app::ServerHost::started);
        QSignalSpy failed(&host, &app::ServerHost::failed);
        host.start();
        if (!QTest::qWaitFor([&] { return started.count() + failed.count() > 0; }, 10'000) || started.isEmpty())
            return false;
        link = std::make_unique<link::LocalLink>(host.endpoint());
        window = std::make_unique<widgets::MainWindow>(*link, settings);
        window->show();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get())
               && QTest::qWaitFor([this] { return link->isConnected(); }, 10'000);
    }

    QTemporaryDir folder;
    app::ServerHost host;
    QSettings settings;
    std::unique_ptr<link::LocalLink> link;
    std::unique_ptr<widgets::MainWindow> window;
};

} // namespace signalbox::test
