package org.copydesk.segment;

import java.io.Serializable;

/**
 * What the segmenter is told.
 *
 * @param leastArticleWords words of prose below which a page has no article (a CJK character counts
 *     as half a word); a brief has some 15
 */
public record SegmentSettings(int leastArticleWords) implements Serializable {
  public SegmentSettings {
    if (leastArticleWords < 1) {
      throw new IllegalArgumentException("least article words: " + leastArticleWords);
    }
  }

  public static SegmentSettings defaults() {
    return new SegmentSettings(12);
  }
}
