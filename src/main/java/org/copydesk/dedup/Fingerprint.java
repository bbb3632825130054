package org.copydesk.dedup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dedup.opening.Opening;
import org.copydesk.dedup.opening.OpeningSide;
import org.copydesk.dedup.opening.WordMeanings;
import org.copydesk.text.ContentHash;

/**
 * What an article is compared by; about 2.4 KB for 500 words when it travels. Headline and opening
 * are read for what they say when a comparison asks for it, once.
 */
public final class Fingerprint {
  /** An unknown {@link #seconds}. */
  public static final long UNDATED = OpeningSide.UNDATED;

  /** Paragraphs up to so many words are the opening. */
  private static final int OPENING_WORDS = 90;

  private static final int MOST_DATE_LINES = 3;
  private static final int MOST_DATE_LINE = 40;

  /** A text of so few words is all opening. */
  private static final int SHORT_WORDS = 150;

  /** "WASHINGTON (Wire), March 5 - ", "Geneva —" */
  private static final Pattern DATELINE =
      Pattern.compile("\\A\\s*(\\(?\\p{Lu}[^\\n!?;:\"“”]{1,60}?\\)?),?\\s*(?:--|\\s-\\s|[–—])\\s*");

  private static final Pattern BETWEEN_PLACES = Pattern.compile("[\\s,./()]+");

  /** Where the lengths of its parts stand in the bytes, behind id, words and seconds. */
  private static final int LENGTHS = 2 * Long.BYTES + Integer.BYTES + Long.BYTES;

  private static final int HEAD = LENGTHS + 2 + 2 + 1 + 1 + 2;
  private static final int NAME_BYTES = 3;

  private final ContentHash id;
  private final int words;
  private final long seconds;
  private final ShingleSet shingles;

  /** What it was read from; null where it was made of an article. */
  private final byte[] bytes;

  // Most comparisons need none of these: they are read from the bytes when one does.
  private String title;
  private String opening;
  private int[] names;
  private int[] namesTwice;
  private int[] sentences;
  private Opening.Scanned scanned;
  private Opening readTitle;
  private Opening titleWords;
  private Opening readOpening;
  private int openingTokens = -1;

  /**
   * @param id of the article
   * @param words of its body
   * @param seconds since 1970 of its publication; {@link #UNDATED} when unknown
   * @param title as printed, its beginning; "" when there is none
   * @param opening first characters of the text, as printed
   * @param names its capitalised words, as {@link TextNames} gives them
   * @param namesTwice those that it has twice and not in lower case
   * @param sentences of each of its sentences the smallest and the largest shingle
   * @param shingles 5-word shingles of the body
   */
  Fingerprint(
      ContentHash id,
      int words,
      long seconds,
      String title,
      String opening,
      int[] names,
      int[] namesTwice,
      int[] sentences,
      ShingleSet shingles) {
    this.id = id;
    this.words = words;
    this.seconds = seconds;
    this.title = title;
    this.opening = opening;
    this.names = names;
    this.namesTwice = namesTwice;
    this.sentences = sentences;
    this.shingles = shingles;
    bytes = null;
  }

  private Fingerprint(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer in = ByteBuffer.wrap(bytes);
    id = new ContentHash(in.getLong(), in.getLong());
    words = in.getInt();
    seconds = in.getLong();
    shingles = ShingleCodec.decode(in.position(at(Part.SHINGLES)));
  }

  /** What follows the head of the bytes, in order. */
  private enum Part {
    TITLE,
    OPENING,
    NAMES,
    NAMES_TWICE,
    SENTENCES,
    SHINGLES
  }

  /** Where a part begins. */
  private int at(Part part) {
    int at = HEAD;
    for (int i = 0; i < part.ordinal(); i++) {
      at += length(Part.values()[i]);
    }
    return at;
  }

  private int length(Part part) {
    return switch (part) {
      case TITLE -> twoBytes(LENGTHS);
      case OPENING -> twoBytes(LENGTHS + 2);
      case NAMES -> NAME_BYTES * (bytes[LENGTHS + 4] & 0xFF);
      case NAMES_TWICE -> NAME_BYTES * (bytes[LENGTHS + 5] & 0xFF);
      case SENTENCES -> Integer.BYTES * twoBytes(LENGTHS + 6);
      case SHINGLES -> bytes.length - at(part);
    };
  }

  private int twoBytes(int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }

  private String string(Part part) {
    return new String(bytes, at(part), length(part), StandardCharsets.UTF_8);
  }

  private int[] names(Part part) {
    int[] values = new int[length(part) / NAME_BYTES];
    int at = at(part);
    for (int i = 0; i < values.length; i++) {
      values[i] = (bytes[at] & 0xFF) << 16 | twoBytes(at + 1);
      at += NAME_BYTES;
    }
    return values;
  }

  public ContentHash id() {
    return id;
  }

  public int words() {
    return words;
  }

  public long seconds() {
    return seconds;
  }

  String title() {
    title = title == null ? string(Part.TITLE) : title;
    return title;
  }

  String opening() {
    opening = opening == null ? string(Part.OPENING) : opening;
    return opening;
  }

  private int[] names() {
    names = names == null ? names(Part.NAMES) : names;
    return names;
  }

  int[] namesTwice() {
    namesTwice = namesTwice == null ? names(Part.NAMES_TWICE) : namesTwice;
    return namesTwice;
  }

  int[] sentences() {
    if (sentences == null) {
      sentences = new int[length(Part.SENTENCES) / Integer.BYTES];
      ByteBuffer.wrap(bytes, at(Part.SENTENCES), length(Part.SENTENCES))
          .asIntBuffer()
          .get(sentences);
    }
    return sentences;
  }

  public ShingleSet shingles() {
    return shingles;
  }

  boolean hasName(String form) {
    return hasName(TextNames.hash(form));
  }

  boolean hasName(int hash) {
    return Arrays.binarySearch(names(), hash) >= 0 || isProper(hash);
  }

  /** Whether the text has a word with a capital wherever it has it. */
  boolean isProper(String form) {
    return isProper(TextNames.hash(form));
  }

  private boolean isProper(int hash) {
    return Arrays.binarySearch(names(), hash | TextNames.PROPER) >= 0;
  }

  /** The text's beginning without dateline, as it is compared. */
  Opening readOpening() {
    if (readOpening == null) {
      String text = withoutDateline();
      readOpening = scanned(text).read();
      // Of scripts without spaces every character is counted as a word.
      int halves = 2 * words - Math.min(words, readOpening.joined.length());
      // The share of its words is near enough: a paragraph ends there.
      openingTokens =
          halves < 2 * SHORT_WORDS || text.isEmpty()
              ? Integer.MAX_VALUE
              : 1 + (int) ((long) readOpening.tokens.size() * end(text) / text.length());
    }
    return readOpening;
  }

  private Opening.Scanned scanned(String text) {
    if (scanned == null) {
      // One character less where it would part a surrogate pair.
      scanned = Opening.Scanned.of(text, null, opening().length() >= Opening.MOST_CHARS - 1);
    }
    return scanned;
  }

  /** The language that the text's beginning tells. */
  String language() {
    return scanned == null ? scanned(withoutDateline()).language() : scanned.language();
  }

  /** Tokens of {@link #readOpening} that are the opening. */
  int openingTokens() {
    readOpening();
    return openingTokens;
  }

  Opening readTitle() {
    if (readTitle == null) {
      readTitle = Opening.of(HeadlineLabel.without(title()), language());
    }
    return readTitle;
  }

  /** The headline's words, without looking at the text for its language: of numbers only digits. */
  Opening titleWords() {
    if (titleWords == null) {
      titleWords = Opening.of(HeadlineLabel.without(title()), "");
    }
    return titleWords;
  }

  OpeningSide side() {
    return new OpeningSide(readTitle(), readOpening(), this::hasName, this::isProper, seconds);
  }

  /** Lines of the date of issue stand before the story. */
  private String withoutDateLines() {
    String text = opening();
    for (int line = 0; line < MOST_DATE_LINES; line++) {
      int end = text.indexOf('\n');
      if (end < 0 || end > MOST_DATE_LINE || !isDate(text.substring(0, end))) {
        return text;
      }
      text = text.substring(end + 1);
    }
    return text;
  }

  private static boolean isDate(String line) {
    for (Opening.Token token : Opening.of(line, "").tokens) {
      if (token.isWord() && !WordMeanings.SHIPPED.weekdays.contains(token.form())) {
        return false;
      }
    }
    return true;
  }

  private String withoutDateline() {
    String opening = withoutDateLines();
    Matcher dateline = DATELINE.matcher(opening);
    if (!dateline.lookingAt()) {
      return opening;
    }
    String place = dateline.group(1);
    boolean isPlace = true;
    for (String word : BETWEEN_PLACES.split(place)) {
      int c = word.isEmpty() ? 'A' : word.codePointAt(0);
      isPlace &= !Character.isLowerCase(c);
    }
    return isPlace ? opening.substring(dateline.end()) : opening;
  }

  private static int end(String text) {
    int words = 0; // halves: a word of a script without spaces has two characters
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isAlone = c >= 0x0E00 && org.copydesk.text.Tokens.standsAlone(c);
      if (c == '\n' && words >= 2 * OPENING_WORDS) {
        return i;
      }
      boolean isPart = Character.isLetterOrDigit(c);
      words += isAlone ? 1 : isPart && !isInWord ? 2 : 0;
      isInWord = isPart;
    }
    return text.length();
  }

  /** Its publication; null when unknown. */
  public Instant publishedAt() {
    return seconds == UNDATED ? null : Instant.ofEpochSecond(seconds);
  }

  /** The form in which it travels. */
  public byte[] toBytes() {
    if (bytes != null) {
      return bytes.clone();
    }
    byte[] set = ShingleCodec.encode(shingles);
    byte[] head = title.getBytes(StandardCharsets.UTF_8);
    byte[] begin = opening.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(
            HEAD
                + head.length
                + begin.length
                + NAME_BYTES * (names.length + namesTwice.length)
                + 4 * sentences.length
                + set.length);
    out.putLong(id.high()).putLong(id.low());
    out.putInt(words).putLong(seconds);
    out.putShort((short) head.length).putShort((short) begin.length);
    out.put((byte) names.length).put((byte) namesTwice.length);
    out.putShort((short) sentences.length);
    out.put(head).put(begin);
    putNames(out, names);
    putNames(out, namesTwice);
    for (int sentence : sentences) {
      out.putInt(sentence);
    }
    return out.put(set).array();
  }

  /** Reads what {@link #toBytes} wrote; keeps the bytes, which are not to be changed. */
  public static Fingerprint parse(byte[] bytes) {
    return new Fingerprint(bytes);
  }

  private static void putNames(ByteBuffer out, int[] values) {
    for (int value : values) {
      out.put((byte) (value >>> 16)).putShort((short) value);
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
