package org.copydesk.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns a {@link LineModel} from pages whose lines are labelled: a linear-chain conditional random
 * field over {@link State}s (Lafferty, McCallum and Pereira, 2001) and, over the same traits, a
 * softmax over a page's lines for its title, in which a page without title is an answer too. Both
 * with a quadratic penalty, by {@link Adam}. The same pages in the same order give the same model:
 * powers are {@link StrictMath}'s, sums are taken in one order.
 */
public final class LineTrainer {
  private static final int STATES = LineModel.STATES;

  /** Lines of a page that counts for one, and those under which none counts for more. */
  private static final double USUAL_LINES = 120;

  private static final double LEAST_LINES = 20;

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
              new Course(2, 30, false, 0, 0, 1),
              new Course(2, 10, true, 0.4, 0, 2),
              new Course(2, 10, true, 0.5, 0, 2),
              new Course(2, 8, true, 0.5, 0.4, 2)));
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
   * @param times it is taken, each with other traits left out: the mean of them counts
   */
  public record Course(
      double share, double penalty, boolean ofPatterns, double dropped, double html, int times) {}

  private LineTrainer() {}

  /**
   * Learns.
   *
   * @param pages labelled ones
   * @param html pages whose labels are a teacher's; titles are learned from them as from the others
   * @param header lines that say where the pages are from
   */
  public static LineModel train(
      List<LabelledLines> pages, List<LabelledLines> html, Settings settings, List<String> header) {
    double[] labels = new double[LineSlots.ALL_ROWS * STATES + STATES * (STATES + 2)];
    double shares = settings.courses().stream().mapToDouble(Course::share).sum();
    for (Course course : settings.courses()) {
      double share = course.share() / shares / course.times();
      for (int time = 0; time < course.times(); time++) {
        double[] learned = labels(pages, html, course, time, settings.passes());
        for (int k = 0; k < labels.length; k++) {
          labels[k] += learned[k] * share;
        }
      }
    }
    List<LabelledLines> titled = new ArrayList<>(pages);
    titled.addAll(html);
    double[] titles =
        Adam.minimise(
            (page, pass, point, gradient) ->
                LineGradients.addTitle(titled.get(page), point, gradient),
            titled.size(),
            settings.passes(),
            settings.titlePenalty(),
            LineSlots.ALL_ROWS + 1);
    return model(labels, titles, header);
  }

  private static double[] labels(
      List<LabelledLines> pages, List<LabelledLines> html, Course course, int time, int passes) {
    List<LabelledLines> all = new ArrayList<>();
    for (LabelledLines page : pages) {
      all.add(byRootOfLines(page, 1));
    }
    for (LabelledLines page : course.html() > 0 ? html : List.<LabelledLines>of()) {
      all.add(byRootOfLines(page, course.html()));
    }
    int emissions = LineSlots.ALL_ROWS * STATES;
    double[] labels =
        Adam.minimise(
            (page, pass, point, gradient) ->
                LineGradients.addChain(
                    all.get(page).without(page, pass, course, time), point, gradient),
            all.size(),
            passes,
            course.penalty(),
            emissions + STATES * (STATES + 2));
    for (int k = 0; k < emissions; k++) {
      labels[k] *= 1 - course.dropped();
    }
    return labels;
  }

  /**
   * A page that counts by the root of its lines and not by their number: else a few long ones, most
   * of them furniture, would say what all learn.
   */
  private static LabelledLines byRootOfLines(LabelledLines page, double share) {
    double lines = Math.max(LEAST_LINES, page.lines());
    return page.weighing(page.weight * share * Math.sqrt(USUAL_LINES / lines));
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
