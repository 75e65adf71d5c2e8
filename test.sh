#!/bin/sh
# Runs every test. Installs what the tests' real peers need (git, unifdef, qemu, dovecot) with apt when it is missing and we are root;
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
need /usr/sbin/dovecot dovecot-imapd

dotnet restore --nologo --verbosity quiet || {
    echo "test.sh: restore failed; the packages are needed once, later runs work offline" >&2
    exit 1
}
dotnet build --no-restore -c Release --nologo --verbosity quiet
for project in PatchScribe.Tests PatchScribe.EndToEnd.Tests; do
    dotnet test "tests/$project" --no-build -c Release --nologo --verbosity quiet --logger "console;verbosity=minimal" "$@"
done
