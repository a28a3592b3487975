// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/look/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>

#include <cmath>
#include <map>

namespace signalbox::widgets {

namespace {

QColor rgb(quint32 value)
{
    return QColor::fromRgb(value);
}

Colours makeLight()
{
    Colours c;
    c.window = rgb(0xf4f5f7);
    c.surface = rgb(0xffffff);
    c.border = rgb(0xdde1e6);
    c.text = rgb(0x1b2027);
    c.muted = rgb(0x59636e);
    c.accent = rgb(0x0b5cad);
    c.onAccent = rgb(0xffffff);
    c.line = c.accent;
    c.neutral = {rgb(0x46505b), rgb(0xe9ecf0)};
    c.good = {rgb(0x14582f), rgb(0xdcf2e4)};
    c.busy = {rgb(0x6e4400), rgb(0xfdeecb)};
    c.bad = {rgb(0x981b1b), rgb(0xfde3e1)};
    c.series = {rgb(0x0b5cad), rgb(0x7a3fd0), rgb(0x00707a), rgb(0xa34a05),
                rgb(0xb3275b), rgb(0x2b7434), rgb(0x566070)};
    return c;
}

Colours makeDark()
{
    Colours c;
    c.dark = true;
    c.window = rgb(0x15181c);
    c.surface = rgb(0x1e2227);
    c.border = rgb(0x343a42);
    c.text = rgb(0xe6e9ed);
    c.muted = rgb(0x9ea8b3);
    c.accent = rgb(0x5aa5f2);
    c.onAccent = rgb(0x0b1118);
    c.line = c.accent;
    c.neutral = {rgb(0xbcc4cd), rgb(0x2f353c)};
    c.good = {rgb(0x8edfa9), rgb(0x18392a)};
    c.busy = {rgb(0xf2cd7e), rgb(0x42330f)};
    c.bad = {rgb(0xffb3ac), rgb(0x4b1f1d)};
    c.series = {rgb(0x6cb0ff), rgb(0xb99bff), rgb(0x45c8c8), rgb(0xf2a650),
                rgb(0xff8fb4), rgb(0x83d68e), rgb(0xb4bcc6)};
    return c;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

// share of the one, the rest of the other.
QColor mix(const QColor &one, const QColor &other, float share)
{
    const auto channel = [share](float a, float b) { return a * share + b * (1.0f - share); };
    return QColor::fromRgbF(channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

// The colour, moved towards that of the text until it stands out from both grounds of c by this much.
QColor standingOut(const QColor &colour, const Colours &c, double least)
{
    constexpr int steps = 8;
    for (int step = 0; step < steps; ++step) {
        const QColor moved = mix(c.text, colour, static_cast<float>(step) / steps);
        if (std::min(contrast(moved, c.window), contrast(moved, c.surface)) >= least)
            return moved;
    }
    return c.text;
}

Colours derive(const QPalette &palette)
{
    constexpr double readable = 4.5; // WCAG 2.1, 1.4.3
    constexpr double visible = 3.0;  // 1.4.11
    const auto of = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    Colours c = colours(isDark(palette));
    c.window = of(QPalette::Window);
    c.surface = of(QPalette::Base);
    c.text = of(QPalette::Text);
    c.accent = of(QPalette::Highlight);
    c.onAccent = of(QPalette::HighlightedText);
    const QColor nearer = contrast(c.text, c.window) < contrast(c.text, c.surface) ? c.window : c.surface;
    // Black and white are what a high contrast looks like: then nothing is softened.
    const bool isStark = contrast(c.text, c.window) > 19.0;
    c.border = isStark ? c.text : mix(c.text, nearer, 0.16f);
    c.muted = isStark ? c.text : standingOut(mix(c.text, c.surface, 0.65f), c, readable);
    c.line = standingOut(c.accent, c, visible);
    c.neutral = {isStark ? c.text : mix(c.text, c.surface, 0.8f), mix(c.text, c.surface, 0.1f)};
    for (BadgeColours *badge : {&c.good, &c.busy, &c.bad})
        badge->text = standingOut(badge->text, c, readable);
    for (QColor &line : c.series)
        line = standingOut(line, c, readable);
    return c;
}

// What Colours are made from. Not WindowText: a TextLabel has its own.
constexpr std::array keyRoles{QPalette::Window, QPalette::Base, QPalette::Text, QPalette::Highlight,
                              QPalette::HighlightedText};
using Key = std::array<QRgb, keyRoles.size()>;

Key keyOf(const QPalette &palette)
{
    Key key;
    std::transform(keyRoles.begin(), keyRoles.end(), key.begin(),
                   [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role).rgb(); });
    return key;
}

} // namespace

QFont font(TextStyle style)
{
    QFont font = style == TextStyle::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QApplication::font();
    const double base = QApplication::font().pointSizeF();
    switch (style) {
    case TextStyle::Title:
        font.setPointSizeF(base * 1.5);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Heading:
        font.setPointSizeF(base * 1.05);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Caption:
        font.setPointSizeF(base * 0.9);
        break;
    case TextStyle::Figure:
        font.setPointSizeF(base * 1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Body:
    case TextStyle::Mono:
        font.setPointSizeF(base);
        break;
    }
    return font;
}

int grown(int pixels)
{
    constexpr int usual = 17; // pixels a line is high at 10 points
    return std::max(pixels, pixels * QFontMetrics(QApplication::font()).height() / usual);
}

const Colours &colours(bool dark)
{
    static const Colours lightColours = makeLight();
    static const Colours darkColours = makeDark();
    return dark ? darkColours : lightColours;
}

const Colours &colours(const QPalette &palette)
{
    static std::map<Key, Colours> known{{keyOf(makePalette(colours(false))), colours(false)},
                                        {keyOf(makePalette(colours(true))), colours(true)}};
    const Key key = keyOf(palette);
    const auto found = known.find(key);
    return (found != known.end() ? found : known.emplace(key, derive(palette)).first)->second;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightnessF() < 0.5f;
}

QPalette makePalette(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.window);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.dark ? c.surface.lighter(125) : c.surface);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.bad.text);
    palette.setColor(QPalette::ToolTipBase, c.surface);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    palette.setColor(QPalette::Light, c.dark ? c.border : c.surface);
    palette.setColor(QPalette::Midlight, c.border);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.dark ? rgb(0x0d0f12) : rgb(0xb4bac2));
    palette.setColor(QPalette::Shadow, rgb(0x000000));
    const QColor faded = c.dark ? rgb(0x68717b) : rgb(0x98a1ab);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
    return palette;
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace signalbox::widgets
