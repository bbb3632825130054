package org.copydesk.segment.lines;

import java.nio.charset.StandardCharsets;
import org.copydesk.segment.words.CharClass;

/** Gives byte ranges of a payload as text, hard-wrapped lines joined by a space. */
public final class PageText {
  private final byte[] payload;

  public PageText(byte[] payload) {
    this.payload = payload;
  }

  public String of(int start, int end) {
    String raw = new String(payload, start, end - start, StandardCharsets.UTF_8);
    boolean hasBreak = false;
    for (int i = 0; i < raw.length() && !hasBreak; i++) {
      hasBreak = isBreak(raw.charAt(i));
    }
    return hasBreak ? joined(raw) : raw.strip();
  }

  /** A line, from its first character to its last. */
  public String of(Unit unit) {
    return unit.hasLineEnd ? of(unit.start, unit.end) : raw(unit.start, unit.end).strip();
  }

  /** A range as it stands, line breaks and all. */
  public String raw(int start, int end) {
    return new String(payload, start, end - start, StandardCharsets.UTF_8);
  }

  /** Bytes of the first {@code chars} characters of a range. */
  public int bytesOf(int start, int end, int chars) {
    return raw(start, end).substring(0, chars).getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\u2028' || c == '\u2029';
  }

  private static String joined(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      if (!isBreak(raw.charAt(i))) {
        out.append(raw.charAt(i++));
        continue;
      }
      while (i < raw.length()
          && (isBreak(raw.charAt(i)) || raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
        i++;
      }
      while (out.length() > 0
          && (out.charAt(out.length() - 1) == ' ' || out.charAt(out.length() - 1) == '\t')) {
        out.setLength(out.length() - 1);
      }
      if (out.length() > 0 && i < raw.length() && !isUnspacedBreak(out, raw, i)) {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  /** Scripts without spaces are broken anywhere: no space belongs there. */
  private static boolean isUnspacedBreak(StringBuilder out, String raw, int i) {
    char above = out.charAt(out.length() - 1);
    return isUnspaced(above) && isUnspaced(raw.charAt(i));
  }

  private static boolean isUnspaced(char c) {
    return CharClass.of(c) == CharClass.UNSPACED
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFF60);
  }
}
