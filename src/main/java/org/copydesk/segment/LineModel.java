package org.copydesk.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.segment.lines.State;

/**
 * What is learned of lines: by the {@link HiddenLayer} what {@link LineTrait}s say for each {@link
 * State}, what may follow what, and what traits say for being the page's title. Whole numbers, in
 * parts of {@link #UNIT} of a power of two: sums of them are the same on every machine.
 *
 * <p>As a file: lines that begin with {@code #} say where it is from; then {@code lines-2}, {@code
 * begin}, {@code end}, {@code no-title}, {@code after STATE}, for each hidden unit {@code unit
 * NUMBER} with what its sum begins with and its share for each state, and {@code TRAIT@PLACE:VALUE}
 * with its weight for each unit, the title's last. A row of zeros is left out.
 */
public final class LineModel {
  /** Parts of a power of two. */
  static final int UNIT = 256;

  static final int STATES = State.LEARNED;

  private static final String FORMAT = "lines-2";

  /** Most a weight may be. */
  static final int MOST = 1 << 20;

  private final List<String> header;
  private final HiddenLayer hidden;
  private final int[] titles;

  private final LineSums sums;
  private final int[] begin;
  private final int[] end;
  private final int[][] steps;
  private final int noTitle;

  /** From state to state the powers of two of {@link #step}; then the same by the state after. */
  private final double[] stepChances = new double[STATES * STATES];

  private final double[] stepsBack = new double[STATES * STATES];

  /**
   * @param header lines of text that say where the weights are from
   * @param titles by {@link LineSlots} row what it says for a title
   * @param steps from state to state
   * @param noTitle points of a page without title
   */
  LineModel(
      List<String> header,
      HiddenLayer hidden,
      int[] titles,
      int[] begin,
      int[] end,
      int[][] steps,
      int noTitle) {
    this.header = List.copyOf(header);
    this.hidden = hidden;
    this.titles = titles;
    this.begin = begin;
    this.end = end;
    this.steps = steps;
    this.noTitle = noTitle;
    this.sums = new LineSums(hidden, titles);
    for (int from = 0; from < STATES; from++) {
      for (int to = 0; to < STATES; to++) {
        stepChances[from * STATES + to] = LinePosteriors.power(steps[from][to]);
        stepsBack[to * STATES + from] = stepChances[from * STATES + to];
      }
    }
  }

  /** The weights that come with the program. */
  public static LineModel shipped() {
    return Shipped.MODEL;
  }

  /** Read when first asked for: training needs none. */
  private static final class Shipped {
    static final LineModel MODEL = shippedModel();
  }

  private static LineModel shippedModel() {
    try (InputStream in = LineModel.class.getResourceAsStream("lines.model")) {
      if (in == null) {
        throw new IllegalStateException("lines.model is missing beside " + LineModel.class);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HiddenLayer hidden() {
    return hidden;
  }

  /** What the traits of lines add up to. */
  LineSums sums() {
    return sums;
  }

  /** What a row says for a line to be the title. */
  int title(int row) {
    return titles[row];
  }

  int begin(int state) {
    return begin[state];
  }

  int end(int state) {
    return end[state];
  }

  int step(int from, int to) {
    return steps[from][to];
  }

  /** By the state before and the state after, how likely one follows the other, up to a factor. */
  double[] stepChances() {
    return stepChances;
  }

  /** The same by the state after and the state before. */
  double[] stepsBack() {
    return stepsBack;
  }

  int noTitle() {
    return noTitle;
  }

  /** Lines that say where the weights are from. */
  public List<String> header() {
    return header;
  }

  /** The model as a file: the same weights give the same bytes. */
  public byte[] toBytes() {
    StringBuilder out = new StringBuilder(1 << 18);
    header.forEach(line -> out.append("# ").append(line).append('\n'));
    out.append(FORMAT).append('\n');
    append(out, "begin", begin);
    append(out, "end", end);
    append(out, "no-title", new int[] {noTitle});
    for (State from : State.values()) {
      if (from.ordinal() < STATES) {
        append(out, "after " + from, steps[from.ordinal()]);
      }
    }
    int units = hidden.units();
    for (int unit = 0; unit < units; unit++) {
      int[] shares = new int[1 + STATES];
      shares[0] = hidden.bias(unit);
      for (int state = 0; state < STATES; state++) {
        shares[1 + state] = hidden.share(unit, state);
      }
      append(out, "unit " + unit, shares);
    }
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      for (int row = LineSlots.FIRST[slot]; row < LineSlots.last(slot); row++) {
        int[] weights = new int[units + 1];
        for (int unit = 0; unit < units; unit++) {
          weights[unit] = hidden.weight(row, unit);
        }
        weights[units] = titles[row];
        if (Arrays.stream(weights).anyMatch(weight -> weight != 0)) {
          append(out, name(slot) + ":" + (row - LineSlots.FIRST[slot]), weights);
        }
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String name(int slot) {
    return LineSlots.TRAITS[LineSlots.TRAIT[slot]] + "@" + LineSlots.OFFSET[slot];
  }

  private static void append(StringBuilder out, String name, int[] weights) {
    out.append(name).append('\t');
    for (int i = 0; i < weights.length; i++) {
      out.append(i == 0 ? "" : " ").append(weights[i]);
    }
    out.append('\n');
  }

  /** Reads what {@link #toBytes} wrote; what is no such file is said with its line. */
  public static LineModel read(InputStream in) throws IOException {
    List<String> header = new ArrayList<>();
    int[][] rows = new int[LineSlots.ROWS][];
    List<int[]> units = new ArrayList<>();
    int[] begin = null;
    int[] end = null;
    int[][] steps = new int[STATES][];
    int noTitle = 0;
    boolean hasFormat = false;
    int number = 0;
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.startsWith("#")) {
        header.add(line.substring(Math.min(2, line.length())));
        continue;
      }
      if (!hasFormat) {
        if (!line.equals(FORMAT)) {
          throw new IllegalArgumentException("not a model of lines of form " + FORMAT);
        }
        hasFormat = true;
        continue;
      }
      int tab = line.indexOf('\t');
      String name = tab < 0 ? line : line.substring(0, tab);
      try {
        int[] weights = numbers(line.substring(tab + 1));
        switch (name) {
          case "begin" -> begin = checked(weights, STATES);
          case "end" -> end = checked(weights, STATES);
          case "no-title" -> noTitle = weights[0];
          default -> {
            if (name.startsWith("after ")) {
              steps[State.valueOf(name.substring(6)).ordinal()] = checked(weights, STATES);
            } else if (name.equals("unit " + units.size())) {
              units.add(checked(weights, 1 + STATES));
            } else {
              rows[row(name)] = checked(weights, units.size() + 1);
            }
          }
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + number + " of a model of lines: " + name, e);
      }
    }
    if (begin == null || end == null || Arrays.asList(steps).contains(null)) {
      throw new IllegalArgumentException("a model of lines without its steps");
    }
    int[] titles = new int[LineSlots.ROWS];
    for (int row = 0; row < rows.length; row++) {
      titles[row] = rows[row] == null ? 0 : rows[row][units.size()];
    }
    return new LineModel(header, hidden(units, rows), titles, begin, end, steps, noTitle);
  }

  private static HiddenLayer hidden(List<int[]> units, int[][] rows) {
    int n = units.size();
    short[] bias = new short[n];
    int[] shares = new int[n * STATES];
    short[] weights = new short[rows.length * n];
    for (int unit = 0; unit < n; unit++) {
      bias[unit] = HiddenLayer.fitting(units.get(unit)[0]);
      System.arraycopy(units.get(unit), 1, shares, unit * STATES, STATES);
    }
    for (int row = 0; row < rows.length; row++) {
      for (int unit = 0; unit < n && rows[row] != null; unit++) {
        weights[row * n + unit] = HiddenLayer.fitting(rows[row][unit]);
      }
    }
    return new HiddenLayer(bias, weights, shares);
  }

  /** Numbers with a blank between two. */
  private static int[] numbers(String text) {
    int[] numbers = new int[1 + (int) text.chars().filter(c -> c == ' ').count()];
    int from = 0;
    for (int i = 0; i < numbers.length; i++) {
      int to = text.indexOf(' ', from);
      numbers[i] = Integer.parseInt(text, from, to < 0 ? text.length() : to, 10);
      from = to + 1;
    }
    return numbers;
  }

  private static int[] checked(int[] weights, int length) {
    boolean isSmall = Arrays.stream(weights).allMatch(weight -> Math.abs(weight) <= MOST);
    if (weights.length != length || !isSmall) {
      throw new IllegalArgumentException("weights");
    }
    return weights;
  }

  private static int row(String name) {
    int at = name.indexOf('@');
    int colon = name.indexOf(':', at + 1);
    if (at < 0 || colon < 0) {
      throw new IllegalArgumentException("no trait");
    }
    LineTrait trait = LineTrait.valueOf(name.substring(0, at));
    int offset = Integer.parseInt(name.substring(at + 1, colon));
    int value = Integer.parseInt(name.substring(colon + 1));
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      if (LineSlots.TRAIT[slot] == trait.ordinal() && LineSlots.OFFSET[slot] == offset) {
        int values = trait.values + (offset == 0 ? 0 : 1);
        if (value < 0 || value >= values) {
          throw new IllegalArgumentException("value");
        }
        return LineSlots.FIRST[slot] + value;
      }
    }
    throw new IllegalArgumentException("place");
  }
}
