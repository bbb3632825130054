#!/usr/bin/env bash
# A Flink cluster of separate processes on this machine's loopback interface, to rehearse on.
#   cluster.sh up DIR LIB [TASKMANAGERS]   one JobManager and as many TaskManagers; prints HOST:PORT
#   cluster.sh add DIR NAME                one more TaskManager
#   cluster.sh jobmanager DIR              the JobManager again, on the same ports
#   cluster.sh down DIR                    ends every process of it
# LIB holds Flink's jars (make target/flink/lib). DIR gets conf/, log/, pid/, master (HOST:PORT) and a
# folder a process with its temporary files, which no other process is told of.
# CLUSTER_CONFIG="key: value" lines are added to the configuration.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
command=${1:?up, add, jobmanager or down}
mkdir -p "${2:?folder of the cluster}"
dir=$(cd "$2" && pwd)

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

# The settings Flink's own scripts would start a process with: JVM flags, then its arguments.
resources() {
  java -cp "$(cat "$dir/classpath")" org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$dir/conf" 2>/dev/null |
    sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p'
}

# start NAME MAIN FLAGS ARGUMENTS
start() {
  local name=$1 main=$2 flags=$3 arguments=$4 tmp=$dir/$1/tmp
  mkdir -p "$tmp"
  # shellcheck disable=SC2086
  (cd "$dir/$name" && exec setsid nohup java $flags $(sed -n 's/^env.java.opts.all: //p' "$dir/conf/config.yaml") \
    -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir="$tmp" -Djava.util.logging.config.file="$here/conf/logging.properties" \
    -cp "$(cat "$dir/classpath")" "$main" --configDir "$dir/conf" $arguments \
    -D io.tmp.dirs="$tmp" >"$dir/log/$name.log" 2>&1 </dev/null 9>&-) &
  echo $! >"$dir/pid/$name"
}

jobmanager() {
  local lines
  mapfile -t lines < <(resources GET_JM_RESOURCE_PARAMS)
  start jobmanager org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint "${lines[0]}" "${lines[1]}"
}

taskmanager() {
  start "$1" org.apache.flink.runtime.taskexecutor.TaskManagerRunner \
    "$(cat "$dir/taskmanager.flags")" "$(cat "$dir/taskmanager.arguments") -D taskmanager.resource-id=$1-$RANDOM"
}

slots() {
  curl -sf "http://$(cat "$dir/master")/overview" 2>/dev/null | sed -n 's/.*"slots-total":\([0-9]*\).*/\1/p'
}

case $command in
up)
  lib=$(cd "${3:?folder of the jars}" && pwd)
  wanted=${4:-2}
  [ ! -e "$dir/master" ] || { echo "there is a cluster in $dir already: $(cat "$dir/master")" >&2; exit 1; }
  rm -rf "$dir/conf"
  mkdir -p "$dir/conf" "$dir/log" "$dir/pid"
  printf '%s:' "$lib"/*.jar >"$dir/classpath"
  port=$(free_port)
  cp "$here/conf/config.yaml" "$dir/conf/config.yaml"
  cat >>"$dir/conf/config.yaml" <<CONFIG

jobmanager.rpc.address: 127.0.0.1
jobmanager.rpc.port: $(free_port)
jobmanager.bind-host: 127.0.0.1
taskmanager.host: 127.0.0.1
taskmanager.bind-host: 127.0.0.1
rest.address: 127.0.0.1
rest.bind-address: 127.0.0.1
rest.port: $port
$(printf '%s\n' "${CLUSTER_CONFIG:-}")
CONFIG
  # A key that is given twice: the last one counts.
  awk -F': ' '/^[a-z]/ { if (!($1 in seen)) order[++n] = $1; seen[$1] = $0 } END { for (i = 1; i <= n; i++) print seen[order[i]] }' \
    "$dir/conf/config.yaml" >"$dir/conf/config.new" && mv "$dir/conf/config.new" "$dir/conf/config.yaml"
  mapfile -t lines < <(resources GET_TM_RESOURCE_PARAMS)
  echo "${lines[0]}" >"$dir/taskmanager.flags"
  echo "${lines[1]}" >"$dir/taskmanager.arguments"
  jobmanager
  for ((i = 1; i <= wanted; i++)); do taskmanager "taskmanager-$i"; done
  echo "127.0.0.1:$port" >"$dir/master"
  each=$(sed -n 's/^taskmanager.numberOfTaskSlots: //p' "$dir/conf/config.yaml")
  for _ in $(seq 120); do
    [ "$(slots)" = $((wanted * each)) ] && { cat "$dir/master"; exit 0; }
    sleep 1
  done
  echo "the cluster does not come up; see $dir/log" >&2
  "$0" down "$dir"
  exit 1
  ;;
add) taskmanager "${3:?name}" ;;
jobmanager) jobmanager ;;
down)
  for file in "$dir"/pid/*; do
    [ -e "$file" ] || continue
    pid=$(cat "$file")
    # Only what was started here: a number may be another process by now.
    if cat "/proc/$pid/cmdline" 2>/dev/null | tr '\0' ' ' | grep -qF -- "--configDir $dir/conf"; then
      kill "$pid" 2>/dev/null || true
      for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
      kill -9 "$pid" 2>/dev/null || true
    fi
    rm -f "$file"
  done
  rm -f "$dir/master"
  rm -rf "$dir"/*/tmp
  ;;
*) echo "no such command: $command" >&2; exit 2 ;;
esac
