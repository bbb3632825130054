package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.join;
import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.copydesk.model.Rejected;
import org.junit.jupiter.api.Test;

class WarcFileReaderTest {
  private static final String HTML = "<html><body><p>The bridge – closed.</p></body></html>";

  private static ReadDump respond(String fields, byte[] body) {
    byte[] http = join(utf8("HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n"), body);
    return ReadDump.of("a.warc", Samples.record("response", "application/http", 3, http));
  }

  @Test
  void aResponseCarriesItsAddressDateAndId() {
    ReadDump read = ReadDump.of("a.warc", Samples.response(3));
    Page page = read.pages.get(0);
    assertThat(page.url(), is("https://lorne.example/3"));
    assertThat(page.fetchedAt(), is(Instant.parse("2026-03-04T06:00:00Z")));
    assertThat(page.sourceId(), is("urn:uuid:00000000-0000-0000-0000-000000000003"));
    assertThat(page.kind(), is(Page.Kind.HTML));
    assertThat(page.metadata(), is("{\"content_type\":\"text/html; charset=utf-8\"}"));
    assertThat(read.ledger.payloadBytes(), is((long) utf8(Samples.html(3)).length));
  }

  @Test
  void conversionsAreTextAndEveryCompressionGivesTheSamePages() {
    for (Compression compression : Compression.values()) {
      byte[] file = Samples.packedByRecord(DumpFormat.WET, 3, compression);
      ReadDump read = ReadDump.of("a.warc.wet" + ReadDump.ending(compression), file);
      assertThat(read.texts(), contains(Samples.text(0), Samples.text(1), Samples.text(2)));
      assertThat(read.pages.get(0).kind(), is(Page.Kind.TEXT));
      assertThat(read.ledger.format(), is(DumpFormat.WET));
    }
  }

  @Test
  void chunkedAndEncodedBodiesAreUnpackedAndDecodedOnesAreLeftAlone() {
    byte[] html = utf8(HTML);
    byte[] packed = ReadDump.pack(Compression.GZIP, html);
    String type = "Content-Type: text/html; charset=utf-8\r\n";
    byte[] chunked =
        join(
            utf8(Integer.toHexString(10) + "\r\n"),
            java.util.Arrays.copyOf(html, 10),
            utf8("\r\n" + Integer.toHexString(html.length - 10) + ";x=y\r\n"),
            java.util.Arrays.copyOfRange(html, 10, html.length),
            utf8("\r\n0\r\n\r\n"));
    assertThat(respond(type + "Transfer-Encoding: chunked", chunked).texts(), contains(HTML));
    assertThat(respond(type + "Transfer-Encoding: chunked", html).texts(), contains(HTML));
    assertThat(respond(type + "Content-Encoding: gzip", packed).texts(), contains(HTML));
    assertThat(respond(type + "Content-Encoding: gzip", html).texts(), contains(HTML));
    assertThat(respond(type + "Content-Encoding: br", html).texts(), contains(HTML));
    byte[] zstd = ReadDump.pack(Compression.ZSTD, html);
    assertThat(respond(type + "Content-Encoding: zstd", zstd).texts(), contains(HTML));
  }

  @Test
  void brotliIsUnpackedWhereTheHeaderNamesIt() {
    String html =
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Bridge 3</title></head><body>"
            + "<p>The council voted narrowly on Tuesday to mend the bridge that closed in May, and to close the other.</p>"
                .repeat(20)
            + "</body></html>";
    String type = "Content-Type: text/html; charset=utf-8\r\n";
    // Made by Node's zlib: there is no encoder in Java.
    byte[] packed =
        Base64.getDecoder()
            .decode(
                "G74IAETdlupCM1jF0GyGcvjBoJ/IUXzjBtbrWxZd/FsGPJ9wXUDXwSEG9KbBW6WuKAMTrTYcgAooSu4v"
                    + "8MBgu/bBCeq+DFO4nMM3P+j7+NcglrkihuEkU2JU0Jr80fVKjfxa51svacPFvBI=");
    assertThat(respond(type + "Content-Encoding: br", packed).texts(), contains(html));
    byte[] broken = packed.clone();
    broken[broken.length / 2] ^= 0x55;
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length / 2);
    for (byte[] body : List.of(broken, cut)) {
      assertThat(
          respond(type + "Content-Encoding: br", body).reasons(), contains("0:content_encoding"));
    }
  }

  @Test
  void theCharacterSetOfTheHeaderOrThePageIsTaken() {
    byte[] latin = "<p>Le pont fermé".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
        respond("Content-Type: text/html; charset=ISO-8859-1", latin).texts(),
        contains("<p>Le pont fermé"));
    String page = "<meta charset='windows-1251'><p>Мост закрыт";
    assertThat(
        respond(
                "Content-Type: text/html",
                page.getBytes(java.nio.charset.Charset.forName("windows-1251")))
            .texts(),
        contains(page));
  }

  @Test
  void whatIsNoPageIsSkippedWithItsReason() {
    byte[] redirect = utf8("HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n");
    byte[] missing = utf8("HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>No");
    byte[] image = utf8("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u0089PNG");
    byte[] file =
        join(
            Samples.record("warcinfo", "application/warc-fields", 0, utf8("software: x\r\n")),
            Samples.request(1),
            Samples.record("metadata", "application/warc-fields", 2, utf8("via: x\r\n")),
            Samples.record("revisit", "application/http", 3, redirect),
            Samples.record("response", "application/http", 4, redirect),
            Samples.record("response", "application/http", 5, missing),
            Samples.record("response", "application/http", 6, image),
            Samples.record("response", "text/dns", 7, utf8("lorne.example. 1 IN A")),
            Samples.record("continuation", "application/http", 8, utf8("x")),
            Samples.record("screenshot", "image/png", 9, utf8("x")));
    ReadDump read = ReadDump.of("a.warc", file);
    assertThat(
        read.reasons(),
        contains(
            "0:warc_info",
            "1:warc_request",
            "2:warc_metadata",
            "3:warc_revisit",
            "4:http_redirect",
            "5:http_error",
            "6:not_a_page_type",
            "7:not_a_page_type",
            "8:warc_continuation",
            "9:warc_other_type"));
    assertThat(read.ledger.status(), is(FileLedger.Status.OK));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void aPayloadCutAtCommonCrawlsLimitIsMarked() {
    byte[] body = utf8("<p>" + "x ".repeat((1 << 20) / 2 - 2) + "x");
    Page page = respond("Content-Type: text/html", body).pages.get(0);
    assertThat(page.metadata(), is("{\"content_type\":\"text/html\",\"truncated\":\"length\"}"));
  }

  @Test
  void aBodyThatIsCutOrWrongIsMarkedAsOneThatWasCutWhenCrawled() {
    byte[] packed = ReadDump.pack(Compression.GZIP, utf8(HTML.repeat(40)));
    byte[] wrong = packed.clone();
    wrong[wrong.length - 8] ^= 1;
    String fields = "Content-Type: text/html\r\nContent-Encoding: gzip";
    byte[] cut = java.util.Arrays.copyOf(packed, packed.length - 9);
    assertThat(
        respond(fields, cut).pages.get(0).metadata(),
        is("{\"content_type\":\"text/html\",\"truncated\":\"length\"}"));
    assertThat(
        respond(fields, wrong).pages.get(0).metadata(),
        is("{\"content_type\":\"text/html\",\"truncated\":\"checksum\"}"));
  }

  @Test
  void bodiesThatGiveTheSquareOfWhatAFileMayAreStopped() {
    byte[] page = utf8("<html><body><p>" + "word ".repeat(2_000_000) + "</p>");
    byte[] packed = ReadDump.pack(Compression.GZIP, page);
    byte[] http = join(utf8("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), packed);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int n = 0; n < 20; n++) {
      byte[] record = Samples.record("response", "application/http", n, http);
      file.writeBytes(ReadDump.pack(Compression.GZIP, record));
    }
    ReadDump read =
        ReadDump.of(
            "a.warc.gz",
            join(ReadDump.pack(Compression.GZIP, Samples.response(1)), file.toByteArray()));
    assertThat(read.pages.size() < 5, is(true));
    assertThat(read.reasons().get(read.reasons().size() - 1), is("20:compression_ratio"));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void theLastOfSeveralTypesIsThePagesOwn() {
    String html = "<html><body><p>The bridge \u2013 closed \u00e9.</p></body></html>";
    byte[] latin = html.replace("\u2013", "-").getBytes(StandardCharsets.ISO_8859_1);
    for (String types :
        List.of(
            "Content-Type: text/plain\r\nContent-Type: text/html",
            "Content-Type: text/html\r\nContent-Type: text/plain",
            "Content-Type: text/html\r\nContent-Type: */*",
            "Content-Type: image/png\r\nContent-Type: text/html",
            "Content-Type: text/html; charset=iso-8859-1\r\nContent-Type: text/html")) {
      ReadDump read = respond(types, latin);
      assertThat(types, read.pages.get(0).kind(), is(Page.Kind.HTML));
      assertThat(types, read.texts(), contains(html.replace("\u2013", "-")));
    }
    ReadDump text =
        respond("Content-Type: text/html\r\nContent-Type: text/plain", utf8("The bridge closed."));
    assertThat(text.pages.get(0).kind(), is(Page.Kind.TEXT));
    ReadDump image = respond("Content-Type: text/html\r\nContent-Type: image/png", utf8("x"));
    assertThat(image.reasons(), contains("0:not_a_page_type"));
  }

  @Test
  void whatACrawlerKeepsOfItsOwnIsNoPage() {
    for (String address :
        List.of(
            "urn:X-wpull:log",
            "<urn:X-wpull:log>",
            "metadata://gnu.org/software/wget/warc/wget.log",
            "metadata://gnu.org/software/wget/warc/MANIFEST.txt",
            "metadata://gnu.org/software/wget/warc/wget_arguments.txt",
            "urn:pageinfo:https://lorne.example/",
            "dns:lorne.example")) {
      byte[] record = Samples.record("resource", "text/plain", 1, utf8(Samples.text(1)));
      String own =
          new String(record, StandardCharsets.UTF_8).replace("https://lorne.example/1", address);
      ReadDump read = ReadDump.of("a.warc", utf8(own));
      assertThat(address, read.reasons(), contains("0:warc_info"));
    }
    byte[] page = Samples.record("resource", "text/plain", 1, utf8(Samples.text(1)));
    assertThat(ReadDump.of("a.warc", page).texts(), contains(Samples.text(1)));
  }

  @Test
  void aDateOutsideTheYearsOneToNineThousandIsNone() {
    for (String date :
        List.of(
            "+292278994-08-17T00:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "-292278-01-01T00:00:00Z",
            "0000-12-31T23:59:59Z",
            "-0001-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z")) {
      assertThat(date, fetchedAt(date), is(nullValue()));
    }
    for (String date : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
      assertThat(date, fetchedAt(date), is(Instant.parse(date)));
    }
  }

  private static Instant fetchedAt(String date) {
    String record =
        new String(Samples.conversion(2), StandardCharsets.UTF_8)
            .replace("2026-03-03T06:00:00Z", date);
    return ReadDump.of("a.warc", utf8(record)).pages.get(0).fetchedAt();
  }

  @Test
  void headersThatBecomeMetadataAreBounded() {
    String language = "en,".repeat(20_000);
    Page page =
        respond("Content-Type: text/html\r\nContent-Language: " + language, utf8(HTML))
            .pages
            .get(0);
    assertThat(page.metadata().length() < 17_000, is(true));
    assertThat(page.metadata(), endsWith("\"fields_cut\":[\"content_language\"]}"));
  }

  /** Pages have a request and metadata each, which are not told of by the page's address. */
  @Test
  void whatMightHaveBeenAPageIsRefusedWithItsAddress() {
    byte[] moved = utf8("HTTP/1.1 301 Moved\r\nLocation: /4\r\n\r\n");
    byte[] broken = utf8("no header at all");
    ReadDump read =
        ReadDump.of(
            "a.warc",
            join(
                Samples.record("response", "application/http", 3, moved),
                Samples.request(4),
                Samples.record("response", "application/http", 5, broken),
                Samples.response(6)));
    assertThat(
        read.rejects.stream().map(Rejected::url).toList(),
        contains("https://lorne.example/3", null, "https://lorne.example/5"));
    assertThat(read.pages.size(), is(1));
  }
}
