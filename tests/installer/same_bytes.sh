#!/bin/sh
# Builds the package twice, in two folders, the second time as another user with another umask, language and time zone,
# and compares every byte; names what differs. Needs root for the other user, and about five minutes.
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
(cd "$first" && umask 022 && build/make_deb.sh >"$work/first.log" 2>&1) || { tail -20 "$work/first.log" >&2; exit 1; }
if [ "$(id -u)" = 0 ]; then
    chown -R 12345:12345 "$work/a"
    mkdir "$work/home" && chown 12345:12345 "$work/home"
    other="setpriv --reuid=12345 --regid=12345 --clear-groups env HOME=$work/home"
else
    other="env"
fi
(cd "$second" && umask 077 && $other TZ=Asia/Tokyo LANG=de_DE.UTF-8 LC_ALL=C.UTF-8 build/make_deb.sh >"$work/second.log" 2>&1) ||
    { tail -20 "$work/second.log" >&2; exit 1; }
deb=$(basename "$first"/build/dist/*.deb)
if cmp -s "$first/build/dist/$deb" "$second/build/dist/$deb"; then
    echo "The same bytes twice: $(sha256sum <"$first/build/dist/$deb" | cut -c 1-64) $deb"
    exit 0
fi
echo "The packages differ. In the folder of the program:"
for place in "$first" "$second"; do
    (cd "$place/build/dist/counter" && find . -type f -exec sha256sum {} + | sort -k 2) >"$work/$(basename "$place").sums"
done
diff "$work/first.sums" "$work/name.sums" || true
exit 1
