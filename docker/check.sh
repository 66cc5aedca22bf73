#!/usr/bin/env bash
# The deployed system from outside: up, an invoice comes back as a risk, every question of the dashboard has an answer, down.
#   docker/check.sh         with public images, compiling in a container
# Variables as in compose.yaml, e.g. from docker/apicurio.env; ARTIFACTS=target takes the jars of `mvn package`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export KAFKA_PORT=${KAFKA_PORT:-39092} REGISTRY_PORT=${REGISTRY_PORT:-38081} PROMETHEUS_PORT=${PROMETHEUS_PORT:-39090}
export STREAMS_APP_PORT=${STREAMS_APP_PORT:-39464} MODEL_TRAINER_PORT=${MODEL_TRAINER_PORT:-39465} GRAFANA_PORT=${GRAFANA_PORT:-33000}
services=(streams-app model-trainer prometheus)
[ "${GRAFANA_IMAGE:-}" = none ] || services+=(grafana)

compose() { docker compose -p duecast-check -f docker/compose.yaml --profile observability "$@"; }
image_of() { compose config --images "$1" | grep "$1" | sort -u; }
say() { printf '\n-- %s\n' "$*"; }

work=$(mktemp -d)
end() {
  local code=$?
  [ -z "${events:-}" ] || kill "$events" 2>/dev/null || true
  [ $code -eq 0 ] || compose logs --tail 40 2>&1 | cut -c 1-300 || true
  compose down -v --timeout 40 >/dev/null 2>&1 || true
  rm -rf "$work"
  [ $code -eq 0 ] || echo "docker/check.sh: failed"
}
trap end EXIT
compose down -v >/dev/null 2>&1 || true

say "images"
begun=$SECONDS
compose build -q streams-app model-trainer
echo "built in $((SECONDS - begun)) s"
for service in streams-app model-trainer; do
  image=$(image_of "$service")
  docker image inspect --format "$service {{.Size}}" "$image" | awk '{ printf "%-16s %4d MB\n", $1, $2 / 1e6 }'
done

say "up"
begun=$SECONDS
docker events --filter 'event=health_status: healthy' --format '{{.ID}} {{.TimeNano}}' >"$work/healthy" &
events=$!
compose up -d --wait --wait-timeout 300 "${services[@]}" >"$work/up.log" 2>&1 || { cat "$work/up.log"; exit 1; }
echo "all healthy after $((SECONDS - begun)) s; each after its start:"
for service in controller kafka registry streams-app model-trainer; do
  id=$(compose ps -q "$service")
  start=$(date -d "$(docker inspect --format '{{.State.StartedAt}}' "$id")" +%s.%N)
  # It says so to the listener a moment after it says so to compose.
  for _ in $(seq 50); do
    healthy=$(awk -v id="$id" 'index($1, id) == 1 { print $2; exit }' "$work/healthy")
    [ -z "$healthy" ] || break
    sleep 0.1
  done
  awk -v name="$service" -v start="$start" -v healthy="$healthy" 'BEGIN { printf "%-16s %5.1f s\n", name, healthy / 1e9 - start }'
done
compose ps --format '{{.Service}} {{.Status}}'

# A container has what a program outside needs; so nothing needs to be built here.
holder=$(docker create "$(image_of streams-app)")
mkdir "$work/jars"
docker cp -q "$holder:/opt/duecast/lib/." "$work/jars" 2>/dev/null || docker cp "$holder:/opt/duecast/lib/." "$work/jars"
docker cp -q "$holder:/opt/duecast/own/." "$work/jars" 2>/dev/null || docker cp "$holder:/opt/duecast/own/." "$work/jars"
docker rm "$holder" >/dev/null
rm -f "$work"/jars/logback-*.jar

java_of() { # a JDK of 21 or later on this machine; nothing if there is none
  local it
  for it in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$it/bin/javac" ] && [ "$("$it/bin/javac" -version 2>&1 | sed 's/javac \([0-9]*\).*/\1/')" -ge 21 ]; then
      printf '%s' "$it/bin/java"
      return
    fi
  done
}
java=$(java_of)
outside() { # PROGRAM ARGUMENT…
  local program=$1
  shift
  if [ -n "$java" ]; then
    "$java" -cp "$work/jars/*" "docker/check/$program.java" "$@"
  else
    docker run --rm --network host -v "$work/jars:/jars:ro" -v "$PWD:/project:ro" -w /project \
      "${BUILD_IMAGE:-maven:3.9-eclipse-temurin-25}" java -cp '/jars/*' "docker/check/$program.java" "$@"
  fi
}

say "an ERP outside publishes invoices"
outside PublishInvoices "localhost:$KAFKA_PORT" "http://localhost:$REGISTRY_PORT${REGISTRY_PATH:-}" \
  schemas/src/main/avro-history/InvoiceIssued/v1.avsc 2>"$work/outside.log" || { tail -20 "$work/outside.log"; exit 1; }

say "alert rules and dashboard"
prometheus=$(compose ps -q prometheus)
docker exec "$prometheus" promtool check config /etc/prometheus/prometheus.yml
docker exec "$prometheus" promtool test rules /etc/prometheus/alerts.test.yml
outside DashboardAnswers docker/grafana/dashboards "http://localhost:$PROMETHEUS_PORT"

say "down"
begun=$SECONDS
compose stop --timeout 40 streams-app model-trainer >/dev/null 2>&1
for service in streams-app model-trainer; do
  code=$(docker inspect --format '{{.State.ExitCode}}' "$(compose ps -aq "$service")")
  echo "$service stopped with $code"
  [ "$code" -eq 0 ] || [ "$code" -eq 143 ] || exit 1
done
echo "in $((SECONDS - begun)) s"

say "the check of the containers passed"
