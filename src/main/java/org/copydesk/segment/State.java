package org.copydesk.segment;

import org.copydesk.model.Label;

/** Where in a page a line stands: before the title, between title and body, in the body, after. */
enum State {
  A_BOIL(Label.BOILERPLATE),
  A_HEADING(Label.HEADING),
  A_TEASER_TITLE(Label.TEASER_TITLE),
  A_TEASER_SNIPPET(Label.TEASER_SNIPPET),
  A_TEASER_META(Label.BOILERPLATE),
  A_BYLINE(Label.BYLINE),
  A_DATE(Label.DATE),
  TITLE(Label.TITLE),
  B_BYLINE(Label.BYLINE),
  B_DATE(Label.DATE),
  B_DATELINE(Label.DATELINE),
  B_PROVIDER(Label.PROVIDER),
  B_BOIL(Label.BOILERPLATE),
  B_DECK(Label.BOILERPLATE),
  BODY(Label.BODY),
  PROVIDER(Label.PROVIDER),
  C_BYLINE(Label.BYLINE),
  C_DATE(Label.DATE),
  HEADING(Label.HEADING),
  TEASER_TITLE(Label.TEASER_TITLE),
  TEASER_SNIPPET(Label.TEASER_SNIPPET),
  TEASER_META(Label.BOILERPLATE),
  BOIL(Label.BOILERPLATE),
  LATE_BOIL(Label.BOILERPLATE);

  final Label label;

  State(Label label) {
    this.label = label;
  }
}
