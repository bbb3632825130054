package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.join;
import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.copydesk.dump.stream.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd records between sound ones: each is read or rejected for itself, its neighbours are read. */
class OddInputTest {
  private static final String PAGE = "<html><body><p>The bridge closed.</p></body></html>";

  /** A record of a claimed length between two sound ones. */
  private static ReadDump between(String claimed, byte[] content) {
    byte[] header =
        utf8(
            "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
                + claimed
                + "\r\n\r\n");
    byte[] odd = join(header, content, utf8("\r\n\r\n"));
    byte[] file = join(Samples.conversion(1), odd, Samples.conversion(2));
    ReadDump plain = ReadDump.of("a.warc", file);
    byte[] packed =
        join(
            ReadDump.pack(Compression.GZIP, Samples.conversion(1)),
            ReadDump.pack(Compression.GZIP, odd),
            ReadDump.pack(Compression.GZIP, Samples.conversion(2)));
    ReadDump gzip = ReadDump.of("a.warc.gz", packed);
    assertThat(gzip.texts(), is(plain.texts()));
    assertThat(gzip.reasons(), is(plain.reasons()));
    assertThat(plain.ledger.balances() && gzip.ledger.balances(), is(true));
    return plain;
  }

  @ParameterizedTest
  @CsvSource({
    "0, read",
    "1, read",
    "2, read",
    "3, read",
    "-1, lost",
    "-2, lost",
    "-3, lost",
  })
  void aLengthThatIsOffIsBorneWhereItOnlyTakesLineEnds(int off, String fate) {
    byte[] content = utf8("The ferry sails again.");
    ReadDump read = between("Content-Length: " + (content.length + off), content);
    assertThat(read.texts().contains(Samples.text(1)), is(true));
    assertThat(read.texts().contains(Samples.text(2)), is(true));
    assertThat(read.texts().size(), is(fate.equals("read") ? 3 : 2));
    assertThat(read.reasons(), is(fate.equals("read") ? List.of() : List.of("1:warc_malformed")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+22", "0x16", "22, 22", "22 bytes", "2 2", "", "22\r\nContent-Length: 21"})
  void aLengthThatIsNoNumberRejectsItsRecordAlone(String length) {
    ReadDump read = between("Content-Length: " + length, utf8("The ferry sails again."));
    assertThat(read.texts(), contains(Samples.text(1), Samples.text(2)));
    assertThat(read.reasons(), contains("1:warc_malformed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"22\r\nContent-Length: 22", " 22 ", "0022"})
  void aLengthThatIsOneIsRead(String length) {
    ReadDump read = between("Content-Length: " + length, utf8("The ferry sails again."));
    assertThat(read.texts(), contains(Samples.text(1), "The ferry sails again.", Samples.text(2)));
  }

  @Test
  void aWarcInAPageIsOnePage() {
    byte[] inner = join(Samples.conversion(5), Samples.conversion(6));
    ReadDump read = between("Content-Length: " + inner.length, inner);
    assertThat(read.pages.size(), is(3));
    assertThat(read.rejects, is(empty()));
  }

  @Test
  void thousandsOfHeadersThatClaimMuchEndWithTheFile() {
    String header =
        "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 15000000\r\n\r\n";
    byte[] file = join(utf8(header.repeat(5_000)), Samples.conversion(1));
    ReadDump read = ReadDump.of("a.warc", file);
    assertThat(read.texts(), contains(Samples.text(1)));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void aFileCutAtItsTrailerGivesAllWholeRecordsBeforeIt() {
    for (DumpFormat format : List.of(DumpFormat.WARC, DumpFormat.JSON_LINES)) {
      byte[] packed = ReadDump.pack(Compression.GZIP, Samples.dump(format, 20));
      byte[] cut = Arrays.copyOf(packed, packed.length - 8);
      ReadDump read = ReadDump.of(Samples.name(format) + ".gz", cut);
      assertThat(format.name(), read.pages.size(), is(20));
      assertThat(read.ledger.status(), is(FileLedger.Status.PARTIAL));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-16LE | utf-16",
        "UTF-16LE | ",
        "UTF-16BE | utf-8",
        "GB18030 | gb2312",
        "Shift_JIS | iso-8859-1",
        "EUC-JP | euc-jp",
        "windows-1252 | utf-8",
        "UTF-8 | ../../etc/passwd",
        "UTF-8 | x-user-defined",
        "X-UTF-32LE-BOM | utf-32",
      })
  void whatAPageSaysOfItsCharacterSetMayBeWrong(String real, String said) {
    String word =
        switch (real) {
          case "GB18030" -> "桥 𠀀 关闭 市长星期二表示修桥将耗费巨资 ";
          case "Shift_JIS", "EUC-JP" -> "市長は火曜日、橋の修理に多額の費用がかかると述べた。";
          default -> "Le café du pont fermé, dit l’élu. ";
        };
    String html = "<html><body><p>" + word.repeat(20) + "</p></body></html>";
    String type = "Content-Type: text/html" + (said == null ? "" : "; charset=" + said);
    ReadDump read = respond(type, html.getBytes(Charset.forName(real)));
    assertThat(read.texts(), contains(html));
  }

  private static ReadDump respond(String fields, byte[] body) {
    byte[] http = join(utf8("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n"), body);
    return ReadDump.of("a.warc", Samples.record("response", "application/http", 3, http));
  }

  @Test
  void aCharacterSetsNameMayBeOfAnyLength() {
    ReadDump read = respond("Content-Type: text/html; charset=" + "x".repeat(50_000), utf8(PAGE));
    assertThat(read.texts(), contains(PAGE));
    byte[] zeros = utf8(PAGE.repeat(5));
    for (int i = 0; i < zeros.length; i += 20) {
      zeros[i] = 0;
    }
    assertThat(respond("Content-Type: text/html", zeros).reasons(), contains("0:not_text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nabcde\r\n0\r\n\r\n",
        "5;name=value\r\nabcde\r\n0\r\n\r\n",
        "00005\r\nabcde\r\n0\r\nTrailer: x\r\n\r\n",
        "abcde",
        "-5\r\nabcde",
        "ffffffffff\r\nabcde",
        "5 \r\nabcde\r\n0\r\n\r\n",
      })
  void chunksAreJoinedAndWhatIsNoneStays(String body) {
    ReadDump read = respond("Content-Type: text/html\r\nTransfer-Encoding: chunked", utf8(body));
    assertThat(read.texts().get(0).contains("abcde"), is(true));
    assertThat(read.ledger.balances(), is(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":[\"a\"]} | json_no_text",
        "{\"text\":1} | json_no_text",
        "{\"text\":null} | json_no_text",
        "{} | json_no_text",
        "{\"text\":\"a\",\"x\":nan} | json_malformed",
        "{\"text\":\"a\",\"x\":1e400} | ",
        "{\"text\":\"a\",\"x\":1e999999999} | ",
        "{\"text\":\"a\",\"id\":1e5} | ",
        "{\"text\":\"a\"}{\"text\":\"b\"} | json_malformed",
        "{\"text\":\"a\",\"__proto__\":{\"x\":1}} | ",
        "{\"text\":\"a\",\"\":1,\"\\ud800\":2} | ",
        "{\"text\":\"a\",\"title\":\"\\udc00\"} | ",
        "[{\"text\":\"a\"}] | json_malformed",
        "{\"text\":\"a\",\"host\":\"../../etc\",\"url\":\"javascript:alert(1)\"} | ",
        "{\"text\":\"a\",\"date\":\"99999-01-01\"} | ",
      })
  void eachLineIsReadOrRejectedForItself(String line, String reason) {
    byte[] file = utf8("{\"text\":\"before\"}\n" + line + "\n{\"text\":\"behind\"}\n");
    ReadDump read = ReadDump.of("a.jsonl", file);
    List<String> texts = read.texts();
    assertThat(texts.get(0) + texts.get(texts.size() - 1), is("beforebehind"));
    assertThat(read.reasons(), is(reason == null ? List.of() : List.of("1:" + reason)));
    assertThat(texts.size(), is(reason == null ? 3 : 2));
    assertThat(read.ledger.balances(), is(true));
  }

  @ParameterizedTest
  @CsvSource({"62, read", "80, too_deep"})
  void nestingHasItsBound(int depth, String fate) {
    String line = "{\"text\":\"a\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}\n";
    ReadDump read = ReadDump.of("a.jsonl", utf8(line));
    assertThat(read.reasons(), is(fate.equals("read") ? List.of() : List.of("0:" + fate)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0301",
        "\u202e",
        "\u200d",
        "\ue000",
        "\uffff",
        "\udb40\udc41",
        "\ufe0f",
        "\u1100\u1161",
        "\ufdfa",
        "\u2028",
        "\u0085",
        "\ufeff",
        "\u200b"
      })
  void anyCharacterMayStandInATextAndManyOfThem(String character) {
    String text = "A plain title\n\nSome words " + character.repeat(20_000) + " and more.\n";
    ReadDump read = ReadDump.of("a.txt", text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.texts(), contains(text));
    assertThat(read.ledger.balances(), is(true));
  }
}
