#!/bin/sh
# Makes build/dist/counter_VERSION_amd64.deb: packs the program, lets it check itself, then wraps it for Debian 12.
# `DEB_COMPRESSION=-Zzstd` is for daily use: a second instead of a minute, and a third larger.
set -eu
cd "$(dirname "$0")/.."
SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
umask 022
[ -n "${SKIP_BUNDLE:-}" ] || build/bundle.sh
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
arch=$(dpkg --print-architecture)
root=build/.work/deb
doc=$root/usr/share/doc/counter
rm -rf $root
mkdir -p $root/DEBIAN $root/usr/lib $root/usr/bin $root/usr/share/applications $root/usr/share/metainfo $doc \
    $root/usr/share/icons/hicolor/scalable/apps $root/usr/share/man/man1 $root/usr/share/lintian/overrides
cp -r build/dist/counter $root/usr/lib/counter
ln -s ../lib/counter/counter $root/usr/bin/counter
cp build/linux/counter.desktop $root/usr/share/applications/
cp build/linux/counter.svg $root/usr/share/icons/hicolor/scalable/apps/
cp build/linux/counter.metainfo.xml $root/usr/share/metainfo/
cp build/linux/overrides $root/usr/share/lintian/overrides/counter
gzip -9nc build/linux/counter.1 >$root/usr/share/man/man1/counter.1.gz
gzip -9nc CHANGELOG.md >$doc/NEWS.gz
python3 build/changelog.py "$version" <CHANGELOG.md | gzip -9n >$doc/changelog.gz
{ cat build/linux/copyright; sed -e '1,2d' -e 's/^$/./' -e 's/^/ /' LICENSE; } >$doc/copyright
ln -s ../../../lib/counter/_internal/licences/THIRD-PARTY-NOTICES.txt $doc/THIRD-PARTY-NOTICES.txt

# What the parts need is read from the parts themselves, so that it cannot drift; what lies inside is no need.
mkdir -p build/.work/shlibs/debian
printf 'Source: counter\n\nPackage: counter\nArchitecture: any\n' >build/.work/shlibs/debian/control
top=$PWD
inside=$(find "$root/usr/lib/counter" -name '*.so*' -printf '-l%h\n' | sort -u | sed "s|^-l|-l$top/|" | tr '\n' ' ')
owned=$(cd $root/usr/lib/counter/_internal && for file in lib*.so*; do
    [ -L "$file" ] || dpkg -S "*/$file" 2>/dev/null | sed 's/:.*//'; done | sort -u | sed 's/^/-x/' | tr '\n' ' ')
parts=$(find "$top/$root/usr/lib/counter" -type f \( -name '*.so*' -o -name counter \) | sort)
needs=$(cd build/.work/shlibs && dpkg-shlibdeps -O --ignore-missing-info -S"$top/$root" $owned $inside $parts \
    2>../shlibs.log | sed -n 's/^shlibs:Depends=//p')
[ -n "$needs" ] || { cat build/.work/shlibs.log >&2; exit 1; }
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" -e "s/@SIZE@/$(du -sk --apparent-size $root | cut -f1)/" \
    -e "s/@NEEDS@/$needs/" build/linux/control.in >$root/DEBIAN/control
install -m 755 build/linux/postrm $root/DEBIAN/postrm
for moment in preinst prerm; do install -m 755 build/linux/closed_first $root/DEBIAN/$moment; done
(cd $root && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) >$root/DEBIAN/md5sums
find $root/usr -type f ! -path '*/counter/counter' -exec chmod 644 {} +
find $root -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch -hd "@$SOURCE_DATE_EPOCH"
dpkg-deb --root-owner-group ${DEB_COMPRESSION:--Zxz -z9 -Sextreme} --build $root "build/dist/counter_${version}_$arch.deb"
