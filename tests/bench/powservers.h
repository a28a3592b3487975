// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/rawwebsocket.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <cstdio>
#include <memory>

namespace signalbox::bench {

using namespace Qt::StringLiterals;

[[noreturn]] inline void fail(const QString &what)
{
    std::fprintf(stderr, "bench_pow: %s\n", qPrintable(what));
    std::exit(1);
}

// A server process with one command, which it starts anew for each client.
class Server
{
public:
    virtual ~Server()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10000))
            m_process.kill();
    }
    virtual std::unique_ptr<RawWebSocket> call() = 0;
    virtual RawWebSocket::Totals drain(RawWebSocket &client) = 0;

    // The resident memory in a tenth of a second.
    double residentMiBLater()
    {
        (void)m_process.waitForFinished(100);
        return residentMiB();
    }
    double residentMiB() const
    {
        QFile file(u"/proc/%1/statm"_s.arg(m_process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            fail(u"the server has died"_s);
        return double(file.readAll().split(' ').at(1).toLongLong() * ::sysconf(_SC_PAGESIZE)) / (1 << 20);
    }

protected:
    QTemporaryDir m_folder;
    QProcess m_process;
};

class Signalbox final : public Server
{
public:
    Signalbox(const QString &program, const QStringList &command)
    {
        const QString ready = m_folder.filePath(u"ready.json"_s);
        QFile file(m_folder.filePath(u"signalbox.toml"_s));
        (void)file.open(QIODevice::WriteOnly);
        QByteArray list;
        for (const QString &argument : command)
            list += '"' + argument.toUtf8() + "\", ";
        file.write("[[listener]]\nport = 0\ndialects = [\"pow\"]\n[[process]]\nname = \"run\"\ncommand = [" + list
                   + "]\n");
        file.close();
        m_process.setStandardErrorFile(m_folder.filePath(u"log"_s));
        m_process.start(program, {u"--no-gui"_s, u"--config"_s, file.fileName(), u"--data-dir"_s,
                                  m_folder.filePath(u"data"_s), u"--ready-file"_s, ready});
        QElapsedTimer timer;
        timer.start();
        while (!QFile::exists(ready)) {
            if (m_process.waitForFinished(5) || timer.elapsed() > 20000)
                fail(program + u" does not start"_s);
        }
        QFile readyFile(ready);
        (void)readyFile.open(QIODevice::ReadOnly);
        const QJsonArray listeners = QJsonDocument::fromJson(readyFile.readAll())[u"listeners"].toArray();
        m_port = quint16(listeners.at(0)[u"port"].toInt());
    }

    std::unique_ptr<RawWebSocket> connect() { return std::make_unique<RawWebSocket>(m_port, "pow-1"); }
    void begin(RawWebSocket &client) { client.send(RawWebSocket::Binary, R"({"call":"run"})"); }

    std::unique_ptr<RawWebSocket> call() override
    {
        auto client = connect();
        begin(*client);
        return client;
    }
    RawWebSocket::Totals drain(RawWebSocket &client) override
    {
        const RawWebSocket::Totals totals = client.drain(false);
        if (totals.control != R"({"status":"fulfilled","value":null})" || totals.closeCode != 1000)
            fail(u"a call ended with %1"_s.arg(QString::fromUtf8(totals.control)));
        return totals;
    }

private:
    quint16 m_port = 0;
};

class Websocketd final : public Server
{
public:
    Websocketd(bool binary, const QStringList &command) : m_binary(binary)
    {
        {
            QTcpServer probe; // finds a free port: websocketd cannot choose one
            (void)probe.listen(QHostAddress::LocalHost);
            m_port = probe.serverPort();
        }
        QStringList arguments{u"--address=127.0.0.1"_s, u"--loglevel=error"_s, u"--port=%1"_s.arg(m_port)};
        if (binary)
            arguments.append(u"--binary"_s);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(u"websocketd"_s, arguments + command);
        for (QElapsedTimer timer = started(); timer.elapsed() < 10000;) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_port);
            if (socket.waitForConnected(100))
                return;
            if (m_process.waitForFinished(5))
                break;
        }
        fail(u"websocketd does not start"_s);
    }

    std::unique_ptr<RawWebSocket> call() override { return std::make_unique<RawWebSocket>(m_port, QByteArray()); }
    RawWebSocket::Totals drain(RawWebSocket &client) override { return client.drain(m_binary); }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }

    bool m_binary;
    quint16 m_port = 0;
};

} // namespace signalbox::bench
