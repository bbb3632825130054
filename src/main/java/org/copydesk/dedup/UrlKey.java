package org.copydesk.dedup;

import org.copydesk.text.WebAddress;

/**
 * The form in which addresses are compared: "https://www.Elm.test/a/?utm_source=x#top" is
 * "elm.test/a". Scheme, "www.", port, fragment, tracking parameters and a trailing slash do not
 * count; the case of the path and other parameters do.
 */
public final class UrlKey {
  private UrlKey() {}

  /** The form; null for null, for an address without a host and for a bare home page. */
  public static String of(String url) {
    if (url == null) {
      return null;
    }
    String rest = url.strip();
    int scheme = rest.indexOf("//");
    if (scheme < 0 || (scheme > 0 && rest.charAt(scheme - 1) != ':')) {
      return null;
    }
    rest = rest.substring(scheme + 2);
    int fragment = rest.indexOf('#');
    rest = fragment >= 0 ? rest.substring(0, fragment) : rest;
    int query = rest.indexOf('?');
    String parameters = query >= 0 ? kept(rest.substring(query + 1)) : "";
    rest = query >= 0 ? rest.substring(0, query) : rest;
    int slash = rest.indexOf('/');
    String host = WebAddress.hostOf(slash >= 0 ? rest.substring(0, slash) : rest);
    String path = slash >= 0 ? rest.substring(slash) : "";
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    boolean isPage = !host.isEmpty() && (!path.isEmpty() || !parameters.isEmpty());
    return isPage ? host + path + parameters : null;
  }

  private static String kept(String parameters) {
    StringBuilder kept = new StringBuilder();
    for (int from = 0; from <= parameters.length(); ) {
      int end = parameters.indexOf('&', from);
      end = end < 0 ? parameters.length() : end;
      String each = parameters.substring(from, end);
      boolean isTracking =
          each.startsWith("utm_")
              || each.startsWith("fbclid=")
              || each.startsWith("gclid=")
              || each.startsWith("ref=");
      if (!each.isEmpty() && !isTracking) {
        kept.append(kept.length() == 0 ? '?' : '&').append(each);
      }
      from = end + 1;
    }
    return kept.toString();
  }
}
