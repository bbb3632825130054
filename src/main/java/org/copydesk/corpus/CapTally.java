package org.copydesk.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.copydesk.bucket.ByteReader;
import org.copydesk.bucket.ByteWriter;

/**
 * What a cap left out, as data: it travels with a worker's report and is the same on every runner.
 *
 * @param compared what came to the cap
 * @param forgotten how much of that it left out
 */
public record CapTally(Cap cap, long compared, long forgotten) {
  /** The sum of two workers' tallies of one cap. */
  public CapTally plus(CapTally other) {
    return new CapTally(cap, compared + other.compared, forgotten + other.forgotten);
  }

  /** What is left when this is taken away from nothing. */
  CapTally negated() {
    return new CapTally(cap, -compared, -forgotten);
  }

  /** Share of what was compared, 0 to 1. */
  public double share() {
    return compared == 0 ? 0 : (double) forgotten / compared;
  }

  /** For example {@code link keys 3 of 1,204 (0.25 %)}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s %,d of %,d (%.2f %%)", cap.spoken(), forgotten, compared, 100 * share());
  }

  void encode(ByteWriter out) {
    out.putText(cap.stored()).putVarLong(compared).putVarLong(forgotten);
  }

  static CapTally decode(ByteReader in) {
    return new CapTally(named(in.getText()), in.getVarLong(), in.getVarLong());
  }

  /** A tally as the manifest's {@code forgotten} has it under the cap's name. */
  record Stored(long compared, long forgotten) {}

  /** As the manifest's {@code forgotten} has them. */
  static Map<String, Stored> stored(List<CapTally> tallies) {
    Map<String, Stored> stored = new LinkedHashMap<>();
    tallies.forEach(
        tally -> stored.put(tally.cap.stored(), new Stored(tally.compared, tally.forgotten)));
    return stored;
  }

  /** What {@link #stored} gave; empty for a manifest that was written before there was any. */
  static List<CapTally> read(JsonNode forgotten) {
    List<CapTally> tallies = new ArrayList<>();
    for (Cap cap : Cap.values()) {
      JsonNode node = forgotten.path(cap.stored());
      if (node.isObject()) {
        tallies.add(
            new CapTally(cap, node.path("compared").asLong(), node.path("forgotten").asLong()));
      }
    }
    return tallies;
  }

  private static Cap named(String stored) {
    return Cap.valueOf(stored.toUpperCase(Locale.ROOT));
  }
}
