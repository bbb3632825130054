package org.copydesk.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Weights of characters and of groups of three for each language: what Apache OpenNLP's model of
 * 103 languages holds of them, as six bits, of the groups that tell the most.
 *
 * <p>A row is added to the sums eight languages at a time, in lanes of a long; what a text touches
 * stays in the processor's second cache. Immutable.
 */
final class LanguageModel {
  /** Place of the model in the jar. */
  static final String SHIPPED = "languages.model.gz";

  static final int MAGIC = 0x434C414E;

  /** What is stored for a weight of 0; the largest is twice that. */
  static final int ZERO = 31;

  /** Characters of a sample; more could overflow a lane of 16 bits. */
  static final int MOST_CHARACTERS = 500;

  private static final long LANES = 0x00FF00FF00FF00FFL;
  private static final long THREE = (1L << 48) - 1;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final String[] languages;
  private final float unit;

  /** Rows are known by so many bits, beside a group's characters. */
  private static final int ROW_BITS = 16;

  private static final int MOST_ROWS = 1 << ROW_BITS;

  /** Rows whose weights may be added up in eight bits each. */
  private static final int AT_ONCE = 4;

  /** Row of a single character; -1 where there is none. */
  private final int[] rowOfCharacter = new int[1 << 16];

  /** Characters of a group and its row, by open addressing; 0 where there is none. */
  private final long[] groups;

  private final int shift;

  /** A row a gram, eight languages a long. */
  private final long[] rows;

  private final int width;

  private LanguageModel(String[] languages, float unit, long[] keys, long[] rows) {
    this.languages = languages;
    this.unit = unit;
    this.rows = rows;
    this.width = width(languages.length);
    this.shift = Long.numberOfLeadingZeros(keys.length * 2L);
    this.groups = new long[1 << (64 - shift)];
    Arrays.fill(rowOfCharacter, -1);
    for (int row = 0; row < keys.length; row++) {
      if (keys[row] < rowOfCharacter.length) {
        rowOfCharacter[(int) keys[row]] = row;
      } else {
        groups[slot(keys[row])] = keys[row] << ROW_BITS | row;
      }
    }
  }

  private static int width(int languages) {
    return (languages + 7) / 8;
  }

  static LanguageModel shipped() {
    try (InputStream in = LanguageModel.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("no language model on the class path: " + SHIPPED);
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException("the language model cannot be read", e);
    }
  }

  private static LanguageModel read(InputStream packed) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(packed), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a model of languages");
    }
    String[] languages = new String[in.readInt()];
    for (int i = 0; i < languages.length; i++) {
      languages[i] = in.readUTF();
    }
    float unit = in.readFloat();
    long[] keys = new long[in.readInt()];
    if (keys.length > MOST_ROWS) {
      throw new IOException("a model of languages with " + keys.length + " rows");
    }
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readLong();
    }
    int width = width(languages.length);
    long[] rows = new long[keys.length * width];
    byte[] row = new byte[languages.length];
    for (int i = 0; i < keys.length; i++) {
      in.readFully(row);
      for (int c = 0; c < row.length; c++) {
        if ((row[c] & 0xFF) > 2 * ZERO) {
          throw new IOException("a weight of languages that cannot be added up: " + row[c]);
        }
        rows[i * width + c / 8] |= (row[c] & 0xFFL) << (c % 8 * 8);
      }
    }
    return new LanguageModel(languages, unit, keys, rows);
  }

  /** Codes of what it tells apart, as the library names them. */
  String[] languages() {
    return languages;
  }

  /** The key of a group: its characters, 16 bits each. */
  static long key(CharSequence gram) {
    long key = 0;
    for (int i = 0; i < gram.length(); i++) {
      key = key << 16 | gram.charAt(i);
    }
    return key;
  }

  private int slot(long key) {
    int slot = (int) (key * FACTOR >>> shift);
    while (groups[slot] != 0 && groups[slot] >>> ROW_BITS != key) {
      slot = slot + 1 & groups.length - 1;
    }
    return slot;
  }

  private int rowOfGroup(long key) {
    long found = groups[slot(key)];
    return found == 0 ? -1 : (int) (found & MOST_ROWS - 1);
  }

  /**
   * For each language the sum of the weights of the distinct characters and groups of three of a
   * sample.
   *
   * @param sample as {@link LanguageSample} gives it, at most {@link #MOST_CHARACTERS}
   */
  float[] sums(CharSequence sample) {
    return sums(sample, new Counted(this));
  }

  /** What {@link #sums} notes of a sample; used again from sample to sample of one thread. */
  static final class Counted {
    private final long[] bits;
    private final int[] rows = new int[2 * MOST_CHARACTERS];

    Counted(LanguageModel model) {
      bits = new long[model.rows.length / model.width / 64 + 1];
    }
  }

  /** The same, with what was made for another sample. */
  float[] sums(CharSequence sample, Counted room) {
    if (sample.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a sample of " + sample.length() + " characters");
    }
    long[] isCounted = room.bits;
    int[] counted = room.rows;
    int count = 0;
    long key = 0;
    for (int i = 0; i < sample.length(); i++) {
      char c = sample.charAt(i);
      key = (key << 16 | c) & THREE;
      int row = rowOfCharacter[c];
      if (row >= 0 && (isCounted[row >> 6] >>> row & 1) == 0) {
        isCounted[row >> 6] |= 1L << row;
        counted[count++] = row;
      }
      row = i < 2 ? -1 : rowOfGroup(key);
      if (row >= 0 && (isCounted[row >> 6] >>> row & 1) == 0) {
        isCounted[row >> 6] |= 1L << row;
        counted[count++] = row;
      }
    }
    for (int k = 0; k < count; k++) {
      isCounted[counted[k] >> 6] = 0;
      counted[k] *= width;
    }
    long[] even = new long[width];
    long[] odd = new long[width];
    int k = 0;
    for (; k + AT_ONCE <= count; k += AT_ONCE) {
      add(counted[k], counted[k + 1], counted[k + 2], counted[k + 3], even, odd);
    }
    for (; k < count; k++) {
      add(counted[k], even, odd);
    }
    float[] sums = new float[languages.length];
    for (int c = 0; c < sums.length; c++) {
      long lanes = c % 2 == 0 ? even[c / 8] : odd[c / 8];
      sums[c] = ((int) (lanes >>> (c % 8 / 2 * 16) & 0xFFFF) - ZERO * count) * unit;
    }
    return sums;
  }

  private void add(int a, int b, int c, int d, long[] even, long[] odd) {
    for (int i = 0; i < even.length; i++) {
      long eight = rows[a + i] + rows[b + i] + rows[c + i] + rows[d + i];
      even[i] += eight & LANES;
      odd[i] += eight >>> 8 & LANES;
    }
  }

  private void add(int at, long[] even, long[] odd) {
    for (int i = 0; i < even.length; i++) {
      long eight = rows[at + i];
      even[i] += eight & LANES;
      odd[i] += eight >>> 8 & LANES;
    }
  }
}
