package org.copydesk.quality;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.copydesk.text.Normaliser;

/**
 * Learns a {@link NoticeModel}: a weight is the logarithm of a group's count in notices against the
 * count that news would have of it, both smoothed (naive Bayes with shares instead of a prior).
 */
public final class NoticeTrainer {
  /** Added to both counts: as much as a tenth of one text written for it. */
  private static final double SMOOTHING = 20;

  private static final class Counts {
    /** Share of the groups of news, that is of its letters, of each bucket. */
    private final double[] news = new double[1 << NoticeModel.BITS];

    private final double[] notices = new double[1 << NoticeModel.BITS];
    private double letters;
  }

  private final Map<String, Counts> languages = new TreeMap<>();

  /**
   * Says how often news of a language has a group of one to five letters.
   *
   * @param share of the letters of news at which the group begins
   */
  public void news(String language, String group, double share) {
    languages.computeIfAbsent(language, key -> new Counts())
            .news[NoticeModel.bucket(group, 0, group.length())] +=
        share;
  }

  /**
   * A text that a site tells its visitors.
   *
   * @param weight how often it counts
   * @param without words that do not count
   */
  public void notice(String language, String text, double weight, Set<String> without) {
    Counts counts = languages.computeIfAbsent(language, key -> new Counts());
    words(
        text,
        word -> {
          if (without.contains(word)) {
            return;
          }
          counts.letters += weight * word.length();
          for (int from = 0; from < word.length(); from++) {
            int last = Math.min(word.length(), from + NoticeModel.GROUP);
            for (int to = from + 1; to <= last; to++) {
              counts.notices[NoticeModel.bucket(word, from, to)] += weight;
            }
          }
        });
  }

  /** The words of a text as the model reads them: runs of letters of its normalised form. */
  public static void words(String text, Consumer<String> out) {
    String normalised = Normaliser.normalise(text);
    int from = 0;
    for (int i = 0; i <= normalised.length(); i++) {
      if (i == normalised.length() || !Character.isLetter(normalised.charAt(i))) {
        if (i > from) {
          out.accept(normalised.substring(from, i));
        }
        from = i + 1;
      }
    }
  }

  /** What was learned. */
  public NoticeModel model() {
    Map<String, byte[]> weights = new HashMap<>();
    languages.forEach((language, counts) -> weights.put(language, weights(counts)));
    return new NoticeModel(weights);
  }

  private static byte[] weights(Counts counts) {
    byte[] weights = new byte[1 << NoticeModel.BITS];
    for (int i = 0; i < weights.length; i++) {
      double ratio =
          StrictMath.log(
              (counts.notices[i] + SMOOTHING) / (counts.news[i] * counts.letters + SMOOTHING));
      double steps = StrictMath.rint(ratio / NoticeModel.STEP);
      weights[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, steps));
    }
    return weights;
  }
}
