package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.model.Page;

/**
 * Targets of the coverage-guided fuzzer: {@code make fuzz} looks for input that breaks them, {@code
 * make test} runs what was found before, kept beside the resources of this class.
 */
class DumpFuzzTest {
  private static final String[] NAMES = {
    "a.txt", "a.html", "a.jsonl", "a.warc", "a.gz", "a.zst", "a.bz2", "a.warc.gz", "a"
  };
  private static final String[] CHARSETS = {
    null, "utf-8", "windows-1252", "utf-16", "shift_jis", "gb18030", "x-user-defined", "utf-7"
  };
  private static final int SMALL = 1 << 14;

  /** Bounds low enough for the fuzzer to meet them. */
  private static final DumpReader READER =
      new DumpReader(DumpSettings.defaults().withBounds(SMALL, SMALL / 4, 64 * SMALL));

  private static final TextDecoder DECODER = new TextDecoder(0.01);

  @FuzzTest(maxDuration = "10m")
  void sniffing(byte[] data) {
    if (data.length == 0) {
      return;
    }
    read(NAMES[(data[0] & 0xff) % NAMES.length], Arrays.copyOfRange(data, 1, data.length));
  }

  @FuzzTest(maxDuration = "10m")
  void warc(byte[] data) throws IOException {
    read("a.warc", data);
    readInRanges("a.warc.gz", data);
  }

  @FuzzTest(maxDuration = "10m")
  void jsonLines(byte[] data) throws IOException {
    ReadDump whole = read("a.jsonl", data);
    ReadDump ranges = readInRanges("a.jsonl", data);
    if (ranges != null) {
      assertThat(ranges.texts(), is(whole.texts()));
      assertThat(ranges.rejects, is(whole.rejects));
    }
  }

  @FuzzTest(maxDuration = "10m")
  void parquet(byte[] data) throws IOException {
    byte[] named = data.clone();
    byte[] magic = {'P', 'A', 'R', '1'};
    System.arraycopy(magic, 0, named, 0, Math.min(magic.length, named.length));
    ReadDump whole = read("a.parquet", named);
    ReadDump ranges = readInRanges("a.parquet", named);
    if (ranges != null) {
      assertThat(ranges.texts(), is(whole.texts()));
    }
  }

  @FuzzTest(maxDuration = "10m")
  void characterSets(byte[] data) {
    if (data.length == 0) {
      return;
    }
    String declared = CHARSETS[(data[0] & 0xff) % CHARSETS.length];
    TextDecoder.Decoded decoded = DECODER.decode(data, 1, data.length, declared);
    if (decoded.refusal() == null) {
      assertThat(ReadChecks.isText(decoded.payload()), is(true));
      assertThat(decoded.payload().length, lessThan(4 * data.length + 4));
    }
  }

  private static ReadDump read(String name, byte[] data) {
    ReadDump read = ReadDump.of(READER, name, data);
    ReadChecks.hold(name, read);
    return read;
  }

  /** Null when the file is not to be split. */
  private static ReadDump readInRanges(String name, byte[] data) throws IOException {
    DumpFile file = new DumpFile(name, data.length, () -> new ByteArrayInputStream(data));
    SplitIndex index = READER.index(file, 1 + data.length / 3);
    if (index.ranges().isEmpty()) {
      return null;
    }
    ReadDump all = new ReadDump();
    for (int i = 0; i < index.ranges().size(); i++) {
      ReadDump read = new ReadDump();
      read.ledger = READER.read(file, index, i, read);
      ReadChecks.hold(name, read);
      all.pages.addAll(read.pages);
      all.rejects.addAll(read.rejects);
    }
    List<Long> numbers = all.pages.stream().map(Page::sourceRecord).toList();
    Set<Long> distinct = new HashSet<>(numbers);
    assertThat(distinct.size(), is(numbers.size()));
    return all;
  }
}
