package org.copydesk.generate;

import java.util.ArrayList;
import java.util.List;

/** A story at one address of one site, with the states that its text had there. */
final class Telling {
  /**
   * A text of the address.
   *
   * @param night from which on it is there
   * @param modifiedMinutes when it became so; -1 where the page does not say
   */
  record State(int night, Story story, long modifiedMinutes) {}

  final long number;
  final int site;
  final String path;
  final long publishedMinutes;
  final List<State> states = new ArrayList<>();
  final List<Integer> visits = new ArrayList<>();

  /** Credit line; null when it has none. */
  String credit;

  /** Where it says it lives; null for its own address. */
  String canonical;

  /** Whether nothing shows when it was published. */
  boolean isUndated;

  Telling(long number, int site, String path, long publishedMinutes) {
    this.number = number;
    this.site = site;
    this.path = path;
    this.publishedMinutes = publishedMinutes;
  }

  int firstNight() {
    return states.get(0).night();
  }

  /** The text that a visit of a night finds. */
  State at(int night) {
    State found = states.get(0);
    for (State state : states) {
      found = state.night() <= night ? state : found;
    }
    return found;
  }
}
