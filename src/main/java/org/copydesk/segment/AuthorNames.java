package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copydesk.text.Normaliser;

/**
 * The names in a byline or in an author field of a page, in order: "By Ann Lee and Bo Ek, Harbour
 * Wire | 3 March 2024" gives "Ann Lee", "Bo Ek". What stands after the names (roles, papers, desks,
 * dates, addresses) is left out, and what is no name ("admin", "Staff", the site's own name) as
 * well. Reads lines of up to 160 characters.
 */
public final class AuthorNames {
  private static final int LONGEST = 160;
  private static final int LONGEST_NAME = 60;

  /** A name is at most this many words. */
  private static final int MOST_WORDS = 5;

  private static final int MOST_NAMES = 20;

  /** Characters of a word that may stand in a name in lower case: "van der", "bin". */
  private static final int LONGEST_PARTICLE = 4;

  /** Words after which the paper is named. */
  private static final Set<String> FOR = Set.of("for", "für", "pour", "para", "per", "voor", "для");

  /** Words that tell, after a name, that a house or a desk is named and not another author. */
  private static final Set<String> HOUSES =
      Set.of(
          ("news wire press agency times post desk staff bureau updated media magazine radio tv daily"
                  + " redaktion agentur presse nachrichten agence agencia agenzia agência редакция агентство")
              .split(" "));

  private static final Set<String> NOT_NAMES =
      Set.of(
          ("admin|administrator|editor|redaktion|redaction|redazione|staff|staff writer|staff reporter"
                  + "|webmaster|guest|user|author|unknown|anonymous|none|null|undefined|editorial"
                  + "|newsroom|root|newsdesk|our reporter|our foreign staff|foreign staff"
                  + "|our correspondent|own correspondent|web desk|die redaktion|the editors|n/a|online"
                  + "|e-mail|email|editorial staff|editorial team|la redazione|la rédaction|redacción"
                  + "|redação|redactie|redakcja|редакция|posted|published|publiziert|veröffentlicht"
                  + "|publié|publicado|updated|aktualisiert")
              .split("\\|"));

  /** Words between a name and a day. */
  private static final Set<String> BEFORE_DAYS =
      Set.of("on", "le", "am", "at", "um", "el", "il", "op", "den", "em", "i", "o", "du", "del");

  private static final Pattern WORDS = Pattern.compile("[ ,;、，]+|(?<=[;,])");

  private final List<String> names = new ArrayList<>();
  private final String site;

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
    String text = line.strip().replace('\n', ' ').replace('\u00A0', ' ');
    String rest = withoutOpening(text);
    if (text.contains("://")) {
      return List.of();
    }
    AuthorNames reader = new AuthorNames(site, rest.equals(text));
    if (text.length() - rest.length() > LONGEST_PARTICLE) {
      rest = withoutSmallWords(rest);
    }
    for (String part : fields(rest)) {
      reader.read(part.equals(rest) ? part : withoutOpening(part));
      if (!reader.names.isEmpty() && !part.endsWith(",")) {
        break;
      }
    }
    return reader.names;
  }

  /** "Author of the text Ana Roe": what stands between the opening and the first name. */
  private static String withoutSmallWords(String line) {
    String rest = line;
    for (int words = 0; words < 3 && !rest.isEmpty(); words++) {
      int space = rest.indexOf(' ');
      if (!Character.isLowerCase(rest.codePointAt(0)) || space < 0) {
        break;
      }
      rest = rest.substring(space + 1);
    }
    return rest.isEmpty() || Character.isLowerCase(rest.codePointAt(0)) ? line : rest;
  }

  /** A line without the words that open a byline. */
  private static String withoutOpening(String line) {
    String rest = line;
    for (int times = 0; times < 3; times++) {
      String folded = Normaliser.normalise(rest);
      int prefix = Lexicon.shipped().byline(folded);
      if (prefix == 0) {
        return rest;
      }
      rest = dropped(rest, folded.substring(0, prefix));
    }
    return rest;
  }

  private static String dropped(String line, String prefix) {
    // The prefix is normalised: find the shortest beginning of the line that says the same.
    for (int i = 1; i <= line.length(); i++) {
      if (Normaliser.normalise(line.substring(0, i)).equals(prefix)) {
        int k = i;
        while (k < line.length() && " :：/／.\u00A0".indexOf(line.charAt(k)) >= 0) {
          k++;
        }
        return line.substring(k);
      }
    }
    return line;
  }

  private static List<String> fields(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash = (c == '-' || c == '–' || c == '—') && i > 0 && line.charAt(i - 1) == ' ';
      if ("|•·/([／（\t".indexOf(c) >= 0 || isDash) {
        parts.add(line.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(line.substring(from).strip());
    return parts;
  }

  private void read(String part) {
    String whole = Normaliser.normalise(part);
    if (whole.equals(site) || NOT_NAMES.contains(whole)) {
      return;
    }
    List<String> name = new ArrayList<>();
    int at = 0;
    boolean isOpen = true;
    String[] words = WORDS.split(part);
    boolean isAny = isField || words.length == 1;
    for (String word : words) {
      at = part.indexOf(word, at);
      boolean isAfterComma = at > 0 && hasComma(part, at);
      at += word.length();
      String folded = Normaliser.normalise(word);
      boolean isAnd = Lexicon.shipped().isAnd(folded) && !name.isEmpty();
      if (isAfterComma || isAnd) {
        isOpen = add(name) || names.isEmpty();
        if (isAnd) {
          continue;
        }
      }
      if (!isOpen || word.isEmpty()) {
        continue;
      }
      if (endsNames(folded, word, name.size(), part.substring(at))) {
        // After a name "Harbour Correspondent" says what its bearer is.
        if (names.isEmpty() || !Lexicon.shipped().isRole(folded)) {
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
    add(name);
  }

  /** A role, a number, a day or an address after a name. */
  private static boolean endsNames(String folded, String word, int before, String rest) {
    // "Ana Roe Mon 5 March", "Ana Roe Feb 5", "Ana Roe On 5 March".
    boolean isDay = before > 1 && Lexicon.shipped().isWeekday(folded);
    boolean isBeforeDay =
        startsWithDigit(rest)
            && (Lexicon.shipped().month(withoutSign(folded)) > 0
                || before > 0 && BEFORE_DAYS.contains(folded));
    return isDay
        || isBeforeDay
        || before > 0 && NOT_NAMES.contains(withoutSign(folded))
        || Lexicon.shipped().isRole(folded)
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

  private static String withoutSign(String word) {
    return word.endsWith(".") || word.endsWith(":") ? word.substring(0, word.length() - 1) : word;
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

  private static boolean isNameWord(String word) {
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
            && !NOT_NAMES.contains(folded)
            && !folded.equals(site)
            && (names.isEmpty() || !namesHouse(folded));
    if (isName && !names.contains(name)) {
      names.add(name);
    }
    return isName;
  }

  private static boolean namesHouse(String folded) {
    for (String word : folded.split(" ")) {
      if (HOUSES.contains(word) || Lexicon.shipped().isAgency(word)) {
        return true;
      }
    }
    return false;
  }
}
