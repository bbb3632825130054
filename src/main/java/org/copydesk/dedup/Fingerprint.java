package org.copydesk.dedup;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.copydesk.text.ContentHash;

/**
 * What an article is compared by; about 1.4 KB for 500 words when it travels, the body never does.
 *
 * @param id of the article
 * @param words of its body, beginning with the dateline
 * @param ledeWords of the first paragraph, at most {@link ArticleFingerprinter#LEDE_WORDS}
 * @param titleNumbers numbers and dates of the headline
 * @param titleWords hashes of the headline's first 16 words, ascending
 * @param ledeSketch which words stand in the first paragraph: {@link LedeSketch}
 * @param datelineNumbers numbers and dates of the dateline
 * @param weekdays named in headline and first paragraph, a bit a day
 * @param numbers numbers and dates of the body after the dateline, in order; the 128th stands for
 *     all the rest
 * @param ledeNumbers how many of them stand in the first paragraph
 * @param headNumbers how many of them stand in the first {@link ArticleFingerprinter#HEAD_WORDS}
 *     words
 * @param shingles 5-word shingles of the body
 */
public record Fingerprint(
    ContentHash id,
    int words,
    int ledeWords,
    int[] titleNumbers,
    int[] titleWords,
    long[] ledeSketch,
    int[] datelineNumbers,
    int weekdays,
    int[] numbers,
    int ledeNumbers,
    int headNumbers,
    ShingleSet shingles) {

  /** The form in which it travels. */
  public byte[] toBytes() {
    byte[] set = ShingleCodec.encode(shingles);
    int ints = titleNumbers.length + titleWords.length + datelineNumbers.length + numbers.length;
    ByteBuffer out =
        ByteBuffer.allocate(16 + 4 + 2 + 1 + 4 + 2 + 8 * LedeSketch.LONGS + 4 * ints + set.length);
    out.putLong(id.high()).putLong(id.low());
    out.putInt(words).putShort((short) ledeWords).put((byte) weekdays);
    out.put((byte) titleNumbers.length).put((byte) titleWords.length);
    out.put((byte) datelineNumbers.length).put((byte) numbers.length);
    out.put((byte) ledeNumbers).put((byte) headNumbers);
    for (long bits : ledeSketch) {
      out.putLong(bits);
    }
    put(out, titleNumbers);
    put(out, titleWords);
    put(out, datelineNumbers);
    put(out, numbers);
    return out.put(set).array();
  }

  /** Reads what {@link #toBytes} wrote. */
  public static Fingerprint parse(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    ContentHash id = new ContentHash(in.getLong(), in.getLong());
    int words = in.getInt();
    int ledeWords = in.getShort() & 0xFFFF;
    int weekdays = in.get();
    int[] titleNumbers = new int[in.get() & 0xFF];
    int[] titleWords = new int[in.get() & 0xFF];
    int[] datelineNumbers = new int[in.get() & 0xFF];
    int[] numbers = new int[in.get() & 0xFF];
    int ledeNumbers = in.get() & 0xFF;
    int headNumbers = in.get() & 0xFF;
    long[] ledeSketch = new long[LedeSketch.LONGS];
    for (int i = 0; i < ledeSketch.length; i++) {
      ledeSketch[i] = in.getLong();
    }
    get(in, titleNumbers);
    get(in, titleWords);
    get(in, datelineNumbers);
    get(in, numbers);
    ShingleSet shingles = ShingleCodec.decode(in);
    return new Fingerprint(
        id,
        words,
        ledeWords,
        titleNumbers,
        titleWords,
        ledeSketch,
        datelineNumbers,
        weekdays,
        numbers,
        ledeNumbers,
        headNumbers,
        shingles);
  }

  private static void put(ByteBuffer out, int[] values) {
    for (int value : values) {
      out.putInt(value);
    }
  }

  private static void get(ByteBuffer in, int[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getInt();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
