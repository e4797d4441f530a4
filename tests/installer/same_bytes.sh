#!/bin/sh
# Builds the package and the setup for Windows twice, in two folders, the second time as another user with another umask,
# language and time zone, and compares every byte; names what differs. Needs root for the other user, for the setup also
# what build/windows needs, and about five minutes for each.
#
#     tests/installer/same_bytes.sh [deb|setup]      both, where nothing is named
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d /var/tmp/counter-same.XXXXXX)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH DEB_COMPRESSION="${DEB_COMPRESSION:--Zzstd -z1}"
first=$work/first second=$work/a/folder/with/a/longer/name
chmod 755 "$work"
for place in "$first" "$second"; do
    mkdir -p "$place"
    git ls-files -z --cached --others --exclude-standard | xargs -0 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' sh |
        tar cf - --null -T - | tar xf - -C "$place"
done
other=env
if [ "$(id -u)" = 0 ]; then
    chown -R 12345:12345 "$work/a"
    mkdir "$work/home" && chown 12345:12345 "$work/home"
    other="setpriv --reuid=12345 --regid=12345 --clear-groups env HOME=$work/home"
fi

# twice WHAT PROGRAM COMMAND: the one file in build/dist that ends in WHAT; PROGRAM is the folder it was made of.
twice() {
    (cd "$first" && umask 022 && sh -c "$3" >"$work/first.log" 2>&1) || { tail -20 "$work/first.log" >&2; exit 1; }
    (cd "$second" && umask 077 && $other TZ=Asia/Tokyo LANG=de_DE.UTF-8 LC_ALL=C.UTF-8 sh -c "$3" >"$work/second.log" 2>&1) ||
        { tail -20 "$work/second.log" >&2; exit 1; }
    file=$(basename "$first"/build/dist/*"$1")
    if cmp -s "$first/build/dist/$file" "$second/build/dist/$file"; then
        echo "The same bytes twice: $(sha256sum <"$first/build/dist/$file" | cut -c 1-64) $file"
        return
    fi
    echo "$file differs. In the folder of the program:"
    for place in "$first" "$second"; do
        (cd "$place/build/dist/$2" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/$(basename "$place").sums"
    done
    diff "$work/first.sums" "$work/name.sums" || true
    exit 1
}
[ "${1:-deb}" != deb ] || twice .deb counter build/make_deb.sh
[ "${1:-setup}" != setup ] || twice .exe windows 'build/windows/bundle.sh && build/windows/make_setup.sh'
