package org.copydesk.dedup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.Teaser;
import org.copydesk.text.ContentHash;
import org.copydesk.text.Normaliser;

/**
 * What must not be anywhere any more: lines as those of {@link Suppression}, and hashes of the
 * headlines of what these named when it was still there, so that no teaser tells of it:
 *
 * <pre>
 * e9564e1a9c149a0d55f6f4de0bb483eb
 * title:5d0c7a4be7ef1b77a7a0a2b3c8a52d10
 * </pre>
 *
 * <p>It holds no word of what is gone but those of addresses that were named. Memory: about 100
 * bytes a line.
 */
public final class Erasure {
  /** Nothing is erased. */
  public static final Erasure NONE = of(List.of());

  private static final String TITLE = "title:";

  /** Stands for a text that is gone, as an article has one. */
  private static final String GONE = "-";

  private final Suppression articles;
  private final Set<ContentHash> titles = new HashSet<>();

  private Erasure(Suppression articles) {
    this.articles = articles;
  }

  /**
   * @throws IllegalArgumentException for a line that is none of these
   */
  public static Erasure of(List<String> lines) {
    List<String> others = new ArrayList<>(lines);
    others.removeIf(line -> line.startsWith(TITLE));
    Erasure erasure = new Erasure(Suppression.parse(others));
    for (String line : lines) {
      if (line.startsWith(TITLE)) {
        erasure.titles.add(ContentHash.parse(line.substring(TITLE.length())));
      }
    }
    return erasure;
  }

  /** Reads what {@link #bytes} gave. */
  public static Erasure read(byte[] bytes) {
    return of(lines(bytes));
  }

  /** The lines of a file, sorted and each once. */
  public static List<String> lines(byte[] bytes) {
    return List.copyOf(new TreeSet<>(new String(bytes, StandardCharsets.UTF_8).lines().toList()));
  }

  /** A file of lines. */
  public static byte[] bytes(Iterable<String> lines) {
    TreeSet<String> sorted = new TreeSet<>();
    lines.forEach(sorted::add);
    return (String.join("\n", sorted) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The lines that a suppression list takes. */
  public static List<String> suppressed(List<String> lines) {
    return lines.stream().filter(line -> !line.startsWith(TITLE)).toList();
  }

  /** The line for a headline. */
  public static String titleLine(String title) {
    return TITLE + hash(title).hex();
  }

  private static ContentHash hash(String title) {
    return ContentHash.of(Normaliser.normalise(title));
  }

  /** Whether an article is to be nowhere. */
  public boolean covers(ContentHash id, String url, String site) {
    return articles.covers(id, url, site);
  }

  /** Whether a teaser tells of one. */
  public boolean covers(Teaser teaser) {
    boolean isTitle =
        !titles.isEmpty() && teaser.title() != null && titles.contains(hash(teaser.title()));
    return isTitle || teaser.url() != null && articles.covers(null, teaser.url(), null);
  }

  /** Whether nothing is erased. */
  public boolean isEmpty() {
    return articles.isEmpty() && titles.isEmpty();
  }

  /** What is left of an article: that it was there, and where. */
  public static ArticleRecord whatIsLeft(ArticleRecord record) {
    Article article = record.article();
    return new ArticleRecord(
        record.id(),
        record.sourceFile(),
        record.sourceRecord(),
        record.sourceId(),
        record.fetchedAt(),
        null,
        new Article(null, null, List.of(), null, null, null, GONE, article.url(), article.site()),
        null,
        null,
        0,
        null,
        null);
  }
}
