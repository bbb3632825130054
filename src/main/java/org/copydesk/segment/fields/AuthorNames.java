package org.copydesk.segment.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copydesk.segment.words.BylineWords;
import org.copydesk.segment.words.CalendarWords;
import org.copydesk.text.Normaliser;

/**
 * The names in a byline or in an author field of a page, in order: "By Ann Lee and Bo Ek, Harbour
 * Wire | 3 March 2024" gives "Ann Lee", "Bo Ek". What stands after the names (roles, papers, desks,
 * dates, addresses) is left out, and what is no name ("admin", "Staff", the site's own name) as
 * well. Reads lines of up to 160 characters.
 */
public final class AuthorNames {
  static final int LONGEST = 160;
  private static final int LONGEST_NAME = 60;

  /** A name is at most this many words. */
  static final int MOST_WORDS = 5;

  private static final int MOST_NAMES = 20;

  /** Characters of a word that may stand in a name in lower case: "van der", "bin". */
  private static final int LONGEST_PARTICLE = 4;

  /** Words after which the paper is named. */
  private static final Set<String> FOR = Set.of("for", "für", "pour", "para", "per", "voor", "для");

  /** Words between a name and a day. */
  private static final Set<String> BEFORE_DAYS =
      Set.of("on", "le", "am", "at", "um", "el", "il", "op", "den", "em", "i", "o", "du", "del");

  private static final Pattern WORDS = Pattern.compile("[ ,;、，]+|(?<=[;,])");

  /** Openings after which "in" is followed by a place. */
  private static final Set<String> PLACED =
      Set.of("by", "by:", "written by", "reported by", "story by", "report by", "von", "words by");

  private static final int LONGEST_ACCOUNT = 32;

  private static final Pattern NOT_ACCOUNTS =
      Pattern.compile(
          "(?i)admin|editor|redak|redac|staff|webmaster|marketing|^(wp|www|web|info|blog|news|content|team)\\b|\\.(com|net|org|de|eu|io|co|info)$");

  private final List<String> names = new ArrayList<>();
  private final String site;
  private boolean hasPlaces;
  private boolean isClosed;

  /** Whether nothing but the names is expected: any word may be one. */
  private final boolean isField;

  private AuthorNames(String site, boolean isField) {
    this.site = site == null ? "" : Normaliser.normalise(site);
    this.isField = isField;
  }

  /** The names a printed line gives; empty when none can be told. */
  public static List<String> of(String line) {
    return of(line, null);
  }

  /**
   * The names a printed line or a field gives; empty when none can be told.
   *
   * @param line null gives none
   * @param site name of the site or publisher, which is no author; null when unknown
   */
  public static List<String> of(String line, String site) {
    if (line == null || line.isBlank() || line.length() > LONGEST) {
      return List.of();
    }
    String text = BylineOpening.afterDate(line.strip().replace('\n', ' ').replace('\u00A0', ' '));
    String rest = BylineOpening.withoutOpening(text);
    if (text.contains("://")) {
      return List.of();
    }
    AuthorNames reader = new AuthorNames(site, rest.equals(text));
    // "Ana Roe in Brackwater": "in" joins names in Slovene alone.
    String opening = Normaliser.normalise(text.substring(0, text.length() - rest.length()));
    reader.hasPlaces = PLACED.contains(opening.strip());
    if (text.length() - rest.length() > LONGEST_PARTICLE) {
      rest = BylineOpening.withoutSmallWords(rest);
    }
    for (String part : BylineOpening.fields(rest)) {
      reader.read(part.equals(rest) ? part : BylineOpening.withoutOpening(part));
      if (!reader.names.isEmpty() && !part.endsWith(",")) {
        break;
      }
    }
    return reader.names;
  }

  /**
   * The name a field of one name each gives, as it stands: "Roe, Ana" is one person.
   *
   * @param site as in {@link #of(String, String)}
   */
  public static List<String> ofOne(String field, String site) {
    String name = field == null ? "" : field.strip();
    String[] parts = name.split(", ", 3);
    boolean isReversed =
        parts.length == 2
            && parts[0].split(" ").length <= 2
            && parts[1].split(" ").length <= 3
            && isNameWord(parts[0])
            && !parts[1].isEmpty()
            && isNameWord(parts[1])
            && name.chars().noneMatch(Character::isDigit);
    return isReversed ? List.of(name) : of(field, site);
  }

  /**
   * Whether a field gives the account of a writer and no name: "a.roe", "anaroe84". What stands for
   * any writer, and addresses of sites, are none.
   */
  public static boolean isAccount(String field) {
    String name = field.strip();
    return name.length() >= 3
        && name.length() <= LONGEST_ACCOUNT
        && name.codePoints()
            .allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-')
        && name.codePoints().anyMatch(Character::isLetter)
        && !NotNames.isOne(Normaliser.normalise(name))
        && !NOT_ACCOUNTS.matcher(name).find();
  }

  private void read(String part) {
    String whole = Normaliser.normalise(part);
    if (whole.equals(site) || NotNames.isOne(whole)) {
      return;
    }
    List<String> name = new ArrayList<>();
    int at = 0;
    boolean isOpen = true;
    String[] words = WORDS.split(part);
    boolean isAny = isField || words.length == 1;
    boolean wasDegree = false;
    for (int i = 0; i < words.length && !isClosed; i++) {
      String word = words[i];
      at = part.indexOf(word, at);
      boolean isAfterComma = at > 0 && hasComma(part, at);
      at += word.length();
      String folded = Normaliser.normalise(word);
      boolean isAnd = BylineWords.SHIPPED.isAnd(folded) && (!name.isEmpty() || wasDegree);
      boolean isPlaced = hasPlaces && !name.isEmpty() && folded.equals("in");
      if (BylineWords.SHIPPED.isOtherWork(NotNames.withoutSign(folded))
          && !isNameLike(word, words, i)) {
        // "Ana Roe, translated by Ben Lund": nobody after it wrote the text.
        add(name);
        isClosed = !names.isEmpty() || i == 0 && isLater(words, i);
        name.clear();
        continue;
      }
      if (isPlaced || (name.size() >= 2 && isOfHouse(folded, words, i))) {
        add(name);
        name.clear();
        isOpen = false;
        continue;
      }
      if (isAfterComma || isAnd) {
        boolean wasPlace = !isOpen && hasPlaces && isAnd;
        isOpen = add(name) || names.isEmpty() || wasPlace || wasDegree;
        wasDegree = false;
        if (isAnd) {
          continue;
        }
        if (isAfterComma && !names.isEmpty() && NotNames.isDegree(word, folded)) {
          isOpen = true;
          wasDegree = true;
          continue;
        }
        if (isAfterComma && (isPlaceAlone(words, i) || isDescription(part, at - word.length()))) {
          isOpen = false;
        }
      } else if (!isOpen
          && hasPlaces
          && BylineWords.SHIPPED.isAnd(folded)
          && !folded.equals("in")) {
        isOpen = true;
        continue;
      }
      if (!isOpen || word.isEmpty()) {
        continue;
      }
      if (BylineWords.SHIPPED.isAfterName(folded) && !name.isEmpty()) {
        add(name);
        continue;
      }
      if (endsNames(folded, word, name.size(), part.substring(at))
          || name.size() >= 2 && i + 1 < words.length && NotNames.isHouse(folded, words[i + 1])) {
        // After a name "Harbour Correspondent" says what its bearer is.
        if (names.isEmpty() || !BylineWords.SHIPPED.isRole(folded)) {
          add(name);
        }
        name.clear();
        isOpen = false;
      } else if (name.size() >= 2 && FOR.contains(folded)) {
        break;
      } else if (isNameWord(word)
          || (!name.isEmpty() && word.length() <= LONGEST_PARTICLE)
          || (isAny && Character.isLetter(word.codePointAt(0)))) {
        name.add(word);
      } else {
        break;
      }
    }
    if (!isClosed) {
      add(name);
    }
  }

  /** "By Photo Kalender" may be a name: a word for work counts in small letters or before "by". */
  private static boolean isNameLike(String word, String[] words, int i) {
    boolean isCapital = Character.isUpperCase(word.codePointAt(0));
    boolean isLast = i + 1 >= words.length;
    return isCapital
        && !word.endsWith(":")
        && (isLast
            || !isLater(words, i) && Character.isUpperCase(words[i + 1].codePointAt(0)) && i == 0);
  }

  /** Whether an opening word follows within two: "Medically reviewed by", "Photos by". */
  private static boolean isLater(String[] words, int i) {
    for (int k = i + 1; k < words.length && k <= i + 2; k++) {
      String folded = Normaliser.normalise(words[k]);
      if (!folded.isEmpty() && BylineWords.SHIPPED.byline(folded) == folded.length()) {
        return true;
      }
    }
    return false;
  }

  /** "Ana Roe of the Harbour Ledger". */
  private static boolean isOfHouse(String folded, String[] words, int i) {
    return (folded.equals("of") || folded.equals("at"))
        && i + 1 < words.length
        && (folded.equals("at") || Normaliser.normalise(words[i + 1]).equals("the"));
  }

  /** One word between commas, or at the end after one, behind a name of two: "Ana Roe, London". */
  private boolean isPlaceAlone(String[] words, int i) {
    boolean isAlone = i + 1 == words.length;
    boolean hasFull = !names.isEmpty() && names.get(0).indexOf(' ') > 0;
    int c = words[i].isEmpty() ? ' ' : words[i].codePointAt(0);
    return isAlone && hasFull && Character.isUpperCase(c);
  }

  /** "Ana Roe, Harbour ferry captains": what follows the comma ends in a word no name ends in. */
  private boolean isDescription(String part, int from) {
    int end = from;
    while (end < part.length() && ",;、，".indexOf(part.charAt(end)) < 0) {
      end++;
    }
    String[] words = part.substring(from, end).strip().split(" ");
    String last = words[words.length - 1];
    return !names.isEmpty()
        && words.length > 1
        && last.length() > LONGEST_PARTICLE
        && Character.isLowerCase(last.codePointAt(0))
        && !hasAnd(words);
  }

  private static boolean hasAnd(String[] words) {
    for (String word : words) {
      if (BylineWords.SHIPPED.isAnd(Normaliser.normalise(word))) {
        return true;
      }
    }
    return false;
  }

  /** A role, a number, a day or an address after a name. */
  private static boolean endsNames(String folded, String word, int before, String rest) {
    // "Ana Roe Mon 5 March", "Ana Roe Feb 5", "Ana Roe On 5 March".
    boolean isDay = before > 1 && CalendarWords.SHIPPED.isWeekday(folded);
    boolean isBeforeDay =
        startsWithDigit(rest)
            && (CalendarWords.SHIPPED.month(NotNames.withoutSign(folded)) > 0
                || before > 0 && BEFORE_DAYS.contains(folded));
    return isDay
        || isBeforeDay
        || before > 0 && NotNames.isOne(NotNames.withoutSign(folded))
        || BylineWords.SHIPPED.isRole(folded)
        || word.indexOf('@') >= 0
        || word.chars().anyMatch(Character::isDigit)
        || isAddress(word);
  }

  /** "www.harbour.example", "harbour.de"; "J.Roe" and "e.V." are not. */
  private static boolean isAddress(String word) {
    int dot = word.indexOf('.');
    return word.startsWith("www.")
        || dot > 2 && dot + 2 < word.length() && Character.isLowerCase(word.charAt(dot + 1));
  }

  private static boolean startsWithDigit(String rest) {
    String text = rest.strip();
    return !text.isEmpty() && Character.isDigit(text.codePointAt(0));
  }

  private static boolean hasComma(String part, int at) {
    for (int i = at - 1; i >= 0; i--) {
      char c = part.charAt(i);
      if (c == ',' || c == ';' || c == '、' || c == '，') {
        return true;
      }
      if (c != ' ') {
        return false;
      }
    }
    return false;
  }

  static boolean isNameWord(String word) {
    int c = word.codePointAt(0);
    return Character.isUpperCase(c)
        || Character.isTitleCase(c)
        || (Character.isLetter(c) && !Character.isLowerCase(c));
  }

  /** Takes the words gathered for one name; says whether they were one. */
  private boolean add(List<String> words) {
    // "By Dago on 11 March": small words belong to what follows.
    while (words.size() > 1
        && words.get(words.size() - 1).length() <= LONGEST_PARTICLE
        && !isNameWord(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    while (!words.isEmpty()
        && !isNameWord(words.get(0))
        && BylineWords.SHIPPED.byline(words.get(0)) == words.get(0).length()) {
      words.remove(0);
    }
    int count = words.size();
    String name = String.join(" ", words);
    words.clear();
    while (name.endsWith(".")
        && !name.endsWith("Jr.")
        && name.length() > 2
        && name.charAt(name.length() - 2) != ' '
        && !Character.isUpperCase(name.charAt(name.length() - 2))) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.endsWith(":")) {
      name = name.substring(0, name.length() - 1);
    }
    String folded = Normaliser.normalise(name);
    boolean isName =
        count > 0
            && count <= MOST_WORDS
            && name.length() > 1
            && name.length() <= LONGEST_NAME
            && names.size() < MOST_NAMES
            && !NotNames.isOne(folded)
            && !folded.equals(site)
            && (names.isEmpty() || !NotNames.hasHouse(folded) && !folded.startsWith("the "));
    if (isName && !names.contains(name)) {
      names.add(name);
    }
    return isName;
  }
}
