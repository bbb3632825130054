package org.copydesk.dump.source;

import static org.copydesk.dump.ReadDump.pack;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.copydesk.dump.DumpFormat;
import org.copydesk.dump.DumpReader;
import org.copydesk.dump.DumpSettings;
import org.copydesk.dump.DumpSink;
import org.copydesk.dump.FaultyFile;
import org.copydesk.dump.FileLedger;
import org.copydesk.dump.FileRange;
import org.copydesk.dump.ReadDump;
import org.copydesk.dump.Samples;
import org.copydesk.dump.SplitIndex;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What cannot be had is no damage: it is asked for again, and what stays is told with its bytes.
 */
class SourceBytesTest {
  private static final Retry NO_WAITS = new Retry(4, 0, 1);
  private static final int PAGES = 600;

  private final DumpReader reader =
      new DumpReader(DumpSettings.defaults(), Unreadable.TOLD, NO_WAITS);

  /** Kinds of trouble that may be over at the next try. */
  private enum Trouble {
    ERROR(() -> new IOException("Input/output error")),
    STALE(() -> new java.nio.file.FileSystemException("f", null, "Stale file handle")),
    ENDS_EARLY(null);

    private final Supplier<IOException> error;

    Trouble(Supplier<IOException> error) {
      this.error = error;
    }
  }

  private static String name(Compression compression) {
    return "day.jsonl" + ReadDump.ending(compression);
  }

  private static byte[] dump(Compression compression) {
    return pack(compression, Samples.dump(DumpFormat.JSON_LINES, PAGES));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void troubleThatPassesChangesNothing(Compression compression) throws IOException {
    byte[] bytes = dump(compression);
    ReadDump whole = ReadDump.of(reader, name(compression), bytes);
    assertThat(whole.pages.size(), is(PAGES));
    Random random = new Random(18);
    for (Trouble trouble : Trouble.values()) {
      for (int i = 0; i < 6; i++) {
        // The first byte, the last, and any.
        long at = i == 0 ? 0 : i == 1 ? bytes.length - 1 : random.nextInt(bytes.length);
        FaultyFile file = new FaultyFile(bytes, at, 1 + i % 3, trouble.error);
        ReadDump read = ReadDump.of(reader, file.listed(name(compression)));
        assertThat(trouble + " at " + at, read.ledger, is(whole.ledger));
        assertThat(trouble + " at " + at, read.texts(), is(whole.texts()));
        assertThat("it is opened anew", file.opened(), is(2 + i % 3));
      }
    }
    FaultyFile opens =
        new FaultyFile(bytes, -1, 3, () -> new IOException("Service Unavailable (503)"));
    assertThat(ReadDump.of(reader, opens.listed(name(compression))).ledger, is(whole.ledger));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void whatStaysUnreadableIsOneRejectWithItsBytes(Compression compression) {
    byte[] bytes = dump(compression);
    for (long at : new long[] {-1, 0, bytes.length / 2, bytes.length - 1}) {
      FaultyFile file = new FaultyFile(bytes, at, Integer.MAX_VALUE, Trouble.ERROR.error);
      ReadDump read = ReadDump.of(reader, file.listed(name(compression)));
      assertThat("at " + at, read.reasons(), contains("-1:file_unreadable"));
      assertThat(read.rejects.get(0).message(), is("Input/output error"));
      FileLedger ledger = read.ledger;
      assertThat(ledger.balances(), is(true));
      assertThat(ledger.sha256() == null, is(true));
      assertThat("what lies behind the error", ledger.rejectedBytes(), greaterThan(0L));
      long unread = bytes.length - Math.max(0, at);
      assertThat(ledger.rejectedBytes(), is(lostBytes(ledger)));
      assertThat("at least as it lies", ledger.rejectedBytes() >= unread, is(true));
      assertThat(ledger.pages(), is((long) read.pages.size()));
      assertThat(file.opened() >= NO_WAITS.attempts(), is(true));
    }
  }

  private static long lostBytes(FileLedger ledger) {
    return ledger.decompressedBytes() - ledger.containerBytes() - ledger.payloadBytes();
  }

  @Test
  void pagesBeforeTheErrorStay() {
    byte[] bytes = dump(Compression.NONE);
    FaultyFile file =
        new FaultyFile(bytes, bytes.length - 10, Integer.MAX_VALUE, Trouble.ERROR.error);
    ReadDump read = ReadDump.of(reader, file.listed("day.jsonl"));
    assertThat(read.pages.size(), greaterThan(PAGES / 2));
    assertThat(read.pages.size(), lessThan(PAGES));
    assertThat(read.ledger.status(), is(FileLedger.Status.PARTIAL));
    assertThat(read.ledger.decompressedBytes(), is((long) bytes.length));
  }

  @Test
  void aFileWithoutPermissionOrThatIsGoneIsNotAskedForAgain() {
    byte[] bytes = dump(Compression.NONE);
    FaultyFile denied =
        new FaultyFile(bytes, -1, Integer.MAX_VALUE, () -> new AccessDeniedException("f"));
    assertThat(ReadDump.of(reader, denied.listed("f")).reasons(), contains("-1:file_unreadable"));
    assertThat(denied.opened(), is(1));
    FaultyFile gone =
        new FaultyFile(bytes, -1, Integer.MAX_VALUE, () -> new NoSuchFileException("f"));
    ReadDump read = ReadDump.of(reader, gone.listed("f"));
    assertThat(read.reasons(), contains("-1:file_changed"));
    assertThat(gone.opened(), is(1));
    assertThat("all of it counts", read.ledger.rejectedBytes(), is((long) bytes.length));
    assertThat(read.ledger.status(), is(FileLedger.Status.REJECTED));
  }

  @Test
  void aFileThatIsAnotherThanWasListedGivesNoPage(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("day.jsonl");
    Files.write(path, dump(Compression.NONE));
    FileState listed = LocalFiles.state(path);
    DumpFile.InputStreamSupplier open =
        new DumpFile.InputStreamSupplier() {
          @Override
          public java.io.InputStream open() throws IOException {
            return Files.newInputStream(path);
          }

          @Override
          public FileState state() throws IOException {
            return LocalFiles.state(path);
          }
        };
    DumpFile file = new DumpFile("day.jsonl", listed, open);
    assertThat(ReadDump.of(reader, file).rejects, is(empty()));
    byte[] other = Files.readAllBytes(path);
    other[20] ^= 1;
    Files.write(path, other);
    Files.setLastModifiedTime(
        path, java.nio.file.attribute.FileTime.fromMillis(listed.modified() / 1_000_000 + 5_000));
    ReadDump rewritten = ReadDump.of(reader, file);
    assertThat("of the same size", rewritten.reasons(), contains("-1:file_changed"));
    assertThat(rewritten.pages, is(empty()));
    Files.write(path, new byte[3]);
    ReadDump cut = ReadDump.of(reader, file);
    assertThat(cut.reasons(), contains("-1:file_changed"));
    assertThat(cut.rejects.get(0).message(), is("listed with " + listed.bytes() + " bytes, has 3"));
    Files.delete(path);
    assertThat(ReadDump.of(reader, file).reasons(), contains("-1:file_changed"));
  }

  /** Where no state can be asked for, the bytes tell. */
  @Test
  void aFileThatGrewOrEndsEarlyIsToldOf() {
    byte[] bytes = dump(Compression.NONE);
    for (long listed : new long[] {bytes.length - 5, bytes.length + 5}) {
      DumpFile file = new DumpFile("day.jsonl", listed, () -> new ByteArrayInputStream(bytes));
      ReadDump read = ReadDump.of(reader, file);
      assertThat(read.reasons(), contains("-1:file_changed"));
      assertThat(read.ledger.balances(), is(true));
    }
  }

  @Test
  void aRangeIsReadOnTheSameWay() throws IOException {
    byte[] bytes = dump(Compression.NONE);
    DumpFile sound = new DumpFile("day.jsonl", bytes.length, () -> new ByteArrayInputStream(bytes));
    SplitIndex index = reader.index(sound, bytes.length / 3);
    FileRange range = index.ranges().get(1);
    ReadDump undisturbed = new ReadDump();
    undisturbed.ledger = reader.read(sound, index, 1, undisturbed);
    for (Trouble trouble : Trouble.values()) {
      FaultyFile file = new FaultyFile(bytes, range.start() + 777, 2, trouble.error);
      ReadDump read = new ReadDump();
      read.ledger = reader.read(file.listed("day.jsonl"), index, 1, read);
      assertThat(read.ledger, is(undisturbed.ledger));
      assertThat(read.texts(), is(undisturbed.texts()));
      FaultyFile indexed = new FaultyFile(bytes, 777, 2, trouble.error);
      assertThat(reader.index(indexed.listed("day.jsonl"), bytes.length / 3), is(index));
    }
    FaultyFile lost =
        new FaultyFile(bytes, range.start() + 777, Integer.MAX_VALUE, Trouble.ERROR.error);
    ReadDump read = new ReadDump();
    read.ledger = reader.read(lost.listed("day.jsonl"), index, 1, read);
    assertThat(read.reasons().get(read.rejects.size() - 1), is("-1:file_unreadable"));
    List<Long> numbers = new ArrayList<>();
    read.pages.forEach(page -> numbers.add(page.sourceRecord()));
    read.rejects.forEach(reject -> numbers.add(reject.sourceRecord()));
    numbers.remove(-1L);
    long first = index.ranges().get(2).firstRecord();
    assertThat(
        "every record before those of the next range is once",
        numbers,
        is(LongStream.range(range.firstRecord(), first).boxed().toList()));
    assertThat(read.ledger.decompressedBytes(), is(range.end() - range.start()));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void whoeverRunsTheReaderMayHaveTheErrorInstead() {
    DumpReader throwing = new DumpReader(DumpSettings.defaults(), Unreadable.THROWN, NO_WAITS);
    byte[] bytes = dump(Compression.BZIP2);
    FaultyFile file = new FaultyFile(bytes, 100, Integer.MAX_VALUE, Trouble.ERROR.error);
    SourceFailure failure =
        assertThrows(
            SourceFailure.class, () -> throwing.read(file.listed("day.jsonl.bz2"), new ReadDump()));
    assertThat(failure.getMessage(), is("cannot read day.jsonl.bz2: Input/output error"));
    assertThat(failure.isLasting(), is(false));
  }

  /** What a sink throws while compressed bytes are on their way is the sink's. */
  @ParameterizedTest
  @EnumSource(Compression.class)
  void whatIsNotOfTheSourceComesThrough(Compression compression) {
    DumpSink full =
        new DumpSink() {
          @Override
          public void page(Page page) {
            throw new java.io.UncheckedIOException(new IOException("disk full"));
          }

          @Override
          public void rejected(org.copydesk.model.Rejected rejected) {
            throw new AssertionError(rejected);
          }
        };
    byte[] bytes = dump(compression);
    DumpFile file =
        new DumpFile(name(compression), bytes.length, () -> new ByteArrayInputStream(bytes));
    assertThrows(java.io.UncheckedIOException.class, () -> reader.read(file, full));
  }
}
