package org.copydesk.segment.dates;

import org.copydesk.segment.dates.DateReader.Meaning;
import org.copydesk.segment.words.CharClass;
import org.copydesk.segment.words.PhraseIndex;
import org.copydesk.segment.words.WordLists;
import org.copydesk.text.Normaliser;

/**
 * Words beside dates and times, in thirty languages: "Published", "Aktualisiert am", "更新" say what
 * a date is the date of; "p.m.", "下午", "ب.ظ" say which half of the day a time is in.
 */
final class DateWords {
  /** Characters before an hour among which the word for its half of the day stands. */
  private static final int LONGEST_HALF = 20;

  private static final PhraseIndex PUBLISHED = new PhraseIndex();
  private static final PhraseIndex MODIFIED = new PhraseIndex();
  private static final PhraseIndex OTHER = new PhraseIndex();
  private static final PhraseIndex BEFORE_NOON = new PhraseIndex();
  private static final PhraseIndex AFTER_NOON = new PhraseIndex();

  static {
    for (String[] row : WordLists.rows(DateWords.class, "datewords.txt")) {
      PhraseIndex index =
          switch (row[0]) {
            case "published" -> PUBLISHED;
            case "modified" -> MODIFIED;
            case "other" -> OTHER;
            default -> throw new IllegalStateException("datewords.txt: " + row[0]);
          };
      add(index, row);
    }
    for (String[] row : WordLists.rows(DateWords.class, "halfdays.txt")) {
      add(row[0].equals("am") ? BEFORE_NOON : AFTER_NOON, row);
    }
  }

  private DateWords() {}

  private static void add(PhraseIndex index, String[] row) {
    for (int i = 1; i < row.length; i++) {
      index.add(Normaliser.normalise(row[i]));
    }
  }

  /** What the last such word of a stretch of a normalised line says; UNSAID where none stands. */
  static Meaning meaning(String line, int from, int to) {
    Meaning last = Meaning.UNSAID;
    int at = from;
    while (at < to) {
      int published = isStart(line, at) ? within(PUBLISHED, line, at, to) : 0;
      int modified = isStart(line, at) ? within(MODIFIED, line, at, to) : 0;
      int other = isStart(line, at) ? within(OTHER, line, at, to) : 0;
      int most = Math.max(published, Math.max(modified, other));
      if (most > 0) {
        last =
            most == published
                ? Meaning.PUBLISHED
                : most == modified ? Meaning.MODIFIED : Meaning.OTHER;
      }
      at += Math.max(1, most);
    }
    return last;
  }

  private static int within(PhraseIndex index, String line, int at, int to) {
    int length = index.prefixOf(line, at);
    return at + length <= to ? length : 0;
  }

  private static boolean isStart(String line, int at) {
    return Character.isLetter(line.charAt(at))
        && (at == 0
            || !Character.isLetter(line.charAt(at - 1))
            || CharClass.of(line.codePointAt(at)) == CharClass.UNSPACED);
  }

  /**
   * Which half of the day the words beside a time say: 0 before noon, 12 after it, -1 where none
   * do.
   *
   * @param from where the hour begins in the normalised line
   * @param to where the time ends
   */
  static int half(String line, int from, int to) {
    int after = to;
    while (after < line.length() && " (,.".indexOf(line.charAt(after)) >= 0) {
      after++;
    }
    if (after < line.length()) {
      int half = half(line, after);
      if (half >= 0) {
        return half;
      }
    }
    int end = from;
    while (end > 0 && " (".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    for (int at = Math.max(0, end - LONGEST_HALF); at < end; at++) {
      // "am 12.30" is German for "at": words of ASCII letters stand behind the hour.
      if (isStart(line, at) && line.charAt(at) > '~') {
        // "오후4:05": nothing need stand between word and hour.
        String word = line.substring(at, end);
        if (AFTER_NOON.prefixOf(word) == word.length()) {
          return 12;
        }
        if (BEFORE_NOON.prefixOf(word) == word.length()) {
          return 0;
        }
      }
    }
    return -1;
  }

  private static int half(String line, int at) {
    int after = AFTER_NOON.prefixOf(line, at);
    int before = BEFORE_NOON.prefixOf(line, at);
    return after > before ? 12 : before > 0 ? 0 : -1;
  }
}
