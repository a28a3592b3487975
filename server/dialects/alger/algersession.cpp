// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dialects/alger/algersession.h"

#include "server/dialects/alger/codec.h"
#include "server/dialects/alger/codec_content.h"
#include "server/dialects/alger/codes.h"

using namespace Qt::StringLiterals;

namespace signalbox::alger {

namespace {

// Messages that wait for the request under way; beyond, the peer is not read (README.md, "Decisions where the document
// is silent").
constexpr std::size_t mostWaiting = 8;

} // namespace

AlgerSession::AlgerSession(const dialects::DialectServices &services, Shared &shared, dialects::Peer &peer,
                           core::LoginOrigin origin)
    : m_services(services)
    , m_shared(shared)
    , m_peer(peer)
    , m_origin(std::move(origin))
    , m_runs(shared.watchers, *this,
             [this](qint64 requestId, int type, const QByteArray &content) { push(requestId, type, content); })
{
}

void AlgerSession::textReceived(const QByteArray &utf8)
{
    if (!m_isOpen)
        return;
    m_waiting.push_back(decode(utf8));
    serveWaiting();
    if (m_waiting.size() >= mostWaiting && !m_isReadingPaused) {
        m_isReadingPaused = true;
        m_peer.setReadingPaused(true);
    }
}

void AlgerSession::closed()
{
    m_isOpen = false;
    m_waiting.clear();
    m_start.reset();
    m_runs.forgetAll();
}

// A request may be answered within serve() or later; m_isInLoop: an answer within serve() starts no loop of its own.
void AlgerSession::serveWaiting()
{
    if (m_isInLoop)
        return;
    m_isInLoop = true;
    while (m_isOpen && !m_isServing && !m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (const auto *release = std::get_if<Release>(&next))
            m_runs.release(release->executionId);
        else
            serve(std::get<Result<Incoming>>(next));
    }
    m_isInLoop = false;
    if (m_waiting.empty() && m_isReadingPaused && m_isOpen) {
        m_isReadingPaused = false;
        m_peer.setReadingPaused(false);
    }
}

void AlgerSession::serve(const Result<Incoming> &message)
{
    if (!message) {
        m_peer.setLastError(message.error().message);
        send({m_numbering.answer(), 0, Malformed, content::error(message.error().message)});
        return;
    }
    // Both ids are checked before the content: a frame out of turn is not processed, however well it reads.
    if (!m_numbering.isInTurn(message->id))
        return refuse(*message, u"incorrect message id %1"_s.arg(message->id),
                      content::wrongId(m_numbering.expected(), message->id));
    if (message->requestId != 0 && message->requestId != message->id)
        return refuse(*message, u"incorrect requestId %1"_s.arg(message->requestId),
                      content::wrongRequestId(m_numbering.expected(), *message));
    m_numbering.accept(message->id);
    m_request = *message;
    m_isServing = true;
    ++m_turn;
    dispatch();
}

void AlgerSession::refuse(const Incoming &message, const QString &problem, const QByteArray &content)
{
    m_peer.setLastError(problem);
    send({m_numbering.refuse(), message.id, WrongId, content});
}

void AlgerSession::dispatch()
{
    const Row *row = findRequest(m_request.type);
    if (!m_request.contentProblem.isEmpty())
        return answer(Malformed, content::error(m_request.contentProblem));
    if (!row)
        return answer(Malformed, content::error(u"Unsupported message type: %1"_s.arg(m_request.type)));
    if (m_peer.actor().role < row->least)
        return answerError(u"forbidden"_s);
    switch (row->request.code) {
    case Login:
        return login();
    case UserData:
        return sendUser();
    case CatalogueRequest:
        return sendCatalogue();
    case RunStored:
        return runStored();
    case RunGraph:
        return runGraph();
    case Stop:
        return stop();
    case OutputRequest:
        return sendOutput();
    }
}

void AlgerSession::answer(int type, const QByteArray &content)
{
    if (type == Malformed)
        m_peer.setLastError(u"message %1 of type %2 was refused as malformed"_s.arg(m_request.id).arg(m_request.type));
    m_isServing = false;
    m_start.reset();
    send({m_numbering.answer(), m_request.id, type, content});
}

// Answers with the 3xx of the request's row.
void AlgerSession::answerError(const QString &text)
{
    answer(findRequest(m_request.type)->error.code, content::error(text));
}

// Answers with what the execution is. If that is its end, no push has to tell it any more.
void AlgerSession::answerAbout(const Execution &execution, int type, const QByteArray &content)
{
    if (isFinal(execution.state))
        m_runs.endTold(execution.id);
    answer(type, content);
}

void AlgerSession::send(const Outgoing &message)
{
    if (m_isOpen)
        m_peer.sendText(encode(message));
}

void AlgerSession::push(qint64 requestId, int type, const QByteArray &content)
{
    send({m_numbering.push(), requestId, type, content});
}

QString AlgerSession::text(const char *member) const
{
    return m_request.content.value(QLatin1String(member)).toString();
}

void AlgerSession::login()
{
    const QString name = text("username");
    const QString password = text("password");
    const QString refusal = u"unknown credentials or password mismatch"_s;
    if (name.isEmpty() || password.isEmpty())
        return answerError(refusal);
    m_services.authenticator->checkPassword(
        name, password, m_origin, whileServing([this, refusal](const Result<User> &user) {
            if (user)
                answer(Login + 100, content::loggedIn());
            else // a right password that does not count, or not yet, would seem wrong without the reason
                answerError(user.error().code == ErrorCode::Unauthenticated ? refusal : user.error().message);
        }));
}

void AlgerSession::sendUser()
{
    const QString id = text("userId");
    if (id.isEmpty())
        return answerError(u"userId is required"_s);
    for (const User &user : m_services.hub.snapshot().server.users) {
        if (user.name == id)
            return answer(UserData + 100, content::user(user));
    }
    answerError(u"user '%1' not found"_s.arg(id));
}

void AlgerSession::sendCatalogue()
{
    const QList<Pipeline> &pipelines = m_services.hub.snapshot().catalogue.pipelines;
    if (pipelines.isEmpty())
        return answerError(u"no pipeline data available"_s);
    if (m_shared.catalogue.isEmpty())
        m_shared.catalogue = content::catalogue(pipelines);
    answer(CatalogueRequest + 100, m_shared.catalogue);
}

void AlgerSession::stop()
{
    withExecution([this](const Execution &execution) {
        if (isFinal(execution.state)) // it stays what it is (README.md, "Contents")
            answerAbout(execution, Stop + 100, content::execution(execution.id, "stopped"_L1, execution.state));
        else
            cancel(execution.id);
    });
}

void AlgerSession::sendOutput()
{
    withExecution([this](const Execution &execution) {
        switch (execution.state) {
        case ExecutionState::Created:
        case ExecutionState::Queued:
        case ExecutionState::Running:
            return answerError(u"execution '%1' is still running"_s.arg(execution.id));
        case ExecutionState::Cancelled:
            return answerAbout(execution, OutputRequest + 200,
                               content::error(u"execution '%1' is not available (status=stopped)"_s.arg(execution.id)));
        case ExecutionState::Failed:
        case ExecutionState::Interrupted:
            return answerAbout(execution, OutputRequest + 200, content::failedOutput(execution));
        case ExecutionState::Succeeded:
            return readOutput(execution);
        }
    });
}

} // namespace signalbox::alger
