package org.copydesk.html;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the HTML segmenter may use.
 *
 * @param maxDepth elements nested deeper are flattened by the parser, at least 16
 * @param maxText characters of text, white space included, above which a page is refused
 * @param shortestArticle words (CJK: half the characters) below which a body is no article
 * @param evidence groups of evidence that count; a page is taken apart with any of them missing
 */
public record HtmlSettings(
    int maxDepth, int maxText, int shortestArticle, Set<HtmlEvidence> evidence)
    implements Serializable {

  public HtmlSettings {
    if (maxDepth < 16 || maxText < 1 || shortestArticle < 1) {
      throw new IllegalArgumentException(
          "depth " + maxDepth + ", text " + maxText + ", shortest " + shortestArticle);
    }
    // An enum set: the groups in one order, whatever order they came in.
    evidence =
        evidence.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(evidence));
  }

  /**
   * Depth 512, texts of up to 4 million characters, articles of 20 words and more, all evidence.
   */
  public static HtmlSettings defaults() {
    return new HtmlSettings(512, 4 << 20, 20, HtmlEvidence.all());
  }

  /** These settings with other evidence. */
  public HtmlSettings withEvidence(Set<HtmlEvidence> groups) {
    return new HtmlSettings(maxDepth, maxText, shortestArticle, groups);
  }

  boolean uses(HtmlEvidence group) {
    return evidence.contains(group);
  }
}
