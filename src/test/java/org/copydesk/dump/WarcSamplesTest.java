package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every WARC sample of five other projects, many of them broken on purpose. */
@Tag("quality")
class WarcSamplesTest {
  private static final Path SAMPLES = Path.of("../shared/data/warc");

  @Test
  void everySampleIsReadAndSoundOnesHaveAsManyRecordsAsTypeLines() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SAMPLES)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files.size(), greaterThan(50));
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    int sound = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ReadDump read = ReadDump.of(reader, SAMPLES.relativize(file).toString(), bytes);
      FileLedger ledger = read.ledger;
      long lines = typeLines(bytes);
      System.out.printf(
          Locale.ROOT,
          "%-75s %-9s records %4d type lines %4d pages %3d skipped %4d rejected %3d %s%n",
          ledger.sourceFile(),
          ledger.status().stored(),
          ledger.records(),
          lines,
          ledger.pages(),
          ledger.skipped(),
          ledger.rejected(),
          byReason(read));
      assertThat(ledger.sourceFile(), ledger.balances(), is(true));
      // One sample has its type twice in one record.
      boolean isSound = !ledger.sourceFile().endsWith("duplicate-fields.warc");
      if (isSound
          && ledger.status() == FileLedger.Status.OK
          && ledger.pages() + ledger.skipped() > 0) {
        assertThat(ledger.sourceFile(), ledger.records(), is(lines));
        sound++;
      }
    }
    assertThat(sound, greaterThan(10));
  }

  private static Map<String, Long> byReason(ReadDump read) {
    return read.rejects.stream()
        .collect(
            Collectors.groupingBy(r -> r.reason().stored(), TreeMap::new, Collectors.counting()));
  }

  // Counted without our reader: lines that begin with the field's name, in whatever inflates.
  private static long typeLines(byte[] bytes) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    boolean isGzip = bytes.length > 1 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    try (InputStream in =
        isGzip
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new ByteArrayInputStream(bytes)) {
      in.transferTo(plain);
    } catch (IOException e) {
      // What came before the damage counts.
    }
    return plain
        .toString(StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("warc-type:"))
        .count();
  }
}
