package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.stream.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Cut and mutated dumps: nothing is thrown, every byte is accounted for, and what stands before a
 * cut is handed on. {@code -Dcopydesk.mutants=20000} makes the long run.
 */
class DamageTest {
  private static final int MUTANTS = Integer.getInteger("copydesk.mutants", 1000);

  /** How often each byte of a file may be read: to tell what it is, to find ranges, to take it. */
  private static final int MOST_READS = 4;

  private final DumpReader reader = new DumpReader(DumpSettings.defaults());

  @ParameterizedTest
  @EnumSource(
      value = DumpFormat.class,
      names = {"JSON_LINES", "WARC", "WET"})
  void everyRecordBeforeACutIsHandedOnWhereverTheCutIs(DumpFormat format) {
    List<byte[]> records = Samples.records(format, format == DumpFormat.WARC ? 5 : 9);
    byte[] whole = Samples.dump(format, format == DumpFormat.WARC ? 5 : 9);
    for (int cut = 0; cut <= whole.length; cut++) {
      ReadDump read = ReadDump.of(reader, Samples.name(format), Arrays.copyOf(whole, cut));
      int ending = Samples.recordEnd(format).length();
      long complete = 0;
      int end = 0;
      for (byte[] record : records) {
        end += record.length;
        complete += end - ending <= cut ? 1 : 0;
      }
      long came = read.ledger.pages() + read.ledger.skipped();
      assertThat(format + " cut at " + cut, came, is(complete));
      assertThat(format + " cut at " + cut, read.ledger.balances(), is(true));
      assertThat(read.ledger.rejected(), lessThan(2L));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Compression.class,
      names = {"GZIP", "ZSTD"})
  void everyMemberBeforeACutIsHandedOnWhereverTheCutIs(Compression compression) {
    for (DumpFormat format : List.of(DumpFormat.WET, DumpFormat.JSON_LINES)) {
      byte[] whole = Samples.packedByRecord(format, 9, compression);
      int member = whole.length / 9 - 8;
      for (int cut = 0; cut <= whole.length; cut++) {
        byte[] bytes = Arrays.copyOf(whole, cut);
        ReadDump read = ReadDump.of(reader, "day" + ReadDump.ending(compression), bytes);
        assertThat("cut at " + cut, read.ledger.balances(), is(true));
        long members = cut == whole.length ? 9 : Math.max(0, cut / (member + 16) - 1);
        assertThat("cut at " + cut, read.ledger.pages() + 1, greaterThan(members));
        assertThat(
            "cut at " + cut,
            read.ledger.status() == FileLedger.Status.OK && cut < whole.length
                ? read.ledger.rejected()
                : 0,
            is(0L));
      }
    }
  }

  @Test
  void aCutPageIsRejectedWhenItsPackingShowsTheCut() {
    byte[] whole = ReadDump.pack(Compression.GZIP, Samples.dump(DumpFormat.PAGE_TEXT, 9));
    for (int cut = 1; cut < whole.length; cut++) {
      ReadDump read = ReadDump.of(reader, "page.txt.gz", Arrays.copyOf(whole, cut));
      assertThat("cut at " + cut, read.ledger.status(), is(FileLedger.Status.REJECTED));
      assertThat("cut at " + cut, read.ledger.balances(), is(true));
    }
  }

  @Test
  void aDamagedMemberCostsItsRecordAndNoOther() {
    byte[] first = ReadDump.pack(Compression.GZIP, Samples.conversion(1));
    byte[] second = ReadDump.pack(Compression.GZIP, Samples.conversion(2));
    byte[] third = ReadDump.pack(Compression.GZIP, Samples.conversion(3));
    for (int i = 10; i < second.length; i++) {
      byte[] broken = second.clone();
      broken[i] ^= 0x10;
      ReadDump read = ReadDump.of(reader, "a.warc.gz", ReadDump.join(first, broken, third));
      List<String> texts = read.texts();
      assertThat("byte " + i, texts.get(0), is(Samples.text(1)));
      assertThat("byte " + i, read.ledger.status(), is(FileLedger.Status.PARTIAL));
      assertThat("byte " + i, read.ledger.balances(), is(true));
      assertThat("byte " + i, texts.get(texts.size() - 1), is(Samples.text(3)));
      // Where only the end of the member is hurt, its record may still be whole.
      boolean isHandedOnWhole = texts.size() == 2 || texts.get(1).equals(Samples.text(2));
      assertThat("byte " + i, isHandedOnWhole, is(true));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DumpFormat.class,
      names = {"UNKNOWN"},
      mode = EnumSource.Mode.EXCLUDE)
  void mutantsOfAFormatBreakNothing(DumpFormat format) {
    int pages = format == DumpFormat.PAGE_TEXT || format == DumpFormat.HTML ? 1 : 9;
    mutate(Samples.name(format), Samples.dump(format, pages));
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void mutantsOfPackedDumpsBreakNothing(Compression compression) {
    String ending = ReadDump.ending(compression);
    mutate("page.txt" + ending, ReadDump.pack(compression, Samples.dump(DumpFormat.PAGE_TEXT, 1)));
    mutate("day.jsonl" + ending, Samples.packedByRecord(DumpFormat.JSON_LINES, 5, compression));
    mutate("crawl.warc" + ending, Samples.packedByRecord(DumpFormat.WARC, 4, compression));
  }

  @ParameterizedTest
  @EnumSource(
      value = DumpFormat.class,
      names = {"JSON_LINES", "WET"})
  void mutantsReadInRangesBreakNothing(DumpFormat format) throws IOException {
    boolean isPacked = format == DumpFormat.WET;
    String name = Samples.name(format) + (isPacked ? ".gz" : "");
    byte[] sound =
        isPacked ? Samples.packedByRecord(format, 9, Compression.GZIP) : Samples.dump(format, 9);
    SplittableRandom random = new SplittableRandom(20260311);
    int split = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random, sound);
      DumpFile file = new DumpFile(name, mutant.length, () -> new ByteArrayInputStream(mutant));
      SplitIndex index = reader.index(file, 1 + mutant.length / 4);
      List<Long> numbers = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      for (int k = 0; k < index.ranges().size(); k++) {
        ReadDump read = new ReadDump();
        read.ledger = reader.read(file, index, k, read);
        ReadChecks.hold(name + " mutant " + i + " range " + k, read);
        read.pages.forEach(page -> numbers.add(page.sourceRecord()));
        texts.addAll(read.texts());
      }
      assertThat("mutant " + i, Set.copyOf(numbers).size(), is(numbers.size()));
      if (!isPacked && !texts.isEmpty()) {
        assertThat("mutant " + i, texts, is(ReadDump.of(reader, file).texts()));
      }
      split += index.ranges().isEmpty() ? 0 : 1;
    }
    assertThat(split, greaterThan(MUTANTS / 4));
  }

  private static InputStream counted(byte[] bytes, AtomicLong read) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read() throws IOException {
        int value = super.read();
        read.addAndGet(value < 0 ? 0 : 1);
        return value;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        read.addAndGet(Math.max(0, count));
        return count;
      }
    };
  }

  private void mutate(String name, byte[] sound) {
    SplittableRandom random = new SplittableRandom(name.hashCode());
    int[] byStatus = new int[FileLedger.Status.values().length];
    // Every bzip2 stream takes megabytes of tables.
    int mutants = name.endsWith(".bz2") ? MUTANTS / 10 : MUTANTS;
    for (int i = 0; i < mutants; i++) {
      byte[] mutant = mutant(random, sound);
      AtomicLong bytesRead = new AtomicLong();
      ReadDump read;
      try {
        read =
            ReadDump.of(
                reader, new DumpFile(name, mutant.length, () -> counted(mutant, bytesRead)));
      } catch (RuntimeException e) {
        throw new AssertionError(name + " mutant " + i, e);
      }
      assertThat(name + " " + i, bytesRead.get(), lessThan(MOST_READS * (mutant.length + 1L)));
      ReadChecks.hold(name + " mutant " + i, read);
      byStatus[read.ledger.status().ordinal()]++;
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %d mutants: %d ok, %d partial, %d rejected%n",
        name,
        mutants,
        byStatus[0],
        byStatus[1],
        byStatus[2]);
  }

  // One to four of: a bit turned, a byte changed, a piece cut out, doubled or filled, the end cut.
  private static byte[] mutant(SplittableRandom random, byte[] sound) {
    byte[] b = sound.clone();
    int changes = 1 + random.nextInt(4);
    for (int c = 0; c < changes && b.length > 1; c++) {
      int at = random.nextInt(b.length);
      int length = 1 + random.nextInt(Math.min(64, b.length - at));
      switch (random.nextInt(7)) {
        case 0 -> b[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> b[at] = (byte) random.nextInt(256);
        case 2 ->
            b = ReadDump.join(Arrays.copyOf(b, at), Arrays.copyOfRange(b, at + length, b.length));
        case 3 ->
            b = ReadDump.join(Arrays.copyOf(b, at + length), Arrays.copyOfRange(b, at, b.length));
        case 4 -> Arrays.fill(b, at, at + length, (byte) random.nextInt(256));
        case 5 -> {
          byte[] digits = {'0', '9', '-', '\n', '\r', '{', '"', '\\', '<', ':', ' '};
          b[at] = digits[random.nextInt(digits.length)];
        }
        default -> b = random.nextInt(4) == 0 ? Arrays.copyOf(b, at) : b;
      }
    }
    return b;
  }
}
