#!/bin/sh
# Runs every test. Installs what the tests' real peers need (git, unifdef, qemu, codespell, dovecot) with apt when it is missing and we are root;
# what cannot be installed is skipped by name.
set -eu
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

need() {
    command -v "$1" >/dev/null 2>&1 && return 0
    [ "$(id -u)" = 0 ] || { echo "test.sh: $1 is missing, its tests will be skipped" >&2; return 0; }
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"; } >/dev/null 2>&1 \
        || echo "test.sh: could not install $2, its tests will be skipped" >&2
}

need git git
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
for project in PatchScribe.Tests PatchScribe.EndToEnd.Tests; do
    dotnet test "tests/$project" --no-build -c Release --nologo --verbosity quiet --logger "console;verbosity=minimal" "$@"
done
