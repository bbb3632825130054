package org.copydesk.segment.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copydesk.text.Normaliser;

/**
 * The words that sites of many languages print around articles, read once from the resource files
 * beside this class: "read more" markers, headings of teaser lists, bylines, credit lines, months.
 * All are in the form {@link Normaliser} gives.
 */
public final class Lexicon {
  private static final Lexicon SHIPPED = new Lexicon();

  /** Words of a line that says how long ago, one more than it has: "Updated 3 hours ago". */
  private static final int MOST_AGO_WORDS = 5;

  /** Most characters of a marker; longer line ends are not looked up. */
  public static final int LONGEST_MARKER = 40;

  private final Set<String> markers = new HashSet<>();
  private final Set<String> weakMarkers = new HashSet<>();
  private final Set<String> markerEnds = new HashSet<>();
  private final BitSet lastLetters = new BitSet(1 << 15);
  private boolean endsMarkerInStop;
  private final PhraseIndex crossLinks = new PhraseIndex();
  private final Set<String> headingPhrases = new HashSet<>();
  private final Set<String> unspacedHeadings = new HashSet<>();
  private final List<Set<String>> headingWhich = new ArrayList<>();
  private final List<Set<String>> headingWhat = new ArrayList<>();
  private final Set<String> headingWords = new HashSet<>();
  private final PhraseIndex headingStarts = new PhraseIndex();
  private final Set<String> agoWords = new HashSet<>();
  private final Set<String> chromeLines = new HashSet<>();
  private final PhraseIndex chromeParts = new PhraseIndex();
  private final PhraseIndex noticeParts = new PhraseIndex();
  private final PhraseIndex photoWords = new PhraseIndex();
  private final PhraseIndex bylines = new PhraseIndex();
  private final Set<String> bylineAfter = new HashSet<>();
  private final List<PhraseIndex> furniture = new ArrayList<>();

  /** Phrases of all groups: most lines have none. */
  private final PhraseIndex anyFurniture = new PhraseIndex();

  private final Set<String> roles = new HashSet<>();
  private final Set<String> desks = new HashSet<>();
  private final Set<String> aboutAuthors = new HashSet<>();
  private final Set<String> copulas = new HashSet<>();
  private final Set<String> jobs = new HashSet<>();
  private final Set<String> smallWords = new HashSet<>();

  /** Words for work on an article that is not writing it. */
  private final Set<String> otherWork = new HashSet<>();

  private final Set<String> ands = new HashSet<>();
  private final PhraseIndex creditsFirst = new PhraseIndex();
  private final PhraseIndex creditsThen = new PhraseIndex();
  private final Set<String> creditsLast = new HashSet<>();
  private final PhraseIndex copyrights = new PhraseIndex();
  private final Set<String> agencies = new HashSet<>();
  private final Map<String, Integer> months = new HashMap<>();

  /** Names of months of two words, or with a stop inside. */
  private final PhraseIndex longMonths = new PhraseIndex();

  private final Set<String> weekdays = new HashSet<>();

  /** The one lexicon that comes with the program. */
  public static Lexicon shipped() {
    return SHIPPED;
  }

  private Lexicon() {
    for (String[] row : WordLists.rows(Lexicon.class, "markers.txt")) {
      for (String phrase : row) {
        if (phrase.startsWith("?")) {
          weakMarkers.add(Normaliser.normalise(phrase.substring(1)));
        } else {
          markers.add(Normaliser.normalise(phrase));
        }
      }
    }
    markers.remove("");
    markers.forEach(marker -> markerEnds.add(lastWord(marker)));
    weakMarkers.forEach(marker -> markerEnds.add(lastWord(marker)));
    indexMarkerEnds();
    for (String[] row : WordLists.rows(Lexicon.class, "crosslinks.txt")) {
      for (String phrase : row) {
        crossLinks.add(Normaliser.normalise(phrase));
      }
    }
    for (String[] row : WordLists.rows(Lexicon.class, "headings.txt")) {
      addHeadings(row);
    }
    for (String[] row : WordLists.rows(Lexicon.class, "chrome.txt")) {
      for (int i = 1; i < row.length; i++) {
        if (row[0].equals("is")) {
          chromeLines.add(Normaliser.normalise(row[i]));
        } else if (row[0].equals("notice")) {
          noticeParts.add(Normaliser.normalise(row[i]));
        } else if (row[0].equals("photo")) {
          photoWords.add(Normaliser.normalise(row[i]));
        } else if (row[0].equals("ago")) {
          agoWords.add(Normaliser.normalise(row[i]));
        } else {
          chromeParts.add(Normaliser.normalise(row[i]));
        }
      }
    }
    for (String[] row : WordLists.rows(Lexicon.class, "furniture.txt")) {
      PhraseIndex group = new PhraseIndex();
      for (int i = 1; i < row.length; i++) {
        group.add(Normaliser.normalise(row[i]));
        anyFurniture.add(Normaliser.normalise(row[i]));
      }
      furniture.add(group);
    }
    for (String[] row : WordLists.rows(Lexicon.class, "bylines.txt")) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "by" -> bylines.add(phrase);
          case "after" -> bylineAfter.add(phrase);
          case "role" -> roles.add(phrase);
          case "desk" -> desks.add(phrase);
          case "about" -> aboutAuthors.add(phrase);
          case "is" -> copulas.add(phrase);
          case "job" -> jobs.add(phrase);
          case "small" -> smallWords.add(phrase);
          case "work" -> otherWork.add(phrase);
          default -> ands.add(phrase);
        }
      }
    }
    for (String[] row : WordLists.rows(Lexicon.class, "providers.txt")) {
      for (int i = 1; i < row.length; i++) {
        String phrase = Normaliser.normalise(row[i]);
        switch (row[0]) {
          case "first" -> creditsFirst.add(phrase);
          case "then" -> creditsThen.add(phrase);
          case "end" -> creditsLast.add(phrase);
          case "copyright" -> copyrights.add(phrase);
          default -> agencies.add(phrase);
        }
      }
    }
    for (String[] row : WordLists.rows(Lexicon.class, "months.txt")) {
      for (int i = 1; i < row.length; i++) {
        String month = Normaliser.normalise(row[i]);
        months.put(month, Integer.valueOf(row[0]));
        if (month.indexOf(' ') > 0 || month.indexOf('.') > 0) {
          longMonths.add(month);
        }
      }
    }
    for (String[] row : WordLists.rows(Lexicon.class, "weekdays.txt")) {
      weekdays.add(Normaliser.normalise(row[0]));
    }
  }

  private void addHeadings(String[] row) {
    Set<String> words = new HashSet<>();
    for (int i = 1; i < row.length; i++) {
      words.add(Normaliser.normalise(row[i]));
    }
    switch (row[0]) {
      case "which" -> headingWhich.add(words);
      case "what" -> headingWhat.add(words);
      case "start" -> words.forEach(headingStarts::add);
      default -> {
        headingPhrases.addAll(words);
        for (String phrase : words) {
          if (CharClass.of(phrase.codePointAt(0)) == CharClass.UNSPACED && phrase.length() >= 4) {
            unspacedHeadings.add(phrase);
          }
        }
      }
    }
    if (row[0].equals("which") || row[0].equals("what")) {
      headingWords.addAll(words);
    }
  }

  /** Whether a normalised text is a marker by itself, without glyphs. */
  public boolean isMarker(String normalised) {
    return markers.contains(normalised);
  }

  /** Whether a normalised text is a marker where a truncation sign or glyph stands beside it. */
  public boolean isMarkerBesideSign(String normalised) {
    return markers.contains(normalised) || weakMarkers.contains(normalised);
  }

  /** Whether any marker ends in a normalised word, as {@link #lastWord} gives it. */
  public boolean endsMarker(String word) {
    return markerEnds.contains(word);
  }

  /** Whether any marker ends in a full stop. */
  public boolean endsMarkerInStop() {
    return endsMarkerInStop;
  }

  /**
   * Whether a line whose last three bytes these are may end in a marker; false only where they are
   * ASCII letters that end none.
   */
  public boolean mayEndMarker(int a, int b, int c) {
    boolean isWord = isAsciiLetter(a) && isAsciiLetter(b) && isAsciiLetter(c);
    return !isWord || lastLetters.get(lastLetters(a, b, c));
  }

  private static boolean isAsciiLetter(int c) {
    int lower = c | 32;
    return lower >= 'a' && lower <= 'z';
  }

  /** Five bits a letter, in any case. */
  private static int lastLetters(int a, int b, int c) {
    return (a & 31) << 10 | (b & 31) << 5 | c & 31;
  }

  private void indexMarkerEnds() {
    for (String word : markerEnds) {
      int n = word.length();
      if (n >= 3 && isAsciiLetter(word.charAt(n - 3))) {
        lastLetters.set(lastLetters(word.charAt(n - 3), word.charAt(n - 2), word.charAt(n - 1)));
      }
      int last = n == 0 ? ' ' : word.charAt(n - 1);
      endsMarkerInStop |= last == '.' || last == '?' || last == '!';
    }
  }

  /** The last word of a normalised text; of a script without spaces the last character. */
  public static String lastWord(String normalised) {
    int end = normalised.length();
    if (end == 0) {
      return "";
    }
    int last = normalised.codePointBefore(end);
    if (CharClass.of(last) == CharClass.UNSPACED || CharClass.of(last) == CharClass.MARK) {
      return new String(Character.toChars(last));
    }
    return normalised.substring(normalised.lastIndexOf(' ') + 1);
  }

  /** Characters of the cross-link phrase a normalised line begins with; 0 when none. */
  public int crossLink(String normalised) {
    return crossLinks.prefixOf(normalised);
  }

  /** Whether a normalised short line is a heading over a list of other articles. */
  public boolean isTeaserHeading(String normalised) {
    String line = trimPunctuation(normalised);
    if (line.isEmpty() || line.length() > 48) {
      return false;
    }
    if (headingPhrases.contains(line)) {
      return true;
    }
    int start = headingStarts.prefixOf(line);
    if (start > 0 && start < line.length() && line.length() - start <= 30) {
      return true;
    }
    if (CharClass.of(line.codePointAt(0)) == CharClass.UNSPACED && line.length() <= 14) {
      for (String phrase : unspacedHeadings) {
        if (line.contains(phrase)) {
          return true;
        }
      }
    }
    String[] words = line.split(" ");
    if (words.length < 2 || words.length > 5) {
      return false;
    }
    int known = 0;
    for (String word : words) {
      if (headingWords.contains(word)) {
        known++;
      }
    }
    return known >= 2 && known * 2 >= words.length && pairs(words);
  }

  public boolean isHeadingWord(String normalisedWord) {
    return headingWords.contains(normalisedWord);
  }

  /** Whether a normalised short line says how long ago something was printed: "3 hours ago". */
  public boolean saysHowLongAgo(String normalised) {
    String line = trimPunctuation(normalised);
    if (agoWords.contains(line)) {
      return true;
    }
    int bar = -1;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash = c == '-' && i > 0 && line.charAt(i - 1) == ' ';
      bar = c == '·' || c == '|' || c == '•' || isDash ? i : bar;
    }
    // After the name of a paper, or a line of nothing else: "a strike of 17 days" is a title's.
    boolean isAfterTitle =
        bar > 0 && line.substring(0, bar).strip().split(" ").length > MOST_AGO_WORDS - 1;
    return !isAfterTitle && saysAgo(line.substring(bar + 1).strip());
  }

  private boolean saysAgo(String line) {
    int from = 0;
    int words = 1;
    boolean hasDigit = false;
    boolean hasWord = false;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ' ';
      boolean isDigit = Character.isDigit(c);
      hasDigit |= isDigit;
      words += c == ' ' ? 1 : 0;
      if (isDigit || c == ' ') {
        hasWord |= i > from && agoWords.contains(line.substring(from, i));
        from = i + 1;
      }
    }
    return hasDigit && hasWord && words <= MOST_AGO_WORDS;
  }

  private boolean pairs(String[] words) {
    for (int i = 0; i < headingWhich.size(); i++) {
      if (hasWord(headingWhich.get(i), words) && hasWord(headingWhat.get(i), words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(Set<String> set, String[] words) {
    for (String word : words) {
      if (set.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a normalised line is something a site prints on every page (menu, share, cookies). */
  public boolean isChromeLine(String normalised) {
    return chromeLines.contains(trimPunctuation(normalised));
  }

  /** Whether a normalised short line holds a phrase of site furniture. */
  public boolean hasChromePart(String normalised) {
    return hasPart(normalised, chromeParts);
  }

  /** Whether a normalised sentence speaks of cookies, accounts, newsletters, comments, rights. */
  public boolean isNotice(String normalised) {
    return hasPart(normalised, noticeParts);
  }

  /** Whether a normalised line says who took the picture it stands under. */
  public boolean namesPhotographer(String normalised) {
    return hasPart(normalised, photoWords);
  }

  /** Whether a normalised line is a row of menu items: "News Sport Business Life". */
  public boolean isMenu(String normalised) {
    int known = 0;
    String[] words = normalised.split(" ");
    for (int i = 0; i < words.length && (known > 0 || i < 3); i++) {
      known += chromeLines.contains(trimPunctuation(words[i])) ? 1 : 0;
    }
    return known >= 2 && known * 10 >= words.length * 6;
  }

  /**
   * What a normalised short line speaks of: one more than the place of the first group of
   * furniture.txt that has a phrase at the line's beginning, else of one that has it at another
   * word's; 0 where none has.
   */
  public int furnitureOf(String normalised) {
    if (!hasPart(normalised, anyFurniture)) {
      return 0;
    }
    int first = 0;
    while (first < normalised.length() && !isWordPart(normalised.charAt(first))) {
      first++;
    }
    for (int k = 0; k < furniture.size(); k++) {
      if (furniture.get(k).prefixOf(normalised, first) > 0) {
        return k + 1;
      }
    }
    for (int k = 0; k < furniture.size(); k++) {
      if (hasPart(normalised, furniture.get(k))) {
        return k + 1;
      }
    }
    return 0;
  }

  /** Groups of {@link #furnitureOf}. */
  static final int FURNITURE = 14;

  private static boolean hasPart(String normalised, PhraseIndex parts) {
    boolean isStart = true;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      boolean isUnspaced = CharClass.of(c) == CharClass.UNSPACED;
      if ((isStart || isUnspaced) && parts.prefixOf(normalised, i) > 0) {
        return true;
      }
      isStart = !isWordPart(c);
    }
    return false;
  }

  /** Characters of the byline words a normalised line begins with; 0 when none. */
  public int byline(String normalised) {
    return bylines.prefixOf(normalised);
  }

  /** Whether a normalised line ends in a word that follows a name: "李海 記者". */
  public boolean endsLikeByline(String normalised) {
    for (String word : bylineAfter) {
      if (normalised.endsWith(word) && normalised.length() > word.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a normalised word is one a byline adds to a name: "correspondent". */
  public boolean isRole(String normalisedWord) {
    return roles.contains(normalisedWord);
  }

  /** Whether a normalised phrase signs a text for those who write, and names none of them. */
  public boolean isDesk(String normalised) {
    return desks.contains(normalised);
  }

  /** Whether a normalised word stands between other words and in no name: "for", "in". */
  public boolean isSmallWord(String normalisedWord) {
    return smallWords.contains(normalisedWord);
  }

  /** Whether a normalised line stands above a note on the author: "about the author". */
  public boolean isAboutAuthor(String normalisedLine) {
    return aboutAuthors.contains(normalisedLine);
  }

  /** Whether a normalised word may stand between a name and what its bearer is: "is", "writes". */
  public boolean isBetweenNameAndRole(String normalisedWord) {
    return copulas.contains(normalisedWord);
  }

  /** Whether a normalised word says what somebody does who writes: "author", "redakteurin". */
  public boolean isJob(String normalisedWord) {
    return jobs.contains(normalisedWord);
  }

  /** Whether a normalised word says that who follows translated, pictured or checked the text. */
  public boolean isOtherWork(String normalisedWord) {
    return otherWork.contains(normalisedWord);
  }

  /** Whether a normalised word alone is one that stands behind authors: "기자", "記者". */
  public boolean isAfterName(String normalisedWord) {
    return bylineAfter.contains(normalisedWord);
  }

  /** Whether a normalised word joins names. */
  public boolean isAnd(String normalisedWord) {
    return ands.contains(normalisedWord);
  }

  /** Characters of the words of supply ("provided by") a line begins with; 0 when none. */
  public int creditOfHouse(String normalised) {
    return creditsFirst.prefixOf(normalised);
  }

  /** Characters of the words of work ("editing by") a line begins with; 0 when none. */
  public int creditOfWork(String normalised) {
    return creditsThen.prefixOf(normalised);
  }

  /** Whether a normalised line begins with the word for copyright. */
  public boolean saysCopyright(String normalised) {
    return copyrights.prefixOf(normalised) > 0;
  }

  /** Whether a normalised line ends in words of supply ("… provides"), in languages that do so. */
  public boolean endsLikeCredit(String normalised) {
    for (String words : creditsLast) {
      if (normalised.endsWith(words) && normalised.length() > words.length()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a normalised text names a news agency. */
  public boolean isAgency(String normalised) {
    return agencies.contains(normalised);
  }

  /** Characters of the month of two words, or with a stop inside, that stands at a place: "ก.ค". */
  public int longMonth(String normalised, int from) {
    return longMonths.prefixOf(normalised, from);
  }

  /** Month, 1 to 12, that a normalised word names; 0 when none. */
  public int month(String normalisedWord) {
    Integer month = months.get(normalisedWord);
    if (month == null && normalisedWord.startsWith("ב")) {
      // Hebrew writes "in" as part of the month.
      month = months.get(normalisedWord.substring(1));
    }
    return month == null ? 0 : month;
  }

  /** Whether a normalised word is a day of the week. */
  public boolean isWeekday(String normalisedWord) {
    return weekdays.contains(normalisedWord);
  }

  private static String trimPunctuation(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && !isWordPart(line.charAt(start))) {
      start++;
    }
    while (end > start && !isWordPart(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  static boolean isWordPart(char c) {
    byte kind = CharClass.of(c);
    return CharClass.isLetter(kind)
        || kind == CharClass.DIGIT
        || kind == CharClass.MARK
        || Character.isSurrogate(c);
  }
}
