package org.copydesk.html;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rules that go by stop words, here the 400 words on most pages of a set: the least share of a
 * block, and jusText's classes with their neighbours (lengths 70 and 200 characters, shares .30 and
 * .32; miso-belica/jusText), both without links, which a text has not.
 */
final class StopWords {
  private static final int COUNT = 400;
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}']+");

  private final Set<String> words;

  private StopWords(Set<String> words) {
    this.words = words;
  }

  static StopWords of(List<List<String>> pages) {
    Map<String, Integer> counts = new HashMap<>();
    for (List<String> page : pages) {
      Set<String> seen = new HashSet<>();
      page.forEach(block -> seen.addAll(List.of(split(block))));
      seen.remove("");
      seen.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    Comparator<Map.Entry<String, Integer>> order = Comparator.comparing(entry -> -entry.getValue());
    return new StopWords(
        Set.copyOf(
            counts.entrySet().stream()
                .sorted(order.thenComparing(Map.Entry::getKey))
                .limit(COUNT)
                .map(Map.Entry::getKey)
                .toList()));
  }

  private static String[] split(String block) {
    return WORDS.split(block.toLowerCase(Locale.ROOT));
  }

  private double share(String block) {
    int all = 0;
    int stops = 0;
    for (String word : split(block)) {
      all += word.isEmpty() ? 0 : 1;
      stops += words.contains(word) ? 1 : 0;
    }
    return all == 0 ? 0 : (double) stops / all;
  }

  /** Blocks of which a fifth is stop words, without copyright lines. */
  String sentences(List<String> blocks) {
    return String.join(
        "\n", blocks.stream().filter(b -> b.indexOf('©') < 0 && share(b) >= .2).toList());
  }

  private enum Kind {
    GOOD,
    NEAR_GOOD,
    SHORT,
    BAD
  }

  private Kind kind(String block) {
    if (block.indexOf('©') >= 0) {
      return Kind.BAD;
    }
    if (block.length() < 70) {
      return Kind.SHORT;
    }
    double share = share(block);
    if (share >= .32) {
      return block.length() > 200 ? Kind.GOOD : Kind.NEAR_GOOD;
    }
    return share >= .30 ? Kind.NEAR_GOOD : Kind.BAD;
  }

  /** What jusText would keep: short and nearly good blocks go with their neighbours. */
  String justText(List<String> blocks) {
    Kind[] first = blocks.stream().map(this::kind).toArray(Kind[]::new);
    Kind[] second = first.clone();
    for (int i = 0; i < first.length; i++) {
      if (first[i] == Kind.SHORT) {
        Kind above = neighbour(first, i, -1, false);
        Kind below = neighbour(first, i, 1, false);
        boolean isNear =
            (above == Kind.BAD && neighbour(first, i, -1, true) == Kind.NEAR_GOOD)
                || (below == Kind.BAD && neighbour(first, i, 1, true) == Kind.NEAR_GOOD);
        second[i] = above == Kind.GOOD && below == Kind.GOOD || isNear ? Kind.GOOD : Kind.BAD;
      }
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < second.length; i++) {
      boolean isBetweenBad =
          neighbour(second, i, -1, false) == Kind.BAD && neighbour(second, i, 1, false) == Kind.BAD;
      if (second[i] == Kind.GOOD || (second[i] == Kind.NEAR_GOOD && !isBetweenBad)) {
        kept.append(blocks.get(i)).append('\n');
      }
    }
    return kept.toString();
  }

  /** The next block that is good or bad, or nearly good where that counts; the edges are bad. */
  private static Kind neighbour(Kind[] kinds, int from, int step, boolean isNearCounted) {
    for (int i = from + step; i >= 0 && i < kinds.length; i += step) {
      boolean isNear = kinds[i] == Kind.NEAR_GOOD && isNearCounted;
      if (kinds[i] == Kind.GOOD || kinds[i] == Kind.BAD || isNear) {
        return kinds[i];
      }
    }
    return Kind.BAD;
  }
}
