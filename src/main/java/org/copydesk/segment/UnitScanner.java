package org.copydesk.segment;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.copydesk.text.Normaliser;

/** Reads the shape of one logical line from its bytes: sizes, capitals, stops, sign and marker. */
final class UnitScanner {
  /** Lines of at most this many bytes are kept as text for the lexicon. */
  static final int SHORT_LINE = 400;

  /** Bytes at the end of a line in which sign and marker are looked for. */
  private static final int TAIL = 96;

  /** Signs inside one line that are looked at for a marker after them. */
  private static final int MOST_INNER_SIGNS = 64;

  private static final Pattern SPACES = Pattern.compile("[ \u00A0]+");
  private static final long PRIME = 0x100000001B3L;

  private final byte[] payload;
  private final Markers markers;
  private int width;

  UnitScanner(byte[] payload, Markers markers) {
    this.payload = payload;
    this.markers = markers;
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
  int skipMargin(int start, int end) {
    int i = start;
    while (i < end && isMargin(CharClass.of(codePoint(i, end)))) {
      i += width;
    }
    return i;
  }

  /** Byte after the last that shows, before {@code end}. */
  int trimMargin(int start, int end) {
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
  int firstWord(Unit unit) {
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

  /** The shape of the bytes {@code start} to {@code end}, which begin and end with something. */
  Unit scan(int start, int end) {
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
    for (int i = unit.contentStart; i < end; ) {
      int c = payload[i];
      if (c >= 0) {
        i++;
      } else {
        c = codePoint(i, end);
        i += width;
      }
      byte kind = CharClass.of(c);
      if (kind == CharClass.UNSEEN && c != '\n' && c != '\t') {
        continue;
      }
      unit.chars++;
      if (kind == CharClass.SPACE || c == '\n') {
        if (!wasSpace) {
          key = (key ^ ' ') * PRIME;
          if (wasStop) {
            unit.innerStops++;
          }
          if (c == 0x3000 || c == '\t') {
            unit.gaps++;
          }
        } else if (c == ' ' && !isGap) {
          unit.gaps++;
        }
        isGap = wasSpace;
        wasSpace = true;
        wasStop = false;
        continue;
      }
      switch (kind) {
        case CharClass.UPPER -> {
          unit.letters++;
          if (wasSpace) {
            unit.upperWords++;
          }
          if (!hasLetter) {
            unit.startsUpper = true;
          }
          hasLetter = true;
          c = c < 0x80 ? c + 32 : Character.toLowerCase(c);
        }
        case CharClass.LOWER -> {
          unit.letters++;
          if (!hasLetter) {
            unit.startsLower = unit.words == 0 || unit.digits == 0;
          }
          hasLetter = true;
        }
        case CharClass.CASELESS, CharClass.MARK -> {
          unit.letters++;
          hasLetter = true;
        }
        case CharClass.UNSPACED -> {
          unit.letters++;
          unit.unspaced++;
          hasLetter = true;
          if (wasStop) {
            unit.innerStops++;
          }
        }
        case CharClass.DIGIT -> {
          unit.digits++;
        }
        default -> {
          if (c == '|' || c == '>' || c == '•' || c == '·' || c == '›' || c == '»' || c == '/') {
            unit.separators++;
          } else if (c == '©') {
            unit.hasCopyright = true;
          } else if (c == '@') {
            unit.hasAddress = true;
          }
        }
      }
      if (wasSpace) {
        unit.words++;
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
    unit.textWords = unit.words;
    unit.key = key ^ (key >>> 29);
    unit.endsTerminal = lastSolid == CharClass.TERMINAL;
    unit.endsColon = lastChar == ':' || lastChar == '：';
    boolean isUnspaced = unit.unspaced * 2 > unit.letters;
    if (isUnspaced && lastSolid == CharClass.UNSPACED && unit.chars >= 60 && isThai(unit)) {
      // Thai, Lao and Khmer print no full stops.
      unit.endsTerminal = true;
    }
    if (unit.endsTerminal && beforeSolid != CharClass.TERMINAL && unit.words > 12) {
      if (lastChar != '.' || beforeSolid != CharClass.OTHER) {
        return unit;
      }
    }
    int length = end - start;
    if (length <= SHORT_LINE) {
      unit.folded = Normaliser.normalise(text(start, end));
    }
    readTail(unit);
    return unit;
  }

  /** Steps over a bullet or a number that counts the lines of a list, where text follows it. */
  private void readListMark(Unit unit) {
    int i = unit.start;
    int b = payload[i];
    int number = 0;
    if (b >= '0' && b <= '9') {
      while (i < unit.end && i < unit.start + 2 && payload[i] >= '0' && payload[i] <= '9') {
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

  String text(int start, int end) {
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
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
    for (String word : SPACES.split(tail.substring(found.textEnd()))) {
      after += word.isEmpty() ? 0 : 1;
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
  int endOfMarkerInside(int start, int limit) {
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

  private int longestMarkerFrom(int start, int limit) {
    int best = -1;
    int i = start;
    int chars = 0;
    while (i < limit && chars < Lexicon.LONGEST_MARKER) {
      int c = codePoint(i, limit);
      i += width;
      chars++;
      boolean isWordEnd = i >= limit || !CharClass.isLetter(CharClass.of(codePoint(i, limit)));
      byte kind = CharClass.of(c);
      if ((isWordEnd || kind == CharClass.UNSPACED)
          && kind != CharClass.SPACE
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
