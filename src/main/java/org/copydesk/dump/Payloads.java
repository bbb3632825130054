package org.copydesk.dump;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.copydesk.dump.charset.CharsetNames;
import org.copydesk.dump.charset.TextDecoder;
import org.copydesk.dump.charset.TwiceEncoded;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/** The last look at a payload before it is a page: decoded, not empty, within bounds. */
final class Payloads {
  private static final int META_IS_WITHIN = 4096;

  private final DumpSettings settings;
  private final TextDecoder decoder;
  private final HtmlStorms storms;

  Payloads(DumpSettings settings) {
    this.settings = settings;
    decoder = new TextDecoder(settings.maxMalformedShare());
    storms = new HtmlStorms(settings);
  }

  /**
   * Decodes the bytes {@code [from, to)} and hands them on as a page, or says why not.
   *
   * @param charset as declared outside the payload; null when it was not
   * @param start first byte of the record in the decompressed file
   * @param end byte behind the record's last
   * @param payloadBytes how many of the record's bytes carry the payload
   */
  void decode(
      Tally tally,
      byte[] b,
      int from,
      int to,
      String charset,
      Page.Kind kind,
      PageOrigin origin,
      long start,
      long end,
      long payloadBytes) {
    if (to - from > settings.maxPayloadBytes()) {
      tally.reject(Reason.PAYLOAD_TOO_LARGE, start, end, "payload of " + (to - from) + " bytes");
      return;
    }
    String declared = charset;
    if (declared == null && kind == Page.Kind.HTML) {
      declared = declaredInside(b, from, to);
    }
    TextDecoder.Decoded decoded = decoder.decode(b, from, to, declared);
    if (decoded.refusal() != null) {
      tally.reject(decoded.refusal(), start, end, null);
      return;
    }
    tally.replaced(decoded.replaced());
    long carried = Math.max(0, payloadBytes - decoded.markBytes());
    handOn(tally, decoded.payload(), kind, origin, start, end, carried);
  }

  /**
   * Hands on a payload that is UTF-8 already, or says why not.
   *
   * @param text UTF-8, perhaps encoded twice
   */
  void handOn(
      Tally tally,
      byte[] text,
      Page.Kind kind,
      PageOrigin origin,
      long start,
      long end,
      long payloadBytes) {
    byte[] payload = TwiceEncoded.mend(text);
    if (isBlank(payload)) {
      tally.skip(Reason.EMPTY_PAGE, start, end);
    } else if (payload.length > settings.maxPayloadBytes()) {
      tally.reject(Reason.PAYLOAD_TOO_LARGE, start, end, payload.length + " bytes");
    } else if (kind != Page.Kind.HTML && payload.length > settings.maxTextBytes()) {
      tally.reject(Reason.PAYLOAD_TOO_LARGE, start, end, "text of " + payload.length + " bytes");
    } else if (kind != Page.Kind.HTML && hasLongLine(payload)) {
      String bound = "a line of more than " + settings.maxLineBytes() + " bytes";
      tally.reject(Reason.LINE_TOO_LONG, start, end, bound);
    } else {
      Reason storm = kind == Page.Kind.HTML ? storms.find(payload) : null;
      if (storm != null) {
        tally.reject(storm, start, end, null);
        return;
      }
      tally.container(end - start - payloadBytes);
      String site = settings.siteSource().ofFile(tally.sourceFile());
      Page page = origin.page(tally.sourceFile(), tally.record(), kind, payload, site);
      tally.page(page, payloadBytes);
    }
  }

  private static boolean isBlank(byte[] payload) {
    for (byte b : payload) {
      if (b != ' ' && (b < '\t' || b > '\r')) {
        return false;
      }
    }
    return true;
  }

  private boolean hasLongLine(byte[] payload) {
    int bound = settings.maxLineBytes();
    if (payload.length <= bound) {
      return false;
    }
    int lineStart = 0;
    for (int i = 0; i < payload.length; i++) {
      if (payload[i] == '\n' || payload[i] == '\r') {
        if (i - lineStart > bound) {
          return true;
        }
        lineStart = i + 1;
      }
    }
    return payload.length - lineStart > bound;
  }

  /** The character set a meta element or an XML declaration names; null when there is none. */
  static String declaredInside(byte[] b, int from, int to) {
    int n = Math.min(to - from, META_IS_WITHIN);
    String head = new String(b, from, n, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = head.indexOf("charset");
    int name = at >= 0 ? at + "charset".length() : -1;
    if (at < 0 && head.startsWith("<?xml")) {
      at = head.indexOf("encoding");
      name = at + "encoding".length();
    }
    return at < 0 ? null : CharsetNames.afterSign(head, name);
  }
}
