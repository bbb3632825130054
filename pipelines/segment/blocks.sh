#!/usr/bin/env bash
# Trains what tells the blocks of an article's body on a page of HTML, as it is shipped, and measures it first on hosts not learned from:
#   pipelines/segment/blocks.sh DATA MODEL
# DATA holds html-wcxb/ (gold.jsonl, pages/), page-text/ (labels.tsv, html.tsv, text/) and the folders of pages that html.tsv names.
# The shipped file is src/main/resources/org/copydesk/html/body-blocks.txt. The same data give the same bytes. Whoever changes it
# runs train.sh and confidence.sh after it, which learn from HTML as it is read.
set -euo pipefail
data=$1 model=$2
shift 2
cd "$(dirname "$0")/../.."
exec java -Xmx2g -Xss2m -jar target/copydesk.jar train blocks --html="$data/html-wcxb" --gold="$data/page-text/labels.tsv" \
  --text="$data/page-text/text" --model="$model" "$@"
