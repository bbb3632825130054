package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.join;
import static org.copydesk.dump.ReadDump.pack;
import static org.copydesk.dump.ReadDump.utf8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.Arrays;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpReaderTest {
  private static final String PAGE =
      "Ferry returns to Port Lorne\n\nThe ferry “Alba” sailed again on Monday after repairs.\n";
  private static final String LINES =
      "{\"url\":\"https://lorne.example/1\",\"title\":\"One\",\"text\":\"First page.\\nWith é.\"}\n"
          + "{\"id\":7,\"date\":\"2026-03-01\",\"text\":\"Second page.\",\"section\":{\"a\":[1]}}\n"
          + "{\"html\":\"<p>Third</p>\"}\n";

  @ParameterizedTest
  @EnumSource(Compression.class)
  void aPageTextIsOnePageHoweverItIsPacked(Compression compression) {
    String name = "a/page.txt" + ReadDump.ending(compression);
    ReadDump read = ReadDump.of(name, pack(compression, utf8(PAGE)));
    assertThat(read.texts(), contains(PAGE));
    assertThat(read.ledger.status(), is(FileLedger.Status.OK));
    assertThat(read.ledger.compression(), is(compression));
    assertThat(read.ledger.payloadBytes(), is((long) utf8(PAGE).length));
    assertThat(read.ledger.balances(), is(true));
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void jsonLinesGiveTheirFieldsHoweverTheyArePacked(Compression compression) {
    // The name says nothing: bytes come first.
    ReadDump read = ReadDump.of("dump", pack(compression, utf8(LINES)));
    assertThat(read.texts(), contains("First page.\nWith é.", "Second page.", "<p>Third</p>"));
    assertThat(read.pages.get(0).url(), is("https://lorne.example/1"));
    assertThat(read.pages.get(0).title(), is("One"));
    assertThat(read.pages.get(1).sourceId(), is("7"));
    assertThat(read.pages.get(1).publishedAt(), is("2026-03-01"));
    assertThat(read.pages.get(1).metadata(), is("{\"section\":{\"a\":[1]}}"));
    assertThat(read.pages.get(2).kind(), is(Page.Kind.HTML));
    assertThat(read.pages.get(2).sourceRecord(), is(2L));
    assertThat(read.ledger.format(), is(DumpFormat.JSON_LINES));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void withoutSegmentationTheTextOfJsonLinesIsABody() {
    DumpReader reader = new DumpReader(DumpSettings.defaults().withSegment(false));
    ReadDump read = ReadDump.of(reader, "a.jsonl", utf8(LINES));
    assertThat(read.pages.get(0).kind(), is(Page.Kind.BODY));
    assertThat(read.pages.get(2).kind(), is(Page.Kind.HTML));
  }

  @Test
  void aBadLineLeavesItsNeighboursAlone() {
    String lines =
        "{\"text\":\"a\"}\n{\"text\":\n\n{\"note\":1}\n[1]\n{\"text\":\" \"}\n{\"text\":\"b\"}";
    ReadDump read = ReadDump.of("a.jsonl", utf8(lines));
    assertThat(read.texts(), contains("a", "b"));
    assertThat(
        read.reasons(),
        contains(
            "1:json_malformed",
            "2:empty_record",
            "3:json_no_text",
            "4:json_malformed",
            "5:empty_page"));
    assertThat(read.ledger.records(), is(7L));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void compressedBytesThatAreNotWhatTheNamePromisesAreRefused() {
    byte[] broken = pack(Compression.GZIP, utf8(PAGE.repeat(20)));
    broken[0] = 0;
    ReadDump read = ReadDump.of("a.txt.gz", broken);
    assertThat(read.reasons(), contains("0:compression_misnamed"));
    assertThat(read.ledger.status(), is(FileLedger.Status.REJECTED));
    assertThat(read.ledger.rejectedBytes(), is((long) broken.length));
    assertThat(read.ledger.balances(), is(true));
  }

  @Test
  void plainTextUnderACompressedNameIsReadWithAWarning() {
    ReadDump read = ReadDump.of("a.txt.gz", utf8(PAGE));
    assertThat(read.texts(), contains(PAGE));
    assertThat(read.ledger.warnings(), contains("named as gzip, is none"));
  }

  @Test
  void membersAreReadOneAfterTheOtherAndZerosBehindThemArePadding() {
    byte[] first = pack(Compression.GZIP, utf8("{\"text\":\"a\"}\n"));
    byte[] second = pack(Compression.GZIP, utf8("{\"text\":\"b\"}\n"));
    ReadDump read = ReadDump.of("a.jsonl.gz", join(first, second, new byte[512]));
    assertThat(read.texts(), contains("a", "b"));
    assertThat(read.rejects, is(empty()));
    assertThat(read.ledger.warnings(), contains("512 zero bytes follow the compressed data"));
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void garbageBehindTheLastMemberIsReportedAndCostsNoPage(Compression compression) {
    byte[] file = join(pack(compression, utf8(PAGE)), utf8("garbage here"));
    ReadDump read = ReadDump.of("a.txt" + ReadDump.ending(compression), file);
    assertThat(read.texts(), contains(PAGE));
    assertThat(read.reasons(), contains("-1:compression_trailing_bytes"));
    assertThat(read.ledger.status(), is(FileLedger.Status.PARTIAL));
    assertThat(read.ledger.balances(), is(true));
  }

  @ParameterizedTest
  @EnumSource(value = Compression.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void aPageWhoseCompressionIsDamagedIsNotHandedOn(Compression compression) {
    byte[] file = pack(compression, utf8(PAGE.repeat(50)));
    ReadDump cut = ReadDump.of("a.txt", Arrays.copyOf(file, file.length - 5));
    assertThat(cut.pages, is(empty()));
    assertThat(cut.ledger.status(), is(FileLedger.Status.REJECTED));
    assertThat(cut.ledger.balances(), is(true));
  }

  @Test
  void aFileWithoutBytesIsAnEmptyPageAndAContainerWithoutBytesHasNoRecords() {
    ReadDump page = ReadDump.of("a.txt", new byte[0]);
    assertThat(page.reasons(), contains("0:empty_page"));
    assertThat(page.ledger.status(), is(FileLedger.Status.OK));
    assertThat(ReadDump.of("b.jsonl", new byte[0]).ledger.records(), is(0L));
    assertThat(ReadDump.of("c.warc", new byte[0]).ledger.records(), is(0L));
    assertThat(ReadDump.of("d.txt", utf8(" \n\n")).reasons(), contains("0:empty_page"));
    assertThat(
        ReadDump.of("e.txt.gz", new byte[0]).reasons(), contains("-1:compression_truncated"));
  }

  @Test
  void archivesAndBinariesAreOneRejectedRecord() {
    byte[] zip = join(utf8("PK\u0003\u0004"), new byte[100]);
    assertThat(ReadDump.of("a.zip", zip).reasons(), contains("0:unsupported_archive"));
    byte[] twice = pack(Compression.GZIP, pack(Compression.GZIP, utf8(PAGE)));
    assertThat(ReadDump.of("a.txt.gz", twice).reasons(), contains("0:unsupported_archive"));
    ReadDump zeros = ReadDump.of("a.txt", new byte[5000]);
    assertThat(zeros.reasons(), contains("0:not_text"));
    assertThat(zeros.ledger.rejectedBytes(), is(5000L));
  }
}
