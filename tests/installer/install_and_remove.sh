#!/bin/sh
# Installs the Debian package into a root of its own, runs its self-test without a network, removes it again; needs root.
# Dependencies are not resolved here: this root shares the machine's libraries.
set -eu
deb=${1:?name the .deb}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers" "$root/home"
: >"$root/var/lib/dpkg/status"
: >"$root/var/lib/dpkg/available"
into="dpkg --root=$root --force-depends --force-script-chrootless"
stamp() { date +%s%N; }
took() { echo "$1: $(( ($(stamp) - $2) / 1000000 )) ms"; }
start=$(stamp)
$into -i "$deb" >/dev/null 2>&1
took "installed" "$start"
echo "kept" >"$root/home/shop.db"
start=$(stamp)
HOME="$root/home" QT_QPA_PLATFORM=offscreen unshare -n "$root/usr/lib/counter/counter" --self-test
took "checked itself, no network" "$start"
start=$(stamp)
$into -r counter >/dev/null 2>&1
took "removed" "$start"
[ ! -e "$root/usr/lib/counter" ] || { echo "Something of the program stayed." >&2; exit 1; }
[ "$(cat "$root/home/shop.db")" = kept ] || { echo "The shop's data did not stay." >&2; exit 1; }
echo "Installed, checked, removed; the data stayed."
