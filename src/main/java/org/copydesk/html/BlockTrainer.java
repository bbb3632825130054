package org.copydesk.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.model.Page;
import org.copydesk.segment.SiteModel;

/**
 * Learns the weights of {@link BlockModel} by Adam (Kingma and Ba, 2015) over all pages at once:
 * the same pages give the same weights. A page counts as much as another, a block by the logarithm
 * of its words.
 */
public final class BlockTrainer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");
  private static final int ROUNDS = 1_500;
  private static final double STEP = .02;

  /** What slopes of earlier rounds and the new one count, their squares likewise. */
  private static final double OLD_SLOPES = .9;

  private static final double NEW_SLOPE = .1;
  private static final double OLD_SQUARES = .99;
  private static final double NEW_SQUARE = .01;
  private static final double LEAST_SIZE = 1e-6;

  /** Words of a run by which a block is known again. */
  private static final int RUN = 3;

  /** What all blocks of a page weigh together, and what large weights cost. */
  private static final double PAGE = 30;

  private static final double PENALTY = 40;

  /** Pages on which a value is shown; one that fewer show has no weight. */
  private static final int FEWEST_PAGES = 10;

  /** A block is body where this share of its runs of three words stand in the known text. */
  private static final double MOST_OF_BLOCK = .6;

  private static final int SHORT = 6;

  /** A block of a body with what it weighs. */
  record Example(int[] slots, boolean isBody, double weight) {}

  /** What a page teaches: the blocks that the rules alone took for body. */
  public static final class Lesson {
    private final List<Example> examples;

    Lesson(List<Example> examples) {
      this.examples = examples;
    }
  }

  /** Reads pages without what is learned here: what lessons are made of and measured against. */
  public static HtmlSegmenter byRules() {
    return new HtmlSegmenter(
        HtmlSettings.defaults().withEvidence(HtmlEvidence.allBut(HtmlEvidence.LEARNED_BLOCKS)));
  }

  /** Reads pages with what was learned. */
  public static HtmlSegmenter taught(List<Lesson> lessons) {
    double[] weights = train(lessons);
    int n = BlockTrait.slots();
    return new HtmlSegmenter(
        HtmlSettings.defaults(), new BlockModel(Arrays.copyOf(weights, n), weights[n]));
  }

  /**
   * The lesson of a page.
   *
   * @param page of kind HTML
   * @param knownText of its article
   */
  public static Lesson lesson(Page page, String knownText) {
    HtmlSegmenter.Judged judged = byRules().judged(page, SiteModel.NONE);
    return lesson(LearnedBody.candidates(judged.blocks(), judged.stated()), knownText);
  }

  static Lesson lesson(List<LearnedBody.Candidate> body, String knownText) {
    List<String> known = words(knownText);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= known.size(); i++) {
      runs.add(String.join(" ", known.subList(i, i + RUN)));
    }
    String whole = ' ' + String.join(" ", known) + ' ';
    List<Example> out = new ArrayList<>();
    double all = 0;
    for (LearnedBody.Candidate one : body) {
      List<String> words = words(one.block().text);
      if (!words.isEmpty()) {
        double weight = StrictMath.log1p(words.size()) * (words.size() < RUN ? .5 : 1);
        all += weight;
        out.add(new Example(one.traits(), isBody(words, whole, runs), weight));
      }
    }
    List<Example> evened = new ArrayList<>();
    for (Example one : out) {
      evened.add(new Example(one.slots(), one.isBody(), one.weight() * PAGE / all));
    }
    return new Lesson(evened);
  }

  private static boolean isBody(List<String> words, String whole, Set<String> runs) {
    if (words.size() < SHORT) {
      return whole.contains(' ' + String.join(" ", words) + ' ');
    }
    int found = 0;
    for (int k = 0; k + RUN <= words.size(); k++) {
      found += runs.contains(String.join(" ", words.subList(k, k + RUN))) ? 1 : 0;
    }
    return found > MOST_OF_BLOCK * (words.size() - RUN + 1);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Weights by slot, the bias behind them. */
  static double[] train(List<Lesson> lessons) {
    List<List<Example>> pages = lessons.stream().map(lesson -> lesson.examples).toList();
    int n = BlockTrait.slots();
    int[] shown = new int[n];
    double all = 0;
    for (List<Example> page : pages) {
      Set<Integer> slots = new HashSet<>();
      for (Example one : page) {
        all += one.weight();
        for (int slot : one.slots()) {
          slots.add(slot);
        }
      }
      slots.forEach(slot -> shown[slot]++);
    }
    double[] weights = new double[n + 1];
    double[] speed = new double[n + 1];
    double[] squares = new double[n + 1];
    double[] slope = new double[n + 1];
    for (int round = 0; round < ROUNDS; round++) {
      Arrays.fill(slope, 0);
      for (List<Example> page : pages) {
        for (Example one : page) {
          double sum = weights[n];
          for (int slot : one.slots()) {
            sum += weights[slot];
          }
          double over =
              one.weight() / all * (1 / (1 + StrictMath.exp(-sum)) - (one.isBody() ? 1 : 0));
          slope[n] += over;
          for (int slot : one.slots()) {
            slope[slot] += over;
          }
        }
      }
      double rate = STEP * (1 - (double) round / ROUNDS);
      for (int slot = 0; slot <= n; slot++) {
        if (slot < n && shown[slot] < FEWEST_PAGES) {
          continue;
        }
        double grown = slope[slot] + (slot == n ? 0 : PENALTY / all * weights[slot]);
        speed[slot] = OLD_SLOPES * speed[slot] + NEW_SLOPE * grown;
        squares[slot] = OLD_SQUARES * squares[slot] + NEW_SQUARE * grown * grown;
        weights[slot] -= rate * speed[slot] / (StrictMath.sqrt(squares[slot]) + LEAST_SIZE);
      }
    }
    return weights;
  }

  /** What was learned, in the rows of a file that {@link BlockModel} reads, three digits each. */
  public static List<String> rows(List<Lesson> lessons, List<String> header) {
    double[] weights = train(lessons);
    List<String> rows = new ArrayList<>();
    rows.add("# Weights of what a block of the body shows: distance | trait | value | weight.");
    header.forEach(line -> rows.add("# " + line));
    int n = BlockTrait.slots();
    rows.add(String.format(Locale.ROOT, "0 | ALWAYS | 1 | %.3f", weights[n]));
    for (int slot = 0; slot < n; slot++) {
      String weight = String.format(Locale.ROOT, "%.3f", weights[slot]);
      if (!weight.matches("-?0\\.000")) {
        rows.add(BlockTrait.name(slot) + " | " + weight);
      }
    }
    return rows;
  }

  private BlockTrainer() {}
}
