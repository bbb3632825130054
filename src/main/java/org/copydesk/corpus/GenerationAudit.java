package org.copydesk.corpus;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.copydesk.text.ContentHash;

/**
 * Reads a generation's tables back and evaluates what always holds. Sets are compared by sums of
 * hashes over their members, so memory is a row group of one part whatever the size: the sum over
 * {@code teasers} of hash(id) times occurrences equals the sum over {@code teaser_occurrences} of
 * hash(teaser_id) only if the ids and their counts are the same.
 */
public final class GenerationAudit {
  private static final Set<String> CLUSTER_REASONS =
      Set.of("exact_duplicate", "near_duplicate", "version");

  private final Storage generation;
  private final boolean readsAll;
  private final List<GenerationFile> files = new ArrayList<>();
  private final TreeMap<String, RowDigest> digests = new TreeMap<>();
  private final TreeMap<String, Long> rows = new TreeMap<>();
  private final Ledger ledger = new Ledger();
  private long occurrences;
  private long occurrenceSum;
  private long occurrenceRowSum;
  private long linkedTeasers;
  private long missingArticles;
  private long clusterSizes;
  private long clusterSum;
  private long memberSum;
  private long removedByRule;
  private final TreeMap<String, Long> removedByReason = new TreeMap<>();
  private final TreeMap<String, Long> rejectsByReason = new TreeMap<>();
  private long rejectRows;
  private long unknownReasons;
  private long brokenPages;
  private long footerRows;
  private final TreeMap<String, Long> footerRowsByTable = new TreeMap<>();
  private final PlaceSums records = new PlaceSums();
  private final PlaceSums articlesOfFiles = new PlaceSums();
  private final PlaceSums teasersOfFiles = new PlaceSums();
  private final PlaceSums spansOfFiles = new PlaceSums();
  private long emptyOccurrences;
  private boolean countsTexts = true;

  /** Sums over the ledger. */
  private static final class Ledger {
    private long known;
    private long decompressed;
    private long parts;
    private long payload;
    private long covered;
    private long records;
    private long outcomes;
    private long articles;
    private long lost;
    private long unbalancedFiles;
    private long rejectedFiles;
    private long rejectedBytes;
  }

  private GenerationAudit(Storage generation, boolean readsAll) {
    this.generation = generation;
    this.readsAll = readsAll;
  }

  /** Reads what the checks need: some columns of all tables, and every byte for its SHA-256. */
  public static GenerationAudit read(Storage generation) throws IOException {
    return new GenerationAudit(generation, false).readTables();
  }

  /** Reads every value of every table, so that {@link #digests} are known too. */
  static GenerationAudit readAll(Storage generation) throws IOException {
    return new GenerationAudit(generation, true).readTables();
  }

  private GenerationAudit readTables() throws IOException {
    for (String file : generation.files()) {
      int slash = file.indexOf('/');
      if (slash > 0 && file.endsWith(".parquet")) {
        readPart(Tables.named(file.substring(0, slash)), file);
      }
    }
    missingArticles = new LinkAudit(generation).missing(linkedTeasers);
    return this;
  }

  private void readPart(Table table, String file) throws IOException {
    Set<String> needed =
        switch (table.name()) {
          case "articles" ->
              Set.of("id", "cluster_id", "cluster_size", "source_file", "source_record");
          case "teasers" -> Set.of("id", "occurrences", "article_id");
          case "teaser_occurrences" -> Set.of("teaser_id", "source_file", "span_start", "span_end");
          case "removed" -> Set.of("reason", "kept_id", "source_file", "source_record");
          case "rejects" -> Set.of("reason", "source_file", "source_record");
          case "spans" -> Set.of("source_file", "source_record", "start", "end");
          case "sites" -> Set.of("site");
          default -> null;
        };
    RowDigest digest = digests.computeIfAbsent(table.name(), name -> new RowDigest());
    long read = 0;
    try (PartReader reader = new PartReader(table, generation, file, readsAll ? null : needed)) {
      SpanOrder order = new SpanOrder();
      for (Object[] row = reader.next(); row != null; row = reader.next()) {
        read++;
        if (readsAll) {
          digest.add(java.util.Arrays.copyOf(row, reader.columnsWritten()));
        }
        take(table, row, order);
      }
      order.finish();
      footerRows += reader.rows();
      footerRowsByTable.merge(table.name(), reader.rows(), Long::sum);
      rows.merge(table.name(), read, Long::sum);
      files.add(
          new GenerationFile(
              file, reader.rows(), generation.bytes(file), sha256(generation, file)));
    }
  }

  private void take(Table table, Object[] row, SpanOrder order) {
    switch (table.name()) {
      case "articles" -> {
        long size = number(row, table, "cluster_size");
        long id = hash(row, table, "id");
        clusterSizes += size;
        clusterSum += id * size;
        memberSum += hash(row, table, "cluster_id");
        takeArticle(row, table);
      }
      case "teasers" -> {
        long count = number(row, table, "occurrences");
        occurrences += count;
        occurrenceSum += hash(row, table, "id") * count;
        linkedTeasers += value(row, table, "article_id") == null ? 0 : 1;
      }
      case "teaser_occurrences" -> {
        occurrenceRowSum += hash(row, table, "teaser_id");
        teasersOfFiles.right((String) value(row, table, "source_file"), 1);
        long start = number(row, table, "span_start");
        emptyOccurrences += start >= 0 && start < number(row, table, "span_end") ? 0 : 1;
      }
      case "removed" -> {
        takeArticle(row, table);
        removedByReason.merge((String) value(row, table, "reason"), 1L, Long::sum);
        if (CLUSTER_REASONS.contains((String) value(row, table, "reason"))) {
          memberSum += hash(row, table, "kept_id");
        } else {
          removedByRule++;
        }
      }
      case "rejects" -> {
        if (value(row, table, "source_record") != null) {
          rejectRows++;
          records.rightRecord(
              (String) value(row, table, "source_file"), number(row, table, "source_record"));
        }
        rejectsByReason.merge(String.valueOf(value(row, table, "reason")), 1L, Long::sum);
        unknownReasons += isUnknown((String) value(row, table, "reason")) ? 1 : 0;
      }
      case "ledger" -> takeLedger(row, table);
      case "spans" -> order.take(row, table);
      default -> {}
    }
  }

  private void takeArticle(Object[] row, Table table) {
    String file = (String) value(row, table, "source_file");
    records.rightRecord(file, number(row, table, "source_record"));
    articlesOfFiles.right(file, 1);
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
    articlesOfFiles.left(file, number(row, table, "articles"));
    teasersOfFiles.left(file, number(row, table, "teasers"));
    spansOfFiles.left(file, number(row, table, "text_bytes"));
    countsTexts &= value(row, table, "text_bytes") != null;
    ledger.known += Set.of("ok", "partial", "rejected").contains(status) ? 1 : 0;
    ledger.rejectedFiles += "rejected".equals(status) ? 1 : 0;
    ledger.rejectedBytes += number(row, table, "rejected_bytes");
    ledger.decompressed += decompressed;
    ledger.parts += parts;
    ledger.payload += payload;
    ledger.covered += covered;
    ledger.records += records;
    ledger.outcomes += outcomes;
    ledger.articles += number(row, table, "articles");
    ledger.lost += number(row, table, "skipped") + number(row, table, "rejected");
    boolean isBalanced = decompressed == parts && records == outcomes && payload == covered;
    ledger.unbalancedFiles += isBalanced ? 0 : 1;
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
      spansOfFiles.right(rowFile, stop - start);
    }

    void finish() {
      brokenPages += isBroken ? 1 : 0;
      isBroken = false;
      end = 0;
      file = null;
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

  /** SHA-256 of a file, in hex. */
  static String sha256(Storage storage, String file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    try (InputStream in = new DigestInputStream(storage.open(file), digest)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // the digest sees the bytes
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What always holds, evaluated.
   *
   * @param filesMatched files the inputs matched, counted by the driver
   * @param rowsWritten rows the writers counted, by table
   */
  List<Check> checks(long filesMatched, Map<String, Long> rowsWritten) {
    long segmented = ledger.articles;
    long kept = count(Tables.ARTICLES);
    long removed = count(Tables.REMOVED);
    List<Check> checks = new ArrayList<>();
    checks.add(Check.of("files matched = rows of ledger", filesMatched, count(Tables.LEDGER)));
    checks.add(
        Check.of(
            "files ok + partial + rejected = rows of ledger", ledger.known, count(Tables.LEDGER)));
    checks.add(
        Check.of(
            "decompressed bytes = container + payload + rejected",
            ledger.decompressed,
            ledger.parts));
    checks.add(Check.of("records = pages + skipped + rejected", ledger.records, ledger.outcomes));
    checks.add(Check.of("payload bytes = covered bytes", ledger.payload, ledger.covered));
    checks.add(Check.of("files that do not balance = 0", ledger.unbalancedFiles, 0));
    checks.add(Check.of("records skipped or rejected = rows of rejects", ledger.lost, rejectRows));
    checks.add(records.check("every record is once in articles, removed or rejects"));
    checks.add(articlesOfFiles.check("articles of each file = its rows in articles + removed"));
    checks.add(Check.of("rejects without a reason = 0", unknownReasons, 0));
    checks.add(Check.of("pages whose spans are no partition = 0", brokenPages, 0));
    // Generations of schema version 1 and 2 had no such column.
    if (rows.containsKey(Tables.SPANS.name()) && countsTexts) {
      checks.add(spansOfFiles.check("text bytes of each file = bytes of its spans"));
    }
    checks.add(teasersOfFiles.check("teasers of each file = its rows in teaser_occurrences"));
    checks.add(Check.of("teaser occurrences without a span = 0", emptyOccurrences, 0));
    checks.add(
        Check.of(
            "occurrences of teasers = rows of teaser_occurrences",
            occurrences,
            count(Tables.TEASER_OCCURRENCES)));
    checks.add(
        Check.of(
            "ids of teasers = ids of teaser_occurrences",
            hex(occurrenceSum),
            hex(occurrenceRowSum)));
    checks.add(
        Check.of("articles that teasers announce and that are not there = 0", missingArticles, 0));
    checks.add(
        Check.of("articles segmented = rows of articles + removed", segmented, kept + removed));
    checks.add(
        Check.of(
            "cluster sizes = articles segmented less those removed by a rule",
            clusterSizes,
            segmented - removedByRule));
    checks.add(
        Check.of(
            "every duplicate's kept_id is an article with that cluster size",
            hex(clusterSum),
            hex(memberSum)));
    TreeMap<String, Long> written = new TreeMap<>(footerRowsByTable);
    written.replaceAll((table, count) -> 0L);
    written.putAll(rowsWritten);
    checks.add(Check.of("rows in footers = rows written", footerRowsByTable, written));
    checks.add(
        Check.of(
            "rows in footers = rows read",
            footerRows,
            rows.values().stream().mapToLong(Long::longValue).sum()));
    return checks;
  }

  private static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  private long count(Table table) {
    return rows.getOrDefault(table.name(), 0L);
  }

  List<GenerationFile> files() {
    return files;
  }

  /** Rows a table. */
  public Map<String, Long> rows() {
    return rows;
  }

  /** Digest a table; known only when every value was read. */
  Map<String, ContentHash> digests() {
    TreeMap<String, ContentHash> sums = new TreeMap<>();
    digests.forEach((table, digest) -> sums.put(table, digest.sum()));
    return sums;
  }

  /** Rows of the removed table by reason. */
  public Map<String, Long> removedByReason() {
    return removedByReason;
  }

  /** Rows of the rejects table by reason. */
  public Map<String, Long> rejectsByReason() {
    return rejectsByReason;
  }

  public long rejectedFiles() {
    return ledger.rejectedFiles;
  }

  public long rejectedBytes() {
    return ledger.rejectedBytes;
  }

  public long decompressedBytes() {
    return ledger.decompressed;
  }

  public long articlesSegmented() {
    return ledger.articles;
  }

  public long records() {
    return ledger.records;
  }

  public long occurrences() {
    return occurrences;
  }
}
