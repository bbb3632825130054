package org.copydesk.dump;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.copydesk.dump.source.DumpFile;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as other tools write it, and as users name its keys. */
class JsonShapesTest {
  private static ReadDump read(String name, String json) {
    return checked(ReadDump.of(name, ReadDump.utf8(json)));
  }

  private static ReadDump read(JsonKeys keys, SiteSource sites, String name, String json) {
    DumpSettings settings = DumpSettings.defaults().withKeys(keys, sites);
    return checked(ReadDump.of(new DumpReader(settings), name, ReadDump.utf8(json)));
  }

  private static ReadDump checked(ReadDump read) {
    assertThat(read.ledger.balances(), is(true));
    return read;
  }

  private static Page only(ReadDump read) {
    assertThat(read.reasons(), is(empty()));
    assertThat(read.pages, hasSize(1));
    return read.pages.get(0);
  }

  private static String text(Page page) {
    return new String(page.payload(), StandardCharsets.UTF_8);
  }

  @Test
  void aRecordOfNewsPleaseHasItsTextDateAuthorsAndDayOfDownload() {
    Page page =
        only(
            read(
                "a.json",
                "{\n  \"authors\": [\"Ann Lee\", \"Bo Ek\"],\n"
                    + "  \"date_download\": \"2024-03-05 08:00:00\",\n"
                    + "  \"date_publish\": \"2024-03-04 10:30:00\",\n"
                    + "  \"maintext\": \"The harbour is full.\",\n"
                    + "  \"title\": \"Harbour\",\n  \"url\": \"https://a.test/1\"\n}\n"));
    assertThat(text(page), is("The harbour is full."));
    assertThat(page.byline(), is("Ann Lee, Bo Ek"));
    assertThat(page.publishedAt(), is("2024-03-04 10:30:00"));
    assertThat(page.fetchedAt(), is(Instant.parse("2024-03-05T08:00:00Z")));
    assertThat(page.url(), is("https://a.test/1"));
    assertThat(page.metadata(), is(nullValue()));
  }

  @Test
  void aDocumentOfDolmaHasItsDateAndTheAddressInItsMetadata() {
    Page page =
        only(
            read(
                "a.jsonl",
                "{\"id\":\"7\",\"text\":\"One.\",\"source\":\"cc\",\"created\":\"2024-01-02\","
                    + "\"metadata\":{\"url\":\"https://a.test/1\",\"lang\":\"en\"}}\n"));
    assertThat(page.sourceId(), is("7"));
    assertThat(page.publishedAt(), is("2024-01-02"));
    assertThat(page.url(), is("https://a.test/1"));
    assertThat(page.metadata(), is("{\"source\":\"cc\",\"metadata\":{\"lang\":\"en\"}}"));
  }

  @Test
  void theDateOfCrawlingInADocumentOfDatatroveIsNoDateOfPublication() {
    Page page =
        only(
            read(
                "a.jsonl",
                "{\"text\":\"One.\",\"id\":\"<urn:uuid:1>\",\"metadata\":{\"dump\":\"x\","
                    + "\"url\":\"https://a.test/1\",\"date\":\"2024-05-18T00:00:00Z\"}}\n"));
    assertThat(page.url(), is("https://a.test/1"));
    assertThat(page.publishedAt(), is(nullValue()));
  }

  @Test
  void aRecordOfCcnetHasItsRawContent() {
    Page page =
        only(
            read(
                "a.json.gz",
                "{\"url\":\"https://a.test/1\",\"date_download\":\"2019-08-18T11:45:20Z\","
                    + "\"digest\":\"sha1:X\",\"title\":\"T\",\"raw_content\":\"One.\\nTwo.\"}\n"));
    assertThat(text(page), is("One.\nTwo."));
    assertThat(page.fetchedAt(), is(Instant.parse("2019-08-18T11:45:20Z")));
    assertThat(page.metadata(), is("{\"digest\":\"sha1:X\"}"));
  }

  @Test
  void keysThatTheUserNamesAreReadInPlaceOfThoseKnown() {
    JsonKeys keys =
        JsonKeys.KNOWN.with(
            Map.of(
                JsonField.TEXT, List.of("body", "story.text"),
                JsonField.TITLE, List.of("headline"),
                JsonField.DATE, List.of()));
    String json =
        "{\"body\":\"One.\",\"headline\":\"H\",\"date\":\"2024-01-02\",\"text\":\"not this\"}\n"
            + "{\"story\":{\"text\":\"Two.\",\"n\":1},\"title\":\"T\"}\n";
    ReadDump read = read(keys, SiteSource.FOUND, "a.jsonl", json);
    assertThat(read.texts(), contains("One.", "Two."));
    assertThat(read.pages.get(0).title(), is("H"));
    assertThat(read.pages.get(0).publishedAt(), is(nullValue()));
    assertThat(read.pages.get(0).metadata(), is("{\"date\":\"2024-01-02\",\"text\":\"not this\"}"));
    assertThat(read.pages.get(1).title(), is(nullValue()));
    assertThat(read.pages.get(1).metadata(), is("{\"story\":{\"n\":1},\"title\":\"T\"}"));
  }

  @Test
  void aKeyNamedForTwoFieldsIsRefused() {
    Map<JsonField, List<String>> named =
        Map.of(JsonField.TEXT, List.of("a"), JsonField.TITLE, List.of("a"));
    Exception refused =
        assertThrows(IllegalArgumentException.class, () -> JsonKeys.KNOWN.with(named));
    assertThat(refused.getMessage(), containsString("a is named for two fields"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"One.\",\"maintext\":\"Other.\"}\n",
        "{\"maintext\":\"Other.\",\"text\":\"One.\"}\n"
      })
  void ofTwoKeysOfAFieldTheBetterCountsInAnyOrderAndNothingIsLost(String line) {
    Page page = only(read("a.jsonl", line));
    assertThat(text(page), is("One."));
    assertThat(page.metadata(), is("{\"maintext\":\"Other.\"}"));
  }

  @Test
  void aBetterKeyWithoutAValueGivesWayToOneThatHasOne() {
    String json = "{\"date\":null,\"created\":\"2024-01-02\",\"text\":\"One.\"}\n";
    assertThat(only(read("a.jsonl", json)).publishedAt(), is("2024-01-02"));
    String other = "{\"created\":\"2024-01-02\",\"date\":NaN,\"text\":\"One.\"}\n";
    assertThat(only(read("a.jsonl", other)).publishedAt(), is("2024-01-02"));
  }

  @Test
  void theMessageOfARecordWithoutTextNamesItsKeysAndNoValue() {
    ReadDump read = read("a.jsonl", "{\"headline\":\"secret\",\"body\":\"words\"}\n");
    assertThat(read.reasons(), contains("0:json_no_text"));
    assertThat(read.rejects.get(0).message(), containsString("headline, body"));
    assertThat(read.rejects.get(0).message(), containsString("--json-text=KEY"));
    assertThat(read.rejects.get(0).message(), not(containsString("secret")));
    assertThat(read.rejects.get(0).message(), not(containsString("words")));
  }

  @Test
  void theMessageStaysShortWhateverTheKeys() {
    StringBuilder json = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 500; i++) {
      json.append(",\"").append("k".repeat(200)).append(i).append("\":1");
    }
    ReadDump read = read("a.jsonl", json + "}\n");
    assertThat(read.rejects.get(0).message(), containsString("and 491 more"));
    assertThat(read.rejects.get(0).message(), containsString("--json-text"));
  }

  @Test
  void notANumberIsAValueThatIsNotThere() {
    Page page =
        only(
            read(
                "a.jsonl",
                "{\"text\":\"One.\",\"title\":NaN,\"url\":NaN,\"score\":NaN,\"n\":-Infinity,"
                    + "\"more\":{\"x\":[NaN,1.5]}}\n"));
    assertThat(page.title(), is(nullValue()));
    assertThat(page.url(), is(nullValue()));
    assertThat(page.metadata(), is("{\"score\":null,\"n\":null,\"more\":{\"x\":[null,1.5]}}"));
  }

  @Test
  void eachObjectOfAnArrayIsARecord() {
    ReadDump read =
        read(
            "a.json",
            "[\n {\"text\":\"One, [1] \\\"{\\\"\"},\n {\"text\":\"Two.\"}, 3,\n"
                + " {\"text\":\"Three.\"}\n]\n");
    assertThat(read.texts(), contains("One, [1] \"{\"", "Two.", "Three."));
    assertThat(read.reasons(), contains("2:json_malformed"));
    assertThat(read.ledger.format(), is(DumpFormat.JSON));
  }

  @Test
  void aDamagedElementOfAnArrayTakesNoOtherWithIt() {
    ReadDump read = read("a.json", "[{\"text\":\"One.\"},{\"text\" \"x\"},}{\"text\":\"Two.\"}]");
    assertThat(read.texts(), contains("One.", "Two."));
    assertThat(read.reasons(), contains("1:json_malformed", "2:json_malformed"));
  }

  @Test
  void anArrayThatEndsInTheMiddleLosesItsLastRecord() {
    ReadDump read = read("a.json", "[{\"text\":\"One.\"},{\"text\":\"Tw");
    assertThat(read.texts(), contains("One."));
    assertThat(read.reasons(), contains("1:json_truncated"));
  }

  @Test
  void anElementOverTheBoundIsRejectedAndTheNextIsRead() {
    DumpSettings small = DumpSettings.defaults().withBounds(200, 100, 1 << 20);
    String json =
        "[{\"text\":\"One.\"},{\"text\":\"" + "x".repeat(5000) + "\"},{\"text\":\"Two.\"}]";
    ReadDump read = checked(ReadDump.of(new DumpReader(small), "a.json", ReadDump.utf8(json)));
    assertThat(read.texts(), contains("One.", "Two."));
    assertThat(read.reasons(), contains("1:line_too_long"));
  }

  @Test
  void aCutFirstLineOfJsonLinesIsNoObjectOverSeveralLines() {
    ReadDump read = read("a.jsonl", "{\"text\":\"One.\",\n{\"text\":\"Two.\"}\n");
    assertThat(read.texts(), contains("Two."));
    assertThat(read.reasons(), contains("0:json_malformed"));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, true",
    "UTF-16BE, true",
    "UTF-16LE, false",
    "UTF-16BE, false",
    "UTF-32LE, true"
  })
  void linesOfSeveralBytesACharacterAreRead(String charset, boolean isMarked) {
    // U+0A0A and U+010A have bytes that look like line feeds.
    String json = "{\"text\":\"One \u0a0a \u010a.\"}\n{\"text\":\"Two.\"}\n\n{\"text\":\"Three.\"}";
    byte[] bytes = ((isMarked ? "\ufeff" : "") + json).getBytes(Charset.forName(charset));
    ReadDump read = checked(ReadDump.of("a.jsonl", bytes));
    assertThat(read.texts(), contains("One \u0a0a \u010a.", "Two.", "Three."));
    assertThat(read.reasons(), contains("2:empty_record"));
  }

  @Test
  void aFileOfSeveralBytesACharacterIsNotCutInPieces() throws Exception {
    String json = "{\"text\":\"One \u0a0a.\"}\n".repeat(400);
    byte[] bytes = ("\ufeff" + json).getBytes(StandardCharsets.UTF_16LE);
    DumpFile file =
        new DumpFile("a.jsonl", bytes.length, () -> new java.io.ByteArrayInputStream(bytes));
    assertThat(new DumpReader(DumpSettings.defaults()).index(file, 1000).ranges(), is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "folder, 2025/tri-county/0001.txt, 2025",
    "folder:2, 2025/tri-county/0001.txt, tri-county",
    "folder:-1, 2025/tri-county/0001.txt, tri-county",
    "folder:9, 2025/tri-county/0001.txt, tri-county",
    "folder, 0001.txt,",
    "regex:^[0-9]+/([^/]+)/, 2025/tri-county/0001.txt, tri-county",
    "regex:tri, 2025/tri-county/0001.txt, tri",
    "regex:none, 2025/tri-county/0001.txt,"
  })
  void theSiteIsTakenFromThePathAsTheUserSays(String source, String file, String site) {
    assertThat(SiteSource.parse(source).ofFile(file), is(site));
  }

  @ParameterizedTest
  @ValueSource(strings = {"folder:0", "folder:x", "regex:", "regex:(", "field:", "host", ""})
  void aSourceThatNamesNothingIsRefused(String source) {
    assertThrows(IllegalArgumentException.class, () -> SiteSource.parse(source));
  }

  @Test
  void theSiteIsTakenFromAKey() {
    SiteSource source = SiteSource.parse("field:outlet.name");
    JsonKeys keys = JsonKeys.KNOWN.with(Map.of(JsonField.SITE, List.of(source.key())));
    Page page =
        only(read(keys, source, "a.jsonl", "{\"text\":\"x\",\"outlet\":{\"name\":\"Post\"}}\n"));
    assertThat(page.site(), is("Post"));
  }
}
