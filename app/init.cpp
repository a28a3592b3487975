// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/init.h"

#include "app/askpassword.h"
#include "app/headless.h"
#include "app/newfile.h"
#include "app/shellword.h"
#include "server/core/auth/passwords.h"
#include "server/core/config/configio.h"

#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace signalbox::app {

namespace {

constexpr int mostTries = 3;
const QString userName = u"admin"_s;

// Replaces what stands from `from` up to `until`, which stays; false: one of them is not there.
bool replaceBetween(QByteArray &text, const QByteArray &from, const QByteArray &until, const QByteArray &by)
{
    const qsizetype begin = text.indexOf(from);
    const qsizetype end = begin < 0 ? -1 : text.indexOf(until, begin);
    if (end < 0)
        return false;
    text.replace(begin, end - begin, by);
    return true;
}

struct Password
{
    QString text;
    bool isMade = false; // by this program, so that it must be shown
};

// What a person types twice, or one that is made. Empty: the person could not decide.
std::optional<Password> choosePassword(QTextStream &in, QTextStream &err)
{
    for (int tries = 0; isTerminal() && tries < mostTries; ++tries) {
        const QString typed =
            askPassword(u"Password for the user '%1' (nothing: one is made): "_s.arg(userName), in, err);
        if (typed.isEmpty())
            return Password{makePassword(), true};
        if (core::isWellKnownPassword(typed, userName))
            err << "Everybody tries that one first. Choose another.\n";
        else if (askPassword(u"The same again: "_s, in, err) == typed)
            return Password{typed};
        else
            err << "The two are not the same.\n";
    }
    return isTerminal() ? std::nullopt : std::optional(Password{makePassword(), true});
}

QString existsText(const QString &path)
{
    return u"'%1' is there already and stays as it is (change that, or write another with --init --config FILE)"_s.arg(
        path);
}

void tellNext(const Options &options, const QString &path, const std::optional<Password> &password, QTextStream &out)
{
    out << path << " is written.\n";
    if (!password)
        out << "Its user '" << userName << "' has no password; programs come in with a token (--issue-token "
            << userName << ").\n";
    else if (password->isMade)
        out << "Its user '" << userName << "' has the password " << password->text
            << "\nNote it down: it is shown this once, and the file has only its hash.\n";
    const QString with = options.configFile.isEmpty() ? QString() : " --config "_L1 + shellWord(options.configFile);
    out << "Next:\n  signalbox --check-config" << with << "\n  signalbox" << with << '\n' << Qt::flush;
}

} // namespace

QString makePassword()
{
    static const QString characters = u"abcdefghijkmnpqrstuvwxyz23456789"_s; // 32
    QString password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            password += u'-';
        password += characters.at(QRandomGenerator::system()->bounded(int(characters.size())));
    }
    return password;
}

Result<QByteArray> firstConfigText(const QByteArray &example, const QString &passwordHash)
{
    QByteArray text = example;
    const QByteArray head =
        "# Configuration of Signalbox, as `signalbox --init` wrote it: the built-in example, whose components are real "
        "programs\n"
        "# of a Debian base system doing small real work. Change what you like. `signalbox --check-config` finds "
        "mistakes, and\n"
        "# a running Signalbox takes the file anew when it is told to: Reload on the Server page, or `kill -HUP`.\n"
        "# `signalbox --print-config` shows everything with its default.\n";
    const QByteArray ofUser = passwordHash.isEmpty() ? "# Without a password this user comes in by token alone: "
                                                       "`signalbox --issue-token admin`. `signalbox --hash-password`\n"
                                                       "# makes what belongs into password_hash.\n"
                                                     : "# `signalbox --hash-password` makes another password_hash.\n";
    const QByteArray secret =
        passwordHash.isEmpty() ? QByteArray() : "password_hash = \"" + passwordHash.toUtf8() + "\"\n";
    const bool isKnown = replaceBetween(text, "# Signalbox's built-in example", "#\n", head)
                         && replaceBetween(text, "# Known to everybody", "[[user]]", ofUser)
                         && replaceBetween(text, "password = \"admin\"\n", "roles = ", secret);
    if (!isKnown)
        return unexpected(ErrorCode::Internal, u"the built-in example has no user whose password could be set"_s);
    return text;
}

QString firstUser()
{
    return userName;
}

Result<void> writeFirstConfig(const QString &path, const std::optional<QString> &password)
{
    if (password && core::isWellKnownPassword(*password, userName))
        return unexpected(ErrorCode::InvalidArgument, u"everybody tries that password first (choose another)"_s);
    const Result<QString> hash = password ? core::hashPassword(*password) : QString();
    if (!hash)
        return Unexpected{hash.error()};
    const Result<QByteArray> text = firstConfigText(core::exampleConfigText(), *hash);
    if (!text)
        return Unexpected{text.error()};
    const Result<void> written = writeNewFile(path, *text);
    if (!written && written.error().code == ErrorCode::Conflict)
        return unexpected(ErrorCode::Conflict, existsText(path));
    return written;
}

int writeFirstConfig(const Options &options, QTextStream &in, QTextStream &out, QTextStream &err)
{
    const QString path = options.configFile.isEmpty() ? options.configCandidates.constFirst() : options.configFile;
    if (isThere(path)) // said before a password is asked for
        return reportFailure(existsText(path), CannotCreate, err);
    std::optional<Password> password;
    if (!options.isWithoutPassword) {
        password = choosePassword(in, err);
        if (!password)
            return reportFailure(u"no password was chosen, and nothing was written (start again)"_s, BadUsage, err);
    }
    if (const Result<void> written = writeFirstConfig(path, password ? std::optional(password->text) : std::nullopt);
        !written)
        return reportFailure(written.error().message.text(), CannotCreate, err);
    tellNext(options, path, password, out);
    return CleanStop;
}

} // namespace signalbox::app
