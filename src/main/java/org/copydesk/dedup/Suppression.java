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
import org.copydesk.text.WebAddress;

/**
 * What must not be in the corpus: the lines of {@code --suppress}, each an id (32 hex digits), an
 * address (with its scheme; without regard to "www.", fragment and tracking) or a site as {@code
 * articles.site} has it: a host (with its subdomains), a folder, a template's name. {@code site:}
 * before a site lets it have blanks, or look like something else. Blank lines and lines that begin
 * with # do not count.
 *
 * <pre>
 * # taken down on request
 * e9564e1a9c149a0d55f6f4de0bb483eb
 * https://elm.test/news/17
 * valley.test
 * template-722bb51147be
 * site:Our Valley/2025
 * </pre>
 */
public final class Suppression {
  /** Nothing is suppressed. */
  public static final Suppression NONE = parse(List.of());

  private final Set<ContentHash> ids = new HashSet<>();
  private final Set<String> urls = new HashSet<>();
  private final Set<String> sites = new HashSet<>();

  /** Sites as they stand: of pages without an address. */
  private final Set<String> names = new HashSet<>();

  private static final String SITE = "site:";

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
            "line "
                + (i + 1)
                + " of the suppression list is no id, address or site: "
                + line
                + "; a line is an id (32 hex digits), an address with https:// before it or a site"
                + " as articles.site has it, with site: before it where it has a blank or a host"
                + " with a path");
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
    if (line.startsWith(SITE)) {
      return addSite(line.substring(SITE.length()).strip());
    }
    if (isId(line)) {
      return ids.add(ContentHash.parse(line.toLowerCase(Locale.ROOT))) || true;
    }
    if (line.chars().anyMatch(Character::isWhitespace)) {
      return false;
    }
    int scheme = line.indexOf("//");
    if (scheme == 0 || (scheme > 0 && line.charAt(scheme - 1) == ':')) {
      String url = UrlKey.of(line);
      if (url != null) {
        return urls.add(url) || true;
      }
      String host = line.substring(scheme + 2);
      return addSite(host.endsWith("/") ? host.substring(0, host.length() - 1) : host);
    }
    int path = line.indexOf('/');
    // An address whose scheme is forgotten would be a folder that is nowhere.
    boolean isAddress =
        path > 0 && line.substring(0, path).matches("[\\w-]+(\\.[\\w-]+)*\\.\\p{L}{2,}");
    return !isAddress && addSite(line);
  }

  private boolean addSite(String site) {
    boolean isHost = site.indexOf('.') > 0 && site.indexOf('/') < 0;
    if (isHost) {
      sites.add(WebAddress.hostOf(site));
    }
    names.add(site);
    return !site.isEmpty();
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
    if (site != null && names.contains(site)) {
      return true;
    }
    String key = urls.isEmpty() && sites.isEmpty() ? null : UrlKey.of(url);
    if (key != null && (urls.contains(key) || coversSite(hostOf(key)))) {
      return true;
    }
    return site != null && coversSite(WebAddress.hostOf(site));
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
    return ids.isEmpty() && urls.isEmpty() && names.isEmpty();
  }
}
