package org.copydesk.quality;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * How much more a text sounds like what a site tells its visitors (on consent, accounts, orders,
 * pages that are gone) than like news: "Please log in again" more, "The minister resigned" less.
 *
 * <p>Of each group of five letters in a word, and of each shorter word whole, the model knows the
 * logarithm of how often notices have it against how often news has it, in hashed buckets a
 * language. A word's is the mean of its groups', a text's the mean of its words'. Languages that
 * were not learned from have no figure. Means are taken in a fixed order, so that they are the same
 * bits everywhere. Immutable.
 */
public final class NoticeModel {
  /** Place of the model in the jar. */
  static final String SHIPPED = "notices.model.gz";

  /** Longest group of letters. */
  public static final int GROUP = 5;

  static final int BITS = 17;

  /** What a unit of a weight stands for, in natural logarithms. */
  static final double STEP = 1 / 8.0;

  /** A text of more words is more than a notice: it is not looked at. */
  static final int MOST_WORDS = 300;

  /** So many words tell whether a text is news beyond doubt: the rest is not read then. */
  static final int FIRST_WORDS = 32;

  /** The mean of the first words of such news, in {@link #STEP}s: most news has twice as much. */
  private static final double CLEARLY_NEWS = -4;

  /** Fewer words tell too little. */
  static final int LEAST_WORDS = 5;

  /** Sets the scale: a text whose words are twice as likely in notices on the whole has .999. */
  private static final double SLOPE = 10;

  private static final int MAGIC = 0x43444E4D;
  private static final int FORMAT = 1;

  private static final class Shipped {
    static final NoticeModel MODEL = read();

    private static NoticeModel read() {
      try (InputStream in = NoticeModel.class.getResourceAsStream(SHIPPED)) {
        if (in == null) {
          throw new IllegalStateException("there is no model of notices in this jar");
        }
        return load(in);
      } catch (IOException e) {
        throw new UncheckedIOException("the model of notices in this jar cannot be read", e);
      }
    }
  }

  private final Map<String, byte[]> weights;

  /**
   * @param weights buckets of each language (ISO 639-1), in {@link #STEP}s
   */
  NoticeModel(Map<String, byte[]> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** The model in the jar. */
  public static NoticeModel shipped() {
    return Shipped.MODEL;
  }

  /** The languages it knows. */
  public Set<String> languages() {
    return weights.keySet();
  }

  /**
   * How likely a text is a notice, where as much of both came in: half where its words are as
   * likely in both, 0 for languages that are not known, texts of fewer than five words and of more
   * than 300, and where the first 32 words are news beyond doubt. The figure is of the words alone:
   * where a text is called one is a rule's to say.
   *
   * @param language ISO 639-1; null where it is not known
   * @param text in the form {@link org.copydesk.text.Normaliser} gives
   */
  public double likeness(String language, String text) {
    byte[] known = language == null ? null : weights.get(language);
    double score = known == null ? Double.NaN : score(known, text);
    return Double.isNaN(score) ? 0 : 1 / (1 + StrictMath.exp(-SLOPE * score));
  }

  /** Mean of the words' logarithms, less {@code 1/√words}; NaN where it is 0 instead. */
  private static double score(byte[] known, String text) {
    double sum = 0;
    int words = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        continue;
      }
      int from = i;
      while (i < length && Character.isLetter(text.charAt(i))) {
        i++;
      }
      if (++words > MOST_WORDS) {
        return Double.NaN;
      }
      int groups = Math.max(1, i - from - GROUP + 1);
      int ofWord = 0;
      for (int g = 0; g < groups; g++) {
        ofWord += known[bucket(text, from + g, Math.min(i, from + g + GROUP))];
      }
      sum += (double) ofWord / groups;
      if (words == FIRST_WORDS && sum < CLEARLY_NEWS * words) {
        return Double.NaN;
      }
    }
    // Few words say less: what the mean of some words scatters by goes off.
    return words < LEAST_WORDS ? Double.NaN : STEP * sum / words - 1 / Math.sqrt(words);
  }

  static int bucket(String text, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
      hash ^= hash >>> 15;
    }
    return hash * 0x9E3779B1 >>> (Integer.SIZE - BITS);
  }

  /**
   * Reads what {@link #bytes()} gives; does not close it.
   *
   * @throws IllegalArgumentException when it is not a sound model this program knows
   */
  static NoticeModel load(InputStream in) throws IOException {
    byte[] all = new GZIPInputStream(in).readAllBytes();
    DataInputStream data = new DataInputStream(new ByteArrayInputStream(all));
    if (all.length < 14 || data.readInt() != MAGIC || data.readInt() != FORMAT) {
      throw new IllegalArgumentException("this is no model of notices of format " + FORMAT);
    }
    CRC32 crc = new CRC32();
    crc.update(all, 0, all.length - Integer.BYTES);
    Map<String, byte[]> weights = new TreeMap<>();
    int languages = data.readUnsignedShort();
    for (int i = 0; i < languages && data.available() > 0; i++) {
      String language = data.readUTF();
      weights.put(language, data.readNBytes(1 << BITS));
    }
    if (data.available() != Integer.BYTES || data.readInt() != (int) crc.getValue()) {
      throw new IllegalArgumentException("the model of notices is damaged");
    }
    return new NoticeModel(weights);
  }

  /**
   * The file: {@code CDNM}, format, number of languages, of each its code and buckets, CRC-32 of
   * all before it; big endian, gzipped.
   */
  public byte[] bytes() {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(plain);
        GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeShort(weights.size());
      for (Map.Entry<String, byte[]> language : new TreeMap<>(weights).entrySet()) {
        out.writeUTF(language.getKey());
        out.write(language.getValue());
      }
      CRC32 crc = new CRC32();
      crc.update(plain.toByteArray());
      out.writeInt((int) crc.getValue());
      gzip.write(plain.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
