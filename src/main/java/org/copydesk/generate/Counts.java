package org.copydesk.generate;

/**
 * What pages hold.
 *
 * @param articles pages with an article
 * @param copies of them, those that copy another page's
 * @param teasers teaser occurrences
 * @param bytes page bytes before compression
 */
record Counts(long articles, long copies, long teasers, long bytes) {
  static final Counts NONE = new Counts(0, 0, 0, 0);

  Counts plus(Counts other) {
    return new Counts(
        articles + other.articles,
        copies + other.copies,
        teasers + other.teasers,
        bytes + other.bytes);
  }
}
