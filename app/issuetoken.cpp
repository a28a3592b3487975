// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/issuetoken.h"

#include "app/actions.h"
#include "server/core/auth/tokens.h"

#include <QDir>

#include <sys/stat.h>

namespace signalbox::app {

int issueToken(const Options &options, QTextStream &out, QTextStream &err)
{
    const LoadedConfig loaded = loadEffectiveConfig(options);
    if (!loaded.outcome.isGood())
        return reportProblems(loaded.outcome.problems, err);
    const core::Config &config = loaded.outcome.config;
    if (!config.findUser(options.tokenUser)) {
        err << "signalbox: there is no user '" << options.tokenUser << "' in " << loaded.origin
            << " (a token names a configured [[user]])\n";
        return BadUsage;
    }
    umask(0077);
    QDir().mkpath(options.dataDir);
    const Result<QByteArray> key = core::loadTokenKey(QDir(options.dataDir).absolutePath(), config.auth.jwtSecretFile);
    if (!key) {
        err << "signalbox: " << key.error().message << '\n';
        return CannotCreate;
    }
    core::SystemClock clock;
    const core::Tokens tokens(clock, {*key, config.auth.issuer, config.auth.audience});
    const Result<QByteArray> token = tokens.issue(options.tokenUser, options.tokenLifetime);
    if (!token) {
        err << "signalbox: " << token.error().message << '\n';
        return Unavailable;
    }
    out << *token << '\n';
    return CleanStop;
}

} // namespace signalbox::app
