# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Functions of the scripts in tools/. All their messages go to stderr: stdout belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

# build PRESET [TARGET…]: configures where that is due and builds; without targets: everything.
build() {
    local preset=$1 dir=$root/build/$1 options=() target
    shift
    for target in "$@"; do options+=(--target "$target"); done
    [[ -f $dir/build.ninja ]] || say "Building preset $preset in ${dir#"$root"/}; the first time takes minutes."
    (
        cd "$root"
        # Ninja notices changed CMakeLists.txt by itself, but nothing notices changed presets.
        if [[ ! -f $dir/build.ninja || CMakePresets.json -nt $dir/build.ninja ]]; then
            cmake --preset "$preset" >/dev/null || exit 1
        fi
        # A terminal gets ninja's one-line progress, a log gets only what went wrong.
        if [[ -t 2 ]]; then
            cmake --build "$dir" --parallel "$(nproc)" "${options[@]}"
        else
            cmake --build "$dir" --parallel "$(nproc)" "${options[@]}" -- --quiet | sed '/^ninja: no work to do/d'
        fi
    ) </dev/null >&2 || {
        say "The build of preset $preset failed; the first error above says where."
        die "A build with its tests needs 5 GB; free in $root: $(df -h --output=avail "$root" | tail -n 1 | tr -d ' ')."
    }
}
