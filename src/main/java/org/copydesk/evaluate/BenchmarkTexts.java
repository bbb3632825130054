package org.copydesk.evaluate;

import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  /** Of the word that leaves a run. */
  private static final long FIRST_FACTOR = power(FACTOR, WORDS - 1);

  /** Of a text in JSON; where there are more the table grows. */
  private static final int BYTES_A_WORD = 8;

  private static final long MOST_EXPECTED = 1L << 23;

  /**
   * Words of a piece: wherever a run begins, one of its pieces begins at a multiple of seven, so
   * that a text is told to have no run by a look at every seventh of its pieces.
   */
  private static final int PIECE = (WORDS + 1) / 2;

  /** Bits of the filter a piece, two of them set: some two pieces of a hundred pass for known. */
  private static final int FILTER_BITS = 16;

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

  /** Hashes of all pieces until they are in the filter. */
  private LongArrayList pieces = new LongArrayList();

  /** Two bits of a word a piece (a blocked Bloom filter, Putze et al. 2007). */
  private long[] filter = {};

  private int tooShort;

  public BenchmarkTexts() {
    itemOf.defaultReturnValue(NONE);
    textsOf.defaultReturnValue(1);
  }

  /**
   * Makes room once for texts to come: a table that grows as it is filled costs twice as much.
   *
   * @param bytes they have, with whatever stands around them
   */
  public void expect(long bytes) {
    itemOf.ensureCapacity((int) Math.min(MOST_EXPECTED, bytes / BYTES_A_WORD));
  }

  /** Adds a text. */
  public void add(String file, long record, String id, String text) {
    Tokens tokens = Tokens.of(Normaliser.normalise(text));
    long[] runs = runs(tokens);
    int number = items.size();
    take(new Item(file, record, id, runs.length));
    for (long run : runs) {
      int before = itemOf.putIfAbsent(run, number);
      if (before != NONE && before != number) {
        textsOf.put(run, textsOf.get(run) + 1);
      }
    }
    for (int i = 0; runs.length > 0 && i + PIECE <= tokens.count(); i++) {
      pieces.add(hash(tokens, i, PIECE));
    }
  }

  private void take(Item item) {
    items.add(item);
    tooShort += item.runs() == 0 ? 1 : 0;
  }

  /** Takes out what many texts share; to be called once all are added. */
  public void finish() {
    for (Long2IntOpenHashMap.Entry run : textsOf.long2IntEntrySet()) {
      if (run.getIntValue() > MOST_TEXTS) {
        itemOf.remove(run.getLongKey());
      }
    }
    textsOf.clear();
    int words = Integer.highestOneBit(Math.max(1, pieces.size() / (64 / FILTER_BITS))) * 2;
    filter = new long[words];
    pieces.forEach((long piece) -> filter[slot(piece)] |= bits(piece));
    pieces = new LongArrayList();
  }

  private int slot(long piece) {
    return (int) (piece >>> 12) & filter.length - 1;
  }

  private static long bits(long piece) {
    return 1L << piece | 1L << (piece >>> 6);
  }

  /** Writes what {@link #read} reads, finished. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
    out.writeInt(items.size());
    for (Item item : items) {
      out.writeUTF(item.file());
      out.writeLong(item.record());
      out.writeBoolean(item.id() != null);
      if (item.id() != null) {
        out.writeUTF(item.id().substring(0, Math.min(LONGEST_ID, item.id().length())));
      }
      out.writeInt(item.runs());
    }
    out.writeInt(itemOf.size());
    for (Long2IntMap.Entry run : itemOf.long2IntEntrySet()) {
      out.writeLong(run.getLongKey());
      out.writeInt(run.getIntValue());
    }
    out.writeInt(filter.length);
    for (long word : filter) {
      out.writeLong(word);
    }
    out.flush();
  }

  private static final int LONGEST_ID = 1000;

  /** Reads texts that were taken in elsewhere. */
  public static BenchmarkTexts read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
    BenchmarkTexts texts = new BenchmarkTexts();
    for (int count = in.readInt(); count > 0; count--) {
      String file = in.readUTF();
      long record = in.readLong();
      String id = in.readBoolean() ? in.readUTF() : null;
      texts.take(new Item(file, record, id, in.readInt()));
    }
    int runs = in.readInt();
    texts.itemOf.ensureCapacity(runs);
    for (int i = 0; i < runs; i++) {
      texts.itemOf.put(in.readLong(), in.readInt());
    }
    texts.filter = new long[in.readInt()];
    for (int i = 0; i < texts.filter.length; i++) {
      texts.filter[i] = in.readLong();
    }
    return texts;
  }

  /** Hashes of the runs of a text, by the word they begin with; empty for a shorter one. */
  static long[] runs(Tokens tokens) {
    long[] runs = new long[Math.max(0, tokens.count() - WORDS + 1)];
    long hash = 0;
    for (int i = 0; i < tokens.count(); i++) {
      if (i >= WORDS) {
        hash -= tokens.hash(i - WORDS) * FIRST_FACTOR;
      }
      hash = hash * FACTOR + tokens.hash(i);
      if (i >= WORDS - 1) {
        runs[i - WORDS + 1] = hash ^ hash >>> 32;
      }
    }
    return runs;
  }

  /** Hash of some words in sequence; of 13 that of {@link #runs}. */
  private static long hash(Tokens tokens, int from, int words) {
    long hash = 0;
    for (int i = from; i < from + words; i++) {
      hash = hash * FACTOR + tokens.hash(i);
    }
    return hash ^ hash >>> 32;
  }

  /** Whether a text has any of the runs. */
  boolean isIn(Tokens tokens) {
    int last = tokens.count() - WORDS;
    for (int i = 0; last >= 0 && i + PIECE <= tokens.count(); i += PIECE) {
      long piece = hash(tokens, i, PIECE);
      if ((filter[slot(piece)] & bits(piece)) == bits(piece)) {
        for (int at = Math.max(0, i - PIECE + 1); at <= Math.min(i, last); at++) {
          if (itemOf(hash(tokens, at, WORDS)) != NONE) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
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
