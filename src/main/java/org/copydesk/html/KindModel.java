package org.copydesk.html;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.copydesk.html.KindEvidence.Sign;
import org.copydesk.model.PageType;
import org.copydesk.segment.words.WordLists;

/**
 * Weighs the evidence of a page's kind: a multinomial logistic regression, its weights in {@code
 * page-kinds.txt} by sign and type, learned by {@code KindTrainer}.
 */
final class KindModel {
  /** The types the model tells apart; LIVE is told by what a page states. */
  static final List<PageType> TYPES =
      List.of(
          PageType.ARTICLE,
          PageType.FORUM,
          PageType.PRODUCT,
          PageType.LISTING,
          PageType.COLLECTION,
          PageType.DOCUMENTATION,
          PageType.SERVICE);

  private static final class Shipped {
    static final KindModel MODEL = read();
  }

  private final double[][] weights;

  /** {@code weights}: a row a sign, a column a type. */
  KindModel(double[][] weights) {
    this.weights = weights;
  }

  static KindModel shipped() {
    return Shipped.MODEL;
  }

  private static KindModel read() {
    double[][] weights = new double[Sign.values().length][TYPES.size()];
    for (String[] row : WordLists.rows(KindModel.class, "page-kinds.txt")) {
      double[] of = weights[Sign.valueOf(row[0]).ordinal()];
      for (int type = 0; type < of.length; type++) {
        of[type] = Double.parseDouble(row[type + 1]);
      }
    }
    return new KindModel(weights);
  }

  /** The probability of each type; they sum to 1. */
  Map<PageType, Double> probabilities(double[] evidence) {
    double[] odds = odds(evidence);
    Map<PageType, Double> all = new EnumMap<>(PageType.class);
    for (int type = 0; type < odds.length; type++) {
      all.put(TYPES.get(type), odds[type]);
    }
    return all;
  }

  double[] odds(double[] evidence) {
    double[] sums = new double[TYPES.size()];
    for (int sign = 0; sign < evidence.length; sign++) {
      for (int type = 0; type < sums.length; type++) {
        sums[type] += evidence[sign] * weights[sign][type];
      }
    }
    double most = Arrays.stream(sums).max().orElse(0);
    double all = 0;
    for (int type = 0; type < sums.length; type++) {
      // StrictMath: the same bits on every machine.
      sums[type] = StrictMath.exp(sums[type] - most);
      all += sums[type];
    }
    for (int type = 0; type < sums.length; type++) {
      sums[type] /= all;
    }
    return sums;
  }
}
