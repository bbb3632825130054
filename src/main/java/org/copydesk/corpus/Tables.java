package org.copydesk.corpus;

import static org.copydesk.corpus.Column.flag;
import static org.copydesk.corpus.Column.list;
import static org.copydesk.corpus.Column.number;
import static org.copydesk.corpus.Column.ownText;
import static org.copydesk.corpus.Column.real;
import static org.copydesk.corpus.Column.struct;
import static org.copydesk.corpus.Column.text;
import static org.copydesk.corpus.Column.time;

import java.util.List;

/** The tables of a generation and their columns. Columns are only ever added, at the end. */
public final class Tables {
  /** Raised whenever a column is added or its meaning changes. */
  public static final int SCHEMA_VERSION = 6;

  private static final Column.Struct COPY =
      new Column.Struct(
          List.of(
              text("source_file", "file the copy stood in"),
              number("source_record", "its record in that file"),
              text("url", "its address"),
              text("kind", "exact, near or version"),
              text("measure", "jaccard or containment; null for exact copies"),
              real("similarity", "by that measure; 1 for exact copies"),
              time("fetched_at", "when it was crawled"),
              text("provider", "its credit line"),
              text("site", "its site, as in sites"),
              time("published_at", "its publication, UTC"),
              time("modified_at", "when it was last changed, UTC")));

  /** Place of a copy's credit line among its fields. */
  static final int COPY_PROVIDER = 7;

  private static final Column.Struct TOPIC =
      new Column.Struct(
          List.of(
              text("code", "qcode of the topic"),
              text("label", "its label in the vocabulary"),
              real("confidence", "probability given by the model")));

  public static final Table ARTICLES =
      new Table(
          "articles",
          List.of(
              ownText("id", "32 hex digits from normalised title and text"),
              text("source_file", "file the kept copy stood in"),
              number("source_record", "its record in that file, from 0"),
              ownText("source_id", "the record's own id"),
              time("fetched_at", "when the page was crawled"),
              ownText("url", "address of the page"),
              text("site", "host, or the name the site was learned under"),
              ownText("title", "headline"),
              text("byline", "line that names the authors, as printed"),
              list("authors", Column.Scalar.TEXT, "names taken from the byline or metadata"),
              text("dateline", "place and date as printed before the text"),
              time("published_at", "publication time, UTC"),
              text("provider", "credit line"),
              text("language", "ISO 639 code, und when unsure"),
              real("language_confidence", "confidence of the identifier"),
              ownText("text", "body paragraphs and subheads joined by a blank line"),
              number("word_count", "tokens of the text"),
              text("topic", "qcode of the first topic; null when unsure"),
              text("topic_label", "its label"),
              real("topic_confidence", "its probability; null when topic is"),
              list("topics", TOPIC, "topics that are at least likely"),
              ownText("cluster_id", "id of the cluster's survivor"),
              number(
                  "cluster_size", "articles the cluster had, with this one; null on a marked copy"),
              list("copies", COPY, "the other members, at most 256"),
              flag("copies_truncated", "whether there were more"),
              struct("quality", SignalColumns.QUALITY, "signals of quality"),
              struct("pii", SignalColumns.PII, "counts of personal data found"),
              ownText("metadata", "JSON text of what else the input carried"),
              text("copy_kind", "exact, near or version; null unless a marked copy"),
              text("copy_measure", "jaccard or containment; null unless a marked copy"),
              real("copy_similarity", "to the cluster's survivor; null unless a marked copy"),
              time("modified_at", "when the text was last changed, UTC"),
              text("published_precision", "day, minute or second"),
              text("page_type", "what the page most likely is; null where only text was given"),
              real("page_type_confidence", "the probability of that"),
              flag(
                  "signature_removed",
                  "whether a signature hidden in headline or text was taken out"),
              ownText(
                  "markdown",
                  "with --format=markdown the text of HTML with headings, lists, tables and links,"
                      + " else null"),
              ownText(
                  "canonical_url",
                  "where the page says it lives, of whatever site; null where that is url"),
              text("story_id", "row of stories; null where the article stands alone")));

  public static final Table TEASERS =
      new Table(
          "teasers",
          List.of(
              ownText("id", "32 hex digits from normalised title and snippet"),
              ownText("title", "headline of the announced article"),
              ownText("snippet", "its first words, without truncation sign and marker"),
              text("marker", "the words that asked to read on"),
              flag("truncated", "whether the snippet was cut"),
              ownText("url", "link target"),
              text("language", "ISO 639 code, und when unsure"),
              number("occurrences", "times it was seen"),
              number("pages", "pages it was seen on"),
              number("sites", "sites it was seen on"),
              number("variants", "spellings folded into this row"),
              text("article_id", "the article it announces"),
              text("link_method", "how that was found"),
              real("link_containment", "share of the snippet found in the article, in order"),
              text("topic", "qcode; null when unsure"),
              real("topic_confidence", "its probability"),
              time("first_seen", "when the first page that showed it was crawled"),
              time("last_seen", "when the last one was"),
              real(
                  "front_share",
                  "share of its occurrences on pages without an article of their own")));

  public static final Table TEASER_OCCURRENCES =
      new Table(
          "teaser_occurrences",
          List.of(
              text("teaser_id", "row of teasers"),
              text("source_file", "file it was seen in"),
              number("source_record", "record of that file"),
              number("span_start", "first byte in the payload"),
              number("span_end", "byte after the last"),
              text("site", "site of the page, as in sites"),
              text("url", "address of the page"),
              time("seen_at", "when the page was crawled"),
              number("position", "place in its list, from 0"),
              number("list", "which list of the page, from 0"),
              flag("front", "whether the page has no article of its own")));

  public static final Table REMOVED =
      new Table(
          "removed",
          List.of(
              ownText("id", "32 hex digits; an exact copy has its survivor's"),
              text("source_file", "file it stood in"),
              number("source_record", "record of that file"),
              ownText("url", "address of the page"),
              ownText("title", "headline"),
              number("word_count", "tokens of the text"),
              text("reason", "exact_duplicate, near_duplicate, version, suppressed or a rule"),
              text("kept_id", "the article it lost to"),
              text("measure", "jaccard or containment"),
              real("similarity", "to the kept article, exact"),
              real("threshold", "what it had to reach"),
              text("value", "figure of the rule"),
              ownText("text", "with --keep-removed-text, else null"),
              text("signal", "what the rule looked at"),
              text("site", "its site, as in sites; null when unknown")));

  public static final Table REJECTS =
      new Table(
          "rejects",
          List.of(
              text("outcome", "skipped or rejected"),
              text("source_file", "file it stood in"),
              number("source_record", "record of that file; null where the loss is the file's"),
              number("span_start", "first byte lost"),
              number("span_end", "byte after the last"),
              text("stage", "sample (before sites were learned), read or segment"),
              text("reason", "from a closed list"),
              text("message", "for a person, without payload text"),
              text("site", "its site, as in sites; null when unknown"),
              time("fetched_at", "when the page was crawled")));

  public static final Table LEDGER =
      new Table(
          "ledger",
          List.of(
              ownText("source_file", "path below the fixed part of the input"),
              text("format", "page_text, html, warc, wet, json_lines or json"),
              text("compression", "none, gzip, zstd or bzip2"),
              number("bytes", "size of the file"),
              number("decompressed_bytes", "after decompression"),
              number("container_bytes", "of these, framing and headers"),
              number("payload_bytes", "of these, payloads of pages"),
              number("covered_bytes", "payload bytes that spans cover"),
              number("rejected_bytes", "bytes lost"),
              ownText("sha256", "of the file as it lies; null when not all of it could be read"),
              text("status", "ok, partial or rejected"),
              number("records", "all records"),
              number("pages", "records with an article"),
              number("articles", "articles segmented"),
              number("teasers", "teaser occurrences"),
              number("skipped", "records that are sound but not ours"),
              number("rejected", "records damaged or over a bound"),
              number("text_bytes", "bytes of the texts that spans count"),
              number("fields_cut", "values over their bound, cut or left out")));

  public static final Table SITES =
      new Table(
          "sites",
          List.of(
              text("site", "host, or the name the site was learned under"),
              number("pages", "pages read"),
              number("articles", "articles segmented"),
              number("teasers", "teaser occurrences"),
              text("learned", "JSON of what was learned about its pages"),
              text(
                  "name",
                  "the site for people: as given or its host, else the folder its pages lie in,"
                      + " else what heads them")));

  public static final Table RELATIONS =
      new Table(
          "relations",
          List.of(
              text("a", "id of the copy, of the earlier state, or of the part"),
              text("b", "id of the article it is a copy, a state or a part of"),
              text("kind", "near, version or excerpt"),
              text("measure", "jaccard or containment"),
              real("similarity", "by that measure")));

  public static final Table STORIES =
      new Table(
          "stories",
          List.of(
              ownText("id", "the smallest id of its articles"),
              ownText(
                  "origin_id", "article that had it first, here or in removed; null when unknown"),
              text(
                  "origin_evidence",
                  "canonical, credit, published or crawled: by what that is known"),
              list("outlets", Column.Scalar.TEXT, "sites that ran it, the first first"),
              time("first_seen", "when a page of it was first crawled, or else published"),
              time("last_seen", "when one last was"),
              number("articles", "articles of it that are kept"),
              number("copies", "pages of it that lost to one of them"),
              number("versions", "states of its texts, rows of versions"),
              text("origin_site", "site of the page that had it first"),
              ownText("origin_url", "its address"),
              text("origin_source_file", "file it stood in"),
              number("origin_source_record", "record of that file")));

  public static final Table VERSIONS =
      new Table(
          "versions",
          List.of(
              text("story_id", "row of stories"),
              ownText("url", "address it was first seen at"),
              number("n", "place in its chain, from 1"),
              ownText("article_id", "id of the text, in articles or in removed"),
              time("seen_at", "when it was first crawled, or else published"),
              time("modified_at", "when it became so, as the page says"),
              number("added", "paragraphs the state before did not have; null in the first"),
              number("removed", "paragraphs of the state before that are gone; null in the first"),
              ownText("text", "with --keep-version-text, else null"),
              text("chain", "id of the chain's last text"),
              text("kept_id", "the article that is kept for it"),
              text(
                  "relation",
                  "to the state before: grown, cut, changed, rewritten or arranged; null in the"
                      + " first"),
              time("last_seen_at", "when it was last crawled, or else published"),
              text("site", "site it was first seen on")));

  public static final Table SPANS =
      new Table(
          "spans",
          List.of(
              text("source_file", "file of the page"),
              number("source_record", "record of that file"),
              number("start", "first byte in the payload"),
              number("end", "byte after the last"),
              text("label", "what the bytes are"),
              text("rule", "name of the rule that decided")));

  /** All tables, in the order the manifest lists them. */
  public static final List<Table> ALL =
      List.of(
          ARTICLES,
          TEASERS,
          TEASER_OCCURRENCES,
          REMOVED,
          REJECTS,
          LEDGER,
          SITES,
          SPANS,
          RELATIONS,
          STORIES,
          VERSIONS);

  private Tables() {}

  /** The table of that name. */
  public static Table named(String name) {
    for (Table table : ALL) {
      if (table.name().equals(name)) {
        return table;
      }
    }
    throw new IllegalArgumentException("no table " + name);
  }
}
