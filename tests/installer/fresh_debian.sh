#!/bin/sh
# Installs the package into a fresh Debian 12 that has nothing but what the package asks for, and no network; lets it check
# itself, refuses upgrade and removal while it is open, upgrades it over a shop with data, kills 50 upgrades midway, removes
# it. Needs root and debootstrap; asks lintian, where it is installed.
#
#     tests/installer/fresh_debian.sh build/dist/counter_*.deb [upgrades to kill]
#
# The network is used only before: to fetch Debian itself and the packages that are asked for.
set -eu
deb=$(realpath "${1:?name the .deb}")
kills=${2:-50}
work=$(realpath "${WORK:-build/.work}")/fresh-debian
mirror=${MIRROR:-http://deb.debian.org/debian}
root=$work/root
mkdir -p "$work"
[ -f "$work/base/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$work/base" "$mirror" >"$work/debootstrap.log"
rm -rf "$root"
cp -a "$work/base" "$root"
trap 'end KILL; rm -rf "$root"' EXIT

# Everything in the root runs without a network, in a view of its own; the PC can reach itself, as without a network too.
LOOP='import fcntl, socket, struct; s = socket.socket(); fcntl.ioctl(s, 0x8914, struct.pack("16sh22x", b"lo", 1))'
export LOOP
in_root() {
    unshare --net --mount sh -c 'r=$0; python3 -c "$LOOP"; mount -t proc proc "$r/proc" && exec chroot "$r" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen HOME=/root "$@"' "$root" "$@"
}
as_shop() {
    unshare --net --mount sh -c 'r=$0; python3 -c "$LOOP"; mount -t proc proc "$r/proc" && exec chroot --userspec=1000:1000 "$r" env -i \
        PATH=/usr/bin:/bin QT_QPA_PLATFORM=offscreen HOME=/home/shop LANG=C.UTF-8 "$@"' "$root" "$@"
}
# end SIGNAL: to all that runs in the root.
end() {
    for one in $(ls /proc | grep -x '[0-9]*'); do
        [ "$(readlink "/proc/$one/root" 2>/dev/null || true)" != "$root" ] || kill "-$1" "$one" 2>/dev/null || true
    done
}
stamp() { date +%s%N; }
took() { echo "$1: $(( ($(stamp) - $2) / 1000000 )) ms"; }
fail() { echo "$1" >&2; exit 1; }
data=home/shop/.local/share/Counter
sums() { (cd "$root/$data" && find . -type f ! -name '*.lock' -exec sha256sum {} + | sort -k 2); }

# zstd is not Debian's own way to pack, and is for daily use alone.
if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning --suppress-tags malformed-deb-archive "$deb" || fail "lintian objects."
    echo "lintian has nothing to say"
else
    echo "lintian is not here: it was not asked" >&2
fi

cp "$deb" "$root/counter.deb"
rm -rf "$work/next"
dpkg-deb -R "$deb" "$work/next"
sed -i 's/^Version: \(.*\)/Version: \1+next/' "$work/next/DEBIAN/control"
dpkg-deb --root-owner-group -Zzstd -z1 --build "$work/next" "$root/next.deb" >/dev/null
rm -rf "$work/next"
cp /etc/resolv.conf "$root/etc/resolv.conf"
chroot "$root" apt-get update -qq
chroot "$root" apt-get install -qq -y --no-install-recommends --download-only /counter.deb >/dev/null
[ "$(in_root grep -c : /proc/net/dev)" = 1 ] || fail "There is a network."

start=$(stamp)
in_root apt-get install -qq -y --no-install-recommends ./counter.deb >"$work/install.log" 2>&1 || { cat "$work/install.log"; exit 1; }
took "installed, with $(grep -c '^Setting up' "$work/install.log") packages" "$start"
start=$(stamp)
in_root dpkg -r counter >/dev/null 2>&1
in_root dpkg -i counter.deb >/dev/null 2>&1
took "removed and installed alone" "$start"
missing=$(in_root find /usr/lib/counter -type f \( -name '*.so*' -o -name counter \) -exec \
    env LD_LIBRARY_PATH=/usr/lib/counter/_internal ldd {} + 2>/dev/null | grep 'not found' | sort -u || true)
[ -z "$missing" ] || fail "The package does not ask for:$missing"

mkdir -p "$root/home/shop"
chown -R 1000:1000 "$root/home/shop"
start=$(stamp)
as_shop counter --self-test --self-test-folder /home/shop/self-test || fail "The self-test did not pass."
took "checked itself, no network, not as root" "$start"
python=$(dirname "$0")/../../.venv/bin/python
[ ! -x "$python" ] || "$python" "$(dirname "$0")/decode_slip.py" "$root/home/shop/self-test"

# A shop with data: the program makes its demo shop, which then is the shop. While it is open nothing takes its files away.
as_shop counter --demo 2>/dev/null &
program=$! n=0
until grep -qs "the counter is open" "$root/home/shop/.local/share/Counter demo/logs/counter.log"; do
    n=$((n + 1))
    [ $n -lt 240 ] || fail "The program did not open its demo shop."
    sleep 1
done
stands=$(in_root dpkg-query -W -f '${db:Status-Status} ${Version}' counter)
for try in "dpkg -i next.deb" "dpkg -r counter"; do
    ! in_root $try >"$work/open.log" 2>&1 || fail "While the program is open, $try went through."
    grep -q 'Counter is open. Close it' "$work/open.log" || fail "While the program is open, $try does not say so."
done
[ "$(in_root dpkg-query -W -f '${db:Status-Status} ${Version}' counter)" = "$stands" ] || fail "What was refused changed something."
echo "while it is open, upgrade and removal are refused: $stands"
end TERM
wait $program 2>/dev/null || true
as_shop sh -c 'cp -r ~/.local/share/"Counter demo" ~/.local/share/Counter; rm -f ~/.local/share/Counter/*.lock'
before=$(sums)
[ -n "$before" ] || fail "There is no shop to keep."
start=$(stamp)
in_root apt-get install -qq -y --no-install-recommends ./next.deb >/dev/null 2>&1
took "upgraded" "$start"
length=$(( ($(stamp) - start) / 1000000 ))
[ "$(sums)" = "$before" ] || fail "The upgrade changed the shop's data."
as_shop counter --self-test >/dev/null || fail "The upgraded program did not pass its self-test."

lost=0 cut=0 number=0
while [ "$number" -lt "$kills" ]; do
    number=$((number + 1))
    [ $((number % 2)) = 0 ] && file=next.deb || file=counter.deb
    in_root setsid dpkg --force-downgrade -i "$file" >/dev/null 2>&1 &
    dpkg=$!
    sleep "$(awk -v most="$length" -v seed="$number" 'BEGIN { srand(seed); printf "%.3f", rand() * most / 1000 }')"
    if kill -0 $dpkg 2>/dev/null; then
        end KILL
        cut=$((cut + 1))
    fi
    wait $dpkg 2>/dev/null || true
    [ "$(sums)" = "$before" ] || lost=$((lost + 1))
    start=$(stamp)  # how long it takes uncut, now: within that time the next one is killed
    in_root dpkg --force-downgrade -i "$file" >/dev/null 2>&1 || fail "After kill $number the package could not be installed."
    length=$(( ($(stamp) - start) / 1000000 ))
    [ $((number % 10)) != 0 ] || as_shop counter --self-test >/dev/null || fail "After kill $number the self-test failed."
done
echo "$kills upgrades, $cut killed midway: data lost $lost times"
[ "$lost" = 0 ] && [ $((cut * 2)) -ge "$kills" ] || fail "Data was lost, or most kills came too late."

start=$(stamp)
in_root apt-get remove -qq -y counter >"$work/remove.log" 2>&1
took "removed" "$start"
grep -q 'data was left where it is' "$work/remove.log" || fail "Removing the program says nothing of the data."
[ ! -e "$root/usr/lib/counter" ] && [ ! -e "$root/usr/bin/counter" ] || fail "Something of the program stayed."
in_root dpkg -P counter >/dev/null 2>&1
[ "$(sums)" = "$before" ] || fail "Removing the program changed the shop's data."
echo "Installed, checked, upgraded, removed without a network; the shop's data stayed."
