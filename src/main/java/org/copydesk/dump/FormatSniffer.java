package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.stream.Compression;
import org.copydesk.model.Reason;

/** Tells a format from the first bytes, and only where they leave it open from the name. */
final class FormatSniffer {
  private static final String[] HTML_TAGS = {
    "!doctype html",
    "html",
    "head",
    "body",
    "title",
    "meta",
    "script",
    "style",
    "div",
    "p>",
    "p ",
    "table",
    "a ",
    "h1",
    "h2",
    "h3",
    "ul",
    "span",
    "section",
    "article",
    "main",
    "br",
    "link",
    "!--"
  };

  private FormatSniffer() {}

  /**
   * What was found.
   *
   * @param format {@code UNKNOWN} when the file is refused
   * @param refusal why; null when it is not
   * @param message for a person; null when the reason says it all
   */
  record Sniffed(DumpFormat format, Reason refusal, String message) {}

  private static Sniffed is(DumpFormat format) {
    return new Sniffed(format, null, null);
  }

  private static Sniffed refused(Reason reason, String message) {
    return new Sniffed(DumpFormat.UNKNOWN, reason, message);
  }

  /**
   * Looks at {@code [from, to)}.
   *
   * @param name the file's name in lower case, without the ending of its compression
   */
  static Sniffed sniff(byte[] b, int from, int to, String name) {
    String archive = archive(b, from, to);
    if (archive != null) {
      return refused(Reason.UNSUPPORTED_ARCHIVE, archive);
    }
    if (startsWith(b, from, to, "PAR1")) {
      return is(DumpFormat.PARQUET);
    }
    if (startsWith(b, from, to, "PARE")) {
      return refused(Reason.PARQUET_UNSUPPORTED, "encrypted");
    }
    int mark = TextDecoder.markLength(b, from, to);
    String head = head(b, from, to, mark);
    if (head.startsWith("warc/")) {
      return is(isWet(name) ? DumpFormat.WET : DumpFormat.WARC);
    }
    if (head.startsWith("filedesc://")) {
      return refused(Reason.UNSUPPORTED_ARCHIVE, "ARC, the format before WARC");
    }
    if (isObject(head)) {
      boolean isSpread = JsonElementsReader.isSpread(b, from + mark, to);
      return is(isSpread ? DumpFormat.JSON : DumpFormat.JSON_LINES);
    }
    if (isArray(head)) {
      return is(DumpFormat.JSON);
    }
    if (isNamedWarc(name)) {
      return is(isWet(name) ? DumpFormat.WET : DumpFormat.WARC);
    }
    boolean isWide = mark == 2 || mark == 4 || TextDecoder.wideWithoutMark(b, from, to) != null;
    String binary = binary(head);
    if (binary != null || !isWide && TextDecoder.looksBinary(b, from, to)) {
      return refused(Reason.NOT_TEXT, binary);
    }
    if (endsWith(name, ".jsonl", ".ndjson", ".json", ".jsonlines")) {
      return is(DumpFormat.JSON_LINES);
    }
    if (isHtml(head) || endsWith(name, ".html", ".htm", ".xhtml", ".shtml")) {
      return is(DumpFormat.HTML);
    }
    if (head.startsWith("<?xml") || head.startsWith("<rss") || head.startsWith("<feed")) {
      return refused(Reason.UNKNOWN_FORMAT, "XML that is not HTML");
    }
    return is(DumpFormat.PAGE_TEXT);
  }

  /** Format of a file without a single byte, by its name. */
  static DumpFormat ofEmpty(String name) {
    if (isNamedWarc(name)) {
      return isWet(name) ? DumpFormat.WET : DumpFormat.WARC;
    }
    if (endsWith(name, ".jsonl", ".ndjson", ".json", ".jsonlines")) {
      return DumpFormat.JSON_LINES;
    }
    return endsWith(name, ".html", ".htm", ".xhtml", ".shtml")
        ? DumpFormat.HTML
        : DumpFormat.PAGE_TEXT;
  }

  private static boolean isNamedWarc(String name) {
    return endsWith(name, ".warc", ".wet", ".wat");
  }

  private static boolean isWet(String name) {
    return endsWith(name, ".wet") || name.contains(".wet.");
  }

  // The first printable part in lower case, whatever the width of its characters.
  private static String head(byte[] b, int from, int to, int mark) {
    int i = from + mark;
    int step =
        mark == 4 ? 4 : mark == 2 || TextDecoder.wideWithoutMark(b, from, to) != null ? 2 : 1;
    int low = step == 2 && i + 1 < to && b[i] == 0 ? 1 : 0;
    StringBuilder head = new StringBuilder(256);
    for (i += low; i < to && head.length() < 256; i += step) {
      char c = (char) (b[i] & 0xff);
      if (head.length() > 0 || c > ' ') {
        head.append(c);
      }
    }
    return head.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isObject(String head) {
    if (!head.startsWith("{")) {
      return false;
    }
    String inside = head.substring(1).stripLeading();
    return inside.startsWith("\"") || inside.startsWith("}");
  }

  private static boolean isArray(String head) {
    return head.startsWith("[") && isObject(head.substring(1).stripLeading());
  }

  /** True when the lower-case text begins like HTML. */
  static boolean isHtml(String head) {
    if (!head.startsWith("<")) {
      return false;
    }
    if (head.startsWith("<?xml")) {
      return head.contains("<html") || head.contains("<!doctype html");
    }
    for (String tag : HTML_TAGS) {
      if (head.startsWith(tag, 1)) {
        return true;
      }
    }
    return false;
  }

  private static String archive(byte[] b, int from, int to) {
    if (Compression.ofBytes(b, from, to) != Compression.NONE) {
      return "compressed twice";
    }
    int n = to - from;
    if (n >= 4 && b[from] == 'P' && b[from + 1] == 'K' && b[from + 2] < 9 && b[from + 3] < 9) {
      return "zip";
    }
    if (n >= 262 && startsWith(b, from + 257, to, "ustar")) {
      return "tar";
    }
    if (startsWith(b, from, to, "7z\u00bc\u00af")) {
      return "7z";
    }
    if (startsWith(b, from, to, "Rar!\u001a")) {
      return "rar";
    }
    return startsWith(b, from, to, "\u00fd7zXZ") ? "xz" : null;
  }

  private static String binary(String head) {
    if (head.startsWith("%pdf-")) {
      return "PDF";
    }
    // The third is a JPEG's FF D8 FF, in lower case as the rest.
    boolean isImage =
        head.startsWith("\u0089png")
            || head.startsWith("gif8")
            || head.startsWith("\u00ff\u00f8\u00ff");
    return isImage ? "image" : null;
  }

  private static boolean startsWith(byte[] b, int from, int to, String latin1) {
    byte[] wanted = latin1.getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < wanted.length; i++) {
      if (from + i >= to || b[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean endsWith(String name, String... endings) {
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
