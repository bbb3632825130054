package org.copydesk.corpus;

import static org.copydesk.table.Unknown.asZero;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;
import org.copydesk.dedup.Suppression;
import org.copydesk.dump.FileLedger;
import org.copydesk.model.Reason;
import org.copydesk.model.RemovalReason;
import org.copydesk.row.ArticleRow;
import org.copydesk.row.LedgerRow;
import org.copydesk.row.OccurrenceRow;
import org.copydesk.row.RejectRow;
import org.copydesk.row.RemovedRow;
import org.copydesk.row.SpanRow;
import org.copydesk.row.StoryRow;
import org.copydesk.row.TeaserRow;
import org.copydesk.row.VersionRow;
import org.copydesk.text.ContentHash;

/**
 * What the checks of a generation need to know of its rows, as sums: those of two parts added are
 * those of both, in any order. Ids enter by their hashes. Memory does not grow with the rows.
 */
final class AuditSums {
  private static final Set<String> CLUSTER_REASONS =
      Arrays.stream(RemovalReason.values())
          .filter(RemovalReason::isCopy)
          .map(RemovalReason::stored)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> STATUSES =
      Arrays.stream(FileLedger.Status.values())
          .map(FileLedger.Status::stored)
          .collect(Collectors.toUnmodifiableSet());

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

  /** Writes the sums; those of a part that was read to its end. */
  void encode(ByteWriter out) {
    for (long sum : sums) {
      out.putVarLong(sum);
    }
    for (Map<String, Long> reasons : List.of(removedByReason, rejectsByReason)) {
      out.putVarLong(reasons.size());
      reasons.forEach((reason, n) -> out.putText(reason).putVarLong(n));
    }
    out.putVarLong(rejectedFiles.size());
    rejectedFiles.forEach(out::putText);
    for (PlaceSums places : List.of(records, articles, teasers, spans)) {
      places.encode(out);
    }
    unread.encode(out);
  }

  /** Reads what {@link #encode} wrote. */
  static AuditSums decode(ByteReader in) {
    AuditSums read = new AuditSums(Suppression.NONE);
    for (int i = 0; i < read.sums.length; i++) {
      read.sums[i] = in.getVarLong();
    }
    for (Map<String, Long> reasons : List.of(read.removedByReason, read.rejectsByReason)) {
      for (int left = in.getVarInt(); left > 0; left--) {
        reasons.put(in.getText(), in.getVarLong());
      }
    }
    for (int left = in.getVarInt(); left > 0; left--) {
      read.rejectedFiles.add(in.getText());
    }
    for (PlaceSums places : List.of(read.records, read.articles, read.teasers, read.spans)) {
      places.take(in);
    }
    read.unread.take(in);
    return read;
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
  void take(Record row) {
    if (row instanceof ArticleRow article) {
      takeArticle(article);
    } else if (row instanceof TeaserRow teaser) {
      long count = asZero(teaser.occurrences());
      add(Sum.OCCURRENCES, count);
      add(Sum.OCCURRENCE_IDS, hash(teaser.id()) * count);
      add(Sum.LINKED_TEASERS, teaser.articleId() == null ? 0 : 1);
    } else if (row instanceof OccurrenceRow occurrence) {
      add(Sum.OCCURRENCE_ROW_IDS, hash(occurrence.teaserId()));
      teasers.right(occurrence.sourceFile(), 1);
      long start = asZero(occurrence.spanStart());
      add(Sum.EMPTY_OCCURRENCES, start >= 0 && start < asZero(occurrence.spanEnd()) ? 0 : 1);
    } else if (row instanceof RemovedRow removed) {
      takeRemoved(removed);
    } else if (row instanceof RejectRow reject) {
      takeReject(reject);
    } else if (row instanceof LedgerRow file) {
      takeFile(file);
    } else if (row instanceof SpanRow span) {
      order.take(span);
    } else if (row instanceof StoryRow story) {
      long kept = asZero(story.articles());
      long states = asZero(story.versions());
      add(Sum.STORY_PAGES, kept + asZero(story.copies()));
      add(Sum.STORY_ARTICLE_IDS, hash(story.id()) * kept);
      add(Sum.STORY_STATES, states);
      add(Sum.STORY_STATE_IDS, hash(story.id()) * states);
    } else if (row instanceof VersionRow version) {
      add(Sum.STATE_STORY_IDS, hash(version.storyId()));
      chains.take(version);
    }
  }

  private void takeArticle(ArticleRow row) {
    long size = asZero(row.clusterSize());
    add(Sum.CLUSTER_SIZES, size);
    add(Sum.CLUSTER_IDS, hash(row.id()) * size);
    add(Sum.MEMBER_IDS, hash(row.clusterId()));
    takePlace(row.sourceFile(), row.sourceRecord());
    boolean isListed =
        !listed.isEmpty() && listed.covers(ContentHash.parse(row.id()), row.url(), row.site());
    add(Sum.LISTED_ARTICLES, isListed ? 1 : 0);
    if (row.storyId() == null) {
      add(Sum.LONE_ARTICLES, 1);
    } else if (row.copyKind() == null) {
      add(Sum.ARTICLE_STORY_IDS, hash(row.storyId()));
    }
  }

  private void takeRemoved(RemovedRow row) {
    takePlace(row.sourceFile(), row.sourceRecord());
    removedByReason.merge(row.reason(), 1L, Long::sum);
    if (CLUSTER_REASONS.contains(row.reason())) {
      add(Sum.MEMBER_IDS, hash(row.keptId()));
    } else {
      add(Sum.REMOVED_BY_RULE, 1);
    }
  }

  /** An article is in one of two tables. */
  private void takePlace(String file, Long record) {
    records.rightRecord(file, asZero(record));
    articles.right(file, 1);
  }

  private void takeReject(RejectRow row) {
    String reason = String.valueOf(row.reason());
    boolean isPart = reason.equals(Reason.OTHER_STORY.stored());
    if (row.sourceRecord() != null && !isPart) {
      add(Sum.REJECT_ROWS, 1);
      records.rightRecord(row.sourceFile(), row.sourceRecord());
    }
    rejectsByReason.merge(reason, 1L, Long::sum);
    unread.take(row.sourceFile(), reason, row.message());
    add(Sum.UNKNOWN_REASONS, isUnknown(row.reason()) ? 1 : 0);
  }

  private static boolean isUnknown(String reason) {
    return reason == null || reason.isEmpty() || reason.equals("unknown");
  }

  private void takeFile(LedgerRow row) {
    String file = row.sourceFile();
    long parts =
        asZero(row.containerBytes()) + asZero(row.payloadBytes()) + asZero(row.rejectedBytes());
    long lost = asZero(row.skipped()) + asZero(row.rejected());
    long outcomes = asZero(row.pages()) + lost;
    long decompressed = asZero(row.decompressedBytes());
    long payload = asZero(row.payloadBytes());
    long covered = asZero(row.coveredBytes());
    records.leftRecords(file, asZero(row.records()));
    articles.left(file, asZero(row.articles()));
    teasers.left(file, asZero(row.teasers()));
    spans.left(file, asZero(row.textBytes()));
    add(Sum.FILES_WITHOUT_TEXT_BYTES, row.textBytes() == null ? 1 : 0);
    String status = String.valueOf(row.status());
    add(Sum.FILES_KNOWN, STATUSES.contains(status) ? 1 : 0);
    add(Sum.FILES_OK, status.equals(FileLedger.Status.OK.stored()) ? 1 : 0);
    add(Sum.FILE_BYTES, asZero(row.bytes()));
    if (status.equals(FileLedger.Status.REJECTED.stored())) {
      add(Sum.REJECTED_FILES, 1);
      addRejectedFile(file);
    }
    add(Sum.REJECTED_BYTES, asZero(row.rejectedBytes()));
    add(Sum.DECOMPRESSED_BYTES, decompressed);
    add(Sum.PARTS_BYTES, parts);
    add(Sum.PAYLOAD_BYTES, payload);
    add(Sum.COVERED_BYTES, covered);
    add(Sum.RECORDS, asZero(row.records()));
    add(Sum.OUTCOMES, outcomes);
    add(Sum.ARTICLES, asZero(row.articles()));
    add(Sum.LOST, lost);
    boolean isBalanced =
        decompressed == parts && asZero(row.records()) == outcomes && payload == covered;
    add(Sum.UNBALANCED_FILES, isBalanced ? 0 : 1);
  }

  /** Counts pages whose spans are not a run without gap or overlap from 0. */
  private final class SpanOrder {
    private String file;
    private long record;
    private long end;
    private boolean isBroken;

    void take(SpanRow row) {
      String rowFile = row.sourceFile();
      long rowRecord = asZero(row.sourceRecord());
      if (!rowFile.equals(file) || rowRecord != record) {
        finish();
        file = rowFile;
        record = rowRecord;
      }
      long start = asZero(row.start());
      long stop = asZero(row.end());
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

    void take(VersionRow row) {
      if (!row.chain().equals(chain)) {
        finish();
        chain = row.chain();
      }
      last = row.articleId();
      isBroken |= texts.contains(row.keptId());
      isBroken |= !texts.add(last);
      isBroken |= asZero(row.n()) != texts.size();
    }

    void finish() {
      add(Sum.BROKEN_CHAINS, chain != null && (isBroken || !chain.equals(last)) ? 1 : 0);
      texts.clear();
      chain = null;
      isBroken = false;
    }
  }

  private static long hash(String id) {
    return id == null ? 1 : Hashing.xxh3_64().hashCharsToLong(id);
  }
}
