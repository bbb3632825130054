package org.copydesk.html;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.copydesk.model.PageType;

/**
 * What the HTML segmenter may use.
 *
 * @param maxDepth elements nested deeper are flattened by the parser, at least 16
 * @param maxText characters of text, white space included, above which a page is refused
 * @param shortestArticle words (CJK: half the characters) below which a body is no article
 * @param evidence groups of evidence that count; a page is taken apart with any of them missing
 * @param pageTypes of these an article is made of; others are skipped with their type as reason
 * @param keepsDoubtful whether what may be of them is kept, and not only what most likely is
 * @param writesMarkdown whether articles have their text as Markdown too
 */
public record HtmlSettings(
    int maxDepth,
    int maxText,
    int shortestArticle,
    Set<HtmlEvidence> evidence,
    Set<PageType> pageTypes,
    boolean keepsDoubtful,
    boolean writesMarkdown)
    implements Serializable {

  public HtmlSettings {
    if (maxDepth < 16 || maxText < 1 || shortestArticle < 1) {
      throw new IllegalArgumentException(
          "depth " + maxDepth + ", text " + maxText + ", shortest " + shortestArticle);
    }
    // An enum set: the groups in one order, whatever order they came in.
    evidence =
        evidence.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(evidence));
    pageTypes =
        pageTypes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(pageTypes));
  }

  /**
   * Depth 512, texts of up to 4 million characters, articles and live blogs of 20 words and more,
   * the doubtful too, all evidence.
   */
  public static HtmlSettings defaults() {
    return new HtmlSettings(
        512,
        4 << 20,
        20,
        HtmlEvidence.all(),
        EnumSet.of(PageType.ARTICLE, PageType.LIVE),
        true,
        false);
  }

  /** These settings with other page types. */
  public HtmlSettings withPageTypes(Set<PageType> types, boolean areDoubtfulKept) {
    return new HtmlSettings(
        maxDepth, maxText, shortestArticle, evidence, types, areDoubtfulKept, writesMarkdown);
  }

  /** These settings with other evidence. */
  public HtmlSettings withEvidence(Set<HtmlEvidence> groups) {
    return new HtmlSettings(
        maxDepth, maxText, shortestArticle, groups, pageTypes, keepsDoubtful, writesMarkdown);
  }

  /** These settings, with or without Markdown. */
  public HtmlSettings withMarkdown(boolean isWritten) {
    return new HtmlSettings(
        maxDepth, maxText, shortestArticle, evidence, pageTypes, keepsDoubtful, isWritten);
  }

  boolean uses(HtmlEvidence group) {
    return evidence.contains(group);
  }
}
