package org.copydesk.segment.fields;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Normaliser;

/**
 * The names of labelled fields that news archives, databases and readers print around a text, read
 * once from {@code fields.txt}: "BYLINE: Ana Roe", "Titre : …", "HD …", "Markdown Content:".
 */
public final class FieldNames {
  private static final int LONGEST_NAME = 28;

  /** Bytes before the colon of a field, in any script. */
  private static final int LONGEST_NAME_BYTES = 90;

  private static final int LONGEST_BARE = 32;

  private static final int LONGEST_BARE_BYTES = 4 * LONGEST_BARE;

  private static final String DOCUMENT = "Document ";
  private static final int LEAST_ID = 15;
  private static final int LEAST_ID_DIGITS = 8;

  /** What a field holds. */
  public enum Kind {
    TITLE,
    BYLINE,
    DATE,
    DATELINE,
    /** A summary of the article's own. */
    DECK,
    PROVIDER,
    /** About the paper, the page, the record. */
    OTHER,
    /** As {@link #OTHER}, in words that archives alone print. */
    ARCHIVE,
    /** The article's text follows. */
    BODY,
    /** A page's text follows, which may hold more than an article. */
    READER
  }

  /**
   * A line read as a field.
   *
   * @param name normalised
   * @param value what stands behind the name; empty when nothing does
   * @param valueStart place of the value in the line, in characters
   * @param isBare whether it is a name without a colon
   */
  public record Field(String name, Kind kind, String value, int valueStart, boolean isBare) {}

  private static final Map<String, Kind> KINDS = new HashMap<>();
  private static final Map<String, Kind> TAGS = new HashMap<>();
  private static final Set<String> LENGTHS = new HashSet<>();
  private static final Set<String> BARE = new HashSet<>();
  private static final Set<String> ENDS = new HashSet<>();
  private static final boolean[] END_BEGINS = new boolean[0x80];
  private static final boolean[] END_ENDS = new boolean[0x80];
  private static final Set<String> BARE_AFTER = new HashSet<>();
  private static final Set<String> AFTER = new HashSet<>();
  private static final Set<String> TAGS_AFTER = new HashSet<>();
  private static final Set<String> WORDS = new HashSet<>();
  private static final Set<String> EDITIONS = new HashSet<>();

  static {
    Map<Kind, String> tagRows = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      tagRows.put(kind, "tag-" + row(kind));
    }
    for (String[] cells : WordLists.rows(FieldNames.class, "fields.txt")) {
      for (int i = 1; i < cells.length; i++) {
        String name = Normaliser.normalise(cells[i]);
        switch (cells[0]) {
          case "length" -> {
            LENGTHS.add(name);
            KINDS.putIfAbsent(name, Kind.ARCHIVE);
          }
          case "bare" -> BARE.add(name);
          case "end" -> addEnd(name);
          case "bare-after" -> BARE_AFTER.add(name);
          case "after" -> AFTER.add(name);
          case "edition" -> EDITIONS.add(name);
          case "words" -> WORDS.add(name);
          case "tag-after" -> TAGS_AFTER.add(cells[i]);
          default -> {
            for (Kind kind : Kind.values()) {
              if (cells[0].equals(row(kind))) {
                KINDS.putIfAbsent(name, kind);
              } else if (cells[0].equals(tagRows.get(kind))) {
                TAGS.put(cells[i], kind);
              }
            }
          }
        }
      }
    }
  }

  private FieldNames() {}

  private static String row(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a colon stands where a field's name could end: asked before a line is decoded. */
  public static boolean mayBeField(byte[] b, int start, int end) {
    int limit = Math.min(end, start + LONGEST_NAME_BYTES);
    for (int i = start; i < limit; i++) {
      boolean isWide = b[i] == (byte) 0xEF && i + 2 < end && b[i + 2] == (byte) 0x9A;
      if (b[i] == ':' || (isWide && b[i + 1] == (byte) 0xBC)) {
        return i > start;
      }
    }
    return false;
  }

  /** Whether {@link #read} may find a field in a line: asked before that is decoded. */
  static boolean mayBeField(Unit unit, UnitScanner scanner) {
    if (scanner.mayHaveColon(unit, LONGEST_NAME_BYTES)) {
      return true;
    }
    boolean isShort = unit.end - unit.start <= LONGEST_BARE_BYTES;
    boolean isFolded = unit.folded != null && unit.contentStart == unit.start;
    return isShort && (!isFolded || BARE.contains(unit.folded));
  }

  /** The field a line is, by a name before a colon or a bare one; null when it is none. */
  public static Field read(String line) {
    String text = line.strip();
    int colon = colon(text);
    if (colon < 0) {
      boolean isBare =
          text.length() <= LONGEST_BARE && !text.isEmpty() && BARE.contains(normalised(text));
      return isBare ? new Field(normalised(text), Kind.BODY, "", text.length(), true) : null;
    }
    // "https://…" is an address, "10:15" a time.
    boolean isAddress = text.startsWith("//", colon + 1);
    Kind kind = isAddress ? null : KINDS.get(normalised(text.substring(0, colon)));
    if (kind == null) {
      return null;
    }
    int start = colon + 1;
    while (start < text.length() && CharClass.of(text.charAt(start)) == CharClass.SPACE) {
      start++;
    }
    String value = text.substring(start);
    String name = normalised(text.substring(0, colon));
    // A film has a length too: an archive counts words.
    boolean isOther = LENGTHS.contains(name) && !countsWords(value);
    return new Field(name, isOther ? Kind.OTHER : kind, value, start, false);
  }

  /** Place of the colon behind what may be a name; -1 where there is none. */
  private static int colon(String text) {
    for (int i = 1; i < Math.min(text.length(), LONGEST_NAME + 2); i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        return i;
      }
    }
    return -1;
  }

  /** The field of a line that begins with a tag of capitals, "HD Harbour sold"; null when none. */
  static Field readTag(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) >= 'A' && line.charAt(end) <= 'Z') {
      end++;
    }
    boolean isTag = end >= 2 && end <= 3 && (end == line.length() || isWideGap(line, end));
    String tag = line.substring(0, isTag ? end : 0);
    Kind kind = TAGS.get(tag);
    if (kind == null && TAGS_AFTER.contains(tag)) {
      kind = Kind.OTHER;
    }
    if (kind == null) {
      return null;
    }
    int start = end;
    while (start < line.length() && CharClass.of(line.charAt(start)) == CharClass.SPACE) {
      start++;
    }
    return new Field(tag, kind, line.substring(start), start, end == line.length());
  }

  /** Whether a line is a field that stands below the text: "Load-Date: …", "Classification". */
  static boolean isBelowText(String line) {
    String text = line.strip();
    int colon = colon(text);
    return colon < 0
        ? text.length() <= LONGEST_BARE && BARE_AFTER.contains(normalised(text))
        : AFTER.contains(normalised(text.substring(0, colon)));
  }

  /** The same of a field with a tag: "AN Document …". */
  static boolean isTagBelowText(Field field) {
    return TAGS_AFTER.contains(field.name());
  }

  private static void addEnd(String name) {
    ENDS.add(name);
    char first = name.charAt(0);
    char last = name.charAt(name.length() - 1);
    if (first < 0x80) {
      END_BEGINS[first] = true;
    }
    if (last < 0x80) {
      END_ENDS[last] = true;
    }
  }

  /** Whether {@link #endsDocument} may hold of a line: asked before that is decoded. */
  public static boolean mayEndDocument(byte[] b, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && b[from] >= 0 && b[from] <= ' ') {
      from++;
    }
    while (to > from && b[to - 1] >= 0 && b[to - 1] <= ' ') {
      to--;
    }
    if (from == to || !mayBe(END_BEGINS, b[from]) || !mayBe(END_ENDS, b[to - 1])) {
      return false;
    }
    int characters = 0;
    for (int i = from; i < to; i++) {
      characters += (b[i] & 0xC0) == 0x80 ? 0 : 1;
    }
    return characters <= LONGEST_BARE;
  }

  /** What is beyond ASCII, or does not show, may be anything. */
  private static boolean mayBe(boolean[] letters, byte b) {
    return b < 0 || b == 0x7F || letters[b >= 'A' && b <= 'Z' ? b | 0x20 : b];
  }

  /** Whether a line is nothing but the words that end a document of an export. */
  public static boolean endsDocument(String line) {
    return line.length() >= 5 && line.length() <= LONGEST_BARE && ENDS.contains(normalised(line));
  }

  /** Whether a normalised word is the one for a paper's edition. */
  static boolean namesEdition(String word) {
    return EDITIONS.contains(word);
  }

  /** Whether a line is the number under which Factiva keeps a text: "Document BRCO0000…". */
  public static boolean isDocumentId(String line) {
    String text = line.startsWith("AN ") ? line.substring(3).strip() : line;
    boolean isLong = text.startsWith(DOCUMENT) && text.length() >= DOCUMENT.length() + LEAST_ID;
    if (!isLong || text.indexOf(' ', DOCUMENT.length()) >= 0) {
      return false;
    }
    String id = text.substring(DOCUMENT.length());
    return Character.isUpperCase(id.charAt(0))
        && id.chars().filter(c -> c >= '0' && c <= '9').count() >= LEAST_ID_DIGITS;
  }

  private static boolean isWideGap(String line, int at) {
    return line.charAt(at) == '\t' || line.startsWith("  ", at);
  }

  private static boolean countsWords(String value) {
    boolean hasDigit = false;
    for (String word : normalised(value).split("[ .,()]+|(?<=\\d)(?=\\D)")) {
      hasDigit |= !word.isEmpty() && Character.isDigit(word.charAt(0));
      if (hasDigit && WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String normalised(String text) {
    return Normaliser.normalise(text.strip());
  }

  /** "First Edition", "Ausgabe Nord": two or three words under a date. */
  static boolean isEdition(Unit unit) {
    if (unit.folded == null || unit.words > 3) {
      return false;
    }
    for (String word : unit.folded.split(" ")) {
      if (namesEdition(word)) {
        return true;
      }
    }
    return false;
  }
}
