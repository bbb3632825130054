package org.copydesk.segment.lines;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.MarkerWords;
import org.copydesk.text.Normaliser;

/** Reads the shape of one logical line from its bytes: sizes, capitals, stops, sign and marker. */
public final class UnitScanner {
  /** Lines of at most this many bytes are kept as text for the lexicon. */
  public static final int SHORT_LINE = 400;

  /** Bytes at the end of a line in which sign and marker are looked for. */
  private static final int TAIL = 96;

  /** Signs inside one line that are looked at for a marker after them. */
  private static final int MOST_INNER_SIGNS = 64;

  /**
   * A line of more words that ends in one full stop is a sentence: it has no sign and no marker.
   */
  private static final int MOST_WORDS_BEFORE_STOP = 12;

  /** Words of a line that are compared with those of others. */
  static final int OPENING_WORDS = 32;

  /** Letters of a word that are compared: endings change with the case. */
  private static final int STEM = 6;

  /** Digits of a number that counts the lines of a list. */
  private static final int LONGEST_ORDINAL = 3;

  /** Last bytes of "–" and "—". */
  private static final byte EN_DASH_END = (byte) 0x93;

  private static final byte EM_DASH_END = (byte) 0x94;

  /** Last bytes of the first and the last dash of their block. */
  private static final byte FIRST_DASH_END = (byte) 0x90;

  private static final byte LAST_DASH_END = (byte) 0x95;

  /** First byte of "：". */
  private static final byte WIDE_COLON = (byte) 0xEF;

  private static final long PRIME = 0x100000001B3L;

  private final byte[] payload;
  private final Markers markers;
  private final LineMemory memory;
  private int width;

  /** Room for the words of one line. */
  private final int[] opening = new int[OPENING_WORDS];

  public UnitScanner(byte[] payload, Markers markers) {
    this(payload, markers, null);
  }

  /**
   * @param memory of lines read before; null for none
   */
  public UnitScanner(byte[] payload, Markers markers, LineMemory memory) {
    this.payload = payload;
    this.markers = markers;
    this.memory = memory;
  }

  /** Code point at {@code i}; its bytes are in {@link #width}. A damaged byte is read as itself. */
  private int codePoint(int i, int end) {
    int b = payload[i];
    if (b >= 0) {
      width = 1;
      return b;
    }
    int need = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 1;
    if (need == 1 || i + need > end) {
      width = 1;
      return 0xFFFD;
    }
    int c = b & (0xFF >> (need + 1));
    for (int k = 1; k < need; k++) {
      if ((payload[i + k] & 0xC0) != 0x80) {
        width = 1;
        return 0xFFFD;
      }
      c = c << 6 | (payload[i + k] & 0x3F);
    }
    width = need;
    return c > Character.MAX_CODE_POINT ? 0xFFFD : c;
  }

  private static boolean isMargin(byte kind) {
    return kind == CharClass.SPACE || kind == CharClass.UNSEEN;
  }

  /** First byte that shows, from {@code start} on. */
  public int skipMargin(int start, int end) {
    int i = start;
    while (i < end && isMargin(CharClass.of(codePoint(i, end)))) {
      i += width;
    }
    return i;
  }

  /** Byte after the last that shows, before {@code end}. */
  public int trimMargin(int start, int end) {
    int i = end;
    while (i > start) {
      int p = i - 1;
      while (p > start && (payload[p] & 0xC0) == 0x80 && i - p < 4) {
        p--;
      }
      int c = codePoint(p, end);
      if (!isMargin(CharClass.of(c)) || p + width != i) {
        return i;
      }
      i = p;
    }
    return i;
  }

  /** Characters of the first word; 1 for a script without spaces. */
  public int firstWord(Unit unit) {
    int chars = 0;
    for (int i = unit.start; i < unit.end; i += width) {
      byte kind = CharClass.of(codePoint(i, unit.end));
      if (kind == CharClass.SPACE) {
        return chars;
      }
      if (kind == CharClass.UNSPACED) {
        return Math.max(1, chars);
      }
      chars++;
    }
    return chars;
  }

  /**
   * The line of the bytes {@code start} to {@code end}, which begin and end with something: from
   * memory or read anew.
   */
  public Unit scan(int start, int end) {
    Unit known = memory == null ? null : memory.recall(payload, start, end, markers);
    if (known != null) {
      return known;
    }
    Unit unit = shape(start, end);
    boolean isSentence =
        unit.endsTerminal && !unit.hasStopBeforeLast && unit.words > MOST_WORDS_BEFORE_STOP;
    if (isSentence) {
      return unit;
    }
    if (end - start <= SHORT_LINE) {
      unit.folded = folded(unit.ordinal == 0 ? unit.contentStart : start, end);
    }
    if (mayHaveTail(unit)) {
      readTail(unit);
    }
    return unit;
  }

  /** Remembers a line that {@link LineWords} has read. */
  public void keep(Unit unit) {
    if (memory != null) {
      memory.keep(payload, unit, markers);
    }
  }

  /** The shape of a line alone: sizes, capitals, stops, and the key it is known by. */
  public Unit shape(int start, int end) {
    Unit unit = new Unit();
    unit.start = start;
    unit.end = end;
    unit.textEnd = end;
    unit.contentStart = start;
    readListMark(unit);
    long key = 0xCBF29CE484222325L;
    boolean wasSpace = true;
    boolean wasStop = false;
    boolean isGap = false;
    byte lastSolid = CharClass.OTHER;
    byte beforeSolid = CharClass.OTHER;
    boolean hasLetter = false;
    int lastChar = 0;
    int chars = 0;
    int letters = 0;
    int words = 0;
    for (int i = unit.contentStart; i < end; ) {
      int c = payload[i];
      if (c >= 'a' && c <= 'z') {
        // Most of most texts: letters of a word in a row.
        int from = i;
        do {
          key = (key ^ c) * PRIME;
          i++;
        } while (i < end && (c = payload[i]) >= 'a' && c <= 'z');
        int run = i - from;
        chars += run;
        letters += run;
        if (!hasLetter) {
          unit.startsLower = words == 0 || unit.digits == 0;
          hasLetter = true;
        }
        if (wasSpace) {
          words++;
          unit.endsInSmallWord = true;
        }
        beforeSolid = run > 1 ? CharClass.LOWER : lastSolid;
        lastSolid = CharClass.LOWER;
        lastChar = payload[i - 1];
        wasSpace = false;
        isGap = false;
        wasStop = false;
        continue;
      }
      if (c >= 0) {
        i++;
      } else {
        c = codePoint(i, end);
        i += width;
      }
      byte kind = CharClass.of(c);
      if (kind == CharClass.UNSEEN) {
        continue;
      }
      chars++;
      if (kind == CharClass.SPACE) {
        unit.hasLineEnd |= c == '\n' || c == '\r' || c == '\f';
        if (!wasSpace) {
          key = (key ^ ' ') * PRIME;
          unit.innerStops += wasStop ? 1 : 0;
          unit.gaps += c == 0x3000 || c == '\t' ? 1 : 0;
        } else {
          unit.gaps += c == ' ' && !isGap ? 1 : 0;
        }
        isGap = wasSpace;
        wasSpace = true;
        wasStop = false;
        continue;
      }
      switch (kind) {
        case CharClass.UPPER -> {
          letters++;
          unit.capitals++;
          unit.upperWords += wasSpace ? 1 : 0;
          unit.startsUpper |= !hasLetter;
          hasLetter = true;
          c = c < 0x80 ? c + 32 : Character.toLowerCase(c);
        }
        case CharClass.LOWER -> {
          letters++;
          if (!hasLetter) {
            unit.startsLower = words == 0 || unit.digits == 0;
          }
          hasLetter = true;
        }
        case CharClass.CASELESS, CharClass.MARK -> {
          letters++;
          hasLetter = true;
        }
        case CharClass.UNSPACED -> {
          letters++;
          unit.unspaced++;
          hasLetter = true;
          unit.innerStops += wasStop ? 1 : 0;
        }
        case CharClass.DIGIT -> {
          unit.digits++;
        }
        default -> {
          if (c == '|' || c == '>' || c == '•' || c == '·' || c == '›' || c == '»' || c == '/') {
            unit.separators++;
          } else if (c == '©') {
            unit.hasCopyright = true;
          } else if (isSymbol(c)) {
            unit.symbols++;
            unit.hasSign |= c == ';';
          } else if (c == '@') {
            unit.hasAddress = true;
          } else if (c == ',' || c == '،' || c == '，' || c == '、') {
            unit.commas++;
          } else if (LineTail.isSignPart(c) && (c != '.' || lastChar == '.')) {
            unit.hasSign = true;
          }
        }
      }
      if (wasSpace) {
        words++;
        unit.endsInSmallWord = kind == CharClass.LOWER;
      }
      key = (key ^ c) * PRIME;
      wasSpace = false;
      isGap = false;
      if (kind != CharClass.CLOSER || c == '»' || c == '›') {
        beforeSolid = lastSolid;
        lastSolid = kind;
        lastChar = c;
        wasStop = kind == CharClass.TERMINAL;
      }
    }
    unit.chars = chars;
    unit.lastChar = lastChar;
    unit.letters = letters;
    unit.words = words;
    unit.textWords = words;
    unit.key = key ^ (key >>> 29);
    unit.endsTerminal = lastSolid == CharClass.TERMINAL;
    unit.hasStopBeforeLast =
        beforeSolid == CharClass.TERMINAL || (lastChar == '.' && beforeSolid == CharClass.OTHER);
    unit.endsColon = lastChar == ':' || lastChar == '：';
    boolean isUnspaced = unit.unspaced * 2 > letters;
    boolean endsInWord = lastSolid == CharClass.UNSPACED || lastSolid == CharClass.MARK;
    if (isUnspaced && endsInWord && chars >= 60 && isThai(unit)) {
      // Thai, Lao, Khmer and Burmese print no full stops, and their last letter may have a mark.
      unit.endsTerminal = true;
    }
    return unit;
  }

  /** Whether sign or marker may end a line: most lines end in a word that ends no marker. */
  private boolean mayHaveTail(Unit unit) {
    if (unit.hasSign || markers != Markers.LISTED || unit.end - unit.start < 3) {
      return true;
    }
    int last = payload[unit.end - 1];
    boolean isStop = last == '.' || last == '?' || last == '!';
    int end = unit.end - (isStop ? 1 : 0);
    return end - unit.start < 3
        || MarkerWords.SHIPPED.mayEndMarker(
            payload[end - 3], payload[end - 2], payload[end - 1], isStop);
  }

  /** Steps over a bullet or a number that counts the lines of a list, where text follows it. */
  private void readListMark(Unit unit) {
    int i = unit.start;
    int b = payload[i];
    int number = 0;
    if (b >= '0' && b <= '9') {
      while (i < unit.end
          && i < unit.start + LONGEST_ORDINAL
          && payload[i] >= '0'
          && payload[i] <= '9') {
        number = number * 10 + payload[i++] - '0';
      }
      if (i >= unit.end || (payload[i] != '.' && payload[i] != ')')) {
        return;
      }
      i++;
    } else if (b == '-' || b == '*') {
      i++;
    } else if (b < 0 && isBullet(codePoint(i, unit.end))) {
      i += width;
    } else {
      return;
    }
    boolean isApart = i < unit.end && (payload[i] == ' ' || payload[i] == '\t');
    int content = skipMargin(i, unit.end);
    if (isApart && content < unit.end) {
      unit.contentStart = content;
      unit.ordinal = number;
    }
  }

  private static boolean isBullet(int c) {
    return "•·▪●■◆▶►◦‣∙○□▸–—»›→".indexOf(c) >= 0;
  }

  /**
   * Hashes of the beginnings of a line's first words in small letters, at most {@link
   * #OPENING_WORDS}; of a script without spaces each two characters that follow one another. Kept
   * in the line.
   */
  public int[] openingWords(Unit unit) {
    if (unit.openingWords != null) {
      return unit.openingWords;
    }
    int[] words = opening;
    int n = 0;
    int hash = 0;
    int letters = 0;
    int last = 0;
    int i = unit.contentStart;
    int stop = unit.textEnd > i ? unit.textEnd : unit.end;
    while (i < stop && n < OPENING_WORDS) {
      int c = payload[i];
      if (c >= 'a' && c <= 'z') {
        int from = i;
        int stem = i + STEM - letters;
        do {
          hash = i < stem ? hash * 31 + c : hash;
          i++;
        } while (i < stop && (c = payload[i]) >= 'a' && c <= 'z');
        letters += i - from;
        last = 0;
        continue;
      }
      if (c == ' ') {
        i++;
        last = 0;
        if (letters > 0) {
          words[n++] = spread(hash);
          hash = 0;
          letters = 0;
        }
        continue;
      }
      if (c >= 0) {
        i++;
      } else {
        c = codePoint(i, stop);
        i += width;
      }
      switch (CharClass.of(c)) {
        case CharClass.UPPER,
            CharClass.LOWER,
            CharClass.CASELESS,
            CharClass.MARK,
            CharClass.DIGIT -> {
          int small = c < 0x80 ? c >= 'A' && c <= 'Z' ? c + 32 : c : Character.toLowerCase(c);
          hash = letters++ < STEM ? hash * 31 + small : hash;
          last = 0;
        }
        case CharClass.UNSPACED -> {
          if (last != 0) {
            words[n++] = spread(last * 31 + c);
          }
          last = c;
          hash = 0;
          letters = 0;
        }
        case CharClass.UNSEEN -> {}
        default -> {
          last = 0;
          if (letters > 0) {
            words[n++] = spread(hash);
            hash = 0;
            letters = 0;
          }
        }
      }
    }
    if (letters > 0 && n < OPENING_WORDS && i >= stop) {
      words[n++] = spread(hash);
    }
    unit.openingWords = Arrays.copyOf(words, n);
    return unit.openingWords;
  }

  /** Hash of what a short line is but for its letters and the values of its digits; never 0. */
  public int pattern(Unit unit) {
    int hash = 17;
    int last = -1;
    for (int i = unit.start; i < unit.end; i += width) {
      int c = codePoint(i, unit.end);
      byte kind = CharClass.of(c);
      int sign =
          switch (kind) {
            case CharClass.UPPER,
                CharClass.LOWER,
                CharClass.CASELESS,
                CharClass.UNSPACED,
                CharClass.MARK ->
                'a';
            case CharClass.DIGIT -> '0';
            case CharClass.SPACE, CharClass.UNSEEN -> -1;
            default -> c;
          };
      if (sign >= 0 && sign != last) {
        hash = hash * 31 + sign;
        last = sign;
      }
    }
    return spread(hash);
  }

  /**
   * What a line begins with: 0 a letter, 1 a time of day, 2 another number, 3 a quotation mark, 4 a
   * bracket, 5 a mark of a list, 6 another sign.
   */
  public int beginsWith(Unit unit) {
    if (unit.contentStart > unit.start) {
      return 5;
    }
    int i = unit.start;
    int first = payload[i] | 0x20;
    if (first >= 'a' && first <= 'z') {
      return 0;
    }
    int c = codePoint(i, unit.end);
    byte kind = CharClass.of(c);
    if (kind == CharClass.DIGIT) {
      int digits = 0;
      while (i < unit.end && payload[i] >= '0' && payload[i] <= '9') {
        i++;
        digits++;
      }
      boolean isTime =
          digits > 0
              && digits <= 2
              && i + 2 < unit.end
              && (payload[i] == ':' || payload[i] == '.' || payload[i] == 'h')
              && payload[i + 1] >= '0'
              && payload[i + 1] <= '9';
      return isTime ? 1 : 2;
    }
    if (CharClass.isLetter(kind) || kind == CharClass.MARK) {
      return 0;
    }
    if ("\"'“”„‘’«‚「『".indexOf(c) >= 0) {
      return 3;
    }
    return "([{【（［".indexOf(c) >= 0 ? 4 : 6;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    mixed ^= mixed >>> 15;
    return mixed == 0 ? 1 : mixed;
  }

  private static boolean isSymbol(int c) {
    return switch (c) {
      case '{', '}', '<', '=', ';', '_', '\\', '+', '#', '$', '*', '~', '^', '`' -> true;
      default -> false;
    };
  }

  private boolean isThai(Unit unit) {
    int i = unit.start;
    while (i < unit.end) {
      int c = codePoint(i, unit.end);
      if (CharClass.of(c) == CharClass.UNSPACED) {
        return (c >= 0x0E00 && c < 0x0F00)
            || (c >= 0x1000 && c < 0x1100)
            || (c >= 0x1780 && c < 0x1800);
      }
      i += width;
    }
    return false;
  }

  /** Whether a line begins with two capital letters of ASCII, as a tag does. */
  public boolean beginsInCapitals(Unit unit) {
    return unit.end - unit.start >= 2
        && isCapital(payload[unit.start])
        && isCapital(payload[unit.start + 1]);
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  /** Whether a colon, narrow or wide, may stand among a line's first bytes. */
  public boolean mayHaveColon(Unit unit, int bytes) {
    int limit = Math.min(unit.end, unit.start + bytes);
    for (int i = unit.start; i < limit; i++) {
      if (payload[i] == ':' || payload[i] == WIDE_COLON) {
        return true;
      }
    }
    return false;
  }

  /** Whether a line may end in a dash: its last byte is that of one. */
  public boolean mayEndInDash(Unit unit) {
    byte last = payload[unit.end - 1];
    return last == '-' || last == EN_DASH_END || last == EM_DASH_END;
  }

  public String folded(int start, int end) {
    return Normaliser.normalise(payload, start, end);
  }

  public String text(int start, int end) {
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
  }

  /**
   * Whether a dash, colon or bracket that may end a dateline stands in a range, or may do so: a
   * hyphen within a word does not, nor does a quotation mark.
   */
  public boolean hasDash(int start, int end) {
    for (int i = start; i < end; i++) {
      byte b = payload[i];
      if (b == '-') {
        boolean isInWord = i > start && (payload[i - 1] | 0x20) >= 'a' && payload[i - 1] <= 'z';
        if (!isInWord || i + 1 < end && payload[i + 1] == '-') {
          return true;
        }
      } else if (b == ':') {
        if (i + 1 < end && payload[i + 1] == ' ') {
          return true;
        }
      } else if (b < 0 && b >= (byte) 0xE0 && !isOtherPunctuation(i, end)) {
        // Dashes and the brackets and letters of scripts without spaces begin so.
        return true;
      }
    }
    return false;
  }

  /** Whether a character of the block of general punctuation is there that is no dash. */
  private boolean isOtherPunctuation(int i, int end) {
    return i + 2 < end
        && payload[i] == (byte) 0xE2
        && payload[i + 1] == (byte) 0x80
        && (payload[i + 2] < FIRST_DASH_END || payload[i + 2] > LAST_DASH_END);
  }

  private void readTail(Unit unit) {
    int from = Math.max(unit.start, unit.end - TAIL);
    while (from < unit.end && (payload[from] & 0xC0) == 0x80) {
      from++;
    }
    String tail = text(from, unit.end);
    LineTail found = LineTail.read(tail, markers, from == unit.start);
    if (found == null) {
      return;
    }
    unit.isTruncated = found.isTruncated();
    unit.marker = found.marker();
    unit.markerText = found.markerText();
    unit.textEnd =
        trimMargin(
            unit.start,
            unit.end - tail.substring(found.textEnd()).getBytes(StandardCharsets.UTF_8).length);
    int after = 0;
    boolean wasSpace = true;
    for (int i = found.textEnd(); i < tail.length(); i++) {
      boolean isSpace = tail.charAt(i) == ' ' || tail.charAt(i) == '\u00A0';
      after += wasSpace && !isSpace ? 1 : 0;
      wasSpace = isSpace;
    }
    boolean isGlued =
        found.textEnd() > 0
            && tail.charAt(found.textEnd() - 1) != ' '
            && found.textEnd() < tail.length()
            && tail.charAt(found.textEnd()) != ' ';
    unit.textWords = Math.max(0, unit.words - after + (isGlued ? 1 : 0));
    unit.isMarkerAlone = unit.textEnd <= unit.start;
    if (unit.isMarkerAlone) {
      unit.textEnd = unit.start;
    }
    if (unit.isTruncated) {
      unit.endsTerminal = false;
    }
  }

  /**
   * Byte after a sign and marker (and glyph) that stand inside a line with more text after them; -1
   * when there are none.
   */
  public int endOfMarkerInside(int start, int limit) {
    int signs = 0;
    for (int i = start; i + 2 < limit && signs < MOST_INNER_SIGNS; i++) {
      byte b = payload[i];
      boolean isDots = b == '.' && payload[i + 1] == '.' && payload[i + 2] == '.';
      boolean isEllipsis =
          b == (byte) 0xE2 && payload[i + 1] == (byte) 0x80 && payload[i + 2] == (byte) 0xA6;
      if (!isDots && !isEllipsis) {
        continue;
      }
      signs++;
      int after = i + 3;
      while (after < limit
          && (payload[after] == '.' || payload[after] == ']' || payload[after] == ')')) {
        after++;
      }
      after = skipMargin(after, limit);
      int end = longestMarkerFrom(after, limit);
      if (end > 0 && end < limit) {
        return end;
      }
      i += 2;
    }
    return -1;
  }

  /** Whether a marker may end before a byte: most words end none. */
  private boolean mayEndMarker(int start, int end) {
    return markers != Markers.LISTED
        || end - start < 3
        || MarkerWords.SHIPPED.mayEndMarker(
            payload[end - 3], payload[end - 2], payload[end - 1], false);
  }

  private int longestMarkerFrom(int start, int limit) {
    int best = -1;
    int i = start;
    int chars = 0;
    while (i < limit && chars < MarkerWords.LONGEST) {
      int c = codePoint(i, limit);
      i += width;
      chars++;
      boolean isWordEnd = i >= limit || !CharClass.isLetter(CharClass.of(codePoint(i, limit)));
      byte kind = CharClass.of(c);
      if ((isWordEnd || kind == CharClass.UNSPACED)
          && kind != CharClass.SPACE
          && mayEndMarker(start, i)
          && markers.isMarker(Normaliser.normalise(text(start, i)))) {
        best = i;
      }
    }
    if (best < 0) {
      return -1;
    }
    int glyph = skipMargin(best, limit);
    while (glyph < limit && LineTail.isGlyph(codePoint(glyph, limit))) {
      best = glyph + width;
      glyph = skipMargin(best, limit);
    }
    return best;
  }
}
