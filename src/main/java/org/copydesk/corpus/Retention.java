package org.copydesk.corpus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which generations may go: good ones beyond the last few, failed ones after some days, the
 * published one never.
 *
 * @param good how many good generations are kept, the published one among them
 * @param failed how long a failed one is kept
 */
public record Retention(int good, Duration failed) {
  public static Retention defaults() {
    return new Retention(3, Duration.ofDays(7));
  }

  /**
   * A generation.
   *
   * @param name of its folder
   * @param madeAt when its build began, by its name
   * @param isGood whether it is whole and passed its checks
   */
  public record Kept(String name, Instant madeAt, boolean isGood) {}

  /** Names of those that may go. */
  public List<String> superfluous(List<Kept> generations, String published, Instant now) {
    List<Kept> newestFirst = new ArrayList<>(generations);
    newestFirst.sort(Comparator.comparing(Kept::madeAt).thenComparing(Kept::name).reversed());
    List<String> names = new ArrayList<>();
    // The published one keeps its place among the good, however old it is.
    int kept = generations.stream().anyMatch(each -> each.name().equals(published)) ? 1 : 0;
    for (Kept each : newestFirst) {
      if (each.name().equals(published)) {
        continue;
      }
      boolean mayGo = each.isGood() ? ++kept > good : each.madeAt().plus(failed).isBefore(now);
      if (mayGo) {
        names.add(each.name());
      }
    }
    return names;
  }
}
