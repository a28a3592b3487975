// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/json/jsondepth.h"

namespace signalbox {

bool isDeeperThan(int depth, const QByteArray &json)
{
    int open = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++open > depth)
                return true;
        } else if (c == '}' || c == ']') {
            --open;
        }
    }
    return false;
}

} // namespace signalbox
