package org.copydesk.dump;

import java.io.Serializable;

/**
 * Bounds and names that reading a dump needs. The figures of {@link #defaults()} are those of the
 * design: {@code DumpSettings.defaults().withSegment(false)}.
 *
 * @param maxPayloadBytes longest payload of a page, in bytes, after decoding
 * @param maxLineBytes longest line of page text, and of what surrounds the text in a JSON line
 * @param maxDecompressedBytes most bytes a compressed file may give
 * @param maxCompressionRatio most bytes a compressed file may give for each of its own
 * @param ratioFreeBytes decompressed bytes before the ratio is looked at
 * @param maxHtmlDepth depth at which the parser flattens; 16 times as many open elements are
 *     refused
 * @param maxHtmlAttributes most attributes of one HTML element
 * @param maxJsonDepth deepest nesting of a JSON line
 * @param maxHeaderBytes longest block of WARC or HTTP header fields
 * @param maxMalformedShare share of a text's bytes that may be undecodable, 0 to 1
 * @param textKey JSON Lines key of page text
 * @param htmlKey JSON Lines key of HTML
 * @param urlKey JSON Lines key of the address
 * @param titleKey JSON Lines key of the title
 * @param dateKey JSON Lines key of the date of publication
 * @param idKey JSON Lines key of the record's own id
 * @param segment false: the text of JSON Lines is an article's body already
 */
public record DumpSettings(
    int maxPayloadBytes,
    int maxLineBytes,
    long maxDecompressedBytes,
    int maxCompressionRatio,
    long ratioFreeBytes,
    int maxHtmlDepth,
    int maxHtmlAttributes,
    int maxJsonDepth,
    int maxHeaderBytes,
    double maxMalformedShare,
    String textKey,
    String htmlKey,
    String urlKey,
    String titleKey,
    String dateKey,
    String idKey,
    boolean segment)
    implements Serializable {

  private static final int MB = 1 << 20;

  public DumpSettings {
    if (maxPayloadBytes < 1 || maxLineBytes < 1 || maxHeaderBytes < 64) {
      throw new IllegalArgumentException("bounds of payload, line and header must be positive");
    }
    if (maxPayloadBytes > 256 * MB || maxLineBytes > 256 * MB || maxHeaderBytes > 256 * MB) {
      throw new IllegalArgumentException("bounds of payload, line and header end at 256 MB");
    }
  }

  /** The bounds of the design and the keys of the contract. */
  public static DumpSettings defaults() {
    return new DumpSettings(
        16 * MB, MB, 8L << 30, 200, 16 * MB, 512, 10_000, 64, 256 << 10, 0.01, "text", "html",
        "url", "title", "date", "id", true);
  }

  public DumpSettings withSegment(boolean segmented) {
    return new DumpSettings(
        maxPayloadBytes,
        maxLineBytes,
        maxDecompressedBytes,
        maxCompressionRatio,
        ratioFreeBytes,
        maxHtmlDepth,
        maxHtmlAttributes,
        maxJsonDepth,
        maxHeaderBytes,
        maxMalformedShare,
        textKey,
        htmlKey,
        urlKey,
        titleKey,
        dateKey,
        idKey,
        segmented);
  }

  /** The same with other bounds, in bytes. */
  public DumpSettings withBounds(int payload, int line, long decompressed) {
    return new DumpSettings(
        payload,
        line,
        decompressed,
        maxCompressionRatio,
        ratioFreeBytes,
        maxHtmlDepth,
        maxHtmlAttributes,
        maxJsonDepth,
        maxHeaderBytes,
        maxMalformedShare,
        textKey,
        htmlKey,
        urlKey,
        titleKey,
        dateKey,
        idKey,
        segment);
  }

  /** The same with other JSON Lines keys. */
  public DumpSettings withKeys(
      String text, String html, String url, String title, String date, String id) {
    return new DumpSettings(
        maxPayloadBytes,
        maxLineBytes,
        maxDecompressedBytes,
        maxCompressionRatio,
        ratioFreeBytes,
        maxHtmlDepth,
        maxHtmlAttributes,
        maxJsonDepth,
        maxHeaderBytes,
        maxMalformedShare,
        text,
        html,
        url,
        title,
        date,
        id,
        segment);
  }
}
