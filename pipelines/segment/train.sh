#!/usr/bin/env bash
# Trains the model that labels lines of page text, as it is shipped, and measures it first by cross-validation over hosts:
#   pipelines/segment/train.sh DATA MODEL [--cross-validate=false]
# DATA holds page-text/ (labels.tsv, html.tsv, text/) and html-wcxb/ (gold.jsonl, pages/). The same data give the same bytes.
# Five folds; the fold of a host is its content hash modulo five. The model that judges a page, and the teacher that labelled
# the lines of HTML it learned from, have seen neither the page nor its host; pages of HTML of a judged host are left out.
set -euo pipefail
data=$1 model=$2
shift 2
cd "$(dirname "$0")/../.."
exec java -Xmx3g -jar target/copydesk.jar train pages --gold="$data/page-text/labels.tsv" --text="$data/page-text/text" \
  --html="$data/html-wcxb" --written=testdata/pages --model="$model" "$@"
