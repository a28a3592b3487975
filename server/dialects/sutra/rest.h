// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ask.h"
#include "server/core/hub.h"
#include "server/dialects/apipages.h"
#include "server/dialects/dialect.h"

namespace signalbox::sutra {

using namespace Qt::StringLiterals;

// The routes (README.md, "Rules as implemented"): components, schedules, executions, events, status, mode and reload below
// /api, and the status page at /.
// Server thread; owned by SutraDialect.
class Rest final : public QObject
{
    Q_OBJECT

public:
    // dialect: its restError() spells refusals. Both outlive this. answerBytes: of a list or an output, at most.
    Rest(core::Hub &hub, const dialects::Dialect &dialect, core::Ask ask, qint64 answerBytes)
        : m_hub(hub)
        , m_dialect(dialect)
        , m_ask(std::move(ask))
        , m_answerBytes(answerBytes)
    {
    }

    QList<dialects::RestRoute> routes();

private:
    void control(const dialects::RestRequest &request, CommandBody body, dialects::Respond respond);
    void controlSeveral(const dialects::RestRequest &request, CommandBody body, dialects::Respond respond);
    static int httpStatus(ErrorCode code); // of what is asked about components
    struct Answers
    {
        std::function<dialects::RestResponse(const Error &)> refused;
        std::function<QByteArray()> done; // or as far as it has come
        std::function<QByteArray(const QString &error)> failed;
    };
    std::function<dialects::RestResponse(const Error &)> refusals(const dialects::RestRequest &request) const;
    void submit(const dialects::RestRequest &request, CommandBody body, const dialects::Respond &respond,
                const Answers &answers);
    void scale(const dialects::RestRequest &request, dialects::Respond respond);
    void changeMode(const dialects::RestRequest &request, const dialects::Respond &respond);
    void listSchedules(const dialects::RestRequest &request, const dialects::Respond &respond) const;
    void showSchedule(const dialects::RestRequest &request, const dialects::Respond &respond) const;
    void controlSchedule(const dialects::RestRequest &request, CommandBody body, const dialects::Respond &respond);
    QList<dialects::RestRoute> scheduleRoutes();
    void listEvents(const dialects::RestRequest &request, const dialects::Respond &respond);
    dialects::RestRoute eventsRoute();
    void showMode(const dialects::RestRequest &request, const dialects::Respond &respond) const;
    void reload(const dialects::RestRequest &request, const dialects::Respond &respond);
    QList<dialects::RestRoute> serverRoutes();
    template<typename Wanted, typename Use>
    void withAnswer(const dialects::RestRequest &request, QueryBody query, const dialects::Respond &respond, Use use);
    void listBlackBoxes(const dialects::RestRequest &request, const dialects::Respond &respond);
    void showBlackBox(const dialects::RestRequest &request, const dialects::Respond &respond);
    void takeBlackBox(const dialects::RestRequest &request, const dialects::Respond &respond);
    void showExecution(const dialects::RestRequest &request, const dialects::Respond &respond);
    void showOutput(const dialects::RestRequest &request, const dialects::Respond &respond);
    void markSeen(const dialects::RestRequest &request, const QStringList &ids, const dialects::Respond &respond);
    QList<dialects::RestRoute> evidenceRoutes();

    core::Hub &m_hub;
    const dialects::Dialect &m_dialect;
    const core::Ask m_ask;
    const qint64 m_answerBytes;
    dialects::ResourceFiles m_files{u":/signalbox/web"_s};
    dialects::ApiPages m_pages{u":/signalbox/openapi/sutra.json"_s, u"/"_s};
};

} // namespace signalbox::sutra
