// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/config/config.h"
#include "server/core/runtime/process/guardedprocess.h"

#include <functional>
#include <map>
#include <memory>

namespace signalbox::core {

// Reads the values of [secrets] for whatever is being started, each time anew, so that a start sees one that was changed.
// None is kept. Server thread; owned by Server, outlives what it reads for.
class Secrets : public QObject, public SecretSource
{
    Q_OBJECT

public:
    static constexpr qsizetype longest = 32 * 1024; // bytes
    static constexpr Milliseconds patience{10'000}; // with a command that prints a secret

    explicit Secrets(Guards &guards, Milliseconds commandPatience = patience);
    ~Secrets() override;

    // At the start and at every reload.
    void configure(const QList<SecretConfig> &secrets);

    // Files and credentials are read at once; commands run meanwhile, one for all that wait for the same secret.
    void read(const QStringList &names, QObject *context, const Then &then) override;

private:
    struct Request
    {
        QStringList missing; // values that commands are still to print
        SecretValues values;
        QPointer<QObject> context;
        Then then;
    };
    struct Printing
    {
        GuardedProcess process;
        QByteArray output;
        QByteArray errors;
        QString problem; // why it was ended
    };

    void print(const SecretConfig &secret);
    void printed(const QString &name, const QString &problem);
    void take(const QString &name, const Result<QByteArray> &value);

    Guards &m_guards;
    const Milliseconds m_patience;
    QMap<QString, SecretConfig> m_secrets;
    std::map<QString, std::unique_ptr<Printing>> m_printing; // by secret
    QList<std::shared_ptr<Request>> m_requests;              // that wait for commands
};

} // namespace signalbox::core
