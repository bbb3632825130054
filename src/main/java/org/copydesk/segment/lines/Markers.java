package org.copydesk.segment.lines;

import java.util.Set;
import org.copydesk.segment.words.MarkerWords;

/**
 * Which line ends are markers: those of the lexicon and those learned from the site.
 *
 * @param learned normalised markers the site's pages showed
 */
public record Markers(Set<String> learned) {
  /** Those of the lexicon alone. */
  public static final Markers LISTED = new Markers(Set.of());

  /** Whether the lexicon lacks one of them: then lines may be cut otherwise than without. */
  public boolean hasUnlisted() {
    for (String marker : learned) {
      if (!MarkerWords.SHIPPED.isMarker(marker)) {
        return true;
      }
    }
    return false;
  }

  boolean isMarker(String normalised) {
    return MarkerWords.SHIPPED.isMarker(normalised) || learned.contains(normalised);
  }

  /** Whether a marker may end in a normalised word: asked first, since most lines end in none. */
  boolean mayEnd(String lastWord) {
    if (MarkerWords.SHIPPED.endsMarker(lastWord)) {
      return true;
    }
    for (String marker : learned) {
      if (MarkerWords.lastWord(marker).equals(lastWord)) {
        return true;
      }
    }
    return false;
  }

  boolean isMarkerBesideSign(String normalised) {
    return MarkerWords.SHIPPED.isMarkerBesideSign(normalised) || learned.contains(normalised);
  }
}
