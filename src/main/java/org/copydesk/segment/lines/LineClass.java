package org.copydesk.segment.lines;

/** What a site's own pages say about a line that recurs on them. */
public enum LineClass {
  /** Not seen often enough to say. */
  UNKNOWN,
  /** Recurs among varied neighbours: a footer, a masthead, a menu. */
  BOILERPLATE,
  /** Recurs right before titles of other articles. */
  HEADING,
  /** Recurs as the first line of a pair among varied neighbours. */
  TEASER_TITLE,
  /** Recurs as the second line of a pair among varied neighbours. */
  TEASER_SNIPPET,
  /** Recurs right below the text: the house that supplied it. */
  CREDIT,
  /** Recurs among the same neighbours: part of a text that was printed more than once. */
  SYNDICATED
}
