#!/usr/bin/env bash
# Trains what says how likely fields are right, as it is shipped, and measures it first on hosts not learned from:
#   pipelines/segment/confidence.sh DATA MODEL [--judge=DIR ...]
# DATA holds page-text/ (labels.tsv, text/) and html-wcxb/ (gold.jsonl, pages/); the folders of --judge are like html-wcxb and are
# measured on alone. To be run after train.sh: lines are labelled by models as that makes them. The same data give the same bytes.
set -euo pipefail
data=$1 model=$2
shift 2
cd "$(dirname "$0")/../.."
exec java -Xmx3g -Xss2m -jar target/copydesk.jar train confidence --html="$data/html-wcxb" --gold="$data/page-text/labels.tsv" \
  --text="$data/page-text/text" --written=testdata/pages --model="$model" "$@"
