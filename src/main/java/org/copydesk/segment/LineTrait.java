package org.copydesk.segment;

/**
 * What is asked of a line before it is labelled: a small number each, looked at on the line itself
 * and, up to {@link #reach}, on the lines above and below it. The model has a weight for each
 * number, place and label. Names are stored with the weights: a trait whose numbers change their
 * meaning gets a new name.
 */
enum LineTrait {
  SIZE(14, 3, "its length in words"),
  CHARS(15, 0, "its length in characters"),
  ENDING(11, 2, "how it ends"),
  FIRST_LETTER(6, 1, "how it begins"),
  LIST_MARK(3, 0, "a bullet or a number before it"),
  UPPER_WORDS(7, 2, "how many of its words are capitalised"),
  ALL_CAPITALS(4, 1, "whether it is set in capitals"),
  DIGITS(6, 1, "its digits"),
  INNER_STOPS(4, 0, "sentences that end inside it"),
  COMMAS(5, 1, "its commas"),
  SEPARATORS(9, 0, "bars and wide gaps in it"),
  SYMBOLS(5, 1, "characters of programs and forms"),
  LAST_WORD(4, 0, "its last word's first letter"),
  CUT(6, 2, "a truncation sign or marker"),
  KIND(19, 3, "what lexicon and field patterns know it as"),
  FLAGS(16, 0, "words of furniture, names, links and marks in it"),
  SPEAKS_OF(30, 3, "what furniture it speaks of"),
  SINCE_COMMENTS(8, 0, "a line above that speaks of comments"),
  SINCE_CLOSING(8, 0, "a line above that speaks of tags, sharing, newsletters or the author"),
  SPEAKS_IN_RUN(75, 0, "what furniture it speaks of and its place beside the prose"),
  BLANKS(5, 1, "blank lines around it"),
  TENTH(10, 0, "the tenth of the page it stands in"),
  FROM_TOP(14, 0, "its distance from the top"),
  FROM_END(14, 0, "its distance from the end"),
  LINES(9, 0, "how many lines the page has"),
  RUN_PLACE(23, 0, "its place beside the longest run of prose"),
  SECOND_RUN(23, 0, "its place beside the second longest run of prose"),
  RUN_WORDS(8, 0, "how long the longest run of prose is"),
  RUN_LEAD(6, 0, "how much longer it is than the second"),
  SECOND_OF_RUNS(25, 0, "its places beside the two longest runs of prose"),
  TO_PROSE(8, 0, "the distance to the next prose below"),
  FROM_PROSE(8, 0, "the distance to the last prose above"),
  SHORT_RUN(9, 0, "the run of short lines it stands in"),
  SHORT_PLACE(7, 0, "its place in a run of short lines"),
  SAME_SHAPE(9, 0, "lines of its shape near by"),
  PERIOD(10, 1, "a pattern of shapes that repeats"),
  SINCE_HEADING(10, 0, "the last heading of a list above it"),
  PAIRS(10, 0, "a run of titles and snippets"),
  TITLES(8, 0, "a run of titles"),
  LIST_HEAD(6, 1, "what stands over its list"),
  COPIES(6, 1, "copies of it on the page"),
  OPENING_WORDS(7, 1, "words it shares with the text's beginning"),
  OPENING_SHARE(7, 0, "the share of its words in the text's beginning"),
  PROSE_WORDS(7, 1, "words it shares with the page's prose"),
  PROSE_SHARE(7, 0, "the share of its words in the page's prose"),
  FUNCTION_WORDS(9, 2, "its share of the page's commonest words"),
  CONTENT_WORDS(10, 1, "its words beside those"),
  SHARED_ABOVE(4, 0, "words it shares with the line above"),
  SHARED_BELOW(4, 0, "words it shares with the line below"),
  OPENING_RANK(6, 0, "how it compares with other lines in words shared with the text"),
  LONGER(9, 0, "its length beside those of its neighbours"),
  PROSE_ABOVE(6, 0, "prose in the twenty lines above"),
  PROSE_LEFT(8, 0, "the share of the page's prose above it"),
  FIELD_BELOW(7, 0, "the distance to a date or byline below"),
  FIELD_ABOVE(7, 0, "the distance to a date or byline above"),
  SITE(16, 2, "what it recurs as on its site"),
  SITE_LIMIT(3, 0, "the site's length of snippets"),
  GIVEN_TITLE(2, 0, "the title the page came with"),
  PATTERN(9, 1, "lines of its pattern of digits and signs"),
  BEAT(99, 0, "its place between the dates or counters of a list"),
  HEADLINES(49, 0, "how densely headlines stand around it"),
  ALIKE(5, 0, "lines that begin as it does"),
  QUOTED(3, 1, "lines in which its beginning stands"),
  BEGINS(7, 1, "a time, a number, a quotation mark or a bracket before it"),
  SLOT(50, 0, "the dates, bylines, headings and buttons it stands between"),
  SLOT_DEPTH(30, 0, "its distance from the last of these above it"),
  WIDE_RUN(23, 0, "its place beside the longest run of prose with lists in it"),
  // Two at a time.
  SHAPE(96, 2, "its shape"),
  SHAPE_IN_RUN(480, 0, "its shape and its place beside the prose"),
  KIND_IN_RUN(95, 0, "what it is known as and its place beside the prose"),
  SIZE_SINCE_HEADING(60, 0, "its length and the last heading of a list above it"),
  WORDS_IN_RUN(35, 0, "words shared with the text's beginning and its place beside the prose"),
  FUNCTION_BY_SIZE(54, 0, "its share of common words and its length"),
  UPPER_BY_SIZE(42, 0, "capitalised words and its length"),
  COPIES_IN_RUN(30, 0, "copies of it and its place beside the prose"),
  KIND_BELOW(114, 0, "its length and what the line below is known as"),
  KIND_ABOVE(114, 0, "its length and what the line above is known as"),
  PERIOD_IN_RUN(50, 0, "a pattern of shapes and its place beside the prose"),
  PROSE_ABOVE_BY_SIZE(36, 0, "prose above it and its length"),
  WIDE_OF_RUNS(25, 0, "its places beside the runs of prose with lists in it and without"),
  SIZE_AROUND(42, 0, "its length beside that of the lines around it"),
  PAIRED(72, 1, "words shared with the line above and their lengths"),
  RANK_TO_PROSE(48, 0, "words shared with the text and the distance to it");

  /** Numbers a line may have, from 0. */
  final int values;

  /** Lines above and below on which it is asked too, 0 to 3. */
  final int reach;

  /** What it asks, in words. */
  final String words;

  LineTrait(int values, int reach, String words) {
    this.values = values;
    this.reach = reach;
    this.words = words;
  }
}
