#!/usr/bin/env bash
# Trains what tells what a site says to its visitors from news, as it is shipped (signal notice_likeness), and measures it on each lot of junk by what learned from the others:
#   pipelines/rules/notices.sh STRINGS LINGUA_JAR MODEL
# STRINGS is the folder locales/ of Chromium's strings (Debian: apt-get download chromium-l10n, then dpkg -x; 150.0.7871.100 was learned from),
# LINGUA_JAR com.github.pemistahl:lingua:1.2.2 (mvn dependency:copy). The shipped file is src/main/resources/org/copydesk/quality/notices.model.gz.
# English news: HuffPost's blurbs (CC BY 4.0), Digital.gov (CC0) and Wikinews (CC BY 2.5), which may train (data/README.md beside the checkout).
# The same data give the same weights.
set -euo pipefail
strings=$1 lingua=$2 model=$3
shift 3
cd "$(dirname "$0")/../.."
lots=()
for lot in last later material other-sites frozen; do
  lots+=(--junk="testdata/junk/$lot.txt")
done
news=()
for file in topics/huffpost news/digital-gov-news news/wikinews-en; do
  news+=(--news="../shared/data/$file.jsonl.gz")
done
exec java -Xmx2g -jar target/copydesk.jar train notices --strings="$strings" --letters="$lingua" --written=pipelines/rules/notices \
  "${news[@]}" "${lots[@]}" --triples=src/main/resources/org/copydesk/quality/letter-triples.txt --model="$model" "$@"
