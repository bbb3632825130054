package org.copydesk.dedup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.copydesk.model.Teaser;
import org.copydesk.text.ContentHash;

/**
 * Teasers of pages in, one record a spelling with counts out, before anything travels: a teaser on
 * a million pages leaves a worker as one record each time the table is full.
 *
 * <p>The table holds at most the characters given. What comes out is in no order to rely on; {@link
 * TeaserFold} adds it up.
 */
public final class ExactTeaserFold {
  private static final int OVERHEAD_CHARS = 200;

  private final long mostChars;
  private final Consumer<DistinctTeaser> out;
  private final Map<Spelling, Held> table = new HashMap<>();
  private long chars;

  private record Spelling(String title, String snippet) {}

  /** What is held of a spelling: one look-up of its two texts serves a teaser. */
  private static final class Held {
    private final ContentHash id;
    private DistinctTeaser teaser;

    Held(Spelling spelling) {
      id = TeaserIdentity.of(spelling.title(), spelling.snippet());
    }
  }

  public ExactTeaserFold(long mostChars, Consumer<DistinctTeaser> out) {
    this.mostChars = mostChars;
    this.out = out;
  }

  /**
   * Counts the teasers of one page.
   *
   * @param site of the page; null when unknown
   * @param seenAt when it was crawled; null when unknown
   * @param isFront whether it has no article of its own
   * @return the id of each, in order, for its occurrence
   */
  public List<ContentHash> page(
      List<Teaser> teasers, String site, Instant seenAt, boolean isFront) {
    List<ContentHash> found = new ArrayList<>(teasers.size());
    Set<ContentHash> onPage = new HashSet<>();
    long[] sites = SiteSet.of(site);
    Sightings sighting = Sightings.of(seenAt, isFront);
    for (Teaser teaser : teasers) {
      Held held = table.computeIfAbsent(new Spelling(teaser.title(), teaser.snippet()), Held::new);
      ContentHash id = held.id;
      DistinctTeaser one =
          new DistinctTeaser(
              id,
              teaser.title(),
              teaser.snippet(),
              teaser.marker(),
              teaser.isTruncated(),
              teaser.url(),
              1,
              onPage.add(id) ? 1 : 0,
              sites,
              1,
              sighting);
      DistinctTeaser before = held.teaser;
      if (before == null) {
        chars += length(teaser.title()) + length(teaser.snippet()) + OVERHEAD_CHARS;
      }
      DistinctTeaser after = before == null ? one : before.plusSameSpelling(one);
      if (before != null) {
        chars += 4L * (after.sites().length - before.sites().length);
      }
      held.teaser = after;
      found.add(id);
    }
    if (chars > mostChars) {
      flush();
    }
    return found;
  }

  /** Gives out what is held; call at the end. */
  public void flush() {
    table.values().forEach(held -> out.accept(held.teaser));
    table.clear();
    chars = 0;
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }
}
