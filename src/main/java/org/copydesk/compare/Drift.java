package org.copydesk.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.text.Printable;
import org.copydesk.text.SnakeJson;

/**
 * What moved between the published generation and a new one.
 *
 * @param moves the broken limits first, then by size
 */
public record Drift(List<Move> moves) {
  /** File of a generation that holds all of them. */
  public static final String NAME = "drift.json";

  /** Lines of the table that is printed; the file has the rest. */
  private static final int MOST_LINES = 30;

  public Drift {
    moves = List.copyOf(moves);
  }

  /** Whether a limit is passed. */
  public boolean isBroken() {
    return moves.stream().anyMatch(Move::isBroken);
  }

  /** The limits that are passed, in words. */
  public String reason() {
    List<String> reasons = new ArrayList<>();
    for (Move move : moves) {
      if (move.isBroken()) {
        reasons.add(
            (move.site() == null ? "articles in all" : "articles of " + move.site())
                + " went from "
                + move.told(move.before())
                + " to "
                + move.told(move.after()));
      }
    }
    int more = reasons.size() - 3;
    String told = String.join("; ", reasons.subList(0, Math.min(3, reasons.size())));
    return more > 0 ? told + "; and " + more + " more" : told;
  }

  /** A table of what moved, a line each. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(line("site", "measure", "before", "after", "change", ""));
    for (Move move : moves.subList(0, Math.min(MOST_LINES, moves.size()))) {
      lines.add(
          line(
              move.site() == null ? "(all)" : move.site(),
              move.measure(),
              move.told(move.before()),
              move.told(move.after()),
              move.change(),
              move.isBroken() ? "  over the limit" : ""));
    }
    if (moves.size() > MOST_LINES) {
      lines.add((moves.size() - MOST_LINES) + " more in " + NAME);
    }
    return lines;
  }

  private static String line(
      String site, String measure, String before, String after, String change, String mark) {
    return String.format(
        Locale.ROOT,
        "%-28s %-24s %12s %12s %10s%s",
        Printable.of(site, 28),
        measure,
        before,
        after,
        change,
        mark);
  }

  /**
   * The file's text.
   *
   * @param published name of the generation that was compared with
   */
  public String json(String published) {
    List<Fields.OfMove> all = moves.stream().map(Fields.OfMove::of).toList();
    return SnakeJson.pretty(new Fields(published, isBroken(), all)) + "\n";
  }

  /** What the file says, in the order in which it is written. */
  private record Fields(
      String comparedWith,
      boolean broken,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<OfMove> moves) {

    private record OfMove(
        String site, String measure, double before, double after, boolean overLimit) {
      static OfMove of(Move move) {
        return new OfMove(
            move.site(), move.measure(), move.before(), move.after(), move.isBroken());
      }
    }
  }
}
