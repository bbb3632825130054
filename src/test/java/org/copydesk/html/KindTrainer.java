package org.copydesk.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copydesk.html.KindEvidence.Sign;
import org.copydesk.model.PageType;

/**
 * Learns the weights of {@link KindModel} by gradient descent over all pages at once: the same
 * pages give the same weights.
 */
final class KindTrainer {
  private static final int ROUNDS = 4_000;
  private static final double STEP = .3;

  /** What large weights cost, by page. */
  private final double penalty;

  KindTrainer(double penalty) {
    this.penalty = penalty;
  }

  /** A page with its type. */
  record Example(double[] evidence, PageType type) {}

  double[][] train(List<Example> pages) {
    int signs = Sign.values().length;
    int types = KindModel.TYPES.size();
    double[][] weights = new double[signs][types];
    double[][] speed = new double[signs][types];
    for (int round = 0; round < ROUNDS; round++) {
      KindModel model = new KindModel(weights);
      double[][] slope = new double[signs][types];
      for (Example page : pages) {
        double[] odds = model.odds(page.evidence());
        for (int type = 0; type < types; type++) {
          double over = odds[type] - (KindModel.TYPES.get(type) == page.type() ? 1 : 0);
          for (int sign = 0; sign < signs; sign++) {
            slope[sign][type] += over * page.evidence()[sign] / pages.size();
          }
        }
      }
      for (int sign = 0; sign < signs; sign++) {
        for (int type = 0; type < types; type++) {
          double cost = sign == Sign.ALWAYS.ordinal() ? 0 : penalty * weights[sign][type];
          speed[sign][type] = .9 * speed[sign][type] - STEP * .1 * (slope[sign][type] + cost);
          weights[sign][type] += speed[sign][type];
        }
      }
    }
    return weights;
  }

  /** Writes weights as {@link KindModel} reads them, three digits each. */
  static void write(double[][] weights, Path to) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Weights of a page's kind by sign; version 1, learned from WCXB's half to develop on");
    StringBuilder head = new StringBuilder("# sign");
    for (PageType type : KindModel.TYPES) {
      head.append(" | ").append(type.stored());
    }
    lines.add(head.toString());
    for (Sign sign : Sign.values()) {
      StringBuilder line = new StringBuilder(sign.name());
      for (double weight : weights[sign.ordinal()]) {
        line.append(" | ").append(String.format(Locale.ROOT, "%.3f", weight));
      }
      lines.add(line.toString());
    }
    Files.write(to, lines);
  }
}
