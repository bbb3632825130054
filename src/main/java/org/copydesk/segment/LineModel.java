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
 * Learned weights of {@link LineTrait}s for each {@link State}, of what may follow what, and of
 * being the page's title. Whole numbers, in parts of {@link #UNIT} of a power of two: sums of them
 * are the same on every machine.
 *
 * <p>As a file: lines that begin with {@code #} say where it is from; then {@code lines-1}, {@code
 * begin}, {@code end}, {@code no-title}, {@code after STATE} and {@code TRAIT@PLACE:VALUE}, each
 * with its weights by state, the title's last. A row of zeros is left out.
 */
public final class LineModel {
  /** Parts of a power of two. */
  static final int UNIT = 256;

  static final int STATES = State.LEARNED;

  /** States and the title's weight. */
  static final int LANES = STATES + 1;

  /** Three lanes of 21 bits each in a long, added at once. */
  static final int WORDS = 4;

  private static final int LANE_BITS = 21;
  private static final String FORMAT = "lines-1";

  /** Most a weight may be: some two hundred of them are added in a lane. */
  static final int MOST = 4095;

  private final List<String> header;
  private final int[][] rows;
  private final long[] packed;
  private final int[] begin;
  private final int[] end;
  private final int[][] steps;
  private final int noTitle;

  /**
   * @param header lines of text that say where the weights are from
   * @param rows by {@link LineSlots} row the weights of each lane; null where all are zero
   * @param steps from state to state
   * @param noTitle points of a page without title
   */
  LineModel(List<String> header, int[][] rows, int[] begin, int[] end, int[][] steps, int noTitle) {
    this.header = List.copyOf(header);
    this.rows = rows;
    this.begin = begin;
    this.end = end;
    this.steps = steps;
    this.noTitle = noTitle;
    this.packed = new long[rows.length * WORDS];
    for (int row = 0; row < rows.length; row++) {
      for (int lane = 0; rows[row] != null && lane < LANES; lane++) {
        packed[row * WORDS + lane / 3] += (long) rows[row][lane] << LANE_BITS * (lane % 3);
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

  long[] packed() {
    return packed;
  }

  /** A row's weight for a lane. */
  int weight(int row, int lane) {
    return rows[row] == null ? 0 : rows[row][lane];
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

  int noTitle() {
    return noTitle;
  }

  /** Lines that say where the weights are from. */
  public List<String> header() {
    return header;
  }

  /** Takes the lanes of a sum of packed rows apart. */
  static void unpack(long a, long b, long c, long d, int[] out, int at) {
    unpack(a, out, at);
    unpack(b, out, at + 3);
    unpack(c, out, at + 6);
    unpack(d, out, at + 9);
  }

  private static void unpack(long sum, int[] out, int at) {
    long low = sum << 64 - LANE_BITS >> 64 - LANE_BITS;
    long rest = sum - low >> LANE_BITS;
    long middle = rest << 64 - LANE_BITS >> 64 - LANE_BITS;
    out[at] = (int) low;
    out[at + 1] = (int) middle;
    out[at + 2] = (int) (rest - middle >> LANE_BITS);
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
    for (int slot = 0; slot < LineSlots.COUNT; slot++) {
      int last = slot + 1 < LineSlots.COUNT ? LineSlots.FIRST[slot + 1] : LineSlots.ROWS;
      for (int row = LineSlots.FIRST[slot]; row < last; row++) {
        if (rows[row] != null && Arrays.stream(rows[row]).anyMatch(weight -> weight != 0)) {
          append(out, name(slot) + ":" + (row - LineSlots.FIRST[slot]), rows[row]);
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
        String[] parts = line.substring(tab + 1).split(" ");
        int[] weights = Arrays.stream(parts).mapToInt(Integer::parseInt).toArray();
        switch (name) {
          case "begin" -> begin = checked(weights, STATES);
          case "end" -> end = checked(weights, STATES);
          case "no-title" -> noTitle = weights[0];
          default -> {
            if (name.startsWith("after ")) {
              steps[State.valueOf(name.substring(6)).ordinal()] = checked(weights, STATES);
            } else {
              rows[row(name)] = checked(weights, LANES);
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
    return new LineModel(header, rows, begin, end, steps, noTitle);
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
