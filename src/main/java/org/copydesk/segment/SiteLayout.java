package org.copydesk.segment;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the parts of a site's pages stand in their trees, and whether that changed while they were
 * fetched. Memory: {@link #MOST_PLACES} paths a part.
 */
public final class SiteLayout implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of a site of which no HTML was seen. */
  static final SiteLayout NONE = new SiteLayout(List.of(), null);

  private static final int MOST_PLACES = 5;
  private static final int BODY = PageLayout.PARTS.indexOf("body");

  /** Pages on either side of a change, and the share of them that must be of one layout. */
  private static final int FEWEST_PAGES = 3;

  private static final double NEARLY_ALL = .9;

  /** A place and the pages of the sample on which a part stands there. */
  public record Place(String path, int pages) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private final List<List<Place>> places;
  private final Boolean isChanged;

  private SiteLayout(List<List<Place>> places, Boolean isChanged) {
    this.places = places;
    this.isChanged = isChanged;
  }

  /** Learns from a site's pages, in any order. */
  static SiteLayout of(List<PageLayout> pages) {
    List<List<Place>> places = new ArrayList<>();
    boolean isAny = false;
    for (int part = 0; part < PageLayout.PARTS.size(); part++) {
      Map<String, Integer> counts = new TreeMap<>();
      for (PageLayout page : pages) {
        if (!page.of(part).isEmpty()) {
          counts.merge(page.of(part), 1, Integer::sum);
        }
      }
      List<Place> found = new ArrayList<>();
      counts.forEach((path, count) -> found.add(new Place(path, count)));
      // Sorting keeps the order of paths among equals.
      found.sort(Comparator.comparingInt(Place::pages).reversed());
      places.add(List.copyOf(found.subList(0, Math.min(MOST_PLACES, found.size()))));
      isAny |= !found.isEmpty();
    }
    return isAny ? new SiteLayout(List.copyOf(places), isChanged(pages)) : NONE;
  }

  /**
   * Whether the body moved: up to some time nearly all pages have it in one place, and after that
   * nearly none. Null where too few pages say when they were fetched.
   */
  private static Boolean isChanged(List<PageLayout> pages) {
    List<PageLayout> timed = new ArrayList<>();
    for (PageLayout page : pages) {
      if (page.fetched() != PageLayout.UNTIMED && !page.body().isEmpty()) {
        timed.add(page);
      }
    }
    timed.sort(Comparator.comparingLong(PageLayout::fetched).thenComparing(PageLayout::body));
    int n = timed.size();
    if (n < 2 * FEWEST_PAGES) {
      return null;
    }
    for (int split = FEWEST_PAGES; split <= n - FEWEST_PAGES; split++) {
      boolean isBetween = timed.get(split - 1).fetched() < timed.get(split).fetched();
      if (isBetween && isOther(timed.subList(0, split), timed.subList(split, n))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOther(List<PageLayout> before, List<PageLayout> after) {
    String old = commonest(before);
    return share(before, old) >= NEARLY_ALL
        && share(after, old) <= 1 - NEARLY_ALL
        && share(after, commonest(after)) >= NEARLY_ALL;
  }

  private static String commonest(List<PageLayout> pages) {
    Map<String, Integer> counts = new TreeMap<>();
    String best = "";
    for (PageLayout page : pages) {
      int count = counts.merge(page.body(), 1, Integer::sum);
      best = count > counts.getOrDefault(best, 0) ? page.body() : best;
    }
    return best;
  }

  private static double share(List<PageLayout> pages, String body) {
    return (double) pages.stream().filter(page -> page.body().equals(body)).count() / pages.size();
  }

  /** Places of a part's name ({@code body}), commonest first; empty where none is known. */
  public List<Place> places(String part) {
    return places.isEmpty() ? List.of() : places.get(PageLayout.PARTS.indexOf(part));
  }

  /** Whether it changed while the sampled pages were fetched; null when that cannot be told. */
  public Boolean isChanged() {
    return isChanged;
  }

  boolean isKnown() {
    return !places.isEmpty() && !places.get(BODY).isEmpty();
  }

  void write(DataOutput out) throws IOException {
    out.writeBoolean(!places.isEmpty());
    for (List<Place> part : places) {
      out.writeByte(part.size());
      for (Place place : part) {
        out.writeUTF(place.path());
        out.writeInt(place.pages());
      }
    }
    out.writeByte(isChanged == null ? -1 : isChanged ? 1 : 0);
  }

  static SiteLayout read(DataInput in) throws IOException {
    List<List<Place>> places = new ArrayList<>();
    boolean isAny = in.readBoolean();
    for (int part = 0; isAny && part < PageLayout.PARTS.size(); part++) {
      List<Place> found = new ArrayList<>();
      for (int n = in.readByte(); n > 0; n--) {
        found.add(new Place(in.readUTF(), in.readInt()));
      }
      places.add(List.copyOf(found));
    }
    int changed = in.readByte();
    return isAny ? new SiteLayout(List.copyOf(places), changed < 0 ? null : changed == 1) : NONE;
  }
}
