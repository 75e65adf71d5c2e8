#!/bin/sh
# The main job on this sample: builds its repository, then drafts the commit log that the thread asked for.
set -eu
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
sh ./build-repo.sh
exec dotnet run --project ../../src/PatchScribe.Cli -c Release -- draft thread.mbox --repo repo "$@"
