package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {
  private static final int MUTANTS = Integer.getInteger("copydesk.mutants", 1000);
  private static final String TEXTS =
      "SELECT 'https://lorne.example/' || i AS url, 'The council of Lorne voted on bridge ' || i"
          + " || repeat(' and its toll', 20) AS text FROM range(%d) t(i)";

  private final DumpReader reader = new DumpReader(DumpSettings.defaults());

  /** Rows in the shape of FineWeb. */
  private static String fineWeb(int rows) {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < rows; n++) {
      lines.append(
          "{\"text\":\"%s\",\"id\":\"<urn:uuid:%d>\",\"dump\":\"CC-MAIN-2025-10\",\"url\":\"https://lorne.example/%d\",\"date\":\"2025-03-04T10:%02d:07Z\",\"file_path\":\"s3://crawl/%d.warc.gz\",\"language\":\"en\",\"language_score\":0.9%d,\"token_count\":%d}\n"
              .formatted(
                  Samples.text(n).replace("\n", "\\n"), n, n, n % 60, n / 7, n % 100 + 1, n * 31));
    }
    return lines.toString();
  }

  private static String told(Page page) {
    return page.sourceRecord()
        + "|"
        + page.sourceId()
        + "|"
        + page.fetchedAt()
        + "|"
        + page.url()
        + "|"
        + page.title()
        + "|"
        + page.publishedAt()
        + "|"
        + page.byline()
        + "|"
        + page.metadata()
        + "|"
        + page.kind()
        + "|"
        + new String(page.payload(), StandardCharsets.UTF_8);
  }

  private static List<String> told(ReadDump read) {
    return read.pages.stream().map(ParquetReaderTest::told).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "codec 'snappy'",
        "codec 'zstd'",
        "codec 'gzip'",
        "codec 'lz4_raw'",
        "codec 'uncompressed'",
        "codec 'snappy', parquet_version v2",
        "codec 'zstd', parquet_version v2, row_group_size 2048",
      })
  void rowsAreThoseOfTheSameJsonLines(String options) {
    String lines = fineWeb(5000);
    ReadDump json = ReadDump.of("day.jsonl", ReadDump.utf8(lines));
    byte[] parquet = ParquetSamples.ofJsonLines(lines, options);
    ReadDump rows = ReadDump.of("day.parquet", parquet);
    ReadChecks.hold(options, rows);
    assertThat(rows.ledger.format(), is(DumpFormat.PARQUET));
    assertThat(rows.ledger.status(), is(FileLedger.Status.OK));
    assertThat(rows.ledger.bytes(), is((long) parquet.length));
    assertThat(rows.ledger.payloadBytes(), is(json.ledger.payloadBytes()));
    List<String> expected = told(json);
    List<String> found = told(rows);
    assertThat(found.size(), is(expected.size()));
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i), is(expected.get(i)));
    }
  }

  @Test
  void rangesGiveWhatTheWholeGives() throws IOException {
    byte[] parquet = ParquetSamples.ofJsonLines(fineWeb(9000), "row_group_size 2048");
    ReadDump whole = ReadDump.of("day.parquet", parquet);
    DumpFile file =
        new DumpFile("day.parquet", parquet.length, () -> new ByteArrayInputStream(parquet));
    SplitIndex index = reader.index(file, parquet.length / 3);
    assertThat(index.ranges().size(), greaterThan(1));
    List<String> pages = new ArrayList<>();
    long decompressed = 0;
    long container = 0;
    long bytes = 0;
    for (int i = 0; i < index.ranges().size(); i++) {
      ReadDump part = new ReadDump();
      part.ledger = reader.read(file, index, i, part);
      ReadChecks.hold("range " + i, part);
      pages.addAll(told(part));
      decompressed += part.ledger.decompressedBytes();
      container += part.ledger.containerBytes();
      bytes += part.ledger.bytes();
      assertThat(part.ledger.sha256(), is(whole.ledger.sha256()));
    }
    assertThat(pages, is(told(whole)));
    assertThat(decompressed, is(whole.ledger.decompressedBytes()));
    assertThat(container, is(whole.ledger.containerBytes()));
    assertThat(bytes, is(whole.ledger.bytes()));
  }

  @Test
  void nestedColumnsTimesAndListsAreWhatTheyAreInJson() {
    byte[] parquet =
        ParquetSamples.of(
            "SELECT 'Text of the page.' AS raw_content, {'url': 'https://lorne.example/1', 'n': 1}"
                + " AS metadata, ['Ann Lee', 'Bo Ek'] AS authors, TIMESTAMPTZ '2025-03-04"
                + " 10:30:00+00' AS date, DATE '2025-03-05' AS day, 1.25::DECIMAL(9,2) AS share,"
                + " MAP {'a': 1, 'b': NULL} AS counts, [[1, NULL], []] AS deep, NULL::INT AS none,"
                + " 'NaN'::DOUBLE AS nan, 255::UTINYINT AS small, true AS yes, 0.5::FLOAT AS half,"
                + " '\\xFF\\xFE'::BLOB AS image",
            "");
    ReadDump read = ReadDump.of("rows.parquet", parquet);
    assertThat(read.reasons(), is(List.of()));
    Page page = read.pages.get(0);
    assertThat(page.url(), is("https://lorne.example/1"));
    assertThat(page.byline(), is("Ann Lee, Bo Ek"));
    assertThat(page.publishedAt(), is("2025-03-04T10:30:00Z"));
    assertThat(
        page.metadata(),
        is(
            "{\"metadata\":{\"n\":1},\"day\":\"2025-03-05\",\"share\":1.25,\"counts\":{\"a\":1,\"b\":null},"
                + "\"deep\":[[1,null],[]],\"nan\":null,\"small\":255,\"yes\":true,\"half\":0.5,"
                + "\"fields_cut\":[\"image\"]}"));
  }

  @Test
  void htmlKeptAsBytesIsInTheCharacterSetThatItNames() {
    byte[] parquet =
        ParquetSamples.of(
            "SELECT '<html><meta charset=windows-1252><p>Br\\xFCcke bei M\\xF8llehavn</p></html>'"
                + "::BLOB AS html",
            "");
    ReadDump read = ReadDump.of("rows.parquet", parquet);
    assertThat(read.pages.get(0).kind(), is(Page.Kind.HTML));
    assertThat(read.texts().get(0), containsString("Brücke bei Møllehavn"));
  }

  @Test
  void columnsMayBeNamed() {
    byte[] parquet = ParquetSamples.of("SELECT {'body': 'A text.'} AS page, 1 AS text", "");
    DumpSettings settings =
        DumpSettings.defaults()
            .withKeys(
                JsonKeys.KNOWN.with(Map.of(JsonField.TEXT, List.of("page.body"))),
                SiteSource.FOUND);
    assertThat(
        ReadDump.of(new DumpReader(settings), "rows.parquet", parquet).texts(),
        contains("A text."));
  }

  @Test
  void aFileWithoutATextColumnIsRejectedWithTheNamesOfItsColumns() {
    ReadDump read = ReadDump.of("a.parquet", ParquetSamples.of("SELECT 1 AS a, {'c': 2} AS b", ""));
    ReadChecks.hold("no text", read);
    assertThat(read.reasons(), contains("-1:json_no_text"));
    assertThat(read.rejects.get(0).message(), containsString("Columns: a, b.c"));
  }

  @Test
  void rowsWhoseTextIsNoneAreRejectedOneByOne() {
    ReadDump number = ReadDump.of("a.parquet", ParquetSamples.of("SELECT 1 AS text, 2 AS b", ""));
    assertThat(number.reasons(), contains("0:json_no_text"));
    ReadDump some =
        ReadDump.of(
            "b.parquet",
            ParquetSamples.of(
                "SELECT unnest([NULL, '', 'A text.', NULL, repeat('x ', 9000000)]) AS text", ""));
    ReadChecks.hold("some", some);
    assertThat(
        some.reasons(),
        contains("0:json_no_text", "1:empty_page", "3:json_no_text", "4:line_too_long"));
    assertThat(some.texts(), contains("A text."));
  }

  @Test
  void aFileOfNoRowsIsSound() {
    ReadDump read =
        ReadDump.of("a.parquet", ParquetSamples.of("SELECT 'x' AS text WHERE false", ""));
    ReadChecks.hold("no rows", read);
    assertThat(read.ledger.status(), is(FileLedger.Status.OK));
    assertThat(read.ledger.records(), is(0L));
  }

  @Test
  void whatIsNotReadIsRefusedInWords() {
    byte[] sound = ParquetSamples.of(TEXTS.formatted(50), "");
    ReadDump packed = ReadDump.of("a.parquet.gz", ReadDump.pack(Compression.GZIP, sound));
    assertThat(packed.reasons(), contains("0:unsupported_archive"));
    assertThat(packed.rejects.get(0).message(), is("Parquet in gzip: unpack it first"));
    ReadDump cut = ReadDump.of("a.parquet", Arrays.copyOf(sound, sound.length - 3));
    assertThat(cut.reasons(), contains("-1:parquet_damaged"));
    assertThat(cut.rejects.get(0).message(), containsString("the file was cut"));
    ReadDump brotli =
        ReadDump.of("a.parquet", ParquetSamples.of(TEXTS.formatted(2), "codec brotli"));
    ReadChecks.hold("brotli", brotli);
    assertThat(brotli.reasons(), contains("0:parquet_unsupported", "1:parquet_unsupported"));
    assertThat(brotli.rejects.get(0).message(), containsString("packed with BROTLI"));
  }

  @Test
  void damageOfARowGroupTakesNoOtherWithIt() {
    byte[] bytes = ParquetSamples.ofJsonLines(fineWeb(6000), "row_group_size 2048");
    int second = bytes.length / 2;
    Arrays.fill(bytes, second, second + 2000, (byte) 0x5a);
    ReadDump read = ReadDump.of("day.parquet", bytes);
    ReadChecks.hold("damaged", read);
    assertThat(read.ledger.status(), is(FileLedger.Status.PARTIAL));
    assertThat(read.ledger.records(), is(6000L));
    assertThat(read.rejects.size(), lessThan(2049));
    Rejected lost = read.rejects.get(0);
    assertThat(lost.reason(), is(Reason.PARQUET_DAMAGED));
    assertThat(lost.message(), containsString("row group 1: column "));
    List<Long> numbers =
        IntStream.range(0, 6000)
            .mapToObj(n -> (long) n)
            .filter(n -> read.pages.stream().noneMatch(p -> p.sourceRecord() == n))
            .toList();
    assertThat(numbers, is(read.rejects.stream().map(Rejected::sourceRecord).toList()));
    assertThat(numbers, everyItem(lessThan(4096L)));
  }

  @Test
  void oneTextForAMillionRowsIsABomb() {
    byte[] bomb =
        ParquetSamples.of(
            "SELECT repeat('The council voted. ', 5000) AS text FROM range(20000)",
            "dictionary_size_limit 100000");
    ReadDump read = ReadDump.of("bomb.parquet", bomb);
    ReadChecks.hold("bomb", read);
    assertThat(read.ledger.pages(), lessThan(2000L));
    assertThat(read.ledger.records(), is(20000L));
    assertThat(read.rejects.get(read.rejects.size() - 1).reason(), is(Reason.COMPRESSION_RATIO));
  }

  /** {@code -Dcopydesk.mutants=20000} makes the long run. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "codec 'snappy'",
        "codec 'zstd', row_group_size 2048",
        "codec 'uncompressed'",
        "codec 'uncompressed', parquet_version v2, row_group_size 2048",
      })
  void noMutantEndsInMoreThanRejects(String options) {
    byte[] sound =
        ParquetSamples.ofJsonLines(fineWeb(options.contains("size") ? 2200 : 150), options);
    byte[] lists =
        ParquetSamples.of(
            "SELECT 'A text of page ' || i AS text, [i, i + 1] AS l, {'a': [{'b': i}]} AS s, i % 3"
                + " AS d FROM range(60) t(i)",
            options);
    SplittableRandom random = new SplittableRandom(27);
    for (int i = 0; i < MUTANTS / 4; i++) {
      byte[] mutant = (i % 2 == 0 ? sound : lists).clone();
      int hits = 1 + random.nextInt(3);
      for (int k = 0; k < hits; k++) {
        // Footers and headers are short; most hits would be of texts.
        boolean isFooter = random.nextInt(2) == 0;
        int at =
            isFooter
                ? mutant.length - 1 - random.nextInt(Math.min(mutant.length, 1200))
                : random.nextInt(mutant.length);
        mutant[at] = (byte) random.nextInt(256);
      }
      if (random.nextInt(10) == 0) {
        mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length));
      }
      ReadDump read = ReadDump.of(reader, "m.parquet", mutant);
      ReadChecks.hold(options + " mutant " + i, read);
      for (Rejected reject : read.rejects) {
        boolean isTold = reject.reason() != Reason.PARQUET_DAMAGED || reject.message() != null;
        assertThat("mutant " + i, isTold, is(true));
      }
    }
  }

  @Test
  void theCardBesideTheDataIsNoPage() {
    ReadDump card =
        ReadDump.of("fineweb/README.md", ReadDump.utf8("---\nlicense: odc-by\n---\n# Data"));
    ReadChecks.hold("card", card);
    assertThat(card.reasons(), contains("0:not_a_page_type"));
  }

  @Test
  void aFileOfUnknownSizeIsReadFromItsEndAllTheSame() {
    byte[] parquet = ParquetSamples.of(TEXTS.formatted(5), "");
    DumpFile file = new DumpFile("-", -1, () -> new ByteArrayInputStream(parquet));
    assertThat(ReadDump.of(reader, file).pages, hasSize(5));
  }
}
