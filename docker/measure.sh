#!/usr/bin/env bash
# What options of the JVM cost and bring: the streams service on an idle broker, until it is ready and a minute on.
# Processor time says more than seconds where the machine has other work. Variables as in compose.yaml; build first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export KAFKA_PORT=${KAFKA_PORT:-39092} REGISTRY_PORT=${REGISTRY_PORT:-38081}
image=${STREAMS_APP_IMAGE:-duecast/streams-app}

compose() { docker compose -p duecast-measure -f docker/compose.yaml "$@"; }
work=$(mktemp -d)
trap 'docker rm -fv duecast-measured >/dev/null 2>&1; compose down -v >/dev/null 2>&1; rm -rf "$work"' EXIT
compose up -d --wait --no-build kafka registry >/dev/null 2>&1
compose up --no-build topics >/dev/null 2>&1
docker run --rm --entrypoint cat "$image" /opt/duecast/start >"$work/start"

cpu() { docker exec duecast-measured cat /proc/1/stat | awk '{ printf "%.1f", ($14 + $15) / 100 }'; }
measure() { # NAME SED-SCRIPT
  sed -E "$2" "$work/start" >"$work/changed" && chmod 644 "$work/changed"
  local begun now
  begun=$(date +%s%N)
  docker run -d --name duecast-measured --network duecast-measure_default --memory 1g --tmpfs /tmp:exec,mode=1777,size=128m \
    -v "$work/changed:/opt/duecast/start:ro" -e DUECAST_CLUSTER_BOOTSTRAP=kafka:9092 \
    -e "DUECAST_REGISTRY_URL=http://registry:8081${REGISTRY_PATH:-}" "$image" >/dev/null
  for _ in $(seq 600); do
    docker exec duecast-measured bash /opt/duecast/ready 2>/dev/null && break
    sleep 0.3
  done
  now=$(date +%s%N)
  local start_cpu
  start_cpu=$(cpu)
  sleep 60
  local memory
  memory=$(docker exec duecast-measured awk '/VmRSS/ { printf "%d", $2 / 1024 }' /proc/1/status)
  printf '%-28s %8.1f %10s %10s %9d\n' "$1" "$(awk -v a="$begun" -v b="$now" 'BEGIN { print (b - a) / 1e9 }')" "$start_cpu" \
    "$(awk -v a="$start_cpu" -v b="$(cpu)" 'BEGIN { print b - a }')" "$memory"
  docker rm -fv duecast-measured >/dev/null
}

printf '%-28s %8s %10s %10s %9s\n' options 'ready, s' 'CPU s till' 'CPU s/min' 'RSS, MB'
measure "as in the image" ''
measure "wide object headers" '/CompactObjectHeaders/d'
measure "G1" 's/UseSerialGC/UseG1GC/'
measure "ZGC" 's/UseSerialGC/UseZGC/'
