// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/plain.h"

using namespace Qt::StringLiterals;

namespace signalbox::widgets {

QString plain(QString text)
{
    // Qt::mightBeRichText() looks for tags, and for "&lt;".
    return text.replace("<"_L1, u"<\u2060"_s).replace("&lt;"_L1, u"&\u2060lt;"_s);
}

} // namespace signalbox::widgets
