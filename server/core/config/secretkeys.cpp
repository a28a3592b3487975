// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/config/secretkeys.h"

#include "server/core/config/environmentfile.h"

#include <algorithm>

// [secrets]: its keys are names that people choose, so it is no row of a table of keys.

namespace signalbox::core {

namespace {

const QString sectionName = u"secrets"_s;
const QString forms =
    u"exactly one of { file = \"path\" }, { command = [\"pass\", \"show\", \"x\"] }, { credential = \"name\" }"_s;

void readSource(const TomlMember &member, const QString &where, SecretConfig &into, ProblemList &problems)
{
    const QString inner = where + u'.' + member.name;
    if (member.name == u"command") {
        into.source = SecretConfig::Source::Command;
        const auto command = Codec<QStringList>::read(member.node, inner, problems);
        into.command = command.value_or(QStringList());
        if (const QString complaint = checkCommand(into.command); command && !complaint.isEmpty())
            problems.add(member.node.position, inner + u' ' + complaint);
        return;
    }
    const bool isFile = member.name == u"file";
    if (!isFile && member.name != u"credential") {
        const QStringList known{u"file"_s, u"command"_s, u"credential"_s};
        problems.add(member.position, u"unknown key '%1' in %2%3 (%2 must be %4)"_s.arg(
                                          member.name, where, didYouMean(member.name, known), forms));
        return;
    }
    into.source = isFile ? SecretConfig::Source::File : SecretConfig::Source::Credential;
    const auto location = Codec<QString>::read(member.node, inner, problems);
    into.location = location.value_or(QString());
    if (location && into.location.isEmpty())
        problems.add(member.node.position, inner + " is empty (fill it in)"_L1);
    else if (!isFile && (into.location.contains(u'/') || into.location.startsWith(u'.')))
        problems.add(member.node.position,
                     u"%1 cannot be '%2' (the name of a credential, without a path)"_s.arg(inner, into.location));
}

void readSecrets(const TomlNode &node, Config &config, ProblemList &problems)
{
    if (!node.table()) {
        wrongType(node, sectionName, u"a table (write [secrets])"_s, problems);
        return;
    }
    for (const TomlMember &member : *node.table()) {
        const QString where = sectionName + u'.' + member.name;
        SecretConfig secret;
        secret.name = member.name;
        if (const QString complaint = secretNameProblem(member.name); !complaint.isEmpty())
            problems.add(member.position, u"[secrets] has the unusable name '%1' (%2)"_s.arg(member.name, complaint));
        const TomlTable *table = member.node.table();
        if (!table)
            wrongType(member.node, where, forms, problems);
        else if (table->size() != 1)
            problems.add(member.node.position,
                         u"%1 must be %2, but has %3 members"_s.arg(where, forms).arg(table->size()));
        else
            readSource(table->front(), where, secret, problems);
        config.secrets.append(secret);
    }
    std::ranges::sort(config.secrets, {}, &SecretConfig::name);
}

QString sourceText(const SecretConfig &secret)
{
    switch (secret.source) {
    case SecretConfig::Source::File:
        return "{ file = "_L1 + quoted(secret.location) + " }"_L1;
    case SecretConfig::Source::Credential:
        return "{ credential = "_L1 + quoted(secret.location) + " }"_L1;
    case SecretConfig::Source::Command:
        break;
    }
    return "{ command = "_L1 + Codec<QStringList>::write(secret.command) + " }"_L1;
}

} // namespace

QString secretNameProblem(const QString &name)
{
    if (!isVariableName(name))
        return u"letters, digits and _, as API_KEY: it is an environment variable"_s;
    return name.startsWith(u"SIGNALBOX_") ? u"variables that begin with SIGNALBOX_ are the server's own"_s : QString();
}

QString checkSecrets(const QStringList &names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names.indexOf(names.at(i)) < i)
            return u"names '%1' twice (remove one)"_s.arg(names.at(i));
    }
    return {};
}

Section secretsSection()
{
    Section section{sectionName, false, {}, {}, false, {}, {}};
    section.read = readSecrets;
    section.write = [](const Config &config, const Origins &origins) {
        QString text;
        for (const SecretConfig &secret : config.secrets)
            text += tomlKey(secret.name) + " = "_L1 + sourceText(secret)
                    + origins.of(u"[secrets]"_s, origins.table(sectionName), secret.name) + u'\n';
        return text.isEmpty() ? QString() : "[secrets]\n"_L1 + text + u'\n';
    };
    section.isEmptyList = [](const Config &) { return false; };
    section.reference = [](const Config &) {
        return QList<ReferenceRow>{
            {u"[secrets]"_s,
             u"NAME"_s,
             u"{ file = path } \\| { command = list of texts } \\| { credential = name }"_s,
             {},
             u"where its value comes from, which is read whenever something that names it starts: a file that no other "
             "user may read, relative to this file; what a command prints within 10 s; one of systemd's "
             "credentials"_s}};
    };
    return section;
}

} // namespace signalbox::core
