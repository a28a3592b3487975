// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wirepeers.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <cstdio>
#include <deque>
#include <memory>
#include <set>
#include <string>

namespace signalbox::bench {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

class Client;
std::set<Client *> everybody; // NOLINT: a program of its own

class Client : public std::enable_shared_from_this<Client>
{
public:
    explicit Client(asio::ip::tcp::socket socket) : m_stream(std::move(socket)) {}
    ~Client() { everybody.erase(this); }

    void start()
    {
        http::async_read(m_stream.next_layer(), m_buffer, m_request, [self = shared_from_this()](auto error, auto) {
            if (!error)
                self->accept();
        });
    }

    void send(const std::shared_ptr<const std::string> &message)
    {
        m_queue.push_back(message);
        if (m_queue.size() == 1)
            write();
    }

private:
    void accept()
    {
        m_stream.binary(true);
        m_stream.async_accept(m_request, [self = shared_from_this()](auto error) {
            if (error)
                return;
            if (self->m_request.target() != "/idle")
                everybody.insert(self.get());
            self->m_request = {};
            self->read();
        });
    }
    void read()
    {
        m_stream.async_read(m_buffer, [self = shared_from_this()](auto error, auto) {
            if (error)
                return;
            const auto message = std::make_shared<const std::string>(beast::buffers_to_string(self->m_buffer.data()));
            self->m_buffer.consume(self->m_buffer.size());
            for (Client *client : everybody)
                client->send(message);
            self->read();
        });
    }
    void write()
    {
        m_stream.async_write(asio::buffer(*m_queue.front()), [self = shared_from_this()](auto error, auto) {
            self->m_queue.pop_front();
            if (!error && !self->m_queue.empty())
                self->write();
        });
    }

    beast::websocket::stream<asio::ip::tcp::socket> m_stream;
    beast::flat_buffer m_buffer;
    http::request<http::empty_body> m_request;
    std::deque<std::shared_ptr<const std::string>> m_queue;
};

void acceptNext(asio::ip::tcp::acceptor &acceptor)
{
    acceptor.async_accept([&acceptor](auto error, asio::ip::tcp::socket socket) {
        if (!error) {
            socket.set_option(asio::ip::tcp::no_delay(true));
            std::make_shared<Client>(std::move(socket))->start();
        }
        acceptNext(acceptor);
    });
}

} // namespace

int serveBeast()
{
    asio::io_context context(1);
    asio::ip::tcp::acceptor acceptor(context, {asio::ip::address_v4::loopback(), 0});
    acceptor.listen(1024);
    std::printf("listening on 127.0.0.1:%d\n", acceptor.local_endpoint().port());
    std::fflush(stdout);
    acceptNext(acceptor);
    context.run();
    return 1;
}

} // namespace signalbox::bench
