package org.copydesk.dump;

import java.io.Serializable;

/**
 * Bounds and names that reading a dump needs. The figures of {@link #defaults()} are those of the
 * design: {@code DumpSettings.defaults().withSegment(false)}.
 *
 * @param maxPayloadBytes longest payload of a page, in bytes, after decoding
 * @param maxTextBytes longest payload that is text, of which many times its length is held while it
 *     is taken apart
 * @param maxLineBytes longest line of page text, and of what surrounds the text in a JSON line
 * @param maxDecompressedBytes most bytes a compressed file may give
 * @param maxCompressionRatio most bytes a file may give for each of its own, with what the bodies
 *     in it unpack to
 * @param ratioFreeBytes decompressed bytes before the ratio is looked at
 * @param maxHtmlDepth depth at which the parser flattens; 16 times as many open elements are
 *     refused
 * @param maxHtmlElements most tags that open an element, of one page; an element takes some 110
 *     bytes of a tree
 * @param maxAttributePairs most comparisons of attributes' names in all of a page: a parser
 *     compares each with those its element has
 * @param maxJsonDepth deepest nesting of a JSON line
 * @param maxHeaderBytes longest block of WARC or HTTP header fields
 * @param maxFieldChars longest title, address, id, date, name or other single value; what is longer
 *     is cut
 * @param maxMetadataChars longest JSON text of what else a record carries; a key that does not fit
 *     is left out
 * @param maxMalformedShare share of a text's bytes that may be undecodable, 0 to 1
 * @param keys JSON keys of what a record tells
 * @param siteSource what a site's name is taken from
 * @param segment false: the text of JSON Lines is an article's body already
 */
public record DumpSettings(
    int maxPayloadBytes,
    int maxTextBytes,
    int maxLineBytes,
    long maxDecompressedBytes,
    int maxCompressionRatio,
    long ratioFreeBytes,
    int maxHtmlDepth,
    int maxHtmlElements,
    long maxAttributePairs,
    int maxJsonDepth,
    int maxHeaderBytes,
    int maxFieldChars,
    int maxMetadataChars,
    double maxMalformedShare,
    JsonKeys keys,
    SiteSource siteSource,
    boolean segment)
    implements Serializable {

  private static final int MB = 1 << 20;

  public DumpSettings {
    if (maxPayloadBytes < 1 || maxLineBytes < 1 || maxHeaderBytes < 64) {
      throw new IllegalArgumentException("bounds of payload, line and header must be positive");
    }
    if (maxTextBytes < 1 || maxFieldChars < 16 || maxMetadataChars < 16) {
      throw new IllegalArgumentException("bounds of text and fields must be positive");
    }
    if (maxPayloadBytes > 256 * MB || maxLineBytes > 256 * MB || maxHeaderBytes > 256 * MB) {
      throw new IllegalArgumentException("bounds of payload, line and header end at 256 MB");
    }
  }

  /** The bounds of the design, the keys that are known, and sites as they are found. */
  public static DumpSettings defaults() {
    return new DumpSettings(
        16 * MB,
        4 * MB,
        MB,
        8L << 30,
        100,
        16 * MB,
        512,
        250_000,
        200_000_000,
        64,
        256 << 10,
        16 << 10,
        256 << 10,
        0.01,
        JsonKeys.KNOWN,
        SiteSource.FOUND,
        true);
  }

  public DumpSettings withSegment(boolean segmented) {
    return with(
        maxPayloadBytes,
        maxTextBytes,
        maxLineBytes,
        maxDecompressedBytes,
        maxFieldChars,
        maxMetadataChars,
        keys,
        siteSource,
        segmented);
  }

  /** The same with other JSON keys and another source of sites' names. */
  public DumpSettings withKeys(JsonKeys otherKeys, SiteSource otherSource) {
    return with(
        maxPayloadBytes,
        maxTextBytes,
        maxLineBytes,
        maxDecompressedBytes,
        maxFieldChars,
        maxMetadataChars,
        otherKeys,
        otherSource,
        segment);
  }

  /** The same with other bounds, in bytes. */
  public DumpSettings withBounds(int payload, int line, long decompressed) {
    int text = Math.min(payload, maxTextBytes);
    return with(
        payload,
        text,
        line,
        decompressed,
        maxFieldChars,
        maxMetadataChars,
        keys,
        siteSource,
        segment);
  }

  /** The same with other bounds of fields, in characters. */
  public DumpSettings withFieldBounds(int field, int metadata) {
    return with(
        maxPayloadBytes,
        maxTextBytes,
        maxLineBytes,
        maxDecompressedBytes,
        field,
        metadata,
        keys,
        siteSource,
        segment);
  }

  private DumpSettings with(
      int payload,
      int text,
      int line,
      long decompressed,
      int field,
      int metadata,
      JsonKeys keys,
      SiteSource sites,
      boolean segmented) {
    return new DumpSettings(
        payload,
        text,
        line,
        decompressed,
        maxCompressionRatio,
        ratioFreeBytes,
        maxHtmlDepth,
        maxHtmlElements,
        maxAttributePairs,
        maxJsonDepth,
        maxHeaderBytes,
        field,
        metadata,
        maxMalformedShare,
        keys,
        sites,
        segmented);
  }
}
