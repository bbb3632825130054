package org.copydesk.dump;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dump.charset.CharsetNames;
import org.copydesk.model.Page;
import org.copydesk.model.Reason;
import org.copydesk.model.Rights;
import org.copydesk.model.RightsCarrier;
import org.copydesk.model.StoredTime;

/**
 * Tells which WARC records are pages: {@code response} and {@code resource} with HTML or text, and
 * {@code conversion} (WET). The rest is skipped, each with its reason.
 */
final class WarcPages {
  /** {@code <https://a.example/licence>; rel="license"}. */
  private static final Pattern LICENCE_LINK =
      Pattern.compile(
          "<([^<>]{1,1000})>[^,<]{0,200}?\\brel=\"?license\\b", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_DATE = 40;
  private static final int CUT_UNTIL_2025 = 1 << 20;
  private static final int CUT_SINCE_2025 = 5 << 20;

  private final Payloads payloads;
  private final HttpBody httpBody;
  private final FieldBounds bounds;
  private final DumpSettings settings;

  private final HostFiles hostFiles = new HostFiles();

  // What bodies of this file were longer unpacked than packed.
  private long grown;

  WarcPages(DumpSettings settings, Payloads payloads) {
    this.payloads = payloads;
    this.settings = settings;
    httpBody = new HttpBody(settings.maxPayloadBytes());
    bounds = new FieldBounds(settings.maxFieldChars());
  }

  /** Begins a file or a range of one. */
  void start() {
    grown = 0;
    hostFiles.start();
  }

  /**
   * One whole record.
   *
   * @param from where it begins in {@code b}
   * @param header length of its header
   * @param length length of header and content
   * @param start where it begins in the decompressed file
   * @param read what was read up to its end
   */
  void read(
      Tally tally,
      HeaderFields warc,
      byte[] b,
      int from,
      int header,
      int length,
      long start,
      Read read) {
    bounds.start();
    long end = start + length;
    Reason other = otherType(warc);
    if (other != null) {
      tally.skip(other, start, end);
      return;
    }
    tally.address(unbracketed(warc.get("WARC-Target-URI")));
    int bodyFrom = from + header;
    int bodyTo = from + length;
    if (bodyFrom == bodyTo) {
      tally.skip(Reason.EMPTY_RECORD, start, end);
      return;
    }
    String type = mediaType(warc.get("Content-Type"));
    boolean isResponse = type(warc).equals("response");
    if (isResponse && (type == null || type.equals("application/http"))) {
      readHttp(tally, warc, b, bodyFrom, bodyTo, start, end, read);
      return;
    }
    Page.Kind kind = kind(type, b, bodyFrom, bodyTo);
    if (kind == null) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    if (isCrawlersOwn(warc)) {
      tally.skip(Reason.WARC_INFO, start, end);
      return;
    }
    PageOrigin origin = origin(warc, null, null, bodyTo - bodyFrom);
    tally.cut(bounds.count());
    String charset = charset(warc.get("Content-Type"));
    payloads.decode(
        tally, b, bodyFrom, bodyTo, charset, kind, origin, start, end, bodyTo - bodyFrom);
  }

  /** A record above the bound of a payload, of which only the header was kept. */
  void passLarge(Tally tally, HeaderFields warc, long start, long end) {
    Reason other = otherType(warc);
    String type = mediaType(warc.get("Content-Type"));
    tally.address(other == null ? unbracketed(warc.get("WARC-Target-URI")) : null);
    boolean mayBePage = type == null || type.equals("application/http") || type.startsWith("text/");
    if (other != null || !mayBePage) {
      tally.skip(other != null ? other : Reason.NOT_A_PAGE_TYPE, start, end);
    } else {
      tally.reject(Reason.PAYLOAD_TOO_LARGE, start, end, "record of " + (end - start) + " bytes");
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
      Tally tally, HeaderFields warc, byte[] b, int from, int to, long start, long end, Read read) {
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
    String contentType = contentType(http);
    RightsCarrier file = HostFiles.carrierAt(unbracketed(warc.get("WARC-Target-URI")));
    if (file != null && httpBody.unpack(b, body, to, http) == null) {
      takeHostFile(tally, file, warc);
    }
    if (isOther(mediaType(contentType))) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    Reason refusal = httpBody.unpack(b, body, to, http);
    if (refusal != null) {
      tally.reject(refusal, start, end, null);
      return;
    }
    grown += Math.max(0, httpBody.to() - httpBody.from() - (to - body));
    if (isBomb(read)) {
      String bound = "bodies of more than " + settings.maxCompressionRatio() + " times the file";
      tally.reject(Reason.COMPRESSION_RATIO, start, end, bound);
      return;
    }
    byte[] plain = httpBody.bytes();
    Page.Kind kind =
        contradicts(http)
            ? kindOfBytes(plain, httpBody.from(), httpBody.to())
            : kind(mediaType(contentType), plain, httpBody.from(), httpBody.to());
    if (kind == null) {
      tally.skip(Reason.NOT_A_PAGE_TYPE, start, end);
      return;
    }
    PageOrigin origin = origin(warc, http, contentType, httpBody.to() - httpBody.from());
    tally.cut(bounds.count());
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

  private void takeHostFile(Tally tally, RightsCarrier file, HeaderFields warc) {
    long before = hostFiles.forgotten();
    String url = unbracketed(warc.get("WARC-Target-URI"));
    hostFiles.take(file, url, httpBody.bytes(), httpBody.from(), httpBody.to());
    if (before == 0 && hostFiles.forgotten() > 0) {
      tally.warn("robots.txt and tdmrep.json of more hosts than are kept; rights may be missing");
    }
  }

  /** What the HTTP header says of rights, and the files of the host behind it. */
  private Rights rights(String url, HeaderFields http) {
    Rights rights = Rights.NONE;
    if (http != null) {
      for (RightsCarrier carrier : RightsCarrier.values()) {
        if (carrier.place() == RightsCarrier.Place.HTTP_HEADER) {
          for (String value : http.all(carrier.names().get(0))) {
            rights = rights.and(Rights.of(carrier.says(), value));
          }
        }
      }
      rights = rights.and(linked(http));
    }
    return rights.and(hostFiles.of(url));
  }

  private static Rights linked(HeaderFields http) {
    for (String links : http.all("Link")) {
      Matcher link = LICENCE_LINK.matcher(links);
      if (link.find()) {
        return Rights.of(RightsCarrier.Says.LICENCE, link.group(1));
      }
    }
    return Rights.NONE;
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
      return kindOfBytes(b, from, to) == Page.Kind.HTML ? Page.Kind.HTML : null;
    }
    return isHtmlType(type) ? Page.Kind.HTML : type.equals("text/plain") ? Page.Kind.TEXT : null;
  }

  private static Page.Kind kindOfBytes(byte[] b, int from, int to) {
    boolean isHtml =
        FormatSniffer.sniff(b, from, Math.min(to, from + 4096), "").format() == DumpFormat.HTML;
    return isHtml ? Page.Kind.HTML : Page.Kind.TEXT;
  }

  /** Of several types the last one that is a type, as the Fetch standard of the WHATWG has it. */
  private static String contentType(HeaderFields http) {
    String last = null;
    for (String type : http.all("Content-Type")) {
      String media = mediaType(type);
      if (media != null && media.indexOf('/') > 0 && !media.equals("*/*")) {
        boolean keepsCharset =
            last != null && media.equals(mediaType(last)) && charset(type) == null;
        last = keepsCharset ? last : type;
      }
    }
    return last == null ? http.get("Content-Type") : last;
  }

  // Of a page that is said to be HTML and to be text its bytes tell what it is.
  private static boolean contradicts(HeaderFields http) {
    boolean isHtml = false;
    boolean isText = false;
    for (String given : http.all("Content-Type")) {
      String type = mediaType(given);
      isHtml |= type != null && isHtmlType(type);
      isText |= type != null && type.equals("text/plain");
    }
    return isHtml && isText;
  }

  /**
   * Logs, arguments and lists that crawlers keep as resources, under addresses of no site: {@code
   * urn:X-wpull:log}, {@code metadata://gnu.org/software/wget/warc/wget.log}.
   */
  private static boolean isCrawlersOwn(HeaderFields warc) {
    String address = unbracketed(warc.get("WARC-Target-URI"));
    if (address == null) {
      return false;
    }
    String lower = address.substring(0, Math.min(16, address.length())).toLowerCase(Locale.ROOT);
    return lower.startsWith("urn:x-")
        || lower.startsWith("metadata:")
        || lower.startsWith("urn:pageinfo:")
        || lower.startsWith("dns:")
        || lower.startsWith("whois:");
  }

  /**
   * What was read of a file up to the end of a record.
   *
   * @param packed bytes of the file itself
   * @param plain bytes they gave
   */
  record Read(long packed, long plain) {}

  // Gzip in a body in gzip would otherwise give the square of what a file may.
  private boolean isBomb(Read read) {
    long given = read.plain() + grown;
    return given > settings.ratioFreeBytes()
        && given / settings.maxCompressionRatio() >= Math.max(1, read.packed());
  }

  private PageOrigin origin(HeaderFields warc, HeaderFields http, String contentType, int length) {
    String id = bounds.field("id", unbracketed(warc.get("WARC-Record-ID")));
    String url = bounds.field("url", unbracketed(warc.get("WARC-Target-URI")));
    String truncated = truncated(warc, http, length);
    String metadata = metadata(warc, http, contentType, truncated);
    return new PageOrigin(
        id,
        instant(warc.get("WARC-Date")),
        url,
        null,
        null,
        bounds.mark(metadata),
        null,
        null,
        rights(url, http),
        truncated != null && !truncated.equals(HttpBody.WRONG));
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
      return StoredTime.orNull(Instant.parse(date));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Why a payload is only the beginning of the page's; null where it is not known to be. */
  private String truncated(HeaderFields warc, HeaderFields http, int length) {
    // Common Crawl cut payloads at these lengths, at times without saying so.
    boolean isCutSilently = length == CUT_UNTIL_2025 || length == CUT_SINCE_2025;
    String truncated = warc.get("WARC-Truncated");
    if (truncated == null && http != null) {
      truncated = httpBody.fault();
    }
    return truncated == null && isCutSilently ? HttpBody.CUT : truncated;
  }

  private String metadata(
      HeaderFields warc, HeaderFields http, String contentType, String truncated) {
    StringBuilder json = new StringBuilder(128);
    put(json, "content_type", contentType);
    put(json, "last_modified", http == null ? null : http.get("Last-Modified"));
    put(json, "content_language", http == null ? null : http.get("Content-Language"));
    put(json, "identified_language", warc.get("WARC-Identified-Content-Language"));
    put(json, "segment_number", warc.get("WARC-Segment-Number"));
    put(json, "truncated", truncated);
    return json.length() == 0 ? null : json.append('}').toString();
  }

  private void put(StringBuilder json, String key, String value) {
    if (value != null) {
      json.append(json.length() == 0 ? "{\"" : ",\"").append(key).append("\":\"");
      json.append(JsonStringEncoder.getInstance().quoteAsString(bounds.field(key, value)))
          .append('"');
    }
  }
}
