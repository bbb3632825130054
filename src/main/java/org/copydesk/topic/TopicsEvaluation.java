package org.copydesk.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copydesk.text.SnakeJson;

/**
 * A model's answers held against labels: figures a class, confusions, calibration, and how many
 * texts are answered at which accuracy. A text's first label is the right one; "any" also counts
 * its others.
 */
public final class TopicsEvaluation {
  private static final int BINS = 15;
  private static final double[] THRESHOLDS = {0, .2, .3, .35, .4, .5, .6, .7, .8, .9};

  /** One class: texts that have it, answers that name it, both. */
  public record ClassFigures(String code, String label, int gold, int guessed, int right) {
    public double precision() {
      return guessed == 0 ? 0 : (double) right / guessed;
    }

    public double recall() {
      return gold == 0 ? 0 : (double) right / gold;
    }

    public double f1() {
      return right == 0 ? 0 : 2.0 * right / (gold + guessed);
    }
  }

  private final List<String> codes;
  private final List<String> labels;
  private final int[][] confusion;
  private final List<double[]> answers = new ArrayList<>();
  private int right;
  private int any;

  TopicsEvaluation(List<String> codes, List<String> labels) {
    this.codes = codes;
    this.labels = labels;
    this.confusion = new int[codes.size()][codes.size()];
  }

  /** Holds a model against texts; those without a label the model knows do not count. */
  public static TopicsEvaluation of(TopicModel model, List<TopicExample> texts) {
    ModelHeader header = model.header();
    TopicsEvaluation evaluation = new TopicsEvaluation(header.codes(), header.labels());
    for (TopicExample text : texts) {
      int[] gold = text.topics().stream().mapToInt(header.codes()::indexOf).toArray();
      if (gold.length > 0 && gold[0] >= 0) {
        evaluation.add(
            model.probabilities(text.titleTokens(), text.textTokens(header.words())), gold, null);
      }
    }
    return evaluation;
  }

  /** As {@link #of}, where only the codes that occur as first labels compete. */
  public static TopicsEvaluation amongLabelled(TopicModel model, List<TopicExample> texts) {
    ModelHeader header = model.header();
    boolean[] competes = new boolean[header.codes().size()];
    texts.stream()
        .filter(text -> !text.topics().isEmpty())
        .mapToInt(text -> header.codes().indexOf(text.topics().get(0)))
        .filter(c -> c >= 0)
        .forEach(c -> competes[c] = true);
    TopicsEvaluation evaluation = new TopicsEvaluation(header.codes(), header.labels());
    for (TopicExample text : texts) {
      int[] gold = text.topics().stream().mapToInt(header.codes()::indexOf).toArray();
      if (gold.length > 0 && gold[0] >= 0) {
        evaluation.add(
            model.probabilities(text.titleTokens(), text.textTokens(header.words())),
            gold,
            competes);
      }
    }
    return evaluation;
  }

  void add(double[] probabilities, int[] gold, boolean[] competes) {
    int best = -1;
    double sum = 0;
    for (int c = 0; c < probabilities.length; c++) {
      if (competes == null || competes[c]) {
        sum += probabilities[c];
        if (best < 0 || probabilities[c] > probabilities[best]) {
          best = c;
        }
      }
    }
    confusion[gold[0]][best]++;
    boolean isRight = best == gold[0];
    right += isRight ? 1 : 0;
    for (int code : gold) {
      if (code == best) {
        any++;
        break;
      }
    }
    answers.add(new double[] {probabilities[best] / sum, isRight ? 1 : 0});
  }

  public int texts() {
    return answers.size();
  }

  /** Share of texts whose most likely class is the first label. */
  public double accuracy() {
    return texts() == 0 ? 0 : (double) right / texts();
  }

  /** Share of texts whose most likely class is any of the labels. */
  public double anyHit() {
    return texts() == 0 ? 0 : (double) any / texts();
  }

  /** Figures of each class, in the model's order. */
  public List<ClassFigures> classes() {
    List<ClassFigures> all = new ArrayList<>();
    for (int c = 0; c < codes.size(); c++) {
      int gold = 0;
      int guessed = 0;
      for (int other = 0; other < codes.size(); other++) {
        gold += confusion[c][other];
        guessed += confusion[other][c];
      }
      all.add(new ClassFigures(codes.get(c), labels.get(c), gold, guessed, confusion[c][c]));
    }
    return all;
  }

  /** Mean F1 of the classes that occur among the labels. */
  public double macroF1() {
    return classes().stream()
        .filter(figures -> figures.gold() > 0)
        .mapToDouble(ClassFigures::f1)
        .average()
        .orElse(0);
  }

  /** Expected calibration error over 15 bins of equal width (Naeini, Cooper, Hauskrecht 2015). */
  public double calibrationError() {
    double[] confidence = new double[BINS];
    double[] hits = new double[BINS];
    for (double[] answer : answers) {
      int bin = Math.min(BINS - 1, (int) (answer[0] * BINS));
      confidence[bin] += answer[0];
      hits[bin] += answer[1];
    }
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(confidence[bin] - hits[bin]);
    }
    return texts() == 0 ? 0 : error / texts();
  }

  /** Share of texts answered at least this surely. */
  public double coverage(double threshold) {
    long answered = answers.stream().filter(answer -> answer[0] >= threshold).count();
    return texts() == 0 ? 0 : (double) answered / texts();
  }

  /** Share of right answers among those at least this sure; 0 when there is none. */
  public double accuracyFrom(double threshold) {
    return answers.stream()
        .filter(answer -> answer[0] >= threshold)
        .mapToDouble(answer -> answer[1])
        .average()
        .orElse(0);
  }

  /** The figures as a page of text. */
  public String text() {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%d texts · accuracy %.4f · any label %.4f · macro-F1 %.4f · ECE %.4f",
        texts(),
        accuracy(),
        anyHit(),
        macroF1(),
        calibrationError());
    line(out, "");
    line(out, "%-20s %6s %6s %6s %6s  %s", "class", "texts", "P", "R", "F1", "name");
    for (ClassFigures c : classes()) {
      if (c.gold() + c.guessed() > 0) {
        line(
            out,
            "%-20s %6d %6.3f %6.3f %6.3f  %s",
            c.code(),
            c.gold(),
            c.precision(),
            c.recall(),
            c.f1(),
            c.label());
      }
    }
    line(out, "");
    line(out, "%-10s %8s %8s", "p at least", "coverage", "accuracy");
    for (double threshold : THRESHOLDS) {
      line(out, "%-10.2f %8.3f %8.3f", threshold, coverage(threshold), accuracyFrom(threshold));
    }
    line(out, "");
    line(out, "confusions (rows: labelled, columns: answered, in the order above)");
    for (int row = 0; row < codes.size(); row++) {
      StringBuilder cells = new StringBuilder(String.format(Locale.ROOT, "%-20s", codes.get(row)));
      for (int cell : confusion[row]) {
        cells.append(String.format(Locale.ROOT, " %5d", cell));
      }
      line(out, "%s", cells);
    }
    return out.toString();
  }

  /** The figures as JSON, in the order in which they are written. */
  private record Fields(
      int texts,
      double accuracy,
      double anyHit,
      double macroF1,
      double calibrationError,
      List<OfClass> classes,
      List<Step> coverage,
      int[][] confusion) {

    private record OfClass(
        String code, String label, int texts, double precision, double recall, double f1) {
      static OfClass of(ClassFigures c) {
        return new OfClass(c.code(), c.label(), c.gold(), c.precision(), c.recall(), c.f1());
      }
    }

    /** Texts answered at least so surely, and how many of them rightly. */
    private record Step(double from, double coverage, double accuracy) {}
  }

  /** The figures as JSON. */
  public String json() {
    List<Fields.Step> steps =
        Arrays.stream(THRESHOLDS)
            .mapToObj(from -> new Fields.Step(from, coverage(from), accuracyFrom(from)))
            .toList();
    return SnakeJson.pretty(
        new Fields(
            texts(),
            accuracy(),
            anyHit(),
            macroF1(),
            calibrationError(),
            classes().stream().map(Fields.OfClass::of).toList(),
            steps,
            confusion));
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
