package org.copydesk.dedup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.model.Article;
import org.copydesk.text.ContentHash;

/**
 * What must not be in the corpus: the lines of {@code --suppress}, each an id (32 hex digits), an
 * address (with its scheme; without regard to "www.", fragment and tracking) or a site (with its
 * subdomains). Blank lines and lines that begin with # do not count.
 *
 * <pre>
 * # taken down on request
 * e9564e1a9c149a0d55f6f4de0bb483eb
 * https://elm.test/news/17
 * valley.test
 * </pre>
 */
public final class Suppression {
  /** Nothing is suppressed. */
  public static final Suppression NONE = parse(List.of());

  private final Set<ContentHash> ids = new HashSet<>();
  private final Set<String> urls = new HashSet<>();
  private final Set<String> sites = new HashSet<>();

  private Suppression() {}

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException for a line that is none of the three, with its number from 1
   */
  public static Suppression parse(List<String> lines) {
    Suppression list = new Suppression();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      line = line.startsWith("\uFEFF") ? line.substring(1).strip() : line;
      if (!line.isEmpty() && !line.startsWith("#") && !list.add(line)) {
        throw new IllegalArgumentException(
            "line " + (i + 1) + " of the suppression list is no id, address or site: " + line);
      }
    }
    return list;
  }

  /** Reads a list in UTF-8; about 100 bytes of memory a line. */
  public static Suppression read(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    return parse(lines.lines().toList());
  }

  private boolean add(String line) {
    if (isId(line)) {
      return ids.add(ContentHash.parse(line.toLowerCase(Locale.ROOT))) || true;
    }
    if (line.indexOf(' ') >= 0) {
      return false;
    }
    if (line.contains("//")) {
      String url = UrlKey.of(line);
      if (url != null) {
        return urls.add(url) || true;
      }
      line = line.substring(line.indexOf("//") + 2);
      line = line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
    }
    String site = UrlKey.site(line);
    boolean isSite = site.indexOf('.') > 0 && site.indexOf('/') < 0;
    return isSite && (sites.add(site) || true);
  }

  private static boolean isId(String line) {
    return line.length() == 32
        && line.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
  }

  /** Whether an article is on the list, by its id, its address or its site. */
  public boolean covers(ContentHash id, Article article) {
    return covers(id, article.url(), article.site());
  }

  /** As above; a null address or site is on no list. */
  public boolean covers(ContentHash id, String url, String site) {
    if (ids.contains(id)) {
      return true;
    }
    String key = urls.isEmpty() && sites.isEmpty() ? null : UrlKey.of(url);
    if (key != null && (urls.contains(key) || coversSite(hostOf(key)))) {
      return true;
    }
    return site != null && coversSite(UrlKey.site(site));
  }

  private static String hostOf(String key) {
    int end = 0;
    while (end < key.length() && key.charAt(end) != '/' && key.charAt(end) != '?') {
      end++;
    }
    return key.substring(0, end);
  }

  private boolean coversSite(String site) {
    String rest = site;
    while (!sites.isEmpty()) {
      if (sites.contains(rest)) {
        return true;
      }
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return false;
  }

  public boolean isEmpty() {
    return ids.isEmpty() && urls.isEmpty() && sites.isEmpty();
  }
}
