#!/bin/sh
# The programs that are no Python packages: what `make test-system` and `make pictures` need besides.
#
#   scripts/programs.sh          says which are missing, one line each with its Debian package; ends with 1 if any is
#   scripts/programs.sh install  installs what is missing with apt-get
set -eu

missing() {
    command -v soffice >/dev/null || echo "soffice libreoffice-writer"
    [ -e /usr/lib/libreoffice/program/libswlo.so ] || echo "soffice(Writer) libreoffice-writer"
    [ -e /usr/lib/libreoffice/program/libsclo.so ] || echo "soffice(Calc) libreoffice-calc"
    command -v chromium >/dev/null || echo "chromium chromium"
    command -v java >/dev/null || echo "java default-jre-headless"
    [ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || echo "Chinese-fonts fonts-noto-cjk"
    [ -e /usr/share/fonts/truetype/arphic/ukai.ttc ] || echo "Kai-font fonts-arphic-ukai"
}

absent=$(missing)
if [ "${1:-}" = install ] && [ -n "$absent" ]; then
    packages=$(echo "$absent" | awk '{print $2}' | sort -u)
    as_root=$([ "$(id -u)" = 0 ] || echo sudo)
    $as_root apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
    absent=$(missing)
fi
if [ -n "$absent" ]; then
    echo "$absent" | awk '{print $1 " is missing: apt-get install " $2}' >&2
    exit 1
fi
