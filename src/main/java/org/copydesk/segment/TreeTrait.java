package org.copydesk.segment;

/**
 * What the HTML of a line tells, where a page's HTML is at hand while its lines are labelled for
 * training. Zero says that nothing is known. The model that labels text has no weights for these.
 */
public enum TreeTrait {
  /** What the segmenter of HTML took it for: one more than the label's place. */
  LABEL(16),
  /** Share of its characters that stand in links. */
  LINKS(6),
  /** The nearest block element. */
  ELEMENT(14),
  /** The nearest element that says what a part of the page is for. */
  PART(12),
  /** What names of classes around it speak of. */
  CLASSES(12),
  /** Whether its words stand in a row in the page's known text. */
  IN_TEXT(4),
  /** Whether it is the page's known title, or holds it. */
  IS_TITLE(4),
  /** Whether it names a known author. */
  NAMES_AUTHOR(3),
  LABEL_ABOVE(16),
  LABEL_BELOW(16),
  TEXT_ABOVE(4),
  TEXT_BELOW(4);

  /** Numbers a line may have, from 0. */
  public final int values;

  TreeTrait(int values) {
    this.values = values;
  }
}
