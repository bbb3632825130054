package org.copydesk.dump;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;

/**
 * Tells which WARC records are pages: {@code response} and {@code resource} with HTML or text, and
 * {@code conversion} (WET). The rest is skipped, each with its reason.
 */
final class WarcPages {
  private static final int LONGEST_DATE = 40;
  private static final int CUT_UNTIL_2025 = 1 << 20;
  private static final int CUT_SINCE_2025 = 5 << 20;

  private final Payloads payloads;
  private final HttpBody httpBody;

  WarcPages(DumpSettings settings, Payloads payloads) {
    this.payloads = payloads;
    httpBody = new HttpBody(settings.maxPayloadBytes());
  }

  /**
   * One whole record.
   *
   * @param from where it begins in {@code b}
   * @param header length of its header
   * @param length length of header and content
   * @param start where it begins in the decompressed file
   */
  void read(
      Tally tally, HeaderFields warc, byte[] b, int from, int header, int length, long start) {
    long end = start + length;
    Reason other = otherType(warc);
    if (other != null) {
      tally.skip(other, start, end);
      return;
    }
    int bodyFrom = from + header;
    int bodyTo = from + length;
    if (bodyFrom == bodyTo) {
      tally.skip(Reason.EMPTY_RECORD, start, end);
      return;
    }
    String type = mediaType(warc.get("Content-Type"));
    boolean isResponse = type(warc).equals("response");
    if (isResponse && (type == null || type.equals("application/http"))) {
      readHttp(tally, warc, b, bodyFrom, bodyTo, start, end);
      return;
    }
    Page.Kind kind = kind(type, b, bodyFrom, bodyTo);
    if (kind == null) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    PageOrigin origin = origin(warc, null, null, bodyTo - bodyFrom);
    String charset = charset(warc.get("Content-Type"));
    payloads.decode(
        tally, b, bodyFrom, bodyTo, charset, kind, origin, start, end, bodyTo - bodyFrom);
  }

  /** A record above the bound of a payload, of which only the header was kept. */
  void passLarge(Tally tally, HeaderFields warc, long start, long end) {
    Reason other = otherType(warc);
    String type = mediaType(warc.get("Content-Type"));
    boolean mayBePage = type == null || type.equals("application/http") || type.startsWith("text/");
    if (other != null || !mayBePage) {
      tally.skip(other != null ? other : Reason.NOT_A_PAGE_TYPE, start, end);
    } else {
      String size = "record of " + (end - start) + " bytes";
      tally.reject(Reason.PAYLOAD_TOO_LARGE, start, end, size);
    }
  }

  private static String type(HeaderFields warc) {
    return warc.get("WARC-Type").toLowerCase(Locale.ROOT);
  }

  // Null for the types that may be pages.
  private static Reason otherType(HeaderFields warc) {
    return switch (type(warc)) {
      case "response", "resource", "conversion" -> null;
      case "request" -> Reason.WARC_REQUEST;
      case "metadata" -> Reason.WARC_METADATA;
      case "warcinfo" -> Reason.WARC_INFO;
      case "revisit" -> Reason.WARC_REVISIT;
      case "continuation" -> Reason.WARC_CONTINUATION;
      default -> Reason.WARC_OTHER_TYPE;
    };
  }

  private void readHttp(
      Tally tally, HeaderFields warc, byte[] b, int from, int to, long start, long end) {
    int header = HeaderFields.length(b, from, to);
    HeaderFields http = HeaderFields.parse(b, from, header < 0 ? to : from + header);
    int status = status(http.firstLine());
    if (status < 0 || header < 0 && status / 100 == 2) {
      tally.reject(Reason.HTTP_MALFORMED, start, end, "no HTTP header");
      return;
    }
    if (status / 100 != 2) {
      boolean isRedirect = status / 100 == 3;
      tally.skip(isRedirect ? Reason.HTTP_REDIRECT : Reason.HTTP_ERROR, start, end);
      return;
    }
    int body = from + header;
    String contentType = http.get("Content-Type");
    if (isOther(mediaType(contentType))) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    Reason refusal = httpBody.unpack(b, body, to, http);
    if (refusal != null) {
      tally.reject(refusal, start, end, null);
      return;
    }
    byte[] plain = httpBody.bytes();
    Page.Kind kind = kind(mediaType(contentType), plain, httpBody.from(), httpBody.to());
    if (kind == null) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    PageOrigin origin = origin(warc, http, contentType, httpBody.to() - httpBody.from());
    payloads.decode(
        tally,
        plain,
        httpBody.from(),
        httpBody.to(),
        charset(contentType),
        kind,
        origin,
        start,
        end,
        to - body);
  }

  // "HTTP/1.1 200 OK" gives 200; -1 when the line is no status line.
  private static int status(String line) {
    int space = line.indexOf(' ');
    boolean isStatus =
        line.regionMatches(true, 0, "HTTP/", 0, 5) && space > 0 && line.length() >= space + 4;
    if (!isStatus) {
      return -1;
    }
    int status = 0;
    for (int i = space + 1; i < space + 4; i++) {
      int digit = Character.digit(line.charAt(i), 10);
      if (digit < 0) {
        return -1;
      }
      status = 10 * status + digit;
    }
    return status;
  }

  private static String mediaType(String contentType) {
    if (contentType == null) {
      return null;
    }
    int end = 0;
    while (end < contentType.length() && ";, ".indexOf(contentType.charAt(end)) < 0) {
      end++;
    }
    return end == 0 ? null : contentType.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static String charset(String contentType) {
    int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf("charset");
    return at < 0 ? null : CharsetNames.afterSign(contentType, at + "charset".length());
  }

  private static boolean isHtmlType(String type) {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  // A type that says nothing leaves it to the bytes.
  private static boolean isVague(String type) {
    return type == null
        || type.equals("application/octet-stream")
        || type.equals("application/x-unknown")
        || type.equals("unknown/unknown")
        || type.equals("content/unknown");
  }

  private static boolean isOther(String type) {
    return !isVague(type) && !isHtmlType(type) && !type.equals("text/plain");
  }

  // Null when it is no page.
  private static Page.Kind kind(String type, byte[] b, int from, int to) {
    if (isVague(type)) {
      boolean isHtml =
          FormatSniffer.sniff(b, from, Math.min(to, from + 4096), "").format() == DumpFormat.HTML;
      return isHtml ? Page.Kind.HTML : null;
    }
    return isHtmlType(type) ? Page.Kind.HTML : type.equals("text/plain") ? Page.Kind.TEXT : null;
  }

  private static PageOrigin origin(
      HeaderFields warc, HeaderFields http, String contentType, int length) {
    String metadata = metadata(warc, http, contentType, length);
    return new PageOrigin(
        unbracketed(warc.get("WARC-Record-ID")),
        instant(warc.get("WARC-Date")),
        unbracketed(warc.get("WARC-Target-URI")),
        null,
        null,
        metadata);
  }

  private static String unbracketed(String value) {
    boolean isBracketed = value != null && value.startsWith("<") && value.endsWith(">");
    String bare = isBracketed ? value.substring(1, value.length() - 1).trim() : value;
    return bare == null || bare.isEmpty() ? null : bare;
  }

  private static Instant instant(String date) {
    if (date == null || date.length() > LONGEST_DATE) {
      return null;
    }
    try {
      return Instant.parse(date);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String metadata(
      HeaderFields warc, HeaderFields http, String contentType, int length) {
    StringBuilder json = new StringBuilder(128);
    put(json, "content_type", contentType);
    put(json, "last_modified", http == null ? null : http.get("Last-Modified"));
    put(json, "content_language", http == null ? null : http.get("Content-Language"));
    put(json, "identified_language", warc.get("WARC-Identified-Content-Language"));
    put(json, "segment_number", warc.get("WARC-Segment-Number"));
    // Common Crawl cut payloads at these lengths, at times without saying so.
    boolean isCutSilently = length == CUT_UNTIL_2025 || length == CUT_SINCE_2025;
    String truncated = warc.get("WARC-Truncated");
    put(json, "truncated", truncated == null && isCutSilently ? "length" : truncated);
    return json.length() == 0 ? null : json.append('}').toString();
  }

  private static void put(StringBuilder json, String key, String value) {
    if (value != null) {
      json.append(json.length() == 0 ? "{\"" : ",\"").append(key).append("\":\"");
      json.append(JsonStringEncoder.getInstance().quoteAsString(value)).append('"');
    }
  }
}
