package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Phrases looked up as the beginning of a normalised line, all of them by one walk over its
 * characters. A phrase that ends in {@code *} may go on within its last word.
 *
 * <p>A tree of characters (a trie) whose edges stand in one table of open addressing. Most words
 * begin like no phrase: a filter of the first characters spares them the walk.
 */
public final class PhraseIndex {
  /** Numbers of phrases are below this: sets of them are bits. */
  static final int NUMBERS = Long.SIZE;

  private static final int NODE_BITS = 20;
  private static final int NODE_MASK = (1 << NODE_BITS) - 1;
  private static final int CHAR_BITS = 16;

  /** In an edge: a phrase ends at the node it leads to. */
  private static final long IS_END = 1L << NODE_BITS;

  /** From an edge to what it is found by: the node it leaves and its character. */
  private static final int TO_KEY = NODE_BITS + 1;

  /** First characters of a phrase that the filter knows. */
  private static final int FILTERED = 6;

  /** Bits of the filter for a phrase, at least. */
  private static final int BITS_A_PHRASE = 24;

  /** A bit for each beginning of a phrase that is no longer, hashed. */
  private long[] filter = new long[1 << 5];

  /** A bit for each phrase that is no longer. */
  private long[] shortPhrases = new long[1 << 5];

  /** Node it leaves, character, {@link #IS_END}, node it leads to; 0 is free. */
  private long[] edges = new long[1 << 6];

  private int nodes = 1;

  /** By node the numbers of the phrases that end there, if a word does. */
  private long[] whole = new long[1 << 5];

  /** The same of those after which the word may go on. */
  private long[] stems = new long[1 << 5];

  private final List<Phrase> phrases = new ArrayList<>();

  private record Phrase(String text, int number) {}

  /** Adds a normalised phrase; an empty one adds nothing. */
  public void add(String phrase) {
    add(phrase, 0);
  }

  /**
   * Adds a normalised phrase; an empty one adds nothing.
   *
   * @param number by which {@link #numbersIn} knows it, from 0 and below {@link #NUMBERS}
   */
  void add(String phrase, int number) {
    if (number < 0 || number >= NUMBERS) {
      throw new IllegalArgumentException("number " + number);
    }
    boolean isStem = phrase.endsWith("*");
    int length = phrase.length() - (isStem ? 1 : 0);
    if (length == 0) {
      return;
    }
    phrases.add(new Phrase(phrase, number));
    if (phrases.size() * BITS_A_PHRASE > filter.length * Long.SIZE) {
      filter = new long[filter.length * 2];
      shortPhrases = new long[filter.length];
      phrases.forEach(known -> addToFilter(known.text()));
    } else {
      addToFilter(phrase);
    }
    int node = 0;
    int at = 0;
    for (int i = 0; i < length; i++) {
      char c = phrase.charAt(i);
      at = place(node, c);
      if (edges[at] == 0) {
        edges[at] = key(node, c) << TO_KEY | newNode();
        if (nodes * 2 > edges.length) {
          grow();
          at = place(node, c);
        }
      }
      node = (int) edges[at] & NODE_MASK;
    }
    edges[at] |= IS_END;
    long[] ends = isStem ? stems : whole;
    ends[node] |= 1L << number;
  }

  /** Adds the phrases of another index, all by one number. */
  void addAll(PhraseIndex other, int number) {
    other.phrases.forEach(phrase -> add(phrase.text(), number));
  }

  /** Adds the phrases of another index by their own numbers. */
  void addAll(PhraseIndex other) {
    other.phrases.forEach(phrase -> add(phrase.text(), phrase.number()));
  }

  private int newNode() {
    if (nodes > NODE_MASK) {
      throw new IllegalStateException("more than " + NODE_MASK + " beginnings of phrases");
    }
    if (nodes == whole.length) {
      whole = Arrays.copyOf(whole, nodes * 2);
      stems = Arrays.copyOf(stems, nodes * 2);
    }
    return nodes++;
  }

  private void grow() {
    long[] old = edges;
    edges = new long[old.length * 2];
    for (long edge : old) {
      if (edge != 0) {
        long key = edge >>> TO_KEY;
        edges[place((int) (key >> CHAR_BITS), (char) key)] = edge;
      }
    }
  }

  private void addToFilter(String phrase) {
    int length = phrase.length() - (phrase.endsWith("*") ? 1 : 0);
    int start = 0;
    for (int i = 0; i < Math.min(FILTERED, length); i++) {
      start = started(start, phrase.charAt(i));
      filter[word(start)] |= 1L << start;
    }
    if (length <= FILTERED) {
      shortPhrases[word(start)] |= 1L << start;
    }
  }

  private static int started(int start, char c) {
    int next = (start + c) * 0x9E3779B1;
    return next ^ next >>> 15;
  }

  /** Where a beginning has its bit. */
  private int word(int start) {
    return start >>> 6 & filter.length - 1;
  }

  /** Whether a phrase may stand at {@code from}: false where a step leads to no phrase. */
  private boolean mayStand(String line, int from) {
    int end = Math.min(from + FILTERED, line.length());
    int start = 0;
    for (int i = from; i < end; i++) {
      start = started(start, line.charAt(i));
      int word = word(start);
      if ((shortPhrases[word] & 1L << start) != 0) {
        return true;
      }
      if ((filter[word] & 1L << start) == 0) {
        return false;
      }
    }
    return end - from == FILTERED;
  }

  private static long key(int node, char c) {
    return (long) node << CHAR_BITS | c;
  }

  /** Where an edge stands, or would. */
  private int place(int node, char c) {
    long[] edges = this.edges;
    int mask = edges.length - 1;
    long key = key(node, c);
    int at = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & mask;
    while (edges[at] != 0 && edges[at] >>> TO_KEY != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** Characters of the longest phrase a line begins with; 0 when none does. */
  public int prefixOf(String line) {
    return prefixOf(line, 0);
  }

  /** Characters of the longest phrase that stands at {@code from}; 0 when none does. */
  public int prefixOf(String line, int from) {
    if (!mayStand(line, from)) {
      return 0;
    }
    int longest = 0;
    int node = 0;
    for (int i = from; i < line.length(); i++) {
      long edge = edges[place(node, line.charAt(i))];
      if (edge == 0) {
        break;
      }
      node = (int) edge & NODE_MASK;
      if ((edge & IS_END) != 0 && (stems[node] != 0 || endsWord(line, i + 1))) {
        longest = i + 1 - from;
      }
    }
    return longest;
  }

  /** Whether a range of a line is a phrase, from its first character to its last. */
  boolean has(String line, int from, int to) {
    if (!mayStand(line, from)) {
      return false;
    }
    int node = 0;
    for (int i = from; i < to; i++) {
      long edge = edges[place(node, line.charAt(i))];
      if (edge == 0) {
        return false;
      }
      node = (int) edge & NODE_MASK;
    }
    return (whole[node] | stems[node]) != 0;
  }

  /** The numbers of the phrases that stand at {@code from}, a bit each. */
  long numbersAt(String line, int from) {
    if (!mayStand(line, from)) {
      return 0;
    }
    long numbers = 0;
    int node = 0;
    for (int i = from; i < line.length(); i++) {
      long edge = edges[place(node, line.charAt(i))];
      if (edge == 0) {
        break;
      }
      node = (int) edge & NODE_MASK;
      if ((edge & IS_END) != 0) {
        numbers |= stems[node] | (whole[node] != 0 && endsWord(line, i + 1) ? whole[node] : 0);
      }
    }
    return numbers;
  }

  /** The numbers of the phrases that begin where a word of a normalised line does, a bit each. */
  long numbersIn(String normalised) {
    long numbers = 0;
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      if (isStart || CharClass.of(c) == CharClass.UNSPACED) {
        numbers |= numbersAt(normalised, i);
      }
      isStart = !CharClass.isWordPart(c);
    }
    return numbers;
  }

  /** Whether a normalised line has a phrase that begins where a word does. */
  public boolean isIn(String normalised) {
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      boolean isUnspaced = CharClass.of(c) == CharClass.UNSPACED;
      if ((isStart || isUnspaced) && prefixOf(normalised, i) > 0) {
        return true;
      }
      isStart = !CharClass.isWordPart(c);
    }
    return false;
  }

  private static boolean endsWord(String line, int at) {
    if (at >= line.length()) {
      return true;
    }
    char last = line.charAt(at - 1);
    if (CharClass.of(last) == CharClass.UNSPACED || !CharClass.isWordPart(last)) {
      return true;
    }
    return !CharClass.isWordPart(line.charAt(at));
  }
}
