# Sourced. A Docker engine, compose and buildx on a Debian machine that has none; nothing is done where they are there.

engine_log=${TMPDIR:-/tmp}/duecast-dockerd.log

engine_answers() { docker info >/dev/null 2>&1; }

install_engine() {
  command -v dockerd >/dev/null && command -v iptables >/dev/null && command -v docker >/dev/null && return
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends docker.io iptables
}

# Compose 2 and buildx are in the release after Debian 12, and need nothing that 12 has not; the mirror is the machine's own.
install_plugins() {
  docker compose version >/dev/null 2>&1 && docker buildx version >/dev/null 2>&1 && return
  local work options
  work=$(mktemp -d)
  mkdir -p "$work"/{parts,lists/partial,cache/archives/partial,debs}
  awk 'BEGIN { RS = "" } NR == 1' /etc/apt/sources.list.d/debian.sources |
    sed -E 's/^Suites:.*/Suites: trixie/' > "$work/parts/debian.sources"
  options=(-q -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update
  (cd "$work/debs" && apt-get "${options[@]}" download docker-compose docker-buildx)
  dpkg -i "$work"/debs/*.deb
  rm -rf "$work"
}

# A daemon that was killed leaves its pid file behind, and the next one would refuse to start.
start_engine() {
  engine_answers && return
  local pid=/var/run/docker.pid
  if [ -s "$pid" ] && ! grep -qs dockerd "/proc/$(cat "$pid")/comm"; then rm -f "$pid"; fi
  setsid dockerd >"$engine_log" 2>&1 </dev/null &
  for _ in $(seq 150); do
    engine_answers && return
    sleep 0.2
  done
  tail -20 "$engine_log"
  return 1
}
