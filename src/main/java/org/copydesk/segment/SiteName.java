package org.copydesk.segment;

import java.util.Locale;
import org.copydesk.model.Page;

/** The host of an address, lower case, without {@code www.} and port. */
final class SiteName {
  private SiteName() {}

  /** The name the page was given, else the host of its address; null where it has neither. */
  static String of(Page page) {
    return page.site() != null ? page.site() : ofUrl(page.url());
  }

  /** Host of {@code url}; null where it has none. */
  static String ofUrl(String url) {
    if (url == null) {
      return null;
    }
    int start = url.indexOf("://");
    if (start < 0) {
      return null;
    }
    start += 3;
    int end = start;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int user = url.substring(start, end).indexOf('@');
    String host = url.substring(user < 0 ? start : start + user + 1, end).toLowerCase(Locale.ROOT);
    if (host.startsWith("www.")) {
      host = host.substring(4);
    }
    return host.isEmpty() ? null : host;
  }
}
