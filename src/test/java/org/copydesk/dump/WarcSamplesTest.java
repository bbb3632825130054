package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every WARC sample of other projects, many of them broken on purpose. What becomes of each is
 * pinned in {@code warc-samples.tsv}: a change there is meant, or it is a fault.
 */
@Tag("quality")
class WarcSamplesTest {
  private static final Path SAMPLES = Path.of("../shared/data/warc");
  private static final String PINNED = "warc-samples.tsv";

  @Test
  void everySampleIsReadAndSoundOnesHaveAsManyRecordsAsTypeLines() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(SAMPLES)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files.size(), greaterThan(50));
    DumpReader reader = new DumpReader(DumpSettings.defaults());
    List<String> table = new ArrayList<>();
    int sound = 0;
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      ReadDump read = ReadDump.of(reader, SAMPLES.relativize(file).toString(), bytes);
      FileLedger ledger = read.ledger;
      long lines = typeLines(bytes);
      table.add(
          String.join(
              "\t",
              ledger.sourceFile(),
              ledger.status().stored(),
              ledger.records() + " records",
              ledger.pages() + " pages",
              ledger.skipped() + " skipped",
              ledger.rejected() + " rejected",
              byReason(read).toString()));
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
    Path written = Files.createDirectories(Path.of("target")).resolve(PINNED);
    Files.write(written, table);
    try (InputStream pinned = getClass().getResourceAsStream(PINNED)) {
      List<String> expected =
          new String(pinned.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat("as in " + written, differing(table, expected), is(empty()));
    }
  }

  private static List<String> differing(List<String> table, List<String> expected) {
    Set<String> differing = new TreeSet<>();
    expected.stream().filter(line -> !table.contains(line)).forEach(l -> differing.add("- " + l));
    table.stream().filter(line -> !expected.contains(line)).forEach(l -> differing.add("+ " + l));
    return List.copyOf(differing);
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
