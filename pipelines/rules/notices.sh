#!/usr/bin/env bash
# Trains what tells what a site says to its visitors from news, as it is shipped (signal notice_likeness), and measures it on each lot of junk by what learned from the others:
#   pipelines/rules/notices.sh STRINGS LINGUA_JAR MODEL
# STRINGS is the folder locales/ of Chromium's strings (Debian: apt-get download chromium-l10n, then dpkg -x; 156.0.8078.108 was learned from),
# LINGUA_JAR com.github.pemistahl:lingua:1.2.2 (mvn dependency:copy). The shipped file is src/main/resources/org/copydesk/quality/notices.model.gz.
# The same data give the same weights.
set -euo pipefail
strings=$1 lingua=$2 model=$3
shift 3
cd "$(dirname "$0")/../.."
lots=()
# frozen.txt is kept from what learns: it judges.
for lot in last later material other-sites; do
  lots+=(--junk="testdata/junk/$lot.txt")
done
exec java -Xmx2g -jar target/copydesk.jar train notices --strings="$strings" --letters="$lingua" --written=pipelines/rules/notices \
  "${lots[@]}" --model="$model" "$@"
