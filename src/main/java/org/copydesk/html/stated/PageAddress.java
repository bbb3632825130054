package org.copydesk.html.stated;

import java.util.Locale;
import org.copydesk.text.WebAddress;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/**
 * Where a page lives: its canonical address where that is believable, else the one it was fetched
 * from. A canonical link to the site's front page is a mistake, and one to another site says where
 * the text is from, not where the page lives: neither is taken for its address.
 */
public final class PageAddress {
  private PageAddress() {}

  /** Absolute http(s) address; null when none is known. */
  public static String of(TellingElements page, StructuredData data, String fetched) {
    String base = base(page, fetched, null);
    for (Element link : page.canonical) {
      String address = absolute(base, link.attr("href"));
      if (isBelievable(address, fetched)) {
        return address;
      }
    }
    for (String stated : new String[] {data.meta("og:url"), data.url}) {
      String address = absolute(base, stated);
      if (isBelievable(address, fetched)) {
        return address;
      }
    }
    return fetched;
  }

  /**
   * Where a page says it lives, of whatever site.
   *
   * @param address the one taken for its own
   * @return null where it says nothing, or that address, or the front page of a site
   */
  public static String canonical(TellingElements page, String fetched, String address) {
    String base = base(page, fetched, null);
    for (Element link : page.canonical) {
      String stated = absolute(base, link.attr("href"));
      if (stated != null && !isRoot(stated)) {
        return stated.equals(address) ? null : stated;
      }
    }
    return null;
  }

  /**
   * What a page's links are relative to: its {@code <base>}, else the address it was fetched from,
   * else the one it states itself. A file that somebody saved has no address but its own word.
   *
   * @param fetched null where it is not known
   * @param stated null likewise
   * @return null where there is none
   */
  public static String base(TellingElements page, String fetched, String stated) {
    String known = host(fetched).isEmpty() ? stated : fetched;
    String own =
        page.base == null ? null : absolute(known == null ? "" : known, page.base.attr("href"));
    return own == null ? known : own;
  }

  /** A link's target as an absolute http(s) address without fragment; null for anything else. */
  public static String absolute(String base, String href) {
    if (href == null || href.isBlank() || href.startsWith("#") || href.length() > 4_000) {
      return null;
    }
    String from = base == null ? "" : base;
    String plain = plain(from, href);
    if (plain != null) {
      return plain;
    }
    String whole = StringUtil.resolve(from, href.strip());
    if (whole.isEmpty()) {
      whole = href.strip();
    }
    String lower = whole.length() > 8 ? whole.substring(0, 8).toLowerCase(Locale.ROOT) : "";
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      return null;
    }
    int fragment = whole.indexOf('#');
    return fragment < 0 ? whole : whole.substring(0, fragment);
  }

  /**
   * The usual "https://…" and "/path", put together as they stand and without a fragment; null for
   * others.
   */
  static String plain(String base, String href) {
    boolean isWhole = href.startsWith("https://") || href.startsWith("http://");
    boolean isPath = href.charAt(0) == '/' && !href.startsWith("//");
    if (!isWhole && !isPath) {
      return null;
    }
    int end = href.length();
    for (int i = 0; i < end; i++) {
      char c = href.charAt(i);
      if (c == '#') {
        end = i;
      } else if (c <= ' ' || c > '~' || c == '\\' || (c == '.' && href.startsWith("/.", i - 1))) {
        // Resolving would change it.
        return null;
      }
    }
    String path = href.substring(0, end);
    if (isWhole) {
      return path.indexOf('/', 8) > 0 && path.indexOf('?') != path.indexOf('/', 8) ? path : null;
    }
    int host = base.startsWith("https://") ? 8 : base.startsWith("http://") ? 7 : -1;
    int root = host < 0 ? -1 : base.indexOf('/', host);
    boolean isPlainBase = root > host && base.indexOf('?') < 0 && base.indexOf('#') < 0;
    return isPlainBase ? base.substring(0, root) + path : null;
  }

  private static boolean isBelievable(String address, String fetched) {
    if (address == null) {
      return false;
    }
    if (host(fetched).isEmpty()) {
      return true;
    }
    boolean isSameSite = registered(host(address)).equals(registered(host(fetched)));
    boolean isFront = isRoot(address) && !isRoot(fetched);
    return isSameSite && !isFront;
  }

  private static boolean isRoot(String address) {
    int path = address.indexOf('/', address.indexOf("://") + 3);
    return path < 0 || address.substring(path).equals("/");
  }

  private static String registered(String host) {
    String[] parts = host.split("\\.", -1);
    int n = parts.length;
    if (n <= 2) {
      return host;
    }
    boolean isSecondLevel = parts[n - 1].length() == 2 && parts[n - 2].length() <= 3;
    int keep = isSecondLevel ? 3 : 2;
    return String.join(".", java.util.Arrays.copyOfRange(parts, n - keep, n));
  }

  /** Host of an address in lower case without "www."; empty when it has none. */
  public static String host(String address) {
    String host = WebAddress.host(address);
    return host == null ? "" : host;
  }
}
