package org.copydesk.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.copydesk.corpus.AuditSums.Sum;
import org.copydesk.dedup.Suppression;
import org.copydesk.storage.Storage;
import org.copydesk.table.RowDigest;
import org.copydesk.table.Table;
import org.copydesk.text.ContentHash;

/**
 * Reads a generation's tables back, several parts at a time, and evaluates what always holds. Sets
 * are compared by sums of hashes over their members, so memory is a row group of one part a worker
 * and the figures of two, whatever the size: the sum over {@code teasers} of hash(id) times
 * occurrences equals the sum over {@code teaser_occurrences} of hash(teaser_id) only if the ids and
 * their counts are the same.
 */
public final class GenerationAudit {
  private final Storage generation;
  private final boolean hashes;
  private final Suppression listed;
  private final AuditMemo memo;
  private final List<GenerationFile> files = new ArrayList<>();
  private final TreeMap<String, RowDigest> digests = new TreeMap<>();
  private final TreeMap<String, Long> rows = new TreeMap<>();
  private final TreeMap<String, Long> footerRowsByTable = new TreeMap<>();
  private final TreeSet<String> schemaVersions = new TreeSet<>();
  private final AuditSums sums;
  private long missingArticles;
  private long missingStates;

  private GenerationAudit(Storage generation, boolean hashes, Suppression listed, AuditMemo memo) {
    this.generation = generation;
    this.hashes = hashes;
    this.listed = listed;
    this.memo = memo;
    this.sums = new AuditSums(listed);
  }

  /**
   * Reads every value of every table, and every byte for its SHA-256; of parts that were read
   * before only the bytes.
   *
   * @param listed what must not be in the corpus
   * @param memo what reading parts gave before, which is told of this, too
   * @param workers parts read at a time
   */
  public static GenerationAudit read(
      Storage generation, Suppression listed, AuditMemo memo, int workers) throws IOException {
    return new GenerationAudit(generation, true, listed, memo).readTables(workers);
  }

  /**
   * What was read back of a generation whose files are those of its manifest; null where {@code
   * memo} does not know all of them. Its checks are not to be evaluated: they held.
   */
  public static GenerationAudit recalled(Storage generation, Manifest manifest, AuditMemo memo) {
    GenerationAudit audit = new GenerationAudit(generation, true, Suppression.NONE, memo);
    for (GenerationFile file : manifest.files()) {
      if (file.path().endsWith(".parquet")) {
        PartAudit part = memo.find(tableOf(file.path()), file.path(), file.sha256());
        if (part == null) {
          return null;
        }
        audit.add(part);
      }
    }
    return audit;
  }

  /**
   * The same where the SHA-256 of the files are known: those that it gives are null. What was
   * suppressed is not known any more.
   */
  static GenerationAudit readRows(Storage generation, int workers) throws IOException {
    return new GenerationAudit(generation, false, Suppression.NONE, null).readTables(workers);
  }

  /** What reading parts gave before and for this; null where nothing was asked. */
  public AuditMemo memo() {
    return memo;
  }

  private GenerationAudit readTables(int workers) throws IOException {
    List<String> parts =
        generation.files().stream()
            .filter(file -> file.indexOf('/') > 0 && file.endsWith(".parquet"))
            .toList();
    InOrder.run(workers, parts.size(), i -> readPart(parts.get((int) i)), this::add);
    missingArticles = LinkAudit.ofTeasers(generation).missing(sums.get(Sum.LINKED_TEASERS));
    missingStates = LinkAudit.ofVersions(generation).missing(count(Tables.VERSIONS));
    return this;
  }

  private void add(PartAudit part) {
    String table = part.table().name();
    files.add(part.file());
    schemaVersions.add(String.valueOf(part.schemaVersion()));
    rows.merge(table, part.rows(), Long::sum);
    footerRowsByTable.merge(table, part.file().rows(), Long::sum);
    digests.computeIfAbsent(table, name -> new RowDigest()).add(part.digest());
    sums.add(part.sums());
  }

  private static Table<?> tableOf(String file) {
    return Tables.named(file.substring(0, file.indexOf('/')));
  }

  private PartAudit readPart(String file) throws IOException {
    Table<?> table = tableOf(file);
    long bytes = generation.bytes(file);
    String sha256 = hashes ? memo.sha256(generation, file, bytes) : null;
    PartAudit known = memo == null ? null : memo.find(table, file, sha256);
    if (known != null) {
      return known;
    }
    PartAudit read = readPart(file, table, bytes, sha256);
    if (memo != null) {
      memo.keep(read);
    }
    return read;
  }

  private <R extends Record> PartAudit readPart(
      String file, Table<R> table, long bytes, String sha256) throws IOException {
    RowDigest digest = new RowDigest();
    AuditSums found = new AuditSums(listed);
    long read = 0;
    try (PartReader<R> reader = new PartReader<>(table, generation, file)) {
      for (R row = reader.next(); row != null; row = reader.next()) {
        read++;
        digest.add(table.row(), row, reader.columnsWritten());
        found.take(row);
      }
      found.endPart();
      return new PartAudit(
          table,
          new GenerationFile(file, reader.rows(), bytes, sha256),
          reader.schemaVersion(),
          read,
          digest.sum(),
          found);
    }
  }

  /**
   * What always holds, evaluated.
   *
   * @param filesMatched files the inputs matched, counted by the driver
   * @param rowsWritten rows the writers counted, by table
   */
  List<Check> checks(long filesMatched, Map<String, Long> rowsWritten) {
    long segmented = sums.get(Sum.ARTICLES);
    long kept = count(Tables.ARTICLES);
    long removed = count(Tables.REMOVED);
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("files matched = rows of ledger", filesMatched, count(Tables.LEDGER)));
    checks.add(
        Check.of(
            "files ok + partial + rejected = rows of ledger",
            sums.get(Sum.FILES_KNOWN),
            count(Tables.LEDGER)));
    checks.add(
        Check.of(
            "decompressed bytes = container + payload + rejected",
            sums.get(Sum.DECOMPRESSED_BYTES),
            sums.get(Sum.PARTS_BYTES)));
    checks.add(
        Check.of(
            "records = pages + skipped + rejected", sums.get(Sum.RECORDS), sums.get(Sum.OUTCOMES)));
    checks.add(
        Check.of(
            "payload bytes = covered bytes",
            sums.get(Sum.PAYLOAD_BYTES),
            sums.get(Sum.COVERED_BYTES)));
    checks.add(Check.of("files that do not balance = 0", sums.get(Sum.UNBALANCED_FILES), 0));
    checks.add(
        Check.of(
            "records skipped or rejected = rows of rejects",
            sums.get(Sum.LOST),
            sums.get(Sum.REJECT_ROWS)));
    checks.add(sums.records().check("every record is once in articles, removed or rejects"));
    checks.add(sums.articles().check("articles of each file = its rows in articles + removed"));
    checks.add(Check.of("rejects without a reason = 0", sums.get(Sum.UNKNOWN_REASONS), 0));
    checks.add(Check.of("pages whose spans are no partition = 0", sums.get(Sum.BROKEN_PAGES), 0));
    // Generations of schema version 1 and 2 had no such column.
    if (rows.containsKey(Tables.SPANS.name()) && sums.get(Sum.FILES_WITHOUT_TEXT_BYTES) == 0) {
      checks.add(sums.spans().check("text bytes of each file = bytes of its spans"));
    }
    checks.add(sums.teasers().check("teasers of each file = its rows in teaser_occurrences"));
    checks.add(
        Check.of("teaser occurrences without a span = 0", sums.get(Sum.EMPTY_OCCURRENCES), 0));
    checks.add(
        Check.of(
            "occurrences of teasers = rows of teaser_occurrences",
            sums.get(Sum.OCCURRENCES),
            count(Tables.TEASER_OCCURRENCES)));
    checks.add(
        Check.of(
            "ids of teasers = ids of teaser_occurrences",
            hex(sums.get(Sum.OCCURRENCE_IDS)),
            hex(sums.get(Sum.OCCURRENCE_ROW_IDS))));
    checks.add(
        Check.of("articles that teasers announce and that are not there = 0", missingArticles, 0));
    checks.add(
        Check.of("articles segmented = rows of articles + removed", segmented, kept + removed));
    checks.add(
        Check.of(
            "cluster sizes = articles segmented less those removed by a rule",
            sums.get(Sum.CLUSTER_SIZES),
            segmented - sums.get(Sum.REMOVED_BY_RULE)));
    checks.add(
        Check.of(
            "every duplicate's kept_id is an article with that cluster size",
            hex(sums.get(Sum.CLUSTER_IDS)),
            hex(sums.get(Sum.MEMBER_IDS))));
    addStories(checks);
    if (!listed.isEmpty()) {
      checks.add(
          Check.of("articles that a suppression list names = 0", sums.get(Sum.LISTED_ARTICLES), 0));
    }
    TreeMap<String, Long> written = new TreeMap<>(footerRowsByTable);
    written.replaceAll((table, count) -> 0L);
    written.putAll(rowsWritten);
    checks.add(Check.of("rows in footers = rows written", footerRowsByTable, written));
    checks.add(Check.of("rows in footers = rows read", total(footerRowsByTable), total(rows)));
    return checks;
  }

  /** Generations before schema version 6 had no stories. */
  private void addStories(List<Check> checks) {
    if (!rows.containsKey(Tables.STORIES.name())) {
      return;
    }
    checks.add(
        Check.of(
            "pages of stories + articles that stand alone = articles and their copies",
            sums.get(Sum.STORY_PAGES) + sums.get(Sum.LONE_ARTICLES),
            count(Tables.ARTICLES) + count(Tables.REMOVED) - sums.get(Sum.REMOVED_BY_RULE)));
    checks.add(
        Check.of(
            "stories of articles = ids of stories",
            hex(sums.get(Sum.ARTICLE_STORY_IDS)),
            hex(sums.get(Sum.STORY_ARTICLE_IDS))));
    checks.add(
        Check.of(
            "versions of stories = rows of versions",
            sums.get(Sum.STORY_STATES),
            count(Tables.VERSIONS)));
    checks.add(
        Check.of(
            "stories of versions = ids of stories",
            hex(sums.get(Sum.STATE_STORY_IDS)),
            hex(sums.get(Sum.STORY_STATE_IDS))));
    checks.add(
        Check.of(
            "chains of versions that do not end in what is kept = 0",
            sums.get(Sum.BROKEN_CHAINS),
            0));
    checks.add(
        Check.of("articles that versions ended in and that are not there = 0", missingStates, 0));
  }

  private static long total(Map<String, Long> byTable) {
    return byTable.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  private long count(Table<?> table) {
    return rows.getOrDefault(table.name(), 0L);
  }

  List<GenerationFile> files() {
    return files;
  }

  /** Rows a table. */
  public Map<String, Long> rows() {
    return rows;
  }

  /** Versions of the schema that the footers of the parts name. */
  Set<String> schemaVersions() {
    return schemaVersions;
  }

  /** Digest a table, of the rows as they were read. */
  Map<String, ContentHash> digests() {
    TreeMap<String, ContentHash> sums = new TreeMap<>();
    digests.forEach((table, digest) -> sums.put(table, digest.sum()));
    return sums;
  }

  /** Rows of the removed table by reason. */
  public Map<String, Long> removedByReason() {
    return sums.removedByReason();
  }

  /** Rows of the rejects table by reason. */
  public Map<String, Long> rejectsByReason() {
    return sums.rejectsByReason();
  }

  /** Whether every file of the ledger is ok. */
  boolean isAllOk() {
    return sums.get(Sum.FILES_OK) == count(Tables.LEDGER);
  }

  /** Bytes of the files of the ledger. */
  long fileBytes() {
    return sums.get(Sum.FILE_BYTES);
  }

  /** Inputs that could not be read. */
  public UnreadFiles unread() {
    return sums.unread();
  }

  public long rejectedFiles() {
    return sums.get(Sum.REJECTED_FILES);
  }

  /** The first of them by name, with their reasons. */
  public RejectedFiles firstRejectedFiles() throws IOException {
    return RejectedFiles.of(generation, sums.rejectedFiles(), rejectedFiles());
  }

  public long rejectedBytes() {
    return sums.get(Sum.REJECTED_BYTES);
  }

  public long decompressedBytes() {
    return sums.get(Sum.DECOMPRESSED_BYTES);
  }

  public long articlesSegmented() {
    return sums.get(Sum.ARTICLES);
  }

  public long records() {
    return sums.get(Sum.RECORDS);
  }

  public long occurrences() {
    return sums.get(Sum.OCCURRENCES);
  }
}
