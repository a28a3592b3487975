// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the README's pictures: the real window on a real server with the built-in example. Run by tools/screenshots.
#include "app/headless.h"
#include "server/core/config/configio.h"
#include "server/dialectlist.h"
#include "server/link/locallink.h"
#include "widgets/look/applytheme.h"
#include "widgets/pages/logspage.h"
#include "widgets/pages/pagelist.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/translations.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <cstdio>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

// Long enough for the components to become ready and the charts to show something.
constexpr int warmUpSeconds = 75;
constexpr int paintMilliseconds = 1500;

class Photographer : public QObject
{
public:
    Photographer(widgets::MainWindow &window, QApplication &application, QString folder, std::function<void()> done)
        : m_window(window)
        , m_application(application)
        , m_folder(std::move(folder))
        , m_done(std::move(done))
    {
        for (const widgets::ThemeMode theme : {widgets::ThemeMode::Light, widgets::ThemeMode::Dark}) {
            for (const widgets::PageEntry &page : widgets::pageList())
                m_pictures.append({theme, page.id, page.key});
        }
    }

    // The entry whose details a page shows beside its list.
    void show(widgets::PageId page, const QString &subject) { m_subjects.insert(page, subject); }

    void next()
    {
        if (m_pictures.isEmpty())
            return m_done();
        const Picture picture = m_pictures.takeFirst();
        widgets::applyTheme(m_application, picture.theme);
        m_window.open(picture.page, m_subjects.value(picture.page));
        QTimer::singleShot(paintMilliseconds, this, [this, picture] {
            const QString tone = picture.theme == widgets::ThemeMode::Dark ? u"dark"_s : u"light"_s;
            const QString file = m_folder % u'/' % picture.key % u'-' % tone % ".png"_L1;
            if (!m_window.grab().save(file))
                QTextStream(stderr) << "cannot write " << file << '\n';
            next();
        });
    }

private:
    struct Picture
    {
        widgets::ThemeMode theme;
        widgets::PageId page;
        QString key;
    };

    widgets::MainWindow &m_window;
    QApplication &m_application;
    QString m_folder;
    std::function<void()> m_done;
    QList<Picture> m_pictures;
    QHash<widgets::PageId, QString> m_subjects{
        {widgets::PageId::Components, u"lookup"_s},
        {widgets::PageId::Logs, widgets::LogsPage::together({u"lookup"_s, u"index"_s, u"load"_s, u"fragile"_s})}};
};

// Clients, so that the clients' page has something to show.
std::vector<std::unique_ptr<QWebSocket>> connectClients(const QList<ListenerInfo> &listeners)
{
    std::vector<std::unique_ptr<QWebSocket>> clients;
    const auto add = [&](const ListenerInfo &listener, const QString &subprotocol) {
        QWebSocketHandshakeOptions options;
        if (!subprotocol.isEmpty())
            options.setSubprotocols({subprotocol});
        clients.push_back(std::make_unique<QWebSocket>());
        clients.back()->open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(listener.port)), options);
    };
    for (const ListenerInfo &listener : listeners) {
        if (listener.dialects.contains(u"sutra"_s)) {
            add(listener, {});
            add(listener, {});
        }
        if (listener.dialects.contains(u"ark"_s))
            add(listener, {});
        if (listener.dialects.contains(u"alger"_s))
            add(listener, u"alger"_s);
    }
    return clients;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "usage: screenshots FOLDER [LANGUAGE [WIDTHxHEIGHT]]\n";
        return app::BadUsage;
    }
    const QStringList size = arguments.value(3, u"1280x800"_s).split(u'x');
    widgets::loadTranslations(application, QLocale(arguments.value(2, u"en"_s)));
    QDir().mkpath(arguments.at(1));
    qputenv("SIGNALBOX_GUARD", TEST_GUARD); // this program stands elsewhere than the server's

    QTemporaryDir folder;
    core::Config config = core::exampleConfig(defaultConfig());
    for (core::ListenerConfig &listener : config.listeners)
        listener.port = 0;
    app::ServerHost host({config, {}, {}, folder.path()});
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    std::unique_ptr<link::LocalLink> link;
    std::unique_ptr<widgets::MainWindow> window;
    std::unique_ptr<Photographer> photographer;
    std::vector<std::unique_ptr<QWebSocket>> clients;
    CommandId call;
    QObject::connect(&host, &app::ServerHost::started, &application, [&] {
        link = std::make_unique<link::LocalLink>(host.endpoint());
        window = std::make_unique<widgets::MainWindow>(*link, settings);
        window->resize(size.value(0).toInt(), size.value(1).toInt());
        window->show();
        photographer = std::make_unique<Photographer>(*window, application, arguments.at(1), [&] { host.stop(); });
        QObject::connect(link.get(), &link::ControlLink::completed, photographer.get(),
                         [&](const CommandId &command, const QString &subject) {
                             const bool isCall = command == call;
                             photographer->show(isCall ? widgets::PageId::Processes : widgets::PageId::Executions,
                                                subject);
                         });
        QTimer::singleShot(10'000, photographer.get(),
                           [&] { clients = connectClients(link->snapshot().server.listeners); });
        QTimer::singleShot(warmUpSeconds * 1000 - 20'000, photographer.get(),
                           [&] { (void)link->submit(StartPipeline{u"demo"_s, {}}); });
        QTimer::singleShot(warmUpSeconds * 1000 - 5'000, photographer.get(), [&] {
            call = link->submit(StartProcess{u"count"_s, {u"60"_s}});
            (void)link->submit(StartPipeline{u"diamond"_s, {}});
        });
        QTimer::singleShot(warmUpSeconds * 1000, photographer.get(), [&] { photographer->next(); });
    });
    QObject::connect(&host, &app::ServerHost::failed, &application, [&](const StartFailure &failure) {
        QTextStream err(stderr);
        QCoreApplication::exit(app::reportStartFailure(failure, err));
    });
    // Not quit(): it would close the window, which asks the user first.
    QObject::connect(&host, &app::ServerHost::stopped, &application, [] { QCoreApplication::exit(app::CleanStop); });
    host.start();
    const int exitCode = QApplication::exec();
    clients.clear();
    photographer.reset();
    window.reset();
    link.reset();
    return exitCode;
}
