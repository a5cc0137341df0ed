#!/bin/sh
# The program as installed: its own runtime, content in /etc/kentongan/config, data in
# /var/lib/kentongan. Commands see the settings of the service.
set -eu
lib=${KENTONGAN_LIB:-/usr/lib/kentongan}
home=${KENTONGAN_ETC:-/etc/kentongan}
unset KENTONGAN_LIB KENTONGAN_ETC

# why: what root made in the data folder the service could not read any more.
if [ "$(id -u)" = 0 ] && [ "${1:-}" != check ] && [ -z "${LEARN_INTO:-}" ] &&
    id kentongan >/dev/null 2>&1; then
  exec setpriv --reuid kentongan --regid kentongan --init-groups \
    env HOME=/var/lib/kentongan "$0" "$@"
fi
# why not as a script: it is meant as systemd takes it, and a password may hold any sign.
if [ -r "$home/kentongan.env" ]; then
  while IFS= read -r line || [ -n "$line" ]; do
    value=${line#*=}
    case $value in
      \"*\") value=${value#?} value=${value%?} ;;
      \'*\') value=${value#?} value=${value%?} ;;
    esac
    case ${line%%=*} in
      "$line" | *[!A-Z0-9_]*) ;;
      KENTONGAN_*) export "${line%%=*}=$value" ;;
    esac
  done < "$home/kentongan.env"
fi
state=${KENTONGAN_DATA_DIR:-/var/lib/kentongan}

# The same memory as the launcher of the sources gives, and why: docs/figures.md.
heap="-Xmx384m"
[ "${1:-}" != run ] || heap="$heap -XX:+UseTransparentHugePages -XX:+UseSerialGC -Xms64m -Xmn48m \
  -XX:SurvivorRatio=4 -XX:TargetSurvivorRatio=90 -XX:MinHeapFreeRatio=20 \
  -XX:MaxHeapFreeRatio=40 -XX:-ShrinkHeapInSteps -XX:TrimNativeHeapInterval=5000 \
  -XX:+ExitOnOutOfMemoryError"
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"

# What the build's load taught a gateway starts with it (docs/figures.md); other commands keep the
# classes that they used. It holds for these jars in this order, whatever the language of the machine.
jars=$(LC_ALL=C && printf '%s:' "$lib"/lib/*.jar)
keeps=-XX:+UseCompactObjectHeaders
if [ "${1:-}" = run ] && [ -n "${LEARN_INTO:-}" ]; then
  kept="-XX:AOTCacheOutput=$LEARN_INTO"
elif [ "${1:-}" = run ] && [ -e "$lib/gateway.aot" ]; then
  kept="-XX:AOTCache=$lib/gateway.aot"
else
  classes=$state/classes-${1:-help}.jsa
  # A stop in the middle of writing it leaves it without a head, and each start would complain of it.
  [ "$(od -An -N4 -tx4 "$classes" 2>/dev/null)" != " 00000000" ] || rm -f "$classes"
  keeps=-XX:+AutoCreateSharedArchive
  kept="-XX:SharedArchiveFile=$classes"
fi

# shellcheck disable=SC2086
exec "$lib/runtime/bin/java" $heap -XX:+UseCompactObjectHeaders \
  "$keeps" "$kept" -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr -Xlog:aot*=off:stderr \
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  -Dkentongan.home="$home" -Dfile.encoding=UTF-8 -Djava.awt.headless=true \
  -cp "${jars%:}" id.kentongan.bot.Main "$@"
