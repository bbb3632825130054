package org.copydesk.evaluate;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * Texts that a corpus should not hold, as what they are found by: the hashes of all runs of 13
 * words (GPT-3, Brown et al. 2020, appendix C). A run that stands in many of the texts is the form
 * of a question and not counted.
 *
 * <p>Memory: some 20 bytes a word; 100,000 questions of 60 words take 100 MB.
 */
public final class BenchmarkTexts {
  /** Words of a run. */
  public static final int WORDS = 13;

  /** Texts that may share a run before it is taken for a form. */
  private static final int MOST_TEXTS = 10;

  /** A run of none. */
  static final int NONE = -1;

  /**
   * A text.
   *
   * @param file it was read from
   * @param record its place there, from 0
   * @param id of its own; null when it has none
   * @param runs runs of words it has; 0 for one too short to be found
   */
  public record Item(String file, long record, String id, int runs) {}

  private final List<Item> items = new ArrayList<>();
  private final Long2IntOpenHashMap itemOf = new Long2IntOpenHashMap();

  /** How many texts have a run, where there are several. */
  private final Long2IntOpenHashMap textsOf = new Long2IntOpenHashMap();

  private int tooShort;

  public BenchmarkTexts() {
    itemOf.defaultReturnValue(NONE);
    textsOf.defaultReturnValue(1);
  }

  /** Adds a text. */
  public void add(String file, long record, String id, String text) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    int runs = Math.max(0, tokens.count() - WORDS + 1);
    int number = items.size();
    items.add(new Item(file, record, id, runs));
    tooShort += runs == 0 ? 1 : 0;
    for (int i = 0; i < runs; i++) {
      long run = run(tokens, i);
      int before = itemOf.putIfAbsent(run, number);
      if (before != NONE && before != number) {
        textsOf.put(run, textsOf.get(run) + 1);
      }
    }
  }

  /** Takes out what many texts share; to be called once all are added. */
  public void finish() {
    for (Long2IntOpenHashMap.Entry run : textsOf.long2IntEntrySet()) {
      if (run.getIntValue() > MOST_TEXTS) {
        itemOf.remove(run.getLongKey());
      }
    }
    textsOf.clear();
  }

  /** Hash of the words from {@code i} on. */
  static long run(Tokens tokens, int i) {
    long hash = 0;
    for (int k = 0; k < WORDS; k++) {
      hash = hash * 0x9e3779b97f4a7c15L + tokens.hash(i + k);
    }
    return hash ^ hash >>> 32;
  }

  /** Number of the text that has a run; {@link #NONE} where none has. */
  int itemOf(long run) {
    return itemOf.get(run);
  }

  public List<Item> items() {
    return items;
  }

  /** Texts of fewer than 13 words, which are not looked for. */
  public int tooShort() {
    return tooShort;
  }
}
