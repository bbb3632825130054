package org.copydesk.evaluate;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.copydesk.corpus.TableScan;
import org.copydesk.corpus.Tables;
import org.copydesk.dedup.ArticleFingerprinter;
import org.copydesk.dedup.Fingerprint;
import org.copydesk.dedup.NearDuplicatePolicy;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.dedup.ShingleSet;
import org.copydesk.model.Article;
import org.copydesk.storage.Storage;

/**
 * Why two articles of a generation are one or are not: keys and shingles they share, the headlines,
 * and the rule that decides, with the words it found.
 */
public final class ExplainedPair {
  private record Found(String name, String id, Article article, String fate) {}

  private final NearDuplicatePolicy policy;
  private final StringBuilder out = new StringBuilder();

  private ExplainedPair(NearDuplicatePolicy policy) {
    this.policy = policy;
  }

  /**
   * The explanation, for a terminal.
   *
   * @param a an id, or FILE#RECORD
   * @param b the same
   * @throws IllegalArgumentException where one is not there, or its text was not kept
   */
  public static String of(Storage generation, String a, String b, NearDuplicatePolicy policy)
      throws IOException {
    Found first = find(generation, a);
    Found second = find(generation, b);
    return new ExplainedPair(policy).explain(first, second);
  }

  private record Kept(
      String id,
      String sourceFile,
      Long sourceRecord,
      String title,
      String text,
      Instant publishedAt,
      String clusterId,
      String copyKind) {}

  private record Lost(
      String id,
      String sourceFile,
      Long sourceRecord,
      String title,
      String text,
      String reason,
      String keptId) {}

  private static Found find(Storage generation, String name) throws IOException {
    try (var rows = new TableScan<>(generation, Tables.ARTICLES.view(Kept.class))) {
      for (Kept row = rows.next(); row != null; row = rows.next()) {
        if (isNamed(name, row.id(), row.sourceFile(), row.sourceRecord())) {
          String fate =
              row.copyKind() == null
                  ? "kept"
                  : "marked as " + row.copyKind() + " of " + row.clusterId();
          Article article = article(row.title(), row.text(), row.publishedAt());
          return new Found(name, row.id(), article, fate);
        }
      }
    }
    try (var rows = new TableScan<>(generation, Tables.REMOVED.view(Lost.class))) {
      for (Lost row = rows.next(); row != null; row = rows.next()) {
        if (isNamed(name, row.id(), row.sourceFile(), row.sourceRecord())) {
          if (row.text() == null) {
            throw new IllegalArgumentException(
                name
                    + " was removed as "
                    + row.reason()
                    + (row.keptId() == null ? "" : " of " + row.keptId())
                    + "; its text was not kept (--keep-removed-text, --duplicates=mark)");
          }
          String fate = "removed as " + row.reason() + " of " + row.keptId();
          return new Found(name, row.id(), article(row.title(), row.text(), null), fate);
        }
      }
    }
    throw new IllegalArgumentException("no article " + name);
  }

  private static boolean isNamed(String name, String id, String file, Long record) {
    return name.equals(id) || name.equals(file + "#" + record);
  }

  private static Article article(String title, String text, Instant published) {
    return new Article(title, null, List.of(), null, published, null, text, null, null);
  }

  private String explain(Found a, Found b) {
    ArticleFingerprinter fingerprinter = new ArticleFingerprinter();
    Fingerprint first = fingerprinter.fingerprint(a.article());
    Set<Long> keys = new HashSet<>();
    for (long key : fingerprinter.bandKeys()) {
      keys.add(key);
    }
    final int all = keys.size();
    Fingerprint second = fingerprinter.fingerprint(b.article());
    int shared = 0;
    for (long key : fingerprinter.bandKeys()) {
      shared += keys.contains(key) ? 1 : 0;
    }
    ShingleSet.Overlap overlap = first.shingles().with(second.shingles());
    Verdict verdict = policy.compare(first, second);
    tell(a, first);
    tell(b, second);
    line("keys shared  %d of %d and %d", shared, all, fingerprinter.bandKeys().length);
    line(
        "shingles     %d and %d, shared %d: Jaccard %.4f, containment %.4f",
        overlap.first(),
        overlap.second(),
        overlap.shared(),
        overlap.jaccard(),
        overlap.containment());
    line("compared     %s", NearDuplicatePolicy.values(first));
    line("with         %s", NearDuplicatePolicy.values(second));
    line("answer       %s: %s", verdict.kind().stored(), verdict.rule().meaning());
    String words = NearDuplicatePolicy.difference(first, second);
    if (!words.isEmpty()) {
      line("differing    %s", words);
    }
    if (shared == 0) {
      line("             they share no key, so a build compares them only within a story");
    }
    return out.toString();
  }

  private void tell(Found found, Fingerprint print) {
    line(
        "%s  %s, %d words, %s%n             %s",
        found.id(),
        found.fate(),
        print.words(),
        print.publishedAt() == null ? "undated" : print.publishedAt(),
        found.article().title() == null ? "(no headline)" : found.article().title());
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
