package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;
import org.copydesk.segment.learning.Adam;
import org.copydesk.text.Mixed;

/**
 * Learns a {@link LineModel} from pages whose lines are labelled: a linear-chain conditional random
 * field over {@link State}s (Lafferty, McCallum and Pereira, 2001) whose points come from a layer
 * of hidden units (Peng, Bo and Xu, 2009), several of them side by side, and, over the same traits,
 * a softmax over a page's lines for its title, in which a page without title is an answer too. Both
 * with a quadratic penalty, by {@link Adam}. The same pages in the same order give the same model:
 * numbers to begin with are mixed from their places, powers are {@link StrictMath}'s, sums are
 * taken in one order.
 */
public final class LineTrainer {
  private static final int STATES = LineModel.STATES;

  /** Lines of a page that counts for one, and those under which none counts for more. */
  private static final double USUAL_LINES = 120;

  private static final double LEAST_LINES = 20;

  /** How fast weights of hidden units move, and steps from state to state. */
  private static final double RATE = 0.004;

  private static final double RATE_OF_STEPS = 0.03;

  private static final double PENALTY_OF_STEPS = 10;

  /** How fast weights of titles move, how often pages are taken for them, and their penalty. */
  private static final double RATE_OF_TITLES = 0.03;

  private static final int PASSES_FOR_TITLES = 14;

  /** Steps a network takes at least, however few pages there are. */
  private static final int LEAST_STEPS = 700;

  /** Most that weights of rows and shares of states begin with. */
  private static final double FIRST_WEIGHT = 0.1;

  private static final double FIRST_SHARE = 0.3;

  /** Parts the numbers one network begins with from those of the next. */
  private static final long NETWORK = 77_777_777L;

  /**
   * How to train.
   *
   * @param titlePenalty of a weight of titles: half of it times the square
   * @param networks that are learned; what they say is averaged, which is steadier than any of them
   * @param teachers the same of the model that labels what the networks learn from beside pages
   *     labelled by hand: it is asked while they learn alone, so it may cost more
   */
  public record Settings(double titlePenalty, List<Network> networks, List<Network> teachers) {
    public Settings {
      networks = List.copyOf(networks);
      teachers = List.copyOf(teachers);
    }

    /** The settings by which the teacher is learned. */
    public Settings ofTeacher() {
      return new Settings(titlePenalty, teachers, teachers);
    }

    /** As chosen by cross-validation over hosts. */
    public static Settings standard() {
      return new Settings(
          8,
          List.of(new Network(32, 14, 6, 0.5, 0.5, 0.2)),
          List.of(
              new Network(24, 12, 6, 0.5, 0.5, 0.2),
              new Network(24, 12, 12, 0.5, 0.5, 0),
              new Network(24, 12, 6, 0.6, 0.5, 0.4),
              new Network(24, 12, 3, 0.4, 0.3, 0.2)));
    }
  }

  /**
   * A layer of hidden units and the steps from state to state, learned together.
   *
   * @param units hidden ones
   * @param passes over the pages; more where there are few
   * @param penalty of a weight: half of it times the square
   * @param dropped share of the traits that are left out in turn, so that none is leant on alone
   *     (Sutton, Sindelar and McCallum, 2006)
   * @param composed how much a page counts that is put together from others; 0 for none
   * @param html how much a page of HTML counts, whose labels are a teacher's; 0 for none
   */
  public record Network(
      int units, int passes, double penalty, double dropped, double composed, double html) {}

  /**
   * What to learn from.
   *
   * @param pages labelled ones
   * @param composed pages put together from parts of labelled ones
   * @param html pages whose labels are a teacher's; titles are learned from them too
   */
  public record Pages(
      List<LabelledLines> pages, List<LabelledLines> composed, List<LabelledLines> html) {}

  private LineTrainer() {}

  /**
   * Learns.
   *
   * @param header lines that say where the pages are from
   */
  public static LineModel train(Pages pages, Settings settings, List<String> header) {
    int units = settings.networks().stream().mapToInt(Network::units).sum();
    Learned learned = new Learned(units, settings.networks().size());
    for (int k = 0; k < settings.networks().size(); k++) {
      Network network = settings.networks().get(k);
      learned.add(network(pages, network, k), network);
    }
    List<LabelledLines> titled = new ArrayList<>(pages.pages());
    titled.addAll(pages.html());
    float[] titles = new float[LineSlots.ALL_ROWS + 1];
    Adam.minimise(
        (page, pass, point, gradient) -> LineGradients.addTitle(titled.get(page), point, gradient),
        titled.size(),
        PASSES_FOR_TITLES,
        List.of(new Adam.Group(titles.length, RATE_OF_TITLES, settings.titlePenalty())),
        titles);
    return learned.model(titles, header);
  }

  private static float[] network(Pages pages, Network network, int number) {
    List<LabelledLines> all = new ArrayList<>();
    addAll(all, pages.pages(), 1);
    addAll(all, pages.composed(), network.composed());
    addAll(all, pages.html(), network.html());
    LineGradients gradients = new LineGradients(network.units());
    float[] point = new float[gradients.variables];
    for (int i = 0; i < gradients.bias; i++) {
      point[i] = (float) (FIRST_WEIGHT * (2 * Mixed.of(NETWORK * (number + 1) + i) - 1));
    }
    for (int i = gradients.shares; i < gradients.steps; i++) {
      point[i] = (float) (FIRST_SHARE * (2 * Mixed.of(NETWORK * (number + 1) + i) - 1));
    }
    Adam.minimise(
        (page, pass, at, gradient) ->
            gradients.addChain(
                all.get(page).without(page, pass, network.dropped(), number), at, gradient),
        all.size(),
        Math.max(network.passes(), LEAST_STEPS / Math.max(1, Adam.batches(all.size())) + 1),
        List.of(
            new Adam.Group(gradients.bias, RATE, network.penalty()),
            new Adam.Group(network.units(), RATE, 0),
            new Adam.Group(network.units() * STATES, RATE, network.penalty()),
            new Adam.Group(STATES * (STATES + 2), RATE_OF_STEPS, PENALTY_OF_STEPS)),
        point);
    for (int i = 0; i < gradients.bias; i++) {
      point[i] *= (float) (1 - network.dropped());
    }
    return point;
  }

  /**
   * Adds pages that each count by the root of their lines and not by their number: else a few long
   * ones, most of them furniture, would say what all learn.
   */
  private static void addAll(List<LabelledLines> all, List<LabelledLines> pages, double share) {
    for (LabelledLines page : share > 0 ? pages : List.<LabelledLines>of()) {
      double lines = Math.max(LEAST_LINES, page.lines());
      all.add(page.weighing(page.weight * share * Math.sqrt(USUAL_LINES / lines)));
    }
  }

  /** What was learned, network by network, in whole numbers. */
  private static final class Learned {
    private final int units;
    private final int networks;
    private final short[] bias;
    private final short[] rows;
    private final int[] shares;
    private final double[] steps = new double[STATES * (STATES + 2)];
    private int taken;

    /**
     * @param units of all networks
     */
    Learned(int units, int networks) {
      this.units = units;
      this.networks = networks;
      this.bias = new short[units];
      this.rows = new short[LineSlots.ALL_ROWS * units];
      this.shares = new int[units * STATES];
    }

    /** Adds a network: its units stand beside those of the others. */
    void add(float[] point, Network network) {
      LineGradients places = new LineGradients(network.units());
      for (int unit = 0; unit < network.units(); unit++) {
        int at = taken + unit;
        bias[at] = HiddenLayer.fitting(parts(point[places.bias + unit], HiddenLayer.UNIT));
        for (int row = 0; row < LineSlots.ALL_ROWS; row++) {
          double weight = point[row * network.units() + unit];
          rows[row * units + at] = HiddenLayer.fitting(parts(weight, HiddenLayer.UNIT));
        }
        for (int state = 0; state < STATES; state++) {
          double share =
              point[places.shares + unit * STATES + state] / StrictMath.log(2) / networks;
          shares[at * STATES + state] = parts(share, HiddenLayer.SHARE);
        }
      }
      for (int k = 0; k < steps.length; k++) {
        steps[k] += point[places.steps + k] / StrictMath.log(2) / networks;
      }
      taken += network.units();
    }

    /**
     * The model.
     *
     * @param titles by row its weight for a title; the last is that of no title
     */
    LineModel model(float[] titles, List<String> header) {
      int[] ofTitles = new int[LineSlots.ALL_ROWS];
      for (int row = 0; row < ofTitles.length; row++) {
        ofTitles[row] = parts(titles[row] / StrictMath.log(2), LineModel.UNIT);
      }
      int[][] between = new int[STATES][];
      for (int from = 0; from < STATES; from++) {
        between[from] = steps(from);
      }
      return new LineModel(
          header,
          new HiddenLayer(bias, rows, shares),
          ofTitles,
          steps(STATES),
          steps(STATES + 1),
          between,
          parts(titles[LineSlots.ALL_ROWS] / StrictMath.log(2), LineModel.UNIT));
    }

    private int[] steps(int from) {
      int[] parts = new int[STATES];
      for (int to = 0; to < STATES; to++) {
        parts[to] = parts(steps[from * STATES + to], LineModel.UNIT);
      }
      return parts;
    }

    private static int parts(double weight, int unit) {
      return (int) Math.round(weight * unit);
    }
  }
}
