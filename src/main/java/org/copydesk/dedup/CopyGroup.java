package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;

/**
 * Articles with the same words: one fingerprint, the places they stood in, in the order in which
 * one is kept. Holds at most {@link #MOST_PLACES} places and the count of all.
 *
 * @param order {@link SurvivorOrder#key} of the first
 * @param members how many there are
 * @param places the first of them
 */
public record CopyGroup(byte[] order, long members, List<CopyPlace> places) {
  /** Members of a cluster kept by name. */
  public static final int MOST_PLACES = 256;

  /** The group of one. */
  public static CopyGroup of(byte[] order, CopyPlace place) {
    List<CopyPlace> places = new ArrayList<>(1);
    places.add(place);
    return new CopyGroup(order, 1, places);
  }

  /** This group with the next in order. */
  public CopyGroup plus(CopyPlace place) {
    if (places.size() < MOST_PLACES) {
      places.add(place);
    }
    return new CopyGroup(order, members + 1, places);
  }
}
