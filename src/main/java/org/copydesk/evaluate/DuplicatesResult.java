package org.copydesk.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;
import org.copydesk.text.SnakeJson;

/**
 * Figures of {@code evaluate duplicates}.
 *
 * @param documents articles labelled or found
 * @param pairs over pairs of one cluster
 * @param bCubed averages over documents
 * @param adjustedRand 1 for equal clusterings, about 0 for chance
 * @param bands recall by true Jaccard, over labelled pairs themselves
 * @param merged pairs labelled different that share a cluster
 * @param different pairs labelled different
 */
public record DuplicatesResult(
    long documents,
    Score pairs,
    Score bCubed,
    double adjustedRand,
    List<Band> bands,
    long merged,
    long different) {

  public DuplicatesResult {
    bands = List.copyOf(bands);
  }

  /**
   * @param from least Jaccard of the band, which ends where the next begins
   * @param pairs labelled as the same
   * @param hits of these, pairs in one found cluster
   * @param caught of these, pairs of which at most one is kept: also those of which one lost to a
   *     third that the other does not match
   */
  @JsonPropertyOrder({"from", "pairs", "hits", "recall", "caught"})
  public record Band(double from, long pairs, long hits, long caught) {
    /** Pairs in one cluster, 0 to 1; 1 where the band is empty. */
    @JsonProperty
    public double recall() {
      return pairs == 0 ? 1 : (double) hits / pairs;
    }

    /** Pairs that the corpus no longer holds, 0 to 1; 1 where the band is empty. */
    public double caughtShare() {
      return pairs == 0 ? 1 : (double) caught / pairs;
    }
  }

  /** For a terminal. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("documents ").append(documents).append('\n');
    out.append(scores("pairs", pairs)).append(scores("B-cubed", bCubed));
    out.append(String.format(Locale.ROOT, "adjusted Rand %.4f%n", adjustedRand));
    for (Band band : bands) {
      out.append(
          String.format(
              Locale.ROOT,
              "recall from J %.1f  %.4f (%d of %d), at most one kept %.4f%n",
              band.from,
              band.recall(),
              band.hits,
              band.pairs,
              band.caughtShare()));
    }
    return out.append("different pairs merged ")
        .append(merged)
        .append(" of ")
        .append(different)
        .append('\n')
        .toString();
  }

  private static String scores(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "%-8s P %.4f  R %.4f  F1 %.4f%n",
        name,
        score.precision(),
        score.recall(),
        score.f1());
  }

  /** One JSON object. */
  public String json() {
    return SnakeJson.of(this);
  }
}
