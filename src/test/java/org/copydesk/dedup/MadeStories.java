package org.copydesk.dedup;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.copydesk.model.Article;

/** Stories of made-up words, and copies of them with a wished share of words changed. */
public final class MadeStories {
  private static final String[] SYLLABLES = {
    "ba", "ko", "ri", "ten", "mal", "sor", "ve", "du", "lin", "gra", "po", "she", "nor", "ti", "wak"
  };

  private final SplittableRandom random;

  public MadeStories(long seed) {
    random = new SplittableRandom(seed);
  }

  public static Article article(String title, String text) {
    return new Article(title, null, List.of(), null, null, null, text, null, null);
  }

  String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  public List<String> words(int n) {
    List<String> words = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      words.add(word());
    }
    return words;
  }

  /** The words with {@code edits} of them, apart from each other, replaced. */
  public List<String> edited(List<String> words, int edits) {
    List<String> copy = new ArrayList<>(words);
    for (int i = 0; i < edits; i++) {
      copy.set(random.nextInt(copy.size()), word());
    }
    return copy;
  }

  /** A text with a paragraph each 40 words. */
  public static String text(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i)).append(i % 40 == 39 ? ".\n\n" : " ");
    }
    return text.toString().strip();
  }

  public int next(int bound) {
    return random.nextInt(bound);
  }
}
