package org.copydesk.html.stated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page tells its visitor counters of the article: {@code dataLayer.push({"pagePostAuthor":
 * "Ana Roe", "datePublished": "2024-03-05"})}. Read where a page states the same nowhere else.
 */
public final class DataLayer {
  private static final int LONGEST_SCRIPT = 60_000;
  private static final int MOST_FIELDS = 400;

  /** A quoted value of a field, quoted or not: {@code author: 'Ana Roe'}. */
  private static final Pattern FIELD =
      Pattern.compile(
          "[\"']?([A-Za-z_]{4,32})[\"']?\\s*:\\s*(\"([^\"\\\\]{2,80})\"|'([^'\\\\]{2,80})')");

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

  void read(String script) {
    Matcher fields = FIELD.matcher(script);
    for (int i = 0; i < MOST_FIELDS && fields.find(); i++) {
      String name = fields.group(1).toLowerCase(Locale.ROOT);
      String value = fields.group(3) == null ? fields.group(4) : fields.group(3);
      if (AUTHORS.contains(name)) {
        authors.add(org.jsoup.parser.Parser.unescapeEntities(value, false).strip());
      } else if (PUBLISHED.contains(name)) {
        published.add(value);
      }
    }
  }
}
