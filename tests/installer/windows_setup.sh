#!/bin/sh
# Proves of the Windows setup what can be proven without Windows: a stand-in for the packed program is set up twice to the
# same bytes, holds every file, tells its version, is signed by a certificate made for it, and the signature breaks with
# one changed byte. Needs makensis, 7z, osslsigncode and openssl. All else is done by .github/workflows/windows.yml.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1" >&2; exit 1; }
for tool in makensis 7z osslsigncode openssl; do command -v $tool >/dev/null || fail "This needs $tool."; done
SOURCE_DATE_EPOCH=1795700000
export SOURCE_DATE_EPOCH
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
setup=build/dist/counter-setup-$version.exe
# Any small Windows program stands in for ours; NSIS brings one.
mkdir -p "$work/program/_internal/resources"
printf '!define VERSION stand-in\nName x\nOutFile "%s"\nSection\nSectionEnd\n' "$work/program/counter.exe" >"$work/stand-in.nsi"
makensis -V1 "$work/stand-in.nsi"
cp -r resources/lines build/licences "$work/program/_internal/resources/"

build/windows/make_setup.sh "$work/program" >/dev/null
cp "$setup" "$work/first.exe"
touch "$work/program/counter.exe"
build/windows/make_setup.sh "$work/program" >/dev/null
cmp "$work/first.exe" "$setup" || fail "Two setups of one program differ."
echo "The same bytes twice: $(wc -c <"$setup") bytes."

7z x -y -o"$work/out" "$setup" >/dev/null
(cd "$work/program" && find . -type f | sort | xargs sha256sum) >"$work/wanted"
(cd "$work/out" && sha256sum -c --quiet "$work/wanted") || fail "A file is missing in the setup."
[ -s "$work/out/uninstall.exe" ] || fail "There is no uninstaller."
echo "Holds all $(wc -l <"$work/wanted") files and an uninstaller."

python3 - "$setup" "$version" <<'PY'
import sys
data, version = open(sys.argv[1], "rb").read(), sys.argv[2]
for key, value in (("ProductName", "Counter"), ("ProductVersion", version), ("FileVersion", version)):
    at = data.find(key.encode("utf-16-le"))
    assert at >= 0 and value.encode("utf-16-le") in data[at:at + 120], f"{key} is not {value}"
print(f"Tells its version, {version}.")
PY
# What the setup and its uninstaller may delete: the program's own folder, and never a folder with all that is in it.
[ "$(grep -c 'RMDir /r' build/windows/counter.nsi)" = "$(grep -c 'RMDir /r "$INSTDIR\\_internal"' build/windows/counter.nsi)" ] ||
    fail "Something else than the program's own files is deleted."

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -out "$work/cert.pem" -days 2 -subj "/CN=Counter test" \
    -addext "extendedKeyUsage=codeSigning" >/dev/null 2>&1
cat >"$work/sign" <<SH
#!/bin/sh
for file; do :; done
osslsigncode sign -certs "$work/cert.pem" -key "$work/key.pem" -h sha256 -n Counter -in "\$file" -out "\$file.signed" >/dev/null &&
    mv "\$file.signed" "\$file"
SH
chmod +x "$work/sign"
SIGN_COMMAND="$work/sign" build/windows/make_setup.sh "$work/program" >/dev/null
for file in "$setup" "$work/program/counter.exe"; do
    osslsigncode verify -CAfile "$work/cert.pem" -in "$file" >"$work/verify.log" 2>&1 || { cat "$work/verify.log"; fail "$file is not signed."; }
done
python3 - "$setup" "$work/changed.exe" <<'PY'
import sys
data = bytearray(open(sys.argv[1], "rb").read())
data[len(data) // 3] ^= 1
open(sys.argv[2], "wb").write(data)
PY
osslsigncode verify -CAfile "$work/cert.pem" -in "$work/changed.exe" >/dev/null 2>&1 && fail "A changed setup passes as signed."
rm -f "$setup"
echo "Signed, program and setup; a changed byte breaks the signature."
