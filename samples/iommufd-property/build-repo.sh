#!/bin/sh
# Builds the repository of this sample in repo/ beside this script: a first commit with the tree, and on top of it the
# change under review. People and dates are fixed, so the commit ids are the same on every machine.
set -eu
cd "$(dirname "$0")"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME="Ines Marlow" GIT_AUTHOR_EMAIL=ines@example.org
export GIT_COMMITTER_NAME="Ines Marlow" GIT_COMMITTER_EMAIL=ines@example.org

if git -C repo rev-parse --verify --quiet refs/tags/v1 >/dev/null 2>&1; then
    exit 0
fi
rm -rf repo
git init --quiet --initial-branch=main repo
cp -R tree/. repo/
cd repo
git add -A
export GIT_AUTHOR_DATE="2026-05-04T09:00:00Z" GIT_COMMITTER_DATE="2026-05-04T09:00:00Z"
git commit --quiet -m "hw/vfio: add the vfio-pci device" -m "Signed-off-by: Ines Marlow <ines@example.org>"
sed -e '/^#include CONFIG_DEVICES$/d' -e '/^#ifdef CONFIG_IOMMUFD$/d' -e '/^#endif$/d' hw/vfio/pci.c > pci.c.new
mv pci.c.new hw/vfio/pci.c
git add -A
export GIT_AUTHOR_DATE="2026-05-11T09:00:00Z" GIT_COMMITTER_DATE="2026-05-11T09:00:00Z"
git commit --quiet -F ../v1-log.txt
git tag v1
