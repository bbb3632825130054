package org.copydesk.html;

import java.io.Serializable;

/**
 * What the HTML segmenter may use. The switches turn groups of evidence off, to measure what each
 * adds; the defaults use all of them.
 *
 * @param maxDepth elements nested deeper are flattened by the parser, at least 16
 * @param shortestArticle words (CJK: half the characters) below which a body is no article
 * @param usesStructuredData JSON-LD, microdata, Open Graph and meta
 * @param usesNameHints class, id and role names
 * @param usesLinkDensity share of a block's text that is links
 * @param usesPhrases known lines such as "read also" and "share this"
 */
public record HtmlSettings(
    int maxDepth,
    int shortestArticle,
    boolean usesStructuredData,
    boolean usesNameHints,
    boolean usesLinkDensity,
    boolean usesPhrases)
    implements Serializable {

  public HtmlSettings {
    if (maxDepth < 16 || shortestArticle < 1) {
      throw new IllegalArgumentException("depth " + maxDepth + ", shortest " + shortestArticle);
    }
  }

  /** Depth 512, articles of 20 words and more, all evidence. */
  public static HtmlSettings defaults() {
    return new HtmlSettings(512, 20, true, true, true, true);
  }
}
