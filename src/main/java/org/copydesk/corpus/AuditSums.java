package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.dedup.Suppression;
import org.copydesk.model.Reason;
import org.copydesk.text.ContentHash;

/**
 * What the checks of a generation need to know of its rows, as sums: those of two parts added are
 * those of both, in any order. Ids enter by their hashes. Memory does not grow with the rows.
 */
final class AuditSums {
  private static final Set<String> CLUSTER_REASONS =
      Set.of("exact_duplicate", "near_duplicate", "version");

  /** A number summed over rows; what ends in IDS is a sum of hashes. */
  enum Sum {
    FILES_KNOWN,
    FILES_OK,
    FILE_BYTES,
    REJECTED_FILES,
    REJECTED_BYTES,
    DECOMPRESSED_BYTES,
    PARTS_BYTES,
    PAYLOAD_BYTES,
    COVERED_BYTES,
    RECORDS,
    OUTCOMES,
    ARTICLES,
    LOST,
    UNBALANCED_FILES,
    FILES_WITHOUT_TEXT_BYTES,
    OCCURRENCES,
    OCCURRENCE_IDS,
    OCCURRENCE_ROW_IDS,
    EMPTY_OCCURRENCES,
    LINKED_TEASERS,
    CLUSTER_SIZES,
    CLUSTER_IDS,
    MEMBER_IDS,
    REMOVED_BY_RULE,
    REJECT_ROWS,
    UNKNOWN_REASONS,
    BROKEN_PAGES,
    LISTED_ARTICLES,
    LONE_ARTICLES,
    STORY_PAGES,
    STORY_ARTICLE_IDS,
    ARTICLE_STORY_IDS,
    STORY_STATES,
    STORY_STATE_IDS,
    STATE_STORY_IDS,
    BROKEN_CHAINS
  }

  private final long[] sums = new long[Sum.values().length];
  private final TreeMap<String, Long> removedByReason = new TreeMap<>();
  private final TreeMap<String, Long> rejectsByReason = new TreeMap<>();
  private final TreeSet<String> rejectedFiles = new TreeSet<>();
  private final PlaceSums records = new PlaceSums();
  private final PlaceSums articles = new PlaceSums();
  private final PlaceSums teasers = new PlaceSums();
  private final PlaceSums spans = new PlaceSums();
  private final SpanOrder order = new SpanOrder();
  private final ChainOrder chains = new ChainOrder();
  private final UnreadFiles unread = new UnreadFiles();
  private final Suppression listed;

  /**
   * @param listed what must not be in the corpus
   */
  AuditSums(Suppression listed) {
    this.listed = listed;
  }

  long get(Sum sum) {
    return sums[sum.ordinal()];
  }

  void add(Sum sum, long amount) {
    sums[sum.ordinal()] += amount;
  }

  /** Adds what other parts gave. */
  void add(AuditSums other) {
    for (Sum sum : Sum.values()) {
      add(sum, other.get(sum));
    }
    other.removedByReason.forEach((reason, n) -> removedByReason.merge(reason, n, Long::sum));
    other.rejectsByReason.forEach((reason, n) -> rejectsByReason.merge(reason, n, Long::sum));
    other.rejectedFiles.forEach(this::addRejectedFile);
    records.add(other.records);
    articles.add(other.articles);
    teasers.add(other.teasers);
    spans.add(other.spans);
    unread.add(other.unread);
  }

  /** Inputs that could not be read. */
  UnreadFiles unread() {
    return unread;
  }

  /** Rows of the removed table by reason. */
  Map<String, Long> removedByReason() {
    return removedByReason;
  }

  /** Rows of the rejects table by reason. */
  Map<String, Long> rejectsByReason() {
    return rejectsByReason;
  }

  /** The first names of files that were rejected. */
  TreeSet<String> rejectedFiles() {
    return rejectedFiles;
  }

  private void addRejectedFile(String name) {
    rejectedFiles.add(name);
    if (rejectedFiles.size() > RejectedFiles.MOST) {
      rejectedFiles.pollLast();
    }
  }

  /** Records of the ledger against the rows that stand for one. */
  PlaceSums records() {
    return records;
  }

  /** Articles of each file against rows of articles and removed. */
  PlaceSums articles() {
    return articles;
  }

  /** Teasers of each file against rows of occurrences. */
  PlaceSums teasers() {
    return teasers;
  }

  /** Bytes of text of each file against those of its spans. */
  PlaceSums spans() {
    return spans;
  }

  /** A part has no more rows. */
  void endPart() {
    order.finish();
    chains.finish();
  }

  /** Adds a row; those of a part come one after another. */
  void take(Table table, Object[] row) {
    switch (table.name()) {
      case "articles" -> {
        long size = number(row, table, "cluster_size");
        long id = hash(row, table, "id");
        add(Sum.CLUSTER_SIZES, size);
        add(Sum.CLUSTER_IDS, id * size);
        add(Sum.MEMBER_IDS, hash(row, table, "cluster_id"));
        takeArticle(row, table);
        takeStoryOf(row, table);
        add(Sum.LISTED_ARTICLES, isListed(row, table) ? 1 : 0);
      }
      case "teasers" -> {
        long count = number(row, table, "occurrences");
        add(Sum.OCCURRENCES, count);
        add(Sum.OCCURRENCE_IDS, hash(row, table, "id") * count);
        add(Sum.LINKED_TEASERS, value(row, table, "article_id") == null ? 0 : 1);
      }
      case "teaser_occurrences" -> {
        add(Sum.OCCURRENCE_ROW_IDS, hash(row, table, "teaser_id"));
        teasers.right((String) value(row, table, "source_file"), 1);
        long start = number(row, table, "span_start");
        add(Sum.EMPTY_OCCURRENCES, start >= 0 && start < number(row, table, "span_end") ? 0 : 1);
      }
      case "removed" -> {
        takeArticle(row, table);
        removedByReason.merge((String) value(row, table, "reason"), 1L, Long::sum);
        if (CLUSTER_REASONS.contains((String) value(row, table, "reason"))) {
          add(Sum.MEMBER_IDS, hash(row, table, "kept_id"));
        } else {
          add(Sum.REMOVED_BY_RULE, 1);
        }
      }
      case "rejects" -> {
        String reason = String.valueOf(value(row, table, "reason"));
        boolean isPart = reason.equals(Reason.OTHER_STORY.stored());
        if (value(row, table, "source_record") != null && !isPart) {
          add(Sum.REJECT_ROWS, 1);
          records.rightRecord(
              (String) value(row, table, "source_file"), number(row, table, "source_record"));
        }
        rejectsByReason.merge(reason, 1L, Long::sum);
        unread.take(
            (String) value(row, table, "source_file"),
            reason,
            (String) value(row, table, "message"));
        add(Sum.UNKNOWN_REASONS, isUnknown((String) value(row, table, "reason")) ? 1 : 0);
      }
      case "ledger" -> takeLedger(row, table);
      case "spans" -> order.take(row, table);
      case "stories" -> {
        long kept = number(row, table, "articles");
        long states = number(row, table, "versions");
        add(Sum.STORY_PAGES, kept + number(row, table, "copies"));
        add(Sum.STORY_ARTICLE_IDS, hash(row, table, "id") * kept);
        add(Sum.STORY_STATES, states);
        add(Sum.STORY_STATE_IDS, hash(row, table, "id") * states);
      }
      case "versions" -> {
        add(Sum.STATE_STORY_IDS, hash(row, table, "story_id"));
        chains.take(row, table);
      }
      default -> {}
    }
  }

  private void takeStoryOf(Object[] row, Table table) {
    if (value(row, table, "story_id") == null) {
      add(Sum.LONE_ARTICLES, 1);
    } else if (value(row, table, "copy_kind") == null) {
      add(Sum.ARTICLE_STORY_IDS, hash(row, table, "story_id"));
    }
  }

  private boolean isListed(Object[] row, Table table) {
    return !listed.isEmpty()
        && listed.covers(
            ContentHash.parse((String) value(row, table, "id")),
            (String) value(row, table, "url"),
            (String) value(row, table, "site"));
  }

  private void takeArticle(Object[] row, Table table) {
    String file = (String) value(row, table, "source_file");
    records.rightRecord(file, number(row, table, "source_record"));
    articles.right(file, 1);
  }

  private static boolean isUnknown(String reason) {
    return reason == null || reason.isEmpty() || reason.equals("unknown");
  }

  private void takeLedger(Object[] row, Table table) {
    long parts =
        number(row, table, "container_bytes")
            + number(row, table, "payload_bytes")
            + number(row, table, "rejected_bytes");
    long outcomes =
        number(row, table, "pages")
            + number(row, table, "skipped")
            + number(row, table, "rejected");
    long decompressed = number(row, table, "decompressed_bytes");
    long records = number(row, table, "records");
    long payload = number(row, table, "payload_bytes");
    long covered = number(row, table, "covered_bytes");
    String status = (String) value(row, table, "status");
    String file = (String) value(row, table, "source_file");
    this.records.leftRecords(file, records);
    articles.left(file, number(row, table, "articles"));
    teasers.left(file, number(row, table, "teasers"));
    spans.left(file, number(row, table, "text_bytes"));
    add(Sum.FILES_WITHOUT_TEXT_BYTES, value(row, table, "text_bytes") == null ? 1 : 0);
    add(Sum.FILES_KNOWN, Set.of("ok", "partial", "rejected").contains(status) ? 1 : 0);
    add(Sum.FILES_OK, "ok".equals(status) ? 1 : 0);
    add(Sum.FILE_BYTES, number(row, table, "bytes"));
    if ("rejected".equals(status)) {
      add(Sum.REJECTED_FILES, 1);
      addRejectedFile(file);
    }
    add(Sum.REJECTED_BYTES, number(row, table, "rejected_bytes"));
    add(Sum.DECOMPRESSED_BYTES, decompressed);
    add(Sum.PARTS_BYTES, parts);
    add(Sum.PAYLOAD_BYTES, payload);
    add(Sum.COVERED_BYTES, covered);
    add(Sum.RECORDS, records);
    add(Sum.OUTCOMES, outcomes);
    add(Sum.ARTICLES, number(row, table, "articles"));
    add(Sum.LOST, number(row, table, "skipped") + number(row, table, "rejected"));
    boolean isBalanced = decompressed == parts && records == outcomes && payload == covered;
    add(Sum.UNBALANCED_FILES, isBalanced ? 0 : 1);
  }

  /** Counts pages whose spans are not a run without gap or overlap from 0. */
  private final class SpanOrder {
    private String file;
    private long record;
    private long end;
    private boolean isBroken;

    void take(Object[] row, Table table) {
      String rowFile = (String) value(row, table, "source_file");
      long rowRecord = number(row, table, "source_record");
      if (!rowFile.equals(file) || rowRecord != record) {
        finish();
        file = rowFile;
        record = rowRecord;
      }
      long start = number(row, table, "start");
      long stop = number(row, table, "end");
      isBroken |= start != end || stop <= start;
      end = stop;
      spans.right(rowFile, stop - start);
    }

    void finish() {
      add(Sum.BROKEN_PAGES, isBroken ? 1 : 0);
      isBroken = false;
      end = 0;
      file = null;
    }
  }

  /**
   * Counts chains of versions that are no chains: a place left out, a text twice, a text that lost
   * to an older one, or an end that is not the one that names the chain.
   */
  private final class ChainOrder {
    private final Set<String> texts = new HashSet<>();
    private String chain;
    private String last;
    private boolean isBroken;

    void take(Object[] row, Table table) {
      String of = (String) value(row, table, "chain");
      if (!of.equals(chain)) {
        finish();
        chain = of;
      }
      last = (String) value(row, table, "article_id");
      isBroken |= texts.contains((String) value(row, table, "kept_id"));
      isBroken |= !texts.add(last);
      isBroken |= number(row, table, "n") != texts.size();
    }

    void finish() {
      add(Sum.BROKEN_CHAINS, chain != null && (isBroken || !chain.equals(last)) ? 1 : 0);
      texts.clear();
      chain = null;
      isBroken = false;
    }
  }

  private static Object value(Object[] row, Table table, String column) {
    return row[table.indexOf(column)];
  }

  private static long number(Object[] row, Table table, String column) {
    Long value = (Long) value(row, table, column);
    return value == null ? 0 : value;
  }

  private static long hash(Object[] row, Table table, String column) {
    String value = (String) value(row, table, column);
    return value == null ? 1 : Hashing.xxh3_64().hashCharsToLong(value);
  }
}
