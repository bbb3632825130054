package org.copydesk.text;

import java.util.Locale;

/**
 * The host of a web address, as sites are told apart by: "https://me:pw@www.Elm.test:8080/a?b" has
 * "elm.test". Read and not parsed: crawled addresses hold spaces, bars and half escapes that {@code
 * java.net.URI} refuses whole, and their host is sound.
 */
public final class WebAddress {
  private WebAddress() {}

  /** Host in lower case without user, port and "www."; null where the address has none. */
  public static String host(String address) {
    int scheme = address == null ? -1 : address.indexOf("://");
    if (scheme < 0) {
      return null;
    }
    int end = scheme + 3;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    String host = hostOf(address.substring(scheme + 3, end));
    return host.isEmpty() ? null : host;
  }

  /** The same of what stands between {@code //} and the path; empty where that is. */
  public static String hostOf(String authority) {
    String host = authority.strip().toLowerCase(Locale.ROOT);
    host = host.substring(host.lastIndexOf('@') + 1);
    // An address of IPv6 has colons of its own, in brackets.
    int port = host.indexOf(':', Math.max(0, host.indexOf(']')));
    host = port < 0 ? host : host.substring(0, port);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
