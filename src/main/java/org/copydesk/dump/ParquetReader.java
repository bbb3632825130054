package org.copydesk.dump;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.source.Retry;
import org.copydesk.dump.source.SourceBytes;
import org.copydesk.model.Reason;
import org.copydesk.text.Printable;

/**
 * Parquet: each row a record, read as the same row in JSON Lines would be; see {@link JsonRecord}.
 * Row groups are read in file order, their columns side by side, a page of each at a time.
 *
 * <p>What bytes are, where columns are packed apart: a row has those of its values as they are
 * unpacked ({@link ParquetRow#bytes}), of which its text is the payload and the others are
 * container; what lies outside the columns (footer, indexes) is container as it lies. Rows that are
 * lost with their row group count for what was left of it as it lies. Places of a row begin where
 * its row group lies in the file.
 *
 * <p>Memory: a page of each column, within {@link ParquetRoom}, and a row.
 */
final class ParquetReader {
  private static final int MOST_COLUMNS_TOLD = 10;
  private static final int LONGEST_COLUMN_TOLD = 30;

  /** Rows of a damaged row group that are told one by one; the others are told together. */
  private static final int MOST_LOST_TOLD = 100_000;

  /** Most tokens' worth of escapes a character may become in JSON. */
  private static final int LONGEST_ESCAPE = 6;

  private final DumpSettings settings;
  private final Retry retry;
  private final JsonRecord record;
  private final ParquetCodec codec = new ParquetCodec();

  // The file at hand.
  private DumpFile file;
  private FileState state;
  private Tally tally;
  private long used;
  private long plain;

  ParquetReader(DumpSettings settings, Retry retry, JsonRecord record) {
    this.settings = settings;
    this.retry = retry;
    this.record = record;
  }

  /** Bytes of the range, as they lie, that were read and told of. */
  long used() {
    return used;
  }

  /** Where the file may be cut: before any row group. */
  void cut(DumpFile toCut, FileState found, RangeCutter cutter) {
    try {
      for (ParquetFooter.Group group : ParquetFooter.read(toCut, found, retry, settings).groups()) {
        cutter.at(group.start(), group.firstRow(), group.start());
      }
    } catch (ParquetDamage e) {
      // Reading it whole tells.
    }
  }

  /**
   * Reads the row groups that begin in {@code [start, end)}, which is the whole file or a range of
   * it.
   */
  void read(DumpFile toRead, FileState found, long start, long end, Tally to) {
    file = toRead;
    state = found;
    tally = to;
    used = 0;
    plain = 0;
    ParquetFooter footer;
    Set<String> payloads;
    try {
      footer = ParquetFooter.read(file, state, retry, settings);
      payloads = payloadColumns(footer);
    } catch (ParquetDamage e) {
      tally.loseBytes(e.reason(), start, end, e.getMessage());
      used = end - start;
      return;
    }
    List<ParquetFooter.Group> groups =
        footer.groups().stream().filter(g -> g.start() >= start && g.start() < end).toList();
    long outside = end - start - groups.stream().mapToLong(ParquetFooter.Group::bytes).sum();
    tally.container(outside);
    used = outside;
    MessageColumnIO columns = new ColumnIOFactory().getColumnIO(footer.schema());
    ParquetRow row = new ParquetRow(footer.schema(), settings, payloads, record.bounds());
    boolean isBomb = false;
    for (ParquetFooter.Group group : groups) {
      tally.startAt(group.firstRow());
      long before = used;
      if (isBomb) {
        lose(group, 0, 0, ratio());
      } else {
        isBomb = read(group, columns, row);
      }
      used = before + group.bytes();
    }
  }

  private Set<String> payloadColumns(ParquetFooter footer) throws ParquetDamage {
    Set<String> there = new HashSet<>();
    for (ColumnDescriptor column : footer.schema().getColumns()) {
      there.add(String.join(".", column.getPath()));
    }
    Set<String> payloads = new HashSet<>(settings.keys().names().get(JsonField.TEXT));
    payloads.addAll(settings.keys().names().get(JsonField.HTML));
    payloads.retainAll(there);
    if (payloads.isEmpty()) {
      List<String> names =
          footer.schema().getColumns().stream()
              .map(c -> Printable.of(String.join(".", c.getPath()), LONGEST_COLUMN_TOLD))
              .toList();
      String told = names.stream().limit(MOST_COLUMNS_TOLD).collect(Collectors.joining(", "));
      int more = names.size() - MOST_COLUMNS_TOLD;
      throw ParquetDamage.of(
          Reason.JSON_NO_TEXT,
          "no column read as text; name it with --json-text=COLUMN. Columns: "
              + (told.isEmpty() ? "none" : told)
              + (more > 0 ? " and " + more + " more" : ""));
    }
    return payloads;
  }

  /** True where no more of the file is to be read. */
  private boolean read(ParquetFooter.Group group, MessageColumnIO columns, ParquetRow row) {
    long before = used;
    long place = group.start();
    long rows = 0;
    ParquetDamage damage = null;
    boolean isBomb = false;
    try (Chunks chunks = new Chunks(group)) {
      try {
        RecordReader<ParquetRow> records = null;
        while (rows < group.rows() && !isBomb) {
          record.start();
          row.start();
          try {
            records = records == null ? columns.getRecordReader(chunks, row) : records;
            records.read();
          } catch (UncheckedIOException e) {
            throw e;
          } catch (RuntimeException e) {
            throw ParquetDamage.of(e, "row group " + group.number() + ": ");
          }
          place = handOn(row, place);
          rows++;
          isBomb = isBomb(before + chunks.consumed());
        }
        if (isBomb) {
          damage = ratio();
        }
      } catch (ParquetDamage e) {
        damage = e;
      } finally {
        // Told by whoever meets an error of the source.
        used = before + Math.min(group.bytes(), chunks.consumed());
      }
    }
    if (damage != null) {
      lose(group, rows, used - before, damage);
    }
    return isBomb;
  }

  private boolean isBomb(long stored) {
    return plain > settings.ratioFreeBytes()
            && plain > settings.maxCompressionRatio() * Math.max(1, stored)
        || plain > settings.maxDecompressedBytes();
  }

  private ParquetDamage ratio() {
    return ParquetDamage.of(
        Reason.COMPRESSION_RATIO,
        "rows of more than " + settings.maxCompressionRatio() + " times the bytes of the file");
  }

  private long handOn(ParquetRow row, long place) {
    long end = place + row.bytes();
    plain += row.bytes();
    Reason refusal = row.refusal();
    if (refusal == null) {
      long longest = Math.min(Integer.MAX_VALUE, LONGEST_ESCAPE * row.bytes());
      try (JsonParser parser = row.tokens().asParser()) {
        refusal = record.parse(parser, (int) longest, row.replaced());
      } catch (IOException e) {
        refusal = Reason.PARQUET_DAMAGED;
      }
    }
    if (refusal == null) {
      record.handOn(tally, place, end);
    } else {
      record.refuse(tally, refusal, place, end);
    }
    return end;
  }

  /** Tells of the rows of a group from {@code rows} on, which nobody will see. */
  private void lose(ParquetFooter.Group group, long rows, long usedBytes, ParquetDamage damage) {
    long start = group.start() + usedBytes;
    long end = group.start() + Math.max(usedBytes, group.bytes());
    long lost = group.rows() - rows;
    long told = Math.min(Math.min(lost, MOST_LOST_TOLD), 8 * group.bytes());
    for (long i = 0; i < told; i++) {
      tally.reject(damage.reason(), i == 0 ? start : end, end, damage.getMessage());
    }
    if (told < lost) {
      tally.fileReject(damage.reason(), end, lost - told + " rows more; " + damage.getMessage());
    }
  }

  /** The columns of a row group, opened as they are asked for. */
  private final class Chunks implements PageReadStore {
    private final ParquetFooter.Group group;
    private final ParquetRoom room = new ParquetRoom();
    private final Map<ColumnDescriptor, ParquetPages> pages = new HashMap<>();
    private final List<ParquetPages> all = new ArrayList<>();

    Chunks(ParquetFooter.Group group) {
      this.group = group;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      return pages.computeIfAbsent(
          column,
          wanted -> {
            ParquetFooter.Chunk chunk =
                group.chunks().stream()
                    .filter(c -> c.column().equals(wanted))
                    .findFirst()
                    .orElseThrow();
            SourceBytes source = new SourceBytes(file, state, chunk.start(), chunk.end(), retry);
            ParquetPages opened = new ParquetPages(chunk, codec, room, source);
            all.add(opened);
            return opened;
          });
    }

    @Override
    public long getRowCount() {
      return group.rows();
    }

    long consumed() {
      return all.stream().mapToLong(ParquetPages::consumed).sum();
    }

    @Override
    public void close() {
      all.forEach(ParquetPages::close);
      room.close();
    }
  }
}
