package org.copydesk.dedup;

import java.util.function.Consumer;

/**
 * Spellings of one teaser in, the teaser in its commonest spelling out (of equally common ones the
 * first in order). "PORT REOPENS" seen 3 times and "Port reopens" seen 5 times give "Port reopens",
 * 8.
 *
 * <p>Takes records sorted by {@link DistinctTeaser#BY_ID_AND_SPELLING}, or by any order that keeps
 * an id together and in it a spelling, and holds two of them.
 */
public final class TeaserFold {
  private final Consumer<DistinctTeaser> out;
  private DistinctTeaser spelling;
  private DistinctTeaser best;
  private DistinctTeaser sum;

  public TeaserFold(Consumer<DistinctTeaser> out) {
    this.out = out;
  }

  /** The next record of the sorted stream. */
  public void accept(DistinctTeaser part) {
    if (spelling != null && DistinctTeaser.BY_ID_AND_SPELLING.compare(spelling, part) == 0) {
      spelling = spelling.plusSameSpelling(part);
      return;
    }
    closeSpelling();
    if (sum != null && !sum.id().equals(part.id())) {
      closeTeaser();
    }
    spelling = part;
  }

  /** Gives out the last teaser. */
  public void finish() {
    closeSpelling();
    closeTeaser();
  }

  private void closeSpelling() {
    if (spelling == null) {
      return;
    }
    sum = sum == null ? spelling : sum.plus(spelling, 1);
    if (best == null || isCommoner(spelling, best)) {
      best = spelling;
    }
    spelling = null;
  }

  private static boolean isCommoner(DistinctTeaser a, DistinctTeaser b) {
    return a.occurrences() != b.occurrences()
        ? a.occurrences() > b.occurrences()
        : DistinctTeaser.BY_ID_AND_SPELLING.compare(a, b) < 0;
  }

  private void closeTeaser() {
    if (sum == null) {
      return;
    }
    out.accept(
        new DistinctTeaser(
            sum.id(),
            best.title(),
            best.snippet(),
            sum.marker(),
            sum.isTruncated(),
            sum.url(),
            sum.occurrences(),
            sum.pages(),
            sum.sites(),
            1,
            sum.sightings()));
    sum = null;
    best = null;
  }
}
