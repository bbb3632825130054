package org.copydesk.segment.fields;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copydesk.segment.lines.Unit;
import org.copydesk.segment.lines.UnitScanner;

/**
 * Cuts a payload into logical lines: finds line ends, joins the hard-wrapped lines of a paragraph,
 * and parts a line after a marker inside it ("… than ... Read more » Next title").
 *
 * <p>Line ends are LF, CRLF, form feed, U+2028 and U+2029; a lone CR where the page has no LF.
 * Works on bytes, reads each byte a small fixed number of times.
 */
public final class UnitReader {
  /** Logical lines of a page that are looked at; what follows them is one piece of boilerplate. */
  public static final int MOST_UNITS = 400_000;

  /** Hard-wrapped text is set at most this wide, in characters. */
  private static final int WIDEST_WRAP = 132;

  private static final int NARROWEST_WRAP = 30;

  /** A shorter line is not broken: an item of a menu. */
  private static final int LEAST_BROKEN = 28;

  /** Of a paragraph: more than {@link #WIDEST_WRAP} characters of any script but a few. */
  private static final int OPENING_BYTES = 600;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] payload;
  private final UnitScanner scanner;
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int lines;

  public UnitReader(byte[] payload, UnitScanner scanner) {
    this.payload = payload;
    this.scanner = scanner;
  }

  /** All lines, with their signs and markers. */
  public List<Unit> read() {
    List<Unit> units = lines(true);
    List<Unit> parted = new ArrayList<>(units.size());
    for (Unit unit : units) {
      part(unit, parted);
    }
    return parted;
  }

  /** The paragraphs of a text that is known to be an article: no marker is looked for. */
  public List<Unit> readParagraphs() {
    return lines(false);
  }

  private List<Unit> lines(boolean isWithMarkers) {
    findLines();
    List<Unit> units = new ArrayList<>(lines);
    int[] indents = new int[lines];
    boolean isAfterBlank = true;
    int n = 0;
    for (int i = 0; i < lines && n < MOST_UNITS; i++) {
      int start = scanner.skipMargin(starts[i], ends[i]);
      int end = scanner.trimMargin(start, ends[i]);
      if (start >= end) {
        isAfterBlank = true;
        continue;
      }
      Unit unit = isWithMarkers ? scanner.scan(start, end) : paragraph(start, end);
      unit.isAfterBlank = isAfterBlank;
      indents[n] = start - starts[i];
      units.add(unit);
      n++;
      isAfterBlank = false;
    }
    return joinWrapped(units, indents, isWithMarkers);
  }

  /**
   * A line of an article. Of a long one only the beginning is looked at: it is wider than any wrap,
   * and nothing else is asked of it.
   */
  private Unit paragraph(int start, int end) {
    int stop = start + OPENING_BYTES;
    if (stop < end) {
      while ((payload[stop] & 0xC0) == 0x80) {
        stop--;
      }
      Unit unit = scanner.shape(start, stop);
      if (unit.chars > WIDEST_WRAP && unit.size() > 0) {
        unit.end = end;
        unit.textEnd = end;
        return unit;
      }
    }
    return scanner.shape(start, end);
  }

  private void findLines() {
    boolean hasLineFeed = false;
    for (byte b : payload) {
      if (b == '\n') {
        hasLineFeed = true;
        break;
      }
    }
    int start = 0;
    int length = payload.length;
    for (int i = 0; i < length; i++) {
      byte b = payload[i];
      if (b > '\r' || (b < 0 && b != (byte) 0xE2)) {
        while (i + 9 <= length && !mayEndLine((long) LONGS.get(payload, i + 1))) {
          i += 8;
        }
        continue;
      }
      if (b == '\n' || b == '\f' || (b == '\r' && !hasLineFeed)) {
        addLine(start, i);
        start = i + 1;
      } else if (b == (byte) 0xE2
          && i + 2 < length
          && payload[i + 1] == (byte) 0x80
          && (payload[i + 2] == (byte) 0xA8 || payload[i + 2] == (byte) 0xA9)) {
        addLine(start, i);
        start = i + 3;
        i += 2;
      }
    }
    if (start < length) {
      addLine(start, length);
    }
  }

  /** Whether one of eight bytes is below 0x0E or is 0xE2, the first of a line separator. */
  private static boolean mayEndLine(long bytes) {
    long low = bytes - 0x0E0E0E0E0E0E0E0EL & ~bytes;
    long e2 = bytes ^ 0xE2E2E2E2E2E2E2E2L;
    long separator = e2 - 0x0101010101010101L & ~e2;
    return ((low | separator) & 0x8080808080808080L) != 0;
  }

  private void addLine(int start, int end) {
    if (lines == starts.length) {
      starts = Arrays.copyOf(starts, lines * 2);
      ends = Arrays.copyOf(ends, lines * 2);
    }
    starts[lines] = start;
    ends[lines++] = end;
  }

  /**
   * Joins lines that a fixed width broke: a line was broken where the next line's first word would
   * not have fitted. Done where most neighbouring lines of the page (or of a block of three and
   * more) look so.
   */
  private List<Unit> joinWrapped(List<Unit> units, int[] indents, boolean isWithMarkers) {
    int width = wrapWidth(units, indents, 0, units.size());
    boolean isPageWrapped = isWrapped(units, indents, 0, units.size(), width, 4);
    List<Unit> joined = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); ) {
      int blockEnd = i + 1;
      while (blockEnd < units.size() && !units.get(blockEnd).isAfterBlank) {
        blockEnd++;
      }
      int blockWidth = width;
      boolean isBlockWrapped = isPageWrapped;
      if (!isPageWrapped && blockEnd - i >= 3) {
        blockWidth = wrapWidth(units, indents, i, blockEnd);
        isBlockWrapped = isWrapped(units, indents, i, blockEnd, blockWidth, 2);
      }
      int from = i;
      for (int k = i + 1; k <= blockEnd; k++) {
        boolean isNear = k < blockEnd && indents[k] <= indents[k - 1];
        boolean isBroken =
            isNear
                && (isBlockWrapped && goesOn(units.get(k - 1), units.get(k), blockWidth)
                    || goesOnInSmall(units.get(k - 1), units.get(k)));
        if (!isBroken) {
          joined.add(join(units, from, k, isWithMarkers));
          from = k;
        }
      }
      i = blockEnd;
    }
    return joined;
  }

  /**
   * Characters of the longest line with a line right below it, one in twenty left out: a line with
   * a dateline put before it is longer than the rest. 0 where there are none.
   */
  private static int wrapWidth(List<Unit> units, int[] indents, int from, int to) {
    int[] counts = new int[WIDEST_WRAP + 1];
    int n = 0;
    for (int k = from + 1; k < to; k++) {
      int chars = units.get(k - 1).chars;
      if (!units.get(k).isAfterBlank && indents[k] <= indents[k - 1] && chars <= WIDEST_WRAP) {
        counts[chars]++;
        n++;
      }
    }
    int spare = n < 8 ? 0 : Math.max(1, n / 20);
    for (int width = WIDEST_WRAP; width > 0; width--) {
      spare -= counts[width];
      if (spare < 0) {
        return width;
      }
    }
    return 0;
  }

  private boolean isWrapped(
      List<Unit> units, int[] indents, int from, int to, int width, int least) {
    if (width < NARROWEST_WRAP) {
      return false;
    }
    int fits = 0;
    int misses = 0;
    int lower = 0;
    int cased = 0;
    for (int k = from + 1; k < to; k++) {
      Unit above = units.get(k - 1);
      Unit below = units.get(k);
      if (below.isAfterBlank || indents[k] > indents[k - 1] || above.chars > WIDEST_WRAP) {
        continue;
      }
      if (goesOn(above, below, width)) {
        fits++;
        lower += below.startsLower ? 1 : 0;
        cased += below.startsLower || below.startsUpper ? 1 : 0;
      } else if (!above.endsTerminal && above.marker == Unit.NO_MARKER) {
        misses++;
      }
    }
    // A list of titles has lines of like length too, but they begin with capitals.
    boolean isRunning = cased * 2 < fits ? fits >= 4 : lower * 2 >= cased;
    return fits >= least && fits > misses && isRunning;
  }

  private boolean goesOn(Unit above, Unit below, int width) {
    if (above.marker == Unit.SURE_MARKER && above.textEnd < above.end) {
      return false;
    }
    // A line much wider than the rest was not wrapped: a snippet below its title.
    boolean isSet = above.chars <= WIDEST_WRAP && below.chars * 2 <= width * 3;
    return isSet && above.chars + 1 + scanner.firstWord(below) > width && !isField(below);
  }

  /**
   * Whether a line that ends in no stop goes on in small letters below: a headline on two lines.
   */
  private boolean goesOnInSmall(Unit above, Unit below) {
    return below.startsLower
        && below.words >= 2
        && below.contentStart == below.start
        && above.startsUpper
        && above.chars >= LEAST_BROKEN
        && above.chars <= WIDEST_WRAP
        && !above.endsTerminal
        && !above.endsColon
        && !above.isTruncated
        && above.marker == Unit.NO_MARKER
        && !isField(below)
        && !BylineReader.isByline(below, scanner);
  }

  /** Whether a line begins with a field's name: the fields of a record are of like width too. */
  private boolean isField(Unit unit) {
    return FieldNames.mayBeField(payload, unit.start, unit.end)
        && FieldNames.read(scanner.text(unit.start, unit.end)) != null;
  }

  private Unit join(List<Unit> units, int from, int to, boolean isWithMarkers) {
    Unit first = units.get(from);
    if (to == from + 1) {
      return first;
    }
    int end = units.get(to - 1).end;
    Unit unit = isWithMarkers ? scanner.scan(first.start, end) : scanner.shape(first.start, end);
    unit.isAfterBlank = first.isAfterBlank;
    unit.isJoined = true;
    return unit;
  }

  /** Each piece is read once: reading the rest anew after each cut would be quadratic. */
  private void part(Unit unit, List<Unit> out) {
    if (!unit.hasSign) {
      out.add(unit);
      return;
    }
    int from = unit.start;
    boolean isWhole = true;
    while (out.size() < MOST_UNITS) {
      int cut = scanner.endOfMarkerInside(from, unit.end);
      if (cut < 0) {
        break;
      }
      int next = scanner.skipMargin(cut, unit.end);
      int end = scanner.trimMargin(from, cut);
      if (next >= unit.end || end <= from) {
        break;
      }
      Unit head = scanner.scan(from, end);
      head.isAfterBlank = isWhole && unit.isAfterBlank;
      out.add(head);
      from = next;
      isWhole = false;
    }
    out.add(isWhole ? unit : scanner.scan(from, unit.end));
  }
}
