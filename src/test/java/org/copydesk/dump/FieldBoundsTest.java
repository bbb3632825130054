package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;

class FieldBoundsTest {
  private static final int FIELD = 20;
  private static final int METADATA = 120;

  private final DumpReader small =
      new DumpReader(DumpSettings.defaults().withFieldBounds(FIELD, METADATA));

  private ReadDump read(String line) {
    return ReadDump.of(small, "a.jsonl", utf8(line + "\n"));
  }

  private static JsonNode metadata(Page page) throws IOException {
    return new ObjectMapper().readTree(page.metadata());
  }

  @Test
  void aValueWithinItsBoundStays() {
    String title = "t".repeat(FIELD);
    ReadDump read = read("{\"text\":\"a\",\"title\":\"" + title + "\"}");
    assertThat(read.pages.get(0).title(), is(title));
    assertThat(read.pages.get(0).metadata(), is(nullValue()));
    assertThat(read.ledger.fieldsCut(), is(0L));
  }

  @Test
  void everyFieldOfALineIsCutAndTold() throws IOException {
    String value = "x".repeat(FIELD + 1);
    String line =
        "{\"text\":\"a\",\"title\":\"%1$s\",\"url\":\"%1$s\",\"id\":\"%1$s\",\"date\":\"%1$s\",\"k\":1}"
            .formatted(value);
    ReadDump read = read(line);
    Page page = read.pages.get(0);
    for (String field : List.of(page.title(), page.url(), page.sourceId(), page.publishedAt())) {
      assertThat(field, is("x".repeat(FIELD)));
    }
    assertThat(
        metadata(page).toString(),
        is("{\"k\":1,\"fields_cut\":[\"title\",\"url\",\"id\",\"date\"]}"));
    assertThat(read.ledger.fieldsCut(), is(4L));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void noCharacterIsCutInHalf() {
    String title = "t".repeat(FIELD - 1) + "😀😀";
    Page page = read("{\"text\":\"a\",\"title\":\"" + title + "\"}").pages.get(0);
    assertThat(page.title(), is("t".repeat(FIELD - 1)));
  }

  @Test
  void aKeyThatDoesNotFitIsLeftOutAndThoseBehindItStay() throws IOException {
    String large = "x".repeat(METADATA);
    for (String value :
        List.of(
            "\"" + large + "\"",
            "[" + "1,".repeat(METADATA) + "1]",
            "{\"deep\":{\"er\":[\"" + large + "\",{}]},\"y\":[]}",
            "1" + "0".repeat(METADATA))) {
      ReadDump read =
          read("{\"a\":\"b\",\"large\":" + value + ",\"text\":\"t\",\"c\":[1,{\"d\":null}]}");
      Page page = read.pages.get(0);
      assertThat(read.texts(), contains("t"));
      assertThat(
          metadata(page).toString(),
          is("{\"a\":\"b\",\"c\":[1,{\"d\":null}],\"fields_cut\":[\"large\"]}"));
      assertThat(read.ledger.fieldsCut(), is(1L));
    }
    Page page = read("{\"" + large + "\":1,\"text\":\"t\"}").pages.get(0);
    assertThat(page.metadata(), is("{\"fields_cut\":[\"" + "x".repeat(64) + "\"]}"));
  }

  @Test
  void manyKeysTogetherAreWithinTheBoundAndTheirNamesToo() throws IOException {
    StringBuilder line = new StringBuilder("{\"text\":\"t\"");
    for (int i = 0; i < 10_000; i++) {
      line.append(",\"k").append(i).append("\":\"value\"");
    }
    ReadDump read = read(line + "}");
    Page page = read.pages.get(0);
    JsonNode mark = metadata(page).get("fields_cut");
    assertThat(page.metadata().length(), lessThanOrEqualTo(METADATA + 32 * 67 + 20));
    assertThat(mark.size(), is(32));
    assertThat(read.ledger.fieldsCut() + metadata(page).size() - 1, is(10_000L));
  }

  @Test
  void aLineThatBreaksOffInALongValueIsStillMalformed() {
    ReadDump read = read("{\"text\":\"t\",\"large\":[\"" + "x".repeat(METADATA) + "\"");
    assertThat(read.reasons(), contains("0:json_malformed"));
  }

  @Test
  void theMarkIsOurs() throws IOException {
    Page page = read("{\"text\":\"t\",\"fields_cut\":\"mine\"}").pages.get(0);
    assertThat(page.metadata(), is("{\"fields_cut\":[\"fields_cut\"]}"));
    FieldBounds later = new FieldBounds(FIELD);
    later.field("byline", "x".repeat(FIELD + 1));
    assertThat(later.mark(page.metadata()), is("{\"fields_cut\":[\"fields_cut\",\"byline\"]}"));
    assertThat(later.mark("{\"a\":[\"b\"]}"), is("{\"a\":[\"b\"],\"fields_cut\":[\"byline\"]}"));
    assertThat(later.mark("{}"), is("{\"fields_cut\":[\"byline\"]}"));
    // A key of that name within a value is the record's own.
    for (String own :
        List.of(
            "{\"a\":{\"fields_cut\":[\"x\"]},\"b\":[1]}",
            "{\"a\":{\"fields_cut\":[\"x\"]},\"b\":[\"y\"]}",
            "{\"a\":[{\"fields_cut\":[\"x\"]}]}",
            "{\"a\":{\"fields_cut\":[\"x\"]}}")) {
      String marked = own.substring(0, own.length() - 1) + ",\"fields_cut\":[\"byline\"]}";
      assertThat(later.mark(own), is(marked));
    }
  }

  @Test
  void aRecordWithMegabytesOfEachIsSmallAfterwards() {
    String value = "word ".repeat(3_000_000);
    for (String key : List.of("title", "url", "id", "date", "x")) {
      ReadDump read =
          ReadDump.of("a.jsonl", utf8("{\"text\":\"t\",\"" + key + "\":\"" + value + "\"}\n"));
      Page page = read.pages.get(0);
      assertThat(read.ledger.fieldsCut(), is(1L));
      assertThat(page.metadata(), endsWith("\"fields_cut\":[\"" + key + "\"]}"));
    }
  }
}
