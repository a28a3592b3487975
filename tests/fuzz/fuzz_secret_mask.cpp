// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/runtime/guard/secretmask.h"
#include "tests/fuzz/fuzz.h"

#include <string>
#include <vector>

using namespace signalbox::core;

namespace {

// Byte by byte against every secret, without any state: what SecretMask has to come to.
std::string maskedPlainly(std::string_view text, const std::vector<std::string_view> &secrets)
{
    std::vector<bool> isSecret(text.size());
    for (const std::string_view secret : secrets) {
        for (std::size_t at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + 1)) {
            for (std::size_t i = 0; i < secret.size(); ++i)
                isSecret[at + i] = true;
        }
    }
    std::string masked;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isSecret[i])
            masked += text[i];
        else if (i == 0 || !isSecret[i - 1])
            masked += "***";
    }
    return masked;
}

} // namespace

// The first line: bytes that say how the output is cut. The second and third: secrets. The rest: the output.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    const auto line = [&rest] {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return text;
    };
    const std::string_view cuts = line();
    SecretMask whole;
    SecretMask cut;
    std::vector<std::string_view> secrets;
    for (const std::string_view secret : {line(), line()}) {
        whole.add(secret);
        cut.add(secret);
        // SecretMask takes a line end off, too
        for (const std::string_view each :
             {secret, secret.ends_with('\r') ? secret.substr(0, secret.size() - 1) : secret}) {
            if (SecretMask::charactersOf(each) >= SecretMask::shortest)
                secrets.push_back(each);
        }
    }
    std::string wanted = maskedPlainly(rest, secrets);
    std::string once;
    whole.feed(rest, [&](std::string_view bytes) { once += bytes; });
    whole.finish([&](std::string_view bytes) { once += bytes; });
    require(once == wanted);
    std::string pieces;
    std::string_view left = rest;
    for (std::size_t i = 0; !left.empty(); ++i) {
        const std::size_t length = std::min<std::size_t>(
            left.size(), cuts.empty() ? 1U : static_cast<unsigned char>(cuts[i % cuts.size()]) % 16U + 1U);
        cut.feed(left.substr(0, length), [&](std::string_view bytes) { pieces += bytes; });
        left.remove_prefix(length);
    }
    cut.finish([&](std::string_view bytes) { pieces += bytes; });
    require(pieces == wanted);
    return 0;
}
