package org.copydesk.segment;

import java.util.Set;

/**
 * Which line ends are markers: those of the lexicon and those learned from the site.
 *
 * @param learned normalised markers the site's pages showed
 */
record Markers(Set<String> learned) {
  boolean isMarker(String normalised) {
    return Lexicon.shipped().isMarker(normalised) || learned.contains(normalised);
  }

  boolean isMarkerBesideSign(String normalised) {
    return Lexicon.shipped().isMarkerBesideSign(normalised) || learned.contains(normalised);
  }
}
