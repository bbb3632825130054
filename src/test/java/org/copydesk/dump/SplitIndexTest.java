package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.source.FileState;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

class SplitIndexTest {
  private static final long[] SIZES = {1, 700, 1024, 5000, 20_000, 1 << 20};

  private final DumpReader reader = new DumpReader(DumpSettings.defaults());

  private static DumpFile file(String name, byte[] bytes) {
    return new DumpFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
  }

  /** Holds any cut of the file against the file read in one piece; gives the most ranges seen. */
  private int mostRanges(String name, byte[] bytes) throws IOException {
    DumpFile file = file(name, bytes);
    ReadDump whole = ReadDump.of(reader, file);
    int most = 0;
    for (long size : SIZES) {
      SplitIndex index = reader.index(file, size);
      int count = index.ranges().size();
      most = Math.max(most, count);
      if (count == 0) {
        continue;
      }
      assertThat(index.sha256(), is(whole.ledger.sha256()));
      assertThat((long) count, is(not(greaterThan(bytes.length / size + 1))));
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        order.add(i);
      }
      Collections.shuffle(order, new Random(size));
      ReadDump[] parts = new ReadDump[count];
      for (int i : order) {
        parts[i] = new ReadDump();
        parts[i].ledger = reader.read(file, index, i, parts[i]);
        assertThat(parts[i].ledger.balances(), is(true));
      }
      ReadDump all = new ReadDump();
      for (ReadDump part : parts) {
        all.pages.addAll(part.pages);
        all.rejects.addAll(part.rejects);
      }
      assertThat(all.texts(), is(whole.texts()));
      assertThat(origins(all), is(origins(whole)));
      assertThat(all.rejects, is(whole.rejects));
      assertThat(figures(List.of(parts)), is(figures(List.of(whole))));
    }
    return most;
  }

  private static List<String> origins(ReadDump read) {
    List<String> origins = new ArrayList<>();
    for (Page page : read.pages) {
      origins.add(
          String.join(
              "|",
              page.sourceRecord() + "",
              page.sourceId(),
              page.url(),
              page.kind() + "",
              page.metadata()));
    }
    return origins;
  }

  private static List<Long> figures(List<ReadDump> parts) {
    long[] sums = new long[10];
    for (ReadDump part : parts) {
      FileLedger ledger = part.ledger;
      long[] figures = {
        ledger.bytes(),
        ledger.decompressedBytes(),
        ledger.containerBytes(),
        ledger.payloadBytes(),
        ledger.rejectedBytes(),
        ledger.deliveredBytes(),
        ledger.pages(),
        ledger.skipped(),
        ledger.rejected(),
        ledger.fileRejects()
      };
      for (int i = 0; i < sums.length; i++) {
        sums[i] += figures[i];
      }
    }
    List<Long> list = new ArrayList<>();
    for (long sum : sums) {
      list.add(sum);
    }
    return list;
  }

  @Test
  void linesOfJsonLines() throws IOException {
    byte[] lines = Samples.dump(DumpFormat.JSON_LINES, 40);
    byte[] bytes =
        ReadDump.join(
            ReadDump.utf8("\ufeff"),
            lines,
            ReadDump.utf8("\n{broken}\n"),
            lines,
            ReadDump.utf8("{\"te"));
    assertThat(mostRanges("a.jsonl", bytes), is(83));
  }

  @Test
  void membersOfWarcInGzip() throws IOException {
    byte[] warc = Samples.packedByRecord(DumpFormat.WARC, 40, Compression.GZIP);
    assertThat(mostRanges("a.warc.gz", warc), is(80));
    byte[] wet = Samples.packedByRecord(DumpFormat.WET, 30, Compression.GZIP);
    assertThat(mostRanges("a.warc.wet.gz", wet), is(30));
    assertThat(mostRanges("a.warc.wet.gz", ReadDump.join(wet, new byte[700])), is(30));
    assertThat(mostRanges("a.warc.wet.gz", ReadDump.join(wet, ReadDump.utf8("garbage"))), is(30));
    byte[] cut = java.util.Arrays.copyOf(wet, wet.length - 30);
    assertThat(mostRanges("a.warc.wet.gz", cut), is(30));
  }

  @Test
  void recordsOfPlainWarc() throws IOException {
    byte[] warc = Samples.dump(DumpFormat.WARC, 40);
    assertThat(mostRanges("a.warc", warc), is(80));
    byte[] wet = Samples.dump(DumpFormat.WET, 30);
    assertThat(mostRanges("a.warc.wet", wet), is(30));
    assertThat(mostRanges("a.warc.wet", ReadDump.join(wet, ReadDump.utf8("garbage"))), is(30));
    assertThat(mostRanges("a.warc.wet", java.util.Arrays.copyOf(wet, wet.length - 30)), is(30));
    // Behind one that lies nothing is cut, and none inside another is found.
    byte[] lying =
        ReadDump.utf8("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nno\r\n\r\n");
    byte[] inner =
        Samples.record("resource", "application/warc", 1, Samples.dump(DumpFormat.WET, 3));
    byte[] two = Samples.dump(DumpFormat.WET, 2);
    assertThat(mostRanges("a.warc", ReadDump.join(two, inner, two, lying, two)), is(6));
  }

  @Test
  void aMemberInsideAMemberIsNoPlaceToCut() throws IOException {
    byte[] inner = Samples.packedByRecord(DumpFormat.WET, 3, Compression.GZIP);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Samples.packedByRecord(DumpFormat.WET, 2, Compression.GZIP));
    all.writeBytes(stored(Samples.record("resource", "application/gzip", 1, inner)));
    all.writeBytes(Samples.packedByRecord(DumpFormat.WET, 2, Compression.GZIP));
    // Behind the first that seems to begin too early nothing is cut.
    assertThat(mostRanges("a.warc.gz", all.toByteArray()), is(3));
  }

  // As incompressible data is kept: the bytes themselves, visible in the file.
  private static byte[] stored(byte[] record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.NO_COMPRESSION);
          }
        }) {
      gzip.write(record);
    }
    return out.toByteArray();
  }

  @Test
  void separatorsOfPageText() throws IOException {
    StringBuilder ruled = new StringBuilder("\ufeff");
    StringBuilder feeds = new StringBuilder();
    StringBuilder numbered = new StringBuilder("A TITLE PAGE\n\n");
    StringBuilder ended = new StringBuilder();
    StringBuilder headers = new StringBuilder();
    for (int n = 0; n < 12; n++) {
      String text = Samples.text(n);
      ruled.append("-----\nTitle: Bridge ").append(n).append("\n\n").append(text);
      feeds.append(n == 0 ? "" : "\f").append("Title: Bridge ").append(n).append('\n').append(text);
      numbered.append(n + 1).append(" of 12 DOCUMENTS\n\n").append(text);
      ended.append(text).append("\nEnd of Document\n");
      headers.append("\nTitle: Bridge ").append(n).append("\nSource: Lorne\n\n").append(text);
    }
    assertThat(mostRanges("ruled.txt", ReadDump.utf8(ruled.toString())), greaterThan(10));
    assertThat(mostRanges("feeds.txt", ReadDump.utf8(feeds.toString())), greaterThan(10));
    assertThat(mostRanges("numbered.txt", ReadDump.utf8(numbered.toString())), greaterThan(10));
    assertThat(mostRanges("ended.txt", ReadDump.utf8(ended.toString())), greaterThan(10));
    assertThat(mostRanges("headers.txt", ReadDump.utf8(headers.toString())), greaterThan(10));
  }

  @Test
  void whatCannotBeCutIsNot() throws IOException {
    byte[] packed = Samples.packedByRecord(DumpFormat.JSON_LINES, 40, Compression.GZIP);
    assertThat(reader.index(file("a.jsonl.gz", packed), 100).ranges(), is(empty()));
    byte[] page = Samples.dump(DumpFormat.PAGE_TEXT, 1);
    assertThat(reader.index(file("a.txt", page), 100).ranges(), is(empty()));
    byte[] warc = ReadDump.pack(Compression.GZIP, Samples.dump(DumpFormat.WARC, 9));
    assertThat(reader.index(file("a.warc.gz", warc), 100).ranges(), is(empty()));
    byte[] lines = Samples.dump(DumpFormat.JSON_LINES, 9);
    assertThat(reader.index(file("a.jsonl.gz", lines), 100).ranges(), is(empty()));
  }

  @Test
  void aDamagedMemberShiftsNoNumbersBehindIt() throws IOException {
    List<byte[]> members = new ArrayList<>();
    Samples.records(DumpFormat.WET, 20)
        .forEach(r -> members.add(ReadDump.pack(Compression.GZIP, r)));
    byte[] hurt = members.get(7);
    hurt[hurt.length / 2] ^= 0x55;
    byte[] bytes = ReadDump.join(members.toArray(byte[][]::new));
    DumpFile file = file("a.wet.gz", bytes);
    SplitIndex index = reader.index(file, bytes.length / 4);
    ReadDump all = new ReadDump();
    for (int i = 0; i < index.ranges().size(); i++) {
      assertThat(reader.read(file, index, i, all).balances(), is(true));
    }
    List<Long> numbers = all.pages.stream().map(Page::sourceRecord).toList();
    List<Long> expected = new ArrayList<>();
    for (long n = 0; n < 20; n++) {
      if (n != 7) {
        expected.add(n);
      }
    }
    assertThat(numbers, is(expected));
    assertThat(all.rejects.get(0).sourceRecord(), is(7L));
  }

  @Test
  void aFileThatChangesIsNoticed() throws IOException {
    byte[] bytes = Samples.dump(DumpFormat.JSON_LINES, 9);
    long[] modified = {5};
    DumpFile file =
        new DumpFile(
            "a.jsonl",
            bytes.length,
            new DumpFile.InputStreamSupplier() {
              @Override
              public InputStream open() {
                return new ByteArrayInputStream(bytes) {
                  @Override
                  public void close() {
                    modified[0]++;
                  }

                  @Override
                  public synchronized int read(byte[] b, int off, int len) {
                    int n = super.read(b, off, len);
                    modified[0] += n < 0 ? 1 : 0;
                    return n;
                  }
                };
              }

              @Override
              public FileState state() {
                return new FileState(bytes.length, modified[0]);
              }
            });
    assertThat(ReadDump.of(reader, file).reasons(), contains("-1:file_changed"));
    assertThat("of what changes nothing is cut", reader.index(file, 1000), is(SplitIndex.NONE));
    FileState before = new FileState(bytes.length, 4);
    FaultyFile sound = new FaultyFile(bytes, 0, 0, null).now(before);
    SplitIndex index = reader.index(sound.listed("a.jsonl"), 1000);
    ReadDump range = new ReadDump();
    reader.read(file, index, 0, range);
    assertThat(range.reasons(), hasItem("-1:file_changed"));
    assertThat(range.pages.isEmpty(), is(true));
  }
}
