package org.copydesk.html.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a page tells its visitor counters of the article: {@code dataLayer.push({"pagePostAuthor":
 * "Ana Roe", "datePublished": "2024-03-05"})}. Read where a page states the same nowhere else.
 */
public final class DataLayer {
  private static final int LONGEST_SCRIPT = 60_000;
  private static final int MOST_FIELDS = 400;

  private static final int SHORTEST_NAME = 4;
  private static final int LONGEST_NAME = 32;
  private static final int SHORTEST_VALUE = 2;
  private static final int LONGEST_VALUE = 80;

  private static final Set<String> AUTHORS =
      Set.of(
          "pagepostauthor",
          "author",
          "authors",
          "authorname",
          "author_name",
          "articleauthor",
          "article_author",
          "pageauthor",
          "postauthor",
          "contentauthor",
          "content_author");

  private static final Set<String> PUBLISHED =
      Set.of(
          "pagepostdate",
          "datepublished",
          "publishdate",
          "publish_date",
          "publisheddate",
          "publicationdate",
          "publication_date",
          "published_date",
          "articlepublisheddate",
          "article_published_date",
          "pubdate",
          "publishedat");

  public final List<String> authors = new ArrayList<>();
  public final List<String> published = new ArrayList<>();

  /** Whether a script fills such a layer. */
  static boolean isIn(String script) {
    return script.length() <= LONGEST_SCRIPT
        && (script.contains("dataLayer") || script.contains("digitalData"));
  }

  /** Takes quoted values of fields, quoted themselves or not: {@code author: 'Ana Roe'}. */
  void read(String script) {
    int fields = 0;
    int from = 0;
    for (int colon = script.indexOf(':');
        colon >= 0 && fields < MOST_FIELDS;
        colon = script.indexOf(':', Math.max(colon + 1, from))) {
      int value = valueBehind(script, colon + 1);
      int end = value < 0 ? -1 : endOfValue(script, value);
      String name = end < 0 ? null : nameBefore(script, colon, from);
      if (name != null) {
        fields++;
        from = end + 1;
        take(name.toLowerCase(Locale.ROOT), script.substring(value, end));
      }
    }
  }

  private void take(String name, String value) {
    if (AUTHORS.contains(name)) {
      authors.add(org.jsoup.parser.Parser.unescapeEntities(value, false).strip());
    } else if (PUBLISHED.contains(name)) {
      published.add(value);
    }
  }

  /** Where a quoted value begins, behind its quote; negative where none does. */
  private static int valueBehind(String script, int from) {
    int at = from;
    while (at < script.length() && isSpace(script.charAt(at))) {
      at++;
    }
    return at < script.length() && isQuote(script.charAt(at)) ? at + 1 : -1;
  }

  /** Where it ends, before its quote; negative where it is no short value without escapes. */
  private static int endOfValue(String script, int start) {
    char quote = script.charAt(start - 1);
    int last = Math.min(script.length() - 1, start + LONGEST_VALUE);
    for (int i = start; i <= last && script.charAt(i) != '\\'; i++) {
      if (script.charAt(i) == quote) {
        return i - start >= SHORTEST_VALUE ? i : -1;
      }
    }
    return -1;
  }

  /** The name before a colon, not before {@code from}; null where none stands there. */
  private static String nameBefore(String script, int colon, int from) {
    int end = colon;
    while (end > from && isSpace(script.charAt(end - 1))) {
      end--;
    }
    end = end > from && isQuote(script.charAt(end - 1)) ? end - 1 : end;
    int start = end;
    while (start > from && end - start < LONGEST_NAME && isNameLetter(script.charAt(start - 1))) {
      start--;
    }
    return end - start >= SHORTEST_NAME ? script.substring(start, end) : null;
  }

  private static boolean isNameLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
