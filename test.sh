#!/bin/sh
# Runs every test, the end-to-end ones with the published program. Installs what that and the tests' real peers need (gcc, git, unifdef,
# qemu, codespell, dovecot) with apt when it is missing and we are root; what cannot be installed is skipped by name.
set -eu
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() {
    command -v "$1" >/dev/null 2>&1 && return 0
    [ "$(id -u)" = 0 ] || { echo "test.sh: $1 is missing, its tests will be skipped" >&2; return 0; }
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $2; } >/dev/null 2>&1 \
        || echo "test.sh: could not install $2, its tests will be skipped" >&2
}

need git git
need gcc "gcc libc6-dev"
need unifdef unifdef
need qemu-system-x86_64 qemu-system-x86
need codespell codespell
need /usr/sbin/dovecot dovecot-imapd

# The published schema of SARIF, which is not ours to ship, comes in an npm package (MIT).
schema=artifacts/sarif-2.1.0.json
if [ ! -s "$schema" ] && command -v npm >/dev/null 2>&1; then
    mkdir -p artifacts
    { npm pack --silent --pack-destination artifacts @microsoft/jest-sarif@1.0.0-beta.0 \
        && tar -xzOf artifacts/microsoft-jest-sarif-1.0.0-beta.0.tgz package/lib/schemas/sarif-2.1.0-rtm.5.json > "$schema"; } >/dev/null 2>&1 || true
fi
[ -s "$schema" ] || echo "test.sh: no SARIF schema, its test will be skipped" >&2

dotnet restore --nologo --verbosity quiet || {
    echo "test.sh: restore failed; the packages are needed once, later runs work offline" >&2
    exit 1
}
dotnet build --no-restore -c Release --nologo --verbosity quiet
if dotnet restore src/PatchScribe.Cli -r linux-x64 -p:PublishAot=true --nologo --verbosity quiet >/dev/null 2>&1; then
    dotnet publish src/PatchScribe.Cli -c Release -o artifacts/program --nologo --verbosity quiet
    export PATCHSCRIBE_PROGRAM="$PWD/artifacts/program/patchscribe"
else
    echo "test.sh: the native compiler cannot be restored, the end-to-end tests run the built assembly" >&2
fi
for project in PatchScribe.Tests PatchScribe.EndToEnd.Tests; do
    dotnet test "tests/$project" --no-build -c Release --nologo --verbosity quiet --logger "console;verbosity=minimal" "$@"
done
