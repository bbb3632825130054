package org.copydesk.segment.lines;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What of a dumper's form a text shows between its line ends: links and headings of Markdown, wide
 * gaps between blocks that stand side by side.
 *
 * @param links brackets with an address behind them
 * @param headings lines that begin with "## "
 * @param gaps three spaces and more inside lines
 * @param lines that show something
 * @param bytes that show
 */
public record FormSigns(int links, int headings, int gaps, int lines, int bytes) {
  /** Links, or headings, that make a text Markdown. */
  private static final int LEAST_LINKS = 2;

  private static final int LEAST_HEADINGS = 3;

  /** Spaces that part blocks on one line; so many a line, and lines so long, make the form. */
  public static final int WIDE_GAP = 3;

  private static final int LEAST_GAPS = 6;
  private static final int LEAST_LINE = 160;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  public boolean isMarkdown() {
    return links >= LEAST_LINKS || headings >= LEAST_HEADINGS || (links > 0 && headings > 0);
  }

  public boolean isOnFewLines() {
    return lines > 0 && gaps >= LEAST_GAPS * lines && bytes / lines >= LEAST_LINE;
  }

  /** The signs of a text; null where it shows none that could make a form. */
  public static FormSigns of(byte[] page) {
    return mayHaveForm(page) ? count(page) : null;
  }

  /**
   * Whether a link, a heading or a wide gap may stand somewhere: of three spaces in a row two stand
   * at an even place and the next.
   */
  private static boolean mayHaveForm(byte[] b) {
    int i = 0;
    for (; i + Long.BYTES <= b.length; i += Long.BYTES) {
      long bytes = (long) LONGS.get(b, i);
      long close = bytes ^ 0x5D5D5D5D5D5D5D5DL;
      long heading = bytes ^ 0x2323232323232323L;
      long spaces = bytes ^ 0x2020202020202020L;
      long signs = close - 0x0101010101010101L & ~close | heading - 0x0101010101010101L & ~heading;
      long pairs = spaces - 0x0001000100010001L & ~spaces;
      boolean isOpen = (signs & 0x8080808080808080L | pairs & 0x8000800080008000L) != 0;
      if (isOpen && mayHaveForm(b, i, i + Long.BYTES)) {
        return true;
      }
    }
    return mayHaveForm(b, i, b.length);
  }

  /** Whether "](", a "#" that no letter stands before, or part of three spaces is in a range. */
  private static boolean mayHaveForm(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      byte before = i > 0 ? b[i - 1] : (byte) '\n';
      byte behind = i + 1 < b.length ? b[i + 1] : (byte) '\n';
      boolean isSign =
          switch (b[i]) {
            case ']' -> behind == '(';
            case '#' -> before <= ' ' && before >= 0;
            case ' ' -> before == ' ' && behind == ' ';
            default -> false;
          };
      if (isSign) {
        return true;
      }
    }
    return false;
  }

  /** Bytes that say nothing of a form behind another that shows. */
  private static final boolean[] SAYS_NOTHING = new boolean[0x100];

  static {
    Arrays.fill(SAYS_NOTHING, true);
    for (char c : " \t\r\n]#".toCharArray()) {
      SAYS_NOTHING[c] = false;
    }
  }

  private static FormSigns count(byte[] b) {
    int links = 0;
    int headings = 0;
    int gaps = 0;
    int lines = 0;
    int solid = 0;
    boolean isStart = true;
    for (int i = 0; i < b.length; ) {
      byte c = b[i];
      if (c == '\n') {
        lines += isStart ? 0 : 1;
        isStart = true;
        i++;
        continue;
      }
      if (c == ' ' || c == '\t' || c == '\r') {
        i++;
        continue;
      }
      boolean isGap =
          !isStart && i >= WIDE_GAP && b[i - 1] == ' ' && b[i - 2] == ' ' && b[i - 3] == ' ';
      gaps += isGap ? 1 : 0;
      links += c == ']' && i + 2 < b.length && b[i + 1] == '(' && isAddress(b, i + 2) ? 1 : 0;
      headings += isStart && c == '#' && headingMark(b, i, b.length) > 0 ? 1 : 0;
      isStart = false;
      int from = i++;
      while (i < b.length && SAYS_NOTHING[b[i] & 0xFF]) {
        i++;
      }
      solid += i - from;
    }
    return new FormSigns(links, headings, gaps, lines + (isStart ? 0 : 1), solid);
  }

  /** Whether what stands behind "](" may be an address. */
  public static boolean isAddress(byte[] b, int i) {
    return b[i] == '/'
        || b[i] == '#'
        || startsWith(b, i, "http")
        || startsWith(b, i, "mailto:")
        || startsWith(b, i, "javascript:");
  }

  private static boolean startsWith(byte[] b, int i, String ascii) {
    for (int k = 0; k < ascii.length(); k++) {
      if (i + k >= b.length || b[i + k] != ascii.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes of "## " at a line's start; 0 when it is not there. */
  public static int headingMark(byte[] b, int i, int end) {
    int k = i;
    while (k < end && b[k] == '#' && k - i < 6) {
      k++;
    }
    boolean isMark = k > i && k + 1 < end && b[k] == ' ' && b[k + 1] != '\n';
    return isMark ? k + 1 - i : 0;
  }
}
