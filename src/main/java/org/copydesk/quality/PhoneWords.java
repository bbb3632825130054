package org.copydesk.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the words around a number say of it: "Tel." before it, "ISBN" before it, "million" behind.
 */
final class PhoneWords {
  /** What the nearest telling word before a number says. */
  enum Cue {
    /** A telephone number follows at once: nothing but signs and short words between. */
    CLOSE,
    /** A telephone number is spoken of. */
    SURE,
    /** Somebody is called or written to. */
    MAYBE,
    /** Nothing is said. */
    NONE,
    /** A number of another kind follows. */
    NEVER
  }

  private static final int WINDOW = 36;
  private static final int SHORT_WORD = 6;
  private static final int MOST_SHORT_WORDS = 3;

  /** From here on, scripts without spaces: a word is looked for inside a run of characters. */
  private static final char FIRST_UNSPACED = '\u2E80';

  private static final Map<String, Cue> WORDS = new HashMap<>();
  private static final Map<String, Cue> INSIDE = new HashMap<>();
  private static final Set<String> UNITS = new HashSet<>();
  private static final int LONGEST_UNIT;

  static {
    for (String line : lines()) {
      int colon = line.indexOf(':');
      List<String> words = List.of(line.substring(colon + 1).trim().split(" +"));
      switch (line.substring(0, colon)) {
        case "sure" -> words.forEach(word -> WORDS.put(word, Cue.SURE));
        case "maybe" -> words.forEach(word -> WORDS.putIfAbsent(word, Cue.MAYBE));
        case "never" -> words.forEach(word -> WORDS.put(word, Cue.NEVER));
        case "sure-inside" -> words.forEach(word -> INSIDE.put(word, Cue.SURE));
        case "maybe-inside" -> words.forEach(word -> INSIDE.put(word, Cue.MAYBE));
        case "unit" -> UNITS.addAll(words);
        default -> throw new IllegalStateException("phone-words.txt: " + line);
      }
    }
    LONGEST_UNIT = UNITS.stream().mapToInt(String::length).max().orElse(0);
  }

  private PhoneWords() {}

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    try (InputStream in = PhoneWords.class.getResourceAsStream("phone-words.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** What stands before {@code start}, in its line and at most {@value #WINDOW} characters back. */
  static Cue before(String text, int start) {
    int least = Math.max(0, start - WINDOW);
    int end = start;
    int between = 0;
    boolean hasDigits = false;
    while (end > least) {
      char c = text.charAt(end - 1);
      if (c == '\n' || c == '\r' || c == '?' || c == '!') {
        return Cue.NONE;
      }
      if (!isLetter(c)) {
        hasDigits |= PersonalData.isDigit(c);
        end--;
        continue;
      }
      int from = end;
      while (from > 0 && end - from < WINDOW && isLetter(text.charAt(from - 1))) {
        from--;
      }
      Cue cue = of(text.substring(from, end));
      if (cue == Cue.SURE) {
        return between <= MOST_SHORT_WORDS && !hasDigits ? Cue.CLOSE : Cue.SURE;
      }
      if (cue != Cue.NONE) {
        return cue;
      }
      between += end - from <= SHORT_WORD ? 1 : MOST_SHORT_WORDS + 1;
      end = from;
    }
    return Cue.NONE;
  }

  private static Cue of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Cue cue = WORDS.getOrDefault(lower, Cue.NONE);
    if (cue == Cue.NONE && lower.charAt(0) >= FIRST_UNSPACED) {
      for (Map.Entry<String, Cue> inside : INSIDE.entrySet()) {
        if (lower.contains(inside.getKey()) && cue != Cue.SURE) {
          cue = inside.getValue();
        }
      }
    }
    return cue;
  }

  private static boolean isLetter(char c) {
    return c < 128
        ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
        : Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a word or sign says what a number counts: "dollars" behind it, "$" on either side. */
  static boolean isCounting(String text, int start, int end) {
    if (start > 0 && isCurrency(text, start - 1)
        || start > 1 && text.charAt(start - 1) == ' ' && isCurrency(text, start - 2)) {
      return true;
    }
    int at = end;
    while (at < text.length() && DigitGroups.isSpace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return false;
    }
    if (isCurrency(text, at)) {
      return true;
    }
    int to = at;
    while (to < text.length() && to - at < LONGEST_UNIT && isLetter(text.charAt(to))) {
      to++;
    }
    String word = text.substring(at, to).toLowerCase(Locale.ROOT);
    for (int length = 2; length <= word.length(); length++) {
      if (UNITS.contains(word.substring(0, length))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCurrency(String text, int at) {
    return Character.getType(text.charAt(at)) == Character.CURRENCY_SYMBOL;
  }
}
