package org.copydesk.pipeline.pages;

import org.copydesk.dedup.NearDuplicatePolicy.Measure;
import org.copydesk.dedup.NearDuplicatePolicy.Verdict;
import org.copydesk.evaluate.Contamination;
import org.copydesk.model.Article;
import org.copydesk.model.ArticleRecord;
import org.copydesk.model.RemovalReason;
import org.copydesk.row.RemovedRow;
import org.copydesk.text.ContentHash;

/** Rows of the table {@code removed}: an article that is not in the corpus, and why. */
public final class RemovedRows {
  /** Characters of a passage of a benchmark that are kept. */
  private static final int LONGEST_PASSAGE = 2000;

  private RemovedRows() {}

  /**
   * A copy of an article that was kept.
   *
   * @param verdict of the comparison with the kept one
   */
  public static RemovedRow copy(
      ArticleRecord copy,
      RemovalReason reason,
      ContentHash keptId,
      Verdict verdict,
      boolean keepsText) {
    return row(
        copy,
        reason.stored(),
        keptId.hex(),
        verdict.measure().stored(),
        verdict.similarity(),
        verdict.threshold(),
        null,
        null,
        keepsText);
  }

  /** An article that a rule or the suppression list took out. */
  public static RemovedRow byRule(
      ArticleRecord article, ApplyRules.Removal why, boolean keepsText) {
    String signal = why.signal() == null ? null : why.signal().key();
    return row(
        article,
        why.reason(),
        null,
        null,
        null,
        why.threshold(),
        why.valueText(),
        signal,
        keepsText);
  }

  /**
   * An article that holds a text of a benchmark: of the text's runs of words the share that stands
   * in it, the passage, and the text's place in its file.
   */
  public static RemovedRow contaminated(
      ArticleRecord article, Contamination.Hit hit, boolean keepsText) {
    String passage = hit.passage();
    return row(
        article,
        RemovalReason.CONTAMINATED.stored(),
        null,
        Measure.CONTAINMENT.stored(),
        hit.share(),
        null,
        passage.length() <= LONGEST_PASSAGE
            ? passage
            : passage.substring(0, passage.offsetByCodePoints(0, LONGEST_PASSAGE / 2)),
        hit.item().file() + "#" + hit.item().record(),
        keepsText);
  }

  private static RemovedRow row(
      ArticleRecord removed,
      String reason,
      String keptId,
      String measure,
      Double similarity,
      Double threshold,
      String value,
      String signal,
      boolean keepsText) {
    Article article = removed.article();
    return new RemovedRow(
        removed.id().hex(),
        removed.sourceFile(),
        removed.sourceRecord(),
        article.url(),
        article.title(),
        removed.wordCount(),
        reason,
        keptId,
        measure,
        similarity,
        threshold,
        value,
        keepsText ? article.text() : null,
        signal,
        article.site());
  }
}
