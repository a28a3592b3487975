// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/issuetoken.h"

#include "app/actions.h"
#include "server/core/auth/userauthenticator.h"
#include "server/core/config/configmodel.h"

#include <QDir>

#include <sys/stat.h>

namespace signalbox::app {

int issueToken(const Options &options, QTextStream &out, QTextStream &err)
{
    const LoadedConfig loaded = loadEffectiveConfig(options);
    if (!loaded.outcome.isGood())
        return reportProblems(loaded.outcome.problems, err);
    const core::Config &config = loaded.outcome.config;
    umask(0077);
    QDir().mkpath(options.dataDir);
    const Result<QByteArray> key = core::loadTokenKey(QDir(options.dataDir).absolutePath(), config.auth.jwtSecretFile);
    if (!key) {
        err << "signalbox: " << key.error().message << '\n';
        return CannotCreate;
    }
    core::SystemClock clock;
    const core::Tokens tokens(clock, core::tokenSettingsOf(config, *key));
    const core::UserAuthenticator users(clock, tokens, core::accountsOf(config));
    const Result<QByteArray> token = users.issue(options.tokenUser, options.tokenLifetime);
    if (!token) {
        err << "signalbox: " << token.error().message << " (read from " << loaded.origin << ")\n";
        return token.error().code == ErrorCode::Internal ? Unavailable : BadUsage;
    }
    out << *token << '\n';
    return CleanStop;
}

} // namespace signalbox::app
