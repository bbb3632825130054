package org.copydesk.dump;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.copydesk.model.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatSnifferTest {
  private static FormatSniffer.Sniffed sniff(byte[] bytes, String name) {
    return FormatSniffer.sniff(bytes, 0, bytes.length, name);
  }

  private static DumpFormat of(String text, String name) {
    return sniff(text.getBytes(UTF_8), name).format();
  }

  private static FormatSniffer.Sniffed refused(String latin1) {
    return sniff(latin1.getBytes(ISO_8859_1), "a");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`WARC/1.0`, WARC",
        "`{\"a\":1}`, JSON_LINES",
        "`{ }`, JSON_LINES",
        "`[{\"a\":1}]`, JSON",
        "`<!DOCTYPE html><p>`, HTML",
        "`<?xml version=\"1.0\"?><html>`, HTML",
        "`  <div>`, HTML",
        "`The port was closed.`, PAGE_TEXT",
        "`[no list] of any kind`, PAGE_TEXT",
        "`{not json`, PAGE_TEXT",
        "`PAR1`, PARQUET"
      })
  void theFirstBytesSayWhatAFileIsWhateverItsName(String text, DumpFormat format) {
    assertEquals(format, of(text, "a"));
    assertEquals(format, of(text, "a.txt"));
  }

  @Test
  void aMarkOrWideCharactersInFrontChangeNothing() {
    assertEquals(DumpFormat.HTML, of("\uFEFF<html>", "a"));
    byte[] wide = "\uFEFF<html><body>".getBytes(UTF_16LE);
    assertEquals(DumpFormat.HTML, sniff(wide, "a").format());
  }

  @Test
  void anObjectOverSeveralLinesIsNoLineOfJsonLines() {
    assertEquals(DumpFormat.JSON, of("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a"));
    assertEquals(DumpFormat.JSON_LINES, of("{\"a\": 1}\n{\"a\": 2}\n", "a"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.html, HTML",
    "a.xhtml, HTML",
    "a.jsonl, JSON_LINES",
    "a.json, JSON_LINES",
    "a.warc, WARC",
    "a.warc.wet, WET",
    "a.txt, PAGE_TEXT",
    "a, PAGE_TEXT"
  })
  void theNameSpeaksWhereTheBytesDoNot(String name, DumpFormat format) {
    assertEquals(format, of("words alone", name));
    assertEquals(format, FormatSniffer.ofEmpty(name));
  }

  @Test
  void aWarcOfTextsIsToldByItsName() {
    assertEquals(DumpFormat.WET, of("WARC/1.0", "a.warc.wet"));
    assertEquals(DumpFormat.WET, of("WARC/1.0", "a.wet.7"));
  }

  @ParameterizedTest
  @CsvSource({
    "'PK\u0003\u0004', zip",
    "'Rar!\u001a\u0007', rar",
    "'7z\u00bc\u00af', 7z",
    "'\u00fd7zXZ', xz",
    "'\u001f\u008b\u0008', compressed twice",
    "'filedesc://a', 'ARC, the format before WARC'"
  })
  void archivesAreRefusedByTheirName(String bytes, String told) {
    assertEquals(Reason.UNSUPPORTED_ARCHIVE, refused(bytes).refusal());
    assertEquals(told, refused(bytes).message());
    assertEquals(DumpFormat.UNKNOWN, refused(bytes).format());
  }

  @Test
  void aTarIsToldByTheSignInItsFirstHeader() {
    assertEquals("tar", refused("name" + "\0".repeat(253) + "ustar\u000000").message());
  }

  @ParameterizedTest
  @CsvSource({
    "'%PDF-1.7', PDF",
    "'\u0089PNG\r\n', image",
    "'GIF89a', image",
    "'\u00ff\u00d8\u00ff\u00e0', image"
  })
  void picturesAndPrintIsNoText(String bytes, String told) {
    assertEquals(Reason.NOT_TEXT, refused(bytes).refusal());
    assertEquals(told, refused(bytes).message());
  }

  @Test
  void xmlThatIsNoHtmlAndEncryptedTablesAreNotRead() {
    assertEquals(Reason.UNKNOWN_FORMAT, refused("<?xml version='1.0'?><feed>").refusal());
    assertEquals(Reason.UNKNOWN_FORMAT, refused("<rss version='2.0'>").refusal());
    assertEquals(Reason.PARQUET_UNSUPPORTED, refused("PARE").refusal());
  }
}
