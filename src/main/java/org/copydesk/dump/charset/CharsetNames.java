package org.copydesk.dump.charset;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/**
 * Character sets by the names pages use. A page that says {@code iso-8859-1} means {@code
 * windows-1252}: the superset is taken, as the Encoding Standard of the WHATWG has it.
 */
public final class CharsetNames {
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("latin5", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("tis620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("windows-949", "x-windows-949"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf-16", "UTF-16LE"),
          Map.entry("unicode", "UTF-16LE"));

  private CharsetNames() {}

  /** The character set of a name; null when the name is null or says nothing this Java knows. */
  static Charset find(String name) {
    if (name == null || name.isEmpty() || name.length() > 40) {
      return null;
    }
    String lower = name.trim().toLowerCase(Locale.ROOT);
    try {
      Charset found = Charset.forName(MEANT.getOrDefault(lower, lower));
      return isStateful(found) ? null : found;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  // UTF-7 and the like hide markup from whoever looks at the bytes; no page needs them.
  private static boolean isStateful(Charset charset) {
    String name = charset.name();
    return name.equals("UTF-7") || name.startsWith("ISO-2022") && !name.equals("ISO-2022-JP");
  }

  /** The name behind {@code =}, quoted or not, at {@code i}; null when there is none. */
  public static String afterSign(String text, int i) {
    int at = skipBlank(text, i);
    if (at >= text.length() || text.charAt(at) != '=') {
      return null;
    }
    at = skipBlank(text, at + 1);
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      at++;
    }
    int end = at;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end == at ? null : text.substring(at, end);
  }

  private static int skipBlank(String text, int i) {
    int at = i;
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "-_:.+".indexOf(c) >= 0;
  }
}
