package org.copydesk.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * F1 over the multiset of lower-cased words, the measure of the authors of WCXB; of characters
 * where words are not separated. Two empty texts are 1, one empty text is 0.
 */
final class WordF1 {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+");

  private WordF1() {}

  static double ofWords(String found, String truth) {
    return f1(words(found), words(truth));
  }

  static double ofCharacters(String found, String truth) {
    return f1(characters(found), characters(truth));
  }

  private static double f1(Map<String, Integer> a, Map<String, Integer> b) {
    double inFound = a.values().stream().mapToInt(i -> i).sum();
    double inTruth = b.values().stream().mapToInt(i -> i).sum();
    if (inFound + inTruth == 0) {
      return 1;
    }
    double common = 0;
    for (Map.Entry<String, Integer> entry : a.entrySet()) {
      common += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
    }
    return 2 * common / (inFound + inTruth);
  }

  static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.merge(matcher.group(), 1, Integer::sum);
    }
    return words;
  }

  private static Map<String, Integer> characters(String text) {
    Map<String, Integer> characters = new HashMap<>();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .forEach(c -> characters.merge(Character.toString(c), 1, Integer::sum));
    return characters;
  }
}
