package org.copydesk.segment.lines;

import org.copydesk.model.Label;

/**
 * What a line is, as the model is asked; furniture is told apart by where it stands, so that what
 * may follow what knows whether the article has begun or is over.
 */
public enum State {
  TITLE(Label.TITLE),
  BYLINE(Label.BYLINE),
  DATE(Label.DATE),
  BODY(Label.BODY),
  PROVIDER(Label.PROVIDER),
  HEADING(Label.HEADING),
  TEASER_TITLE(Label.TEASER_TITLE),
  TEASER_SNIPPET(Label.TEASER_SNIPPET),
  /** Furniture above title and text. */
  BEFORE(Label.BOILERPLATE),
  /** Furniture between the title and the last line of the text. */
  INSIDE(Label.BOILERPLATE),
  /** Furniture below the text. */
  AFTER(Label.BOILERPLATE),
  // Set by rule once the model has spoken.
  /** Place and date on a line of their own before the text. */
  DATELINE(Label.DATELINE),
  /** A teaser's date, time or number. */
  TEASER_META(Label.BOILERPLATE);

  /** States the model knows: those before {@link #DATELINE}. */
  public static final int LEARNED = DATELINE.ordinal();

  public final Label label;

  State(Label label) {
    this.label = label;
  }
}
