package org.copydesk.segment.lines;

import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.MarkerWords;
import org.copydesk.text.Normaliser;

/**
 * What ends a line: "… compared with ... Read more »" ends in a truncation sign, the marker "Read
 * more" and a glyph.
 *
 * @param textEnd character of the tail after the text proper
 * @param isTruncated whether a truncation sign stands there
 * @param marker {@link Unit#SURE_MARKER}, {@link Unit#POSSIBLE_MARKER} or none
 * @param markerText marker as printed, without sign and glyph; null when none
 */
public record LineTail(int textEnd, boolean isTruncated, int marker, String markerText) {
  private static final int MOST_MARKER_WORDS = 5;

  /** Characters that may stand before a listed marker as part of it. */
  private static final int LONGEST_LEAD = 12;

  /** Longest text after a sign that may be a marker nobody listed. */
  private static final int LONGEST_UNLISTED = 28;

  static boolean isGlyph(int c) {
    return "»›→>←«‹▶►▸⟶➔➜➤⇒↗⏩+]）)】›".indexOf(c) >= 0;
  }

  /** Reads the last characters of a line; null where it ends in none of these. */
  public static LineTail read(String tail, Markers markers, boolean isWholeLine) {
    int end = endOfSolid(tail, tail.length());
    int afterGlyph = end;
    while (afterGlyph > 0 && isGlyph(tail.codePointBefore(afterGlyph))) {
      afterGlyph = endOfSolid(tail, afterGlyph - 1);
    }
    boolean hasGlyph = afterGlyph < end;
    int sign = signBefore(tail, afterGlyph);
    if (sign >= 0) {
      // The sign ends the line: "text ..." or "text Read more ..." or "Read more..."
      int before = endOfSolid(tail, sign);
      int from = markerStart(tail, before, markers, isWholeLine, true);
      if (from >= 0) {
        return new LineTail(
            signStripped(tail, from), true, Unit.SURE_MARKER, clean(tail, from, before));
      }
      return new LineTail(sign, true, Unit.NO_MARKER, null);
    }
    int lastSign = lastSign(tail, afterGlyph);
    if (lastSign >= 0) {
      int from = startOfSolid(tail, lastSign, afterGlyph);
      String after = clean(tail, from, afterGlyph);
      String folded = Normaliser.normalise(after);
      int textEnd = signBefore(tail, lastSign);
      if (after.isEmpty()) {
        return new LineTail(textEnd, true, Unit.NO_MARKER, null);
      }
      if (markers.isMarkerBesideSign(folded)) {
        return new LineTail(textEnd, true, Unit.SURE_MARKER, after);
      }
      int found = markerStart(tail, afterGlyph, markers, false, true);
      if (found >= lastSign && clean(tail, lastSign, found).isEmpty()) {
        return new LineTail(textEnd, true, Unit.SURE_MARKER, clean(tail, found, afterGlyph));
      }
      boolean isShort =
          after.length() <= LONGEST_UNLISTED && folded.split(" ").length <= MOST_MARKER_WORDS;
      if (isShort && (hasGlyph || !endsSentence(after))) {
        int kind = hasGlyph ? Unit.SURE_MARKER : Unit.POSSIBLE_MARKER;
        return new LineTail(textEnd, true, kind, after);
      }
      return null;
    }
    int from = markerStart(tail, afterGlyph, markers, isWholeLine, hasGlyph);
    if (from < 0) {
      return null;
    }
    // "See full article »": a listed marker with a word or two before it, and nothing else.
    boolean hasLead = isWholeLine && hasGlyph && from > 0 && from <= LONGEST_LEAD;
    if (hasLead && Character.isUpperCase(tail.codePointAt(0)) && isLead(tail, from)) {
      from = 0;
    }
    String text = clean(tail, from, afterGlyph);
    boolean isCapital =
        Character.isUpperCase(text.codePointAt(0)) || !Character.isLowerCase(text.codePointAt(0));
    boolean isAlone = isWholeLine && endOfSolid(tail, from) == 0;
    if (!isAlone && !hasGlyph && !isCapital) {
      return null;
    }
    return new LineTail(endOfSolid(tail, from), false, Unit.SURE_MARKER, text);
  }

  /** Whether the words before a marker are letters and no more than two. */
  private static boolean isLead(String tail, int from) {
    int words = 0;
    boolean wasSpace = true;
    for (int i = 0; i < from; i++) {
      char c = tail.charAt(i);
      if (c != ' ' && !Character.isLetter(c)) {
        return false;
      }
      words += wasSpace && c != ' ' ? 1 : 0;
      wasSpace = c == ' ';
    }
    return words <= 2;
  }

  private static boolean endsSentence(String text) {
    return CharClass.of(text.codePointBefore(text.length())) == CharClass.TERMINAL;
  }

  /** Where the text ends that stands before a marker at {@code from}: before a sign, if there. */
  private static int signStripped(String tail, int from) {
    int end = endOfSolid(tail, from);
    int sign = signBefore(tail, end);
    return sign >= 0 ? sign : end;
  }

  /** Start of the longest marker that ends at {@code end}; -1 when none does. */
  private static int markerStart(
      String tail, int end, Markers markers, boolean isWholeLine, boolean isBesideSign) {
    int best = -1;
    int least = Math.max(0, end - MarkerWords.LONGEST);
    int from = Math.max(least, tail.lastIndexOf(' ', end - 1));
    if (!markers.mayEnd(MarkerWords.lastWord(Normaliser.normalise(clean(tail, from, end))))) {
      return -1;
    }
    for (int i = end - 1; i >= least; i--) {
      if (Character.isLowSurrogate(tail.charAt(i))) {
        continue;
      }
      byte kind = CharClass.of(tail.codePointAt(i));
      if (!CharClass.isLetter(kind)) {
        continue;
      }
      boolean isStart = i == 0 ? isWholeLine : startsHere(tail, i, kind);
      if (!isStart) {
        continue;
      }
      String folded = Normaliser.normalise(clean(tail, i, end));
      boolean isMarker =
          isBesideSign || (i == 0 && isWholeLine)
              ? markers.isMarkerBesideSign(folded) && (isBesideSign || markers.isMarker(folded))
              : markers.isMarker(folded) && folded.length() >= (kind == CharClass.UNSPACED ? 4 : 6);
      if (isMarker) {
        best = i;
      }
    }
    return best;
  }

  private static boolean startsHere(String tail, int i, byte kind) {
    byte before = CharClass.of(tail.codePointBefore(i));
    if (kind == CharClass.UNSPACED) {
      return before != CharClass.UNSPACED;
    }
    return !CharClass.isLetter(before) && before != CharClass.MARK && before != CharClass.DIGIT;
  }

  private static String clean(String tail, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !isWord(tail.codePointAt(start))) {
      start += Character.charCount(tail.codePointAt(start));
    }
    while (end > start
        && !isWord(tail.codePointBefore(end))
        && !isStop(tail.codePointBefore(end))) {
      end -= Character.charCount(tail.codePointBefore(end));
    }
    return tail.substring(start, end);
  }

  private static boolean isStop(int c) {
    return CharClass.of(c) == CharClass.TERMINAL;
  }

  private static boolean isWord(int c) {
    byte kind = CharClass.of(c);
    return CharClass.isLetter(kind) || kind == CharClass.DIGIT || kind == CharClass.MARK;
  }

  private static int endOfSolid(String text, int end) {
    int i = end;
    while (i > 0) {
      byte kind = CharClass.of(text.charAt(i - 1));
      if (kind != CharClass.SPACE && kind != CharClass.UNSEEN) {
        break;
      }
      if (Character.isSurrogate(text.charAt(i - 1))) {
        break;
      }
      i--;
    }
    return i;
  }

  private static int startOfSolid(String text, int start, int end) {
    int i = start;
    while (i < end && CharClass.of(text.charAt(i)) == CharClass.SPACE) {
      i++;
    }
    return i;
  }

  public static boolean isSignPart(int c) {
    return c == '.' || c == '…' || c == '⋯' || c == '‥' || c == '‧' || c == '․';
  }

  /** Start of a sign that ends at {@code end} ("...", "…", ". . .", "[...]"); -1 when none does. */
  private static int signBefore(String text, int end) {
    int i = end;
    if (i > 0
        && (text.charAt(i - 1) == ']' || text.charAt(i - 1) == ')' || text.charAt(i - 1) == '）')) {
      i--;
    }
    if (i >= 8 && text.startsWith("&hellip;", i - 8)) {
      return i - 8;
    }
    int parts = 0;
    int start = i;
    boolean isSpaced = false;
    while (i > 0) {
      char c = text.charAt(i - 1);
      boolean isStop = c == '.' && parts >= 3 && !isSpaced && endsTextProper(text, i - 1);
      if (isStop) {
        break;
      }
      if (isSignPart(c)) {
        parts += c == '.' || c == '‧' || c == '․' ? 1 : 3;
        i--;
        start = i;
      } else if (c == ' ' && isSpacedDot(text, i, parts, isSpaced)) {
        isSpaced = true;
        i--;
      } else {
        break;
      }
    }
    if (parts < 3) {
      return -1;
    }
    if (start > 0
        && (text.charAt(start - 1) == '['
            || text.charAt(start - 1) == '('
            || text.charAt(start - 1) == '（')) {
      start--;
    }
    return endOfSolid(text, start);
  }

  /**
   * Whether the full stop at {@code i} ends a sentence before a sign: "in May. ...", "in May....".
   */
  private static boolean endsTextProper(String text, int i) {
    return i == 0 || !isSignPart(text.charAt(i - 1));
  }

  /** Whether the space before {@code i} stands inside ". . .". */
  private static boolean isSpacedDot(String text, int i, int parts, boolean isSpaced) {
    boolean isAfterOneDot = parts == 1 || (isSpaced && parts == 2);
    return isAfterOneDot && i > 1 && text.charAt(i - 2) == '.';
  }

  /** Index after the last sign before {@code end}; -1 when there is none. */
  private static int lastSign(String text, int end) {
    for (int i = end; i > 0; i--) {
      char c = text.charAt(i - 1);
      if ((isSignPart(c) || c == ';' || c == ']' || c == ')') && signBefore(text, i) >= 0) {
        int after = i;
        while (after < end && (text.charAt(after) == ']' || text.charAt(after) == ')')) {
          after++;
        }
        return after;
      }
    }
    return -1;
  }
}
