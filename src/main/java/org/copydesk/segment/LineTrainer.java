package org.copydesk.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.copydesk.model.Label;
import org.copydesk.model.Page;

/**
 * Learns a {@link LineModel} from pages whose lines are labelled: a linear-chain conditional random
 * field over {@link State}s (Lafferty, McCallum and Pereira, 2001) and, over the same traits, a
 * softmax over a page's lines for its title, in which a page without title is an answer too. Both
 * with a quadratic penalty, by {@link Adam}. The same pages in the same order give the same model:
 * powers are {@link StrictMath}'s, sums are taken in one order.
 */
public final class LineTrainer {
  private static final int STATES = LineModel.STATES;

  /** What {@link LinePatterns} tells. */
  private static final Set<LineTrait> OF_PATTERNS =
      EnumSet.of(
          LineTrait.PATTERN,
          LineTrait.BEAT,
          LineTrait.HEADLINES,
          LineTrait.ALIKE,
          LineTrait.QUOTED,
          LineTrait.BEGINS,
          LineTrait.SLOT,
          LineTrait.SLOT_DEPTH,
          LineTrait.WIDE_RUN,
          LineTrait.WIDE_OF_RUNS,
          LineTrait.SIZE_AROUND,
          LineTrait.PAIRED);

  /**
   * How to train.
   *
   * @param titlePenalty of a weight of titles: half of it times the square
   * @param passes over the pages
   * @param courses by which labels are learned: the model is the mean of what they give, which is
   *     steadier than any of them
   */
  public record Settings(double titlePenalty, int passes, List<Course> courses) {
    public Settings {
      courses = List.copyOf(courses);
    }

    /** As chosen by cross-validation over hosts. */
    public static Settings standard() {
      return new Settings(
          8,
          14,
          List.of(
              new Course(2, 30, false, 0, 0),
              new Course(2, 10, true, 0.5, 0),
              new Course(1, 8, true, 0.5, 0.4)));
    }

    /** The first course alone: for what is used once, as a teacher is. */
    public Settings first() {
      return new Settings(titlePenalty, passes, courses.subList(0, 1));
    }
  }

  /**
   * A way to learn labels.
   *
   * @param share of it in the mean, beside those of the others
   * @param penalty of a weight: half of it times the square
   * @param ofPatterns whether traits of a page's patterns are asked: too many for a course that
   *     leaves none out
   * @param dropped share of the traits that are left out in turn, so that none is leant on alone
   *     (Sutton, Sindelar and McCallum, 2006)
   * @param html how much a page of HTML counts, whose labels are a teacher's; 0 for none
   */
  public record Course(
      double share, double penalty, boolean ofPatterns, double dropped, double html) {}

  /**
   * A labelled page, ready to be learned from.
   *
   * @param rows by line and slot the weights' row
   */
  public static final class Example {
    private final int[][] rows;
    private final int[] states;
    private final double weight;

    private Example(int[][] rows, int[] states, double weight) {
      this.rows = rows;
      this.states = states;
      this.weight = weight;
    }

    /** Lines. */
    public int lines() {
      return rows.length;
    }

    /** The page with some traits left out: other ones for each page and pass. */
    private Example without(int page, int pass, Course course) {
      if (rows.length == 0) {
        return this;
      }
      boolean[] isOut = new boolean[LineSlots.TRAITS.length];
      for (int trait = 0; trait < isOut.length; trait++) {
        boolean isLeft = !course.ofPatterns() && OF_PATTERNS.contains(LineSlots.TRAITS[trait]);
        isOut[trait] = isLeft || chance(page, pass, trait) < course.dropped();
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
      return new Example(fewer, states, weight);
    }

    /** A number from 0 to 1 that looks like chance and is the same always. */
    private static double chance(int page, int pass, int trait) {
      long mixed = ((pass + 1L) * 1_000_003 + page) * 1_000_003 + trait;
      mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
      return (mixed >>> 11) * 0x1p-53;
    }

    /** The same page with another weight. */
    public Example weighing(double other) {
      return new Example(rows, states, other);
    }
  }

  private LineTrainer() {}

  /**
   * Reads a page for training; null where it has no line.
   *
   * @param labels one for each line of the text that is not blank
   * @throws IllegalArgumentException where there are more or fewer
   */
  public static Example example(Page page, SiteModel site, List<Label> labels, double weight) {
    return example(page, site, labels, null, weight);
  }

  /**
   * As {@link #example(Page, SiteModel, List, double)}, with what the page's HTML tells.
   *
   * @param marks for each line that is not blank its numbers by {@link TreeTrait}; null for none
   */
  public static Example example(
      Page page, SiteModel site, List<Label> labels, List<int[]> marks, double weight) {
    byte[] payload = page.payload();
    UnitScanner scanner = new UnitScanner(payload, site.markerSet());
    List<Unit> units = new UnitReader(payload, scanner).read();
    if (units.isEmpty()) {
      return null;
    }
    new LineEvidence(units, site, scanner).mark(page);
    int[][] rows =
        rows(units, site, scanner, marks == null ? null : of(units, payload, marks, page));
    return new Example(rows, states(of(units, payload, labels, page)), weight);
  }

  /**
   * Reads a page that was written for the project, without the marks of its dumper's form; null
   * where it has no line, or where fields say what its lines are and no model is asked.
   */
  public static Example example(Page page, SiteModel site, WrittenTruth truth, double weight) {
    byte[] payload = Segmenter.plainText(page.payload());
    UnitScanner scanner = new UnitScanner(payload, site.markerSet());
    List<Unit> units = new UnitReader(payload, scanner).read();
    if (units.isEmpty() || LabelledFields.read(units, scanner) != null) {
      return null;
    }
    new LineEvidence(units, site, scanner).mark(page);
    List<Label> labels = truth.labels(units, new PageText(payload));
    return new Example(rows(units, site, scanner, null), states(labels), weight);
  }

  /** Labels a model gives the lines of a page that are not blank, with what its HTML tells. */
  public static List<Label> labels(LineModel model, Page page, List<int[]> marks) {
    byte[] payload = page.payload();
    UnitScanner scanner = new UnitScanner(payload, Markers.LISTED);
    List<Unit> units = new UnitReader(payload, scanner).read();
    new LineEvidence(units, SiteModel.NONE, scanner).mark(page);
    int[][] rows = rows(units, SiteModel.NONE, scanner, of(units, payload, marks, page));
    State[] states =
        LineLabeller.label(model, units, SiteModel.NONE, LinePosteriors.of(model, rows));
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      lines.add(i);
    }
    List<Integer> first = of(units, payload, lines, page);
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
  static <T> List<T> of(List<Unit> units, byte[] payload, List<T> labels, Page page) {
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

  /**
   * Learns.
   *
   * @param pages labelled ones
   * @param html pages whose labels are a teacher's; titles are learned from them as from the others
   * @param header lines that say where the pages are from
   */
  public static LineModel train(
      List<Example> pages, List<Example> html, Settings settings, List<String> header) {
    double[] labels = new double[LineSlots.ALL_ROWS * STATES + STATES * (STATES + 2)];
    double shares = settings.courses().stream().mapToDouble(Course::share).sum();
    for (Course course : settings.courses()) {
      double[] learned = labels(pages, html, course, settings.passes());
      for (int k = 0; k < labels.length; k++) {
        labels[k] += learned[k] * course.share() / shares;
      }
    }
    List<Example> titled = new ArrayList<>(pages);
    titled.addAll(html);
    double[] titles =
        Adam.minimise(
            (page, pass, point, gradient) -> addTitleGradient(titled.get(page), point, gradient),
            titled.size(),
            settings.passes(),
            settings.titlePenalty(),
            LineSlots.ALL_ROWS + 1);
    return model(labels, titles, header);
  }

  private static double[] labels(
      List<Example> pages, List<Example> html, Course course, int passes) {
    List<Example> all = new ArrayList<>(pages);
    for (Example page : course.html() > 0 ? html : List.<Example>of()) {
      all.add(page.weighing(page.weight * course.html()));
    }
    int emissions = LineSlots.ALL_ROWS * STATES;
    double[] labels =
        Adam.minimise(
            (page, pass, point, gradient) ->
                addChainGradient(all.get(page).without(page, pass, course), point, gradient),
            all.size(),
            passes,
            course.penalty(),
            emissions + STATES * (STATES + 2));
    for (int k = 0; k < emissions; k++) {
      labels[k] *= 1 - course.dropped();
    }
    return labels;
  }

  /** Adds the gradient of minus the logarithm of a page's labels' chance. */
  private static void addChainGradient(Example page, double[] point, double[] gradient) {
    int n = page.rows.length;
    int first = LineSlots.ALL_ROWS * STATES;
    int begin = first + STATES * STATES;
    int end = begin + STATES;
    double[] steps = new double[STATES * STATES];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = StrictMath.exp(point[first + k]);
    }
    double[] emitted = new double[n * STATES];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      emit(page.rows[i], point, emitted, at);
      double best = Double.NEGATIVE_INFINITY;
      for (int s = 0; s < STATES; s++) {
        best = Math.max(best, emitted[at + s]);
      }
      for (int s = 0; s < STATES; s++) {
        emitted[at + s] = StrictMath.exp(emitted[at + s] - best);
      }
    }
    double[] alpha = new double[n * STATES];
    double[] scales = new double[n];
    for (int i = 0; i < n; i++) {
      int at = i * STATES;
      double sum = 0;
      for (int to = 0; to < STATES; to++) {
        double before = i == 0 ? StrictMath.exp(point[begin + to]) : 0;
        for (int from = 0; i > 0 && from < STATES; from++) {
          before += alpha[at - STATES + from] * steps[from * STATES + to];
        }
        alpha[at + to] = before * emitted[at + to];
        sum += alpha[at + to];
      }
      scales[i] = sum;
      for (int s = 0; s < STATES; s++) {
        alpha[at + s] /= sum;
      }
    }
    double[] beta = new double[STATES];
    double whole = 0;
    for (int s = 0; s < STATES; s++) {
      beta[s] = StrictMath.exp(point[end + s]);
      whole += alpha[(n - 1) * STATES + s] * beta[s];
    }
    for (int s = 0; s < STATES; s++) {
      beta[s] /= whole;
      gradient[end + s] += page.weight * alpha[(n - 1) * STATES + s] * beta[s];
    }
    gradient[end + page.states[n - 1]] -= page.weight;
    double[] chance = new double[STATES];
    double[] next = new double[STATES];
    for (int i = n - 1; i >= 0; i--) {
      int at = i * STATES;
      for (int s = 0; s < STATES; s++) {
        chance[s] = alpha[at + s] * beta[s] * page.weight;
      }
      chance[page.states[i]] -= page.weight;
      for (int row : page.rows[i]) {
        int w = row * STATES;
        for (int s = 0; s < STATES; s++) {
          gradient[w + s] += chance[s];
        }
      }
      if (i == 0) {
        for (int s = 0; s < STATES; s++) {
          gradient[begin + s] += chance[s];
        }
        break;
      }
      for (int s = 0; s < STATES; s++) {
        beta[s] *= emitted[at + s] / scales[i];
      }
      for (int from = 0; from < STATES; from++) {
        double sum = 0;
        int step = from * STATES;
        double before = alpha[at - STATES + from] * page.weight;
        for (int to = 0; to < STATES; to++) {
          double both = steps[step + to] * beta[to];
          sum += both;
          gradient[first + step + to] += before * both;
        }
        next[from] = sum;
      }
      gradient[first + page.states[i - 1] * STATES + page.states[i]] -= page.weight;
      double[] swap = beta;
      beta = next;
      next = swap;
    }
  }

  /** Adds the rows of a line up: kept in registers, as most of the time goes here. */
  private static void emit(int[] rows, double[] point, double[] out, int at) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    double s8 = 0;
    double s9 = 0;
    double s10 = 0;
    for (int row : rows) {
      int w = row * STATES;
      s0 += point[w];
      s1 += point[w + 1];
      s2 += point[w + 2];
      s3 += point[w + 3];
      s4 += point[w + 4];
      s5 += point[w + 5];
      s6 += point[w + 6];
      s7 += point[w + 7];
      s8 += point[w + 8];
      s9 += point[w + 9];
      s10 += point[w + 10];
    }
    out[at] = s0;
    out[at + 1] = s1;
    out[at + 2] = s2;
    out[at + 3] = s3;
    out[at + 4] = s4;
    out[at + 5] = s5;
    out[at + 6] = s6;
    out[at + 7] = s7;
    out[at + 8] = s8;
    out[at + 9] = s9;
    out[at + 10] = s10;
  }

  /** Adds the gradient of minus the logarithm of the chance that the title, or none, is chosen. */
  private static void addTitleGradient(Example page, double[] point, double[] gradient) {
    int n = page.rows.length;
    double[] points = new double[n + 1];
    double best = point[LineSlots.ALL_ROWS];
    boolean hasTitle = false;
    for (int i = 0; i < n; i++) {
      for (int row : page.rows[i]) {
        points[i] += point[row];
      }
      best = Math.max(best, points[i]);
      hasTitle |= page.states[i] == State.TITLE.ordinal();
    }
    points[n] = point[LineSlots.ALL_ROWS];
    double all = 0;
    double right = 0;
    for (int i = 0; i <= n; i++) {
      points[i] = StrictMath.exp(points[i] - best);
      all += points[i];
      boolean isRight = i == n ? !hasTitle : page.states[i] == State.TITLE.ordinal();
      right += isRight ? points[i] : 0;
    }
    right = Math.max(right, 1e-300);
    for (int i = 0; i <= n; i++) {
      boolean isRight = i == n ? !hasTitle : page.states[i] == State.TITLE.ordinal();
      double slope = page.weight * (points[i] / all - (isRight ? points[i] / right : 0));
      if (i == n) {
        gradient[LineSlots.ALL_ROWS] += slope;
      } else {
        for (int row : page.rows[i]) {
          gradient[row] += slope;
        }
      }
    }
  }

  private static LineModel model(double[] labels, double[] titles, List<String> header) {
    int[][] rows = new int[LineSlots.ALL_ROWS][];
    for (int row = 0; row < rows.length; row++) {
      int[] weights = new int[LineModel.LANES];
      for (int s = 0; s < STATES; s++) {
        weights[s] = parts(labels[row * STATES + s]);
      }
      weights[STATES] = parts(titles[row]);
      rows[row] = Arrays.stream(weights).anyMatch(weight -> weight != 0) ? weights : null;
    }
    int first = LineSlots.ALL_ROWS * STATES;
    int[][] steps = new int[STATES][];
    for (int from = 0; from < STATES; from++) {
      steps[from] = parts(labels, first + from * STATES);
    }
    return new LineModel(
        header,
        rows,
        parts(labels, first + STATES * STATES),
        parts(labels, first + STATES * (STATES + 1)),
        steps,
        parts(titles[LineSlots.ALL_ROWS]));
  }

  private static int[] parts(double[] weights, int from) {
    int[] parts = new int[STATES];
    for (int s = 0; s < STATES; s++) {
      parts[s] = parts(weights[from + s]);
    }
    return parts;
  }

  private static int parts(double weight) {
    long parts = Math.round(weight / StrictMath.log(2) * LineModel.UNIT);
    return (int) Math.max(-LineModel.MOST, Math.min(LineModel.MOST, parts));
  }
}
