package org.copydesk.dedup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.dedup.opening.WordMeanings;

/**
 * What a desk puts before or behind a headline to say that a text is a later state of one: "UPDATE
 * 2-", "CORRECTED:", "(aktualisiert)". It is no word of the headline, and its number no quantity.
 */
final class HeadlineLabel {
  private static final String WORDS = "[\\p{L}\\p{M}'’]+(?: [\\p{L}\\p{M}'’]+){0,2}?";

  /** "UPDATE 2-Port reopens" has one digit, "UPDATE 12-year-old found" an age. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\A\\s*(?:[\\[(（【]\\s*)?("
              + WORDS
              + ")(?:(?: ?\\d{1,2})?\\s*(?:[\\])）】]\\s*[-:–—]?|\\s[-–—]|[:：|–—])"
              + "|(?: ?\\d)?-(?!\\p{Ll}))\\s*");

  /** A number behind a headline tells one report of a series from another. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s*(?:[\\[(（【]\\s*(" + WORDS + ")\\s*[\\])）】]|\\s[-–—|]\\s*(" + WORDS + "))\\s*\\z");

  private HeadlineLabel() {}

  /** Whether a headline has one. */
  static boolean isOn(String title) {
    return !without(title).equals(title);
  }

  /** The headline alone; as it was where nothing would be left. */
  static String without(String title) {
    Matcher before = BEFORE.matcher(title);
    if (before.lookingAt() && isLabel(before.group(1)) && before.end() < title.length()) {
      return title.substring(before.end());
    }
    Matcher behind = BEHIND.matcher(title);
    if (behind.find() && behind.start() > 0) {
      String label = behind.group(1) == null ? behind.group(2) : behind.group(1);
      return isLabel(label) ? title.substring(0, behind.start()) : title;
    }
    return title;
  }

  private static boolean isLabel(String words) {
    return WordMeanings.SHIPPED.revised.has(WordMeanings.form(words));
  }
}
