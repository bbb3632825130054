package org.copydesk.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the section of a site that a page stands in says of its topic: "Deportes", {@code
 * /wirtschaft/} and "Sports > Tennis" are names of top concepts in {@code sections.txt}.
 *
 * <p>The section that the page states comes first, then the parts of its address, then its
 * keywords; a later one is asked only where the ones before say nothing. "World" and "Local" say
 * nothing.
 */
public final class SectionTopics {
  /** File of the names of sections. */
  static final String NAMES = "sections.txt";

  private static final Map<String, String> BY_NAME = read();

  /** Parts of an address that are looked at, from the front; a headline is the last. */
  private static final int MOST_PARTS = 3;

  private SectionTopics() {}

  private static Map<String, String> read() {
    Map<String, String> byName = new HashMap<>();
    try (InputStream in = SectionTopics.class.getResourceAsStream(NAMES);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank() || line.charAt(0) == '#') {
          continue;
        }
        int colon = line.indexOf(": ");
        for (String name : line.substring(colon + 2).split("; ")) {
          // A name in two languages for two things keeps the first.
          byName.putIfAbsent(name.trim(), line.substring(0, colon));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byName;
  }

  /**
   * Codes of the top concepts that a page's section names, in their order; empty when none.
   *
   * @param section as the page states it; null when it does not
   * @param keywords as the page states them; null or empty when it does not
   * @param url of the page; null when not known
   */
  public static List<String> of(String section, List<String> keywords, String url) {
    Set<String> codes = new LinkedHashSet<>();
    if (section != null) {
      // The most particular name of "News > Sport > Tennis" is the last.
      String[] parts = section.split("[>/|,;»›]");
      for (int i = parts.length - 1; i >= 0; i--) {
        add(parts[i], codes);
      }
    }
    if (codes.isEmpty() && url != null) {
      addParts(url, codes);
    }
    if (codes.isEmpty() && keywords != null) {
      keywords.forEach(keyword -> add(keyword, codes));
    }
    return List.copyOf(codes);
  }

  private static void addParts(String url, Set<String> codes) {
    int host = url.indexOf("://");
    int path = url.indexOf('/', host < 0 ? 0 : host + 3);
    if (path < 0) {
      return;
    }
    List<String> parts =
        new ArrayList<>(List.of(url.substring(path + 1).split("[?#]")[0].split("/")));
    // The page itself is no section, nor is what follows a third part.
    int most = Math.min(MOST_PARTS, parts.size() - 1);
    for (int i = 0; i < most && codes.isEmpty(); i++) {
      add(decoded(parts.get(i)), codes);
    }
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static void add(String name, Set<String> codes) {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replace('-', ' ')
            .replace('_', ' ')
            .replace("&", " and ")
            .replaceAll("\\s+", " ")
            .strip();
    String code = BY_NAME.get(plain);
    if (code != null) {
      codes.add(code);
    }
  }
}
