package org.copydesk.dump;

import static org.copydesk.dump.ReadDump.join;
import static org.copydesk.dump.ReadDump.pack;
import static org.copydesk.dump.ReadDump.utf8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.dump.stream.Compression;

/** Small dumps of one invented paper in every format, built of the same pages. */
public final class Samples {
  private static final String[] PLACES = {
    "Port Lorne", "Hallbridge", "Ost Varn", "Kirnach", "Møllehavn", "Dunmere", "Ålvik", "Sarre"
  };

  private Samples() {}

  /** Text of page {@code n}, some 500 bytes. */
  public static String text(int n) {
    String place = PLACES[n % PLACES.length];
    return "Council of "
        + place
        + " votes on bridge no. "
        + n
        + "\n\n"
        + place.toUpperCase(java.util.Locale.ROOT)
        + " — The council voted “narrowly” on Tuesday to mend the bridge that closed in May.\n\n"
        + "It will cost "
        + (n * 37 + 11)
        + " thousand crowns, the mayor’s office said, and take until autumn.\n\n"
        + "Provided by Lorne Wire.\n\nOTHER NEWS\n\nFerry returns\n\nThe ferry sailed again on Monday"
        + " after repairs that took ... Read more »\n";
  }

  static String html(int n) {
    return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Bridge "
        + n
        + "</title></head><body><p>"
        + text(n).replace("\n\n", "</p>\n<p>")
        + "</p></body></html>";
  }

  static String jsonLine(int n) {
    return "{\"url\":\"https://lorne.example/"
        + n
        + "\",\"id\":"
        + n
        + ",\"text\":\""
        + text(n).replace("\n", "\\n")
        + "\",\"section\":\"local\"}\n";
  }

  public static byte[] record(String type, String contentType, int n, byte[] content) {
    String header =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000"
            + n % 10
            + ">\r\nWARC-Date: 2026-03-0"
            + (n % 9 + 1)
            + "T06:00:00Z\r\nWARC-Target-URI: https://lorne.example/"
            + n
            + "\r\nContent-Type: "
            + contentType
            + "\r\nContent-Length: "
            + content.length
            + "\r\n\r\n";
    return join(utf8(header), content, utf8("\r\n\r\n"));
  }

  static byte[] response(int n) {
    byte[] html = utf8(html(n));
    byte[] http =
        utf8(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                + html.length
                + "\r\n\r\n");
    return record("response", "application/http; msgtype=response", n, join(http, html));
  }

  static byte[] request(int n) {
    byte[] get = utf8("GET /" + n + " HTTP/1.1\r\nHost: lorne.example\r\n\r\n");
    return record("request", "application/http; msgtype=request", n, get);
  }

  public static byte[] conversion(int n) {
    return record("conversion", "text/plain", n, utf8(text(n)));
  }

  /** A dump of {@code pages} records, record by record. */
  public static List<byte[]> records(DumpFormat format, int pages) {
    List<byte[]> records = new ArrayList<>();
    for (int n = 0; n < pages; n++) {
      switch (format) {
        case PAGE_TEXT -> records.add(utf8(text(n)));
        case HTML -> records.add(utf8(html(n)));
        case JSON_LINES -> records.add(utf8(jsonLine(n)));
        case JSON -> records.add(utf8((n == 0 ? "[" : ",") + jsonLine(n)));
        case WET -> records.add(conversion(n));
        case WARC -> {
          records.add(request(n));
          records.add(response(n));
        }
        default -> throw new IllegalArgumentException(format.name());
      }
    }
    return records;
  }

  public static String name(DumpFormat format) {
    return switch (format) {
      case PAGE_TEXT -> "page.txt";
      case HTML -> "page.html";
      case JSON_LINES -> "day.jsonl";
      case JSON -> "day.json";
      case WET -> "crawl.warc.wet";
      case WARC -> "crawl.warc";
      case PARQUET -> "day.parquet";
      default -> "file";
    };
  }

  /** What stands behind each record and is no part of it: a record is whole without it. */
  static String recordEnd(DumpFormat format) {
    return switch (format) {
      case JSON_LINES -> "\n";
      case WET, WARC -> "\r\n\r\n";
      default -> "";
    };
  }

  public static byte[] dump(DumpFormat format, int pages) {
    if (format == DumpFormat.PARQUET) {
      return ParquetSamples.of(
          "SELECT 'https://lorne.example/' || i AS url, i AS id, 'Bridge ' || i || ' closed.' AS text,"
              + " ['local', 'bridges'] AS tags FROM range("
              + pages
              + ") t(i)",
          "");
    }
    return join(records(format, pages).toArray(byte[][]::new));
  }

  /** Each record a member of its own, as crawlers write WARC. */
  public static byte[] packedByRecord(DumpFormat format, int pages, Compression compression) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] record : records(format, pages)) {
      out.writeBytes(pack(compression, record));
    }
    return out.toByteArray();
  }
}
