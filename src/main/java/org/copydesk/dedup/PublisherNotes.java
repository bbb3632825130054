package org.copydesk.dedup;

import org.copydesk.dedup.opening.WordMeanings;
import org.copydesk.text.LookAlikes;
import org.copydesk.text.Normaliser;
import org.copydesk.text.Tokens;

/**
 * What stands at the end of a release and is of no story: from a line on that says "About the
 * company", "Notes to editors", "Pressekontakt". One office adds it and another leaves it out.
 */
final class PublisherNotes {
  private static final int MOST_CHARS = 60;
  private static final int MOST_WORDS = 3;

  private PublisherNotes() {}

  /** How many of a text's tokens are before it; {@code all} where it has none. */
  static int begin(String text, int all) {
    // What stands in the first third is the story.
    int third = text.length() / 3;
    for (int at = text.indexOf('\n', third); at >= 0; at = text.indexOf('\n', at + 1)) {
      int end = text.indexOf('\n', at + 1);
      end = end < 0 ? text.length() : end;
      if (end > at + 1 && end - at <= MOST_CHARS && isHeading(text.substring(at + 1, end))) {
        return Math.min(
            all, Tokens.of(LookAlikes.fold(Normaliser.normalise(text.substring(0, at)))).count());
      }
    }
    return all;
  }

  /** A phrase of the list; a single word stands alone, before a colon, or "About" before a name. */
  private static boolean isHeading(String line) {
    char last = line.charAt(line.length() - 1);
    if (last == '.' || last == '?' || last == '!') {
      return false;
    }
    String form = WordMeanings.form(line);
    boolean isAbout = false;
    int at = 0;
    for (int words = 0; words < MOST_WORDS && at < form.length(); words++) {
      int end = at;
      while (end < form.length() && Character.isLetterOrDigit(form.codePointAt(end))) {
        end += Character.charCount(form.codePointAt(end));
      }
      String phrase = form.substring(0, end);
      if (WordMeanings.SHIPPED.notes.has(phrase)) {
        return words > 0 || end == form.length() || form.charAt(end) == ':';
      }
      isAbout |= WordMeanings.SHIPPED.about.has(phrase);
      at = end + 1;
    }
    return isAbout && isName(line);
  }

  /** Whether the last word of a line begins with a capital. */
  private static boolean isName(String line) {
    int at = line.strip().lastIndexOf(' ') + 1;
    return at > 0 && Character.isUpperCase(line.strip().codePointAt(at));
  }
}
