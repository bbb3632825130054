package org.copydesk.command;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.copydesk.corpus.Failure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What numbers the settings of a build may have: a message names setting, value and range. */
final class OptionRanges {
  /**
   * A range.
   *
   * @param least the least value, allowed itself unless {@code isAbove}
   * @param most the greatest value
   */
  private record Range(double least, boolean isAbove, double most) {
    static final Range PERCENT = new Range(0, false, 100);
    static final Range SHARE = new Range(0, true, 1);
    static final Range PART = new Range(0, false, 1);

    static Range from(double least) {
      return new Range(least, false, Double.MAX_VALUE);
    }

    boolean holds(double value) {
      return (isAbove ? value > least : value >= least) && value <= most;
    }

    @Override
    public String toString() {
      String low = (isAbove ? "above " : "at least ") + plain(least);
      return most == Double.MAX_VALUE ? low : low + " and at most " + plain(most);
    }

    private static String plain(double value) {
      return new BigDecimal(value).stripTrailingZeros().toPlainString();
    }
  }

  private static final Map<String, Range> RANGES =
      Map.ofEntries(
          Map.entry("--max-rejected-files", Range.PERCENT),
          Map.entry("--max-rejected-bytes", Range.PERCENT),
          Map.entry("--max-forgotten", Range.PERCENT),
          Map.entry("--max-articles-down", Range.PERCENT),
          Map.entry("--recheck", Range.PERCENT),
          Map.entry("--min-jaccard", Range.SHARE),
          Map.entry("--min-containment", Range.SHARE),
          Map.entry("--min-confidence", Range.PART),
          Map.entry("--keep-generations", Range.from(1)),
          Map.entry("--keep-failed-days", Range.from(0)),
          Map.entry("--lost-site-articles", Range.from(1)),
          Map.entry("--parallelism", Range.from(1)));

  private OptionRanges() {}

  /** Fails at the first setting, in their order, that is out of its range. */
  static void check(CommandSpec command) throws Failure {
    List<OptionSpec> options = command.options();
    for (OptionSpec option : options) {
      Range range = RANGES.get(option.longestName());
      Object value = option.getValue();
      if (range != null && value instanceof Number number && !range.holds(number.doubleValue())) {
        throw new Failure(Failure.USAGE, option.longestName() + " must be " + range + ": " + value);
      }
    }
  }
}
