package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.model.Label;
import org.copydesk.model.Page;
import org.copydesk.segment.fields.LabelledFields;
import org.copydesk.segment.fields.UnitReader;
import org.copydesk.segment.lines.Markers;
import org.copydesk.segment.lines.PageText;
import org.copydesk.segment.lines.State;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/** A page whose lines are labelled, ready for {@link LineTrainer} to learn from. */
public final class LabelledLines {
  /** Parts the traits that are left out for one network from those of the next. */
  private static final int NETWORK = 7919;

  /** By line and slot the weights' row. */
  final int[][] rows;

  /** By line its {@link State}. */
  final int[] states;

  /** How much it counts. */
  final double weight;

  private LabelledLines(int[][] rows, int[] states, double weight) {
    this.rows = rows;
    this.states = states;
    this.weight = weight;
  }

  /** Lines. */
  public int lines() {
    return rows.length;
  }

  /**
   * The page with some traits left out: other ones for each page and pass.
   *
   * @param dropped share of them
   * @param network which of those that are learned, from 0
   */
  LabelledLines without(int page, int pass, double dropped, int network) {
    if (rows.length == 0 || dropped == 0) {
      return this;
    }
    boolean[] isOut = new boolean[LineSlots.TRAITS.length];
    for (int trait = 0; trait < isOut.length; trait++) {
      isOut[trait] = chance(page + NETWORK * network, pass, trait) < dropped;
    }
    int slots = rows[0].length;
    int[] kept = new int[slots];
    int n = 0;
    for (int slot = 0; slot < slots; slot++) {
      boolean isTree = slot >= LineSlots.COUNT;
      if (isTree || !isOut[LineSlots.TRAIT[slot]]) {
        kept[n++] = slot;
      }
    }
    int[][] fewer = new int[rows.length][n];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < n; k++) {
        fewer[i][k] = rows[i][kept[k]];
      }
    }
    return new LabelledLines(fewer, states, weight);
  }

  /** A number from 0 to 1 that looks like chance and is the same always. */
  private static double chance(int page, int pass, int trait) {
    long mixed = ((pass + 1L) * 1_000_003 + page) * 1_000_003 + trait;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (mixed >>> 11) * 0x1p-53;
  }

  /** The same page with another weight. */
  public LabelledLines weighing(double other) {
    return new LabelledLines(rows, states, other);
  }

  /**
   * Reads a page for training; null where it has no line.
   *
   * @param labels one for each line of the text that is not blank
   * @throws IllegalArgumentException where there are more or fewer
   */
  public static LabelledLines of(Page page, SiteModel site, List<Label> labels, double weight) {
    return of(page, site, labels, null, weight);
  }

  /**
   * As {@link #of(Page, SiteModel, List, double)}, with what the page's HTML tells.
   *
   * @param marks for each line that is not blank its numbers by {@link TreeTrait}; null for none
   */
  public static LabelledLines of(
      Page page, SiteModel site, List<Label> labels, List<int[]> marks, double weight) {
    byte[] payload = page.payload();
    UnitScanner scanner = new UnitScanner(payload, site.markerSet());
    List<Unit> units = new UnitReader(payload, scanner).read();
    if (units.isEmpty()) {
      return null;
    }
    new LineEvidence(units, site, scanner).mark(page);
    int[][] rows =
        rows(units, site, scanner, marks == null ? null : byUnit(units, payload, marks, page));
    return new LabelledLines(rows, states(byUnit(units, payload, labels, page)), weight);
  }

  /**
   * Reads a page that was written for the project, without the marks of its dumper's form; null
   * where it has no line, or where fields say what its lines are and no model is asked.
   */
  public static LabelledLines of(Page page, SiteModel site, WrittenTruth truth, double weight) {
    byte[] payload = Segmenter.plainText(page.payload());
    UnitScanner scanner = new UnitScanner(payload, site.markerSet());
    List<Unit> units = new UnitReader(payload, scanner).read();
    if (units.isEmpty() || LabelledFields.read(units, scanner) != null) {
      return null;
    }
    new LineEvidence(units, site, scanner).mark(page);
    List<Label> labels = truth.labels(units, new PageText(payload));
    return new LabelledLines(rows(units, site, scanner, null), states(labels), weight);
  }

  /** Labels a model gives the lines of a page that are not blank, with what its HTML tells. */
  public static List<Label> labels(LineModel model, Page page, List<int[]> marks) {
    byte[] payload = page.payload();
    UnitScanner scanner = new UnitScanner(payload, Markers.LISTED);
    List<Unit> units = new UnitReader(payload, scanner).read();
    new LineEvidence(units, SiteModel.NONE, scanner).mark(page);
    int[][] rows = rows(units, SiteModel.NONE, scanner, byUnit(units, payload, marks, page));
    State[] states =
        LineLabeller.label(model, units, SiteModel.NONE, LinePosteriors.of(model, rows));
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      lines.add(i);
    }
    List<Integer> first = byUnit(units, payload, lines, page);
    List<Label> labels = new ArrayList<>();
    int unit = 0;
    for (int line = 0; line < marks.size(); line++) {
      while (unit + 1 < units.size() && first.get(unit + 1) <= line) {
        unit++;
      }
      Label label = states[unit].label;
      labels.add(label == Label.DATELINE ? Label.BODY : label);
    }
    return labels;
  }

  /** Rows of weights that speak for each line. */
  static int[][] rows(List<Unit> units, SiteModel site, UnitScanner scanner, List<int[]> marks) {
    char[][] numbers = LineFeatures.all(units, site, scanner);
    int n = units.size();
    int more = marks == null ? 0 : LineSlots.TREE_FIRST.length;
    int[][] rows = new int[n][LineSlots.COUNT + more];
    for (int i = 0; i < n; i++) {
      for (int slot = 0; slot < LineSlots.COUNT; slot++) {
        int at = i + LineSlots.OFFSET[slot];
        rows[i][slot] = LineSlots.row(slot, at >= 0 && at < n ? numbers[at] : null);
      }
      for (int k = 0; k < more; k++) {
        rows[i][LineSlots.COUNT + k] = LineSlots.TREE_FIRST[k] + marks.get(i)[k];
      }
    }
    return rows;
  }

  /** What each logical line has: what its first printed line has. */
  private static <T> List<T> byUnit(List<Unit> units, byte[] payload, List<T> labels, Page page) {
    List<T> found = new ArrayList<>(units.size());
    int line = -1;
    int at = 0;
    boolean isBlank = true;
    for (Unit unit : units) {
      for (; at <= unit.start; at++) {
        byte b = payload[at];
        if (b == '\n') {
          isBlank = true;
        } else if (isBlank && b != ' ' && b != '\t' && b != '\r') {
          isBlank = false;
          line++;
        }
      }
      if (line >= labels.size()) {
        break;
      }
      found.add(labels.get(Math.max(0, line)));
    }
    for (; at < payload.length; at++) {
      byte b = payload[at];
      line += isBlank && b != '\n' && b != ' ' && b != '\t' && b != '\r' ? 1 : 0;
      isBlank = b == '\n' || isBlank && (b == ' ' || b == '\t' || b == '\r');
    }
    if (found.size() < units.size() || line + 1 != labels.size()) {
      throw new IllegalArgumentException(
          page.sourceFile() + ": " + labels.size() + " given for " + (line + 1) + " lines");
    }
    return found;
  }

  private static int[] states(List<Label> labels) {
    int n = labels.size();
    int first = n;
    int last = -1;
    for (int i = 0; i < n; i++) {
      boolean isArticle = labels.get(i) == Label.TITLE || labels.get(i) == Label.BODY;
      first = isArticle ? Math.min(first, i) : first;
      last = labels.get(i) == Label.BODY ? i : last;
    }
    int[] states = new int[n];
    for (int i = 0; i < n; i++) {
      State furniture = i < first ? State.BEFORE : i < last ? State.INSIDE : State.AFTER;
      State state =
          switch (labels.get(i)) {
            case TITLE -> State.TITLE;
            case BYLINE -> State.BYLINE;
            case DATE -> State.DATE;
            case BODY -> State.BODY;
            case PROVIDER -> State.PROVIDER;
            case HEADING -> State.HEADING;
            case TEASER_TITLE -> State.TEASER_TITLE;
            case TEASER_SNIPPET -> State.TEASER_SNIPPET;
            default -> furniture;
          };
      states[i] = state.ordinal();
    }
    return states;
  }
}
