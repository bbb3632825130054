package org.copydesk.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.copydesk.text.Normaliser;

/** Tells the line that names the authors, and reads the names: "By Ann Lee and Bo Ek" gives two. */
final class BylineReader {
  private static final int LONGEST_WORDS = 18;
  private static final int LONGEST_CHARS = 140;

  /** A name is at most this many words. */
  private static final int MOST_NAME_WORDS = 5;

  /** Words after which the paper is named. */
  private static final Set<String> FOR = Set.of("for", "für", "pour", "para", "per", "voor", "для");

  private static final Pattern WORDS = Pattern.compile("[ ,;、，]+|(?<=[;,])");

  private BylineReader() {}

  static boolean isByline(Unit unit, UnitScanner scanner) {
    if (unit.folded == null || unit.size() > LONGEST_WORDS || unit.chars > LONGEST_CHARS) {
      return false;
    }
    String folded = unit.folded;
    if (folded.startsWith("(") || unit.startsLower && unit.words > 10) {
      return false;
    }
    int prefix = Lexicon.shipped().byline(folded);
    boolean isEnd =
        prefix == 0
            && unit.words <= 4
            && unit.chars <= 24
            && Lexicon.shipped().endsLikeByline(folded);
    if (prefix == 0 && !isEnd) {
      return false;
    }
    if (unit.innerStops > 1 && unit.endsTerminal) {
      return false;
    }
    List<String> names = authors(scanner.text(unit.start, unit.end));
    if (names.isEmpty()) {
      return false;
    }
    boolean isCased = unit.startsUpper || unit.startsLower;
    if (!isCased) {
      return unit.chars <= 60 && !unit.endsTerminal;
    }
    // A short common word ("de", "van", "by") needs names and nothing else after it.
    boolean hasColon = prefix > 0 && prefix < folded.length() && folded.charAt(prefix) == ':';
    int inNames = 0;
    for (String name : names) {
      inNames += name.split(" ").length;
    }
    return (hasColon || inNames >= 2 || prefix >= 6) && !(unit.endsTerminal && unit.words > 8);
  }

  /** The names a byline prints, in order; empty when none can be told. */
  static List<String> authors(String byline) {
    String line = byline.strip().replace('\n', ' ').replace('\u00A0', ' ');
    String folded = Normaliser.normalise(line);
    int prefix = Lexicon.shipped().byline(folded);
    List<String> names = new ArrayList<>();
    if (prefix > 0) {
      line = dropWords(line, folded.substring(0, prefix));
    }
    for (String part : splitFields(line)) {
      addNames(part, names);
      if (!names.isEmpty() && !part.endsWith(",")) {
        break;
      }
    }
    return names;
  }

  private static String dropWords(String line, String prefix) {
    // The prefix is normalised: find the shortest beginning of the line that says the same.
    for (int i = 1; i <= line.length(); i++) {
      if (Normaliser.normalise(line.substring(0, i)).equals(prefix)) {
        int k = i;
        while (k < line.length() && " :：/／.\u00A0".indexOf(line.charAt(k)) >= 0) {
          k++;
        }
        String rest = line.substring(k);
        int again = Lexicon.shipped().byline(Normaliser.normalise(rest));
        return again > 0 && k < line.length()
            ? dropWords(rest, Normaliser.normalise(rest).substring(0, again))
            : rest;
      }
    }
    return line;
  }

  private static List<String> splitFields(String line) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean isDash = (c == '-' || c == '–' || c == '—') && i > 0 && line.charAt(i - 1) == ' ';
      if (c == '|' || c == '•' || c == '·' || c == '/' || c == '(' || c == '[' || c == '／'
          || c == '（' || isDash || c == '\t') {
        parts.add(line.substring(from, i).strip());
        from = i + 1;
      }
    }
    parts.add(line.substring(from).strip());
    return parts;
  }

  private static void addNames(String part, List<String> names) {
    List<String> words = new ArrayList<>();
    for (String raw : WORDS.split(part)) {
      words.add(raw);
    }
    StringBuilder name = new StringBuilder();
    int count = 0;
    int at = 0;
    boolean isOpen = true;
    for (String word : words) {
      at = part.indexOf(word, at);
      boolean isAfterComma = at > 0 && hasComma(part, at);
      String folded = Normaliser.normalise(word);
      boolean isAnd = Lexicon.shipped().isAnd(folded) && (count > 0);
      if (isAfterComma || isAnd) {
        isOpen = flush(name, names, count) || names.isEmpty();
        count = 0;
        if (isAnd && !isAfterComma && word.length() > 0 && !isNameWord(word)) {
          at += word.length();
          continue;
        }
        if (isAnd) {
          at += word.length();
          continue;
        }
      }
      at += word.length();
      if (!isOpen || word.isEmpty()) {
        continue;
      }
      if (Lexicon.shipped().isRole(folded)
          || word.indexOf('@') >= 0
          || hasDigit(word)
          || (count > 0 && Lexicon.shipped().isWeekday(folded))) {
        flush(name, names, count);
        count = 0;
        isOpen = false;
        continue;
      }
      if (count >= 2 && FOR.contains(folded)) {
        flush(name, names, count);
        return;
      }
      if (isNameWord(word) || (count > 0 && word.length() <= 4)) {
        name.append(name.length() > 0 ? " " : "").append(word);
        count++;
      } else if (count == 0) {
        return;
      } else {
        flush(name, names, count);
        return;
      }
    }
    flush(name, names, count);
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

  private static boolean hasDigit(String word) {
    return word.chars().anyMatch(Character::isDigit);
  }

  private static boolean isNameWord(String word) {
    int c = word.codePointAt(0);
    return Character.isUpperCase(c)
        || Character.isTitleCase(c)
        || (Character.isLetter(c) && !Character.isLowerCase(c));
  }

  private static boolean flush(StringBuilder name, List<String> names, int count) {
    String text = name.toString();
    name.setLength(0);
    while (text.endsWith(".")
        && text.length() > 2
        && text.charAt(text.length() - 2) != ' '
        && !Character.isUpperCase(text.charAt(text.length() - 2))) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty() || count == 0 || count > MOST_NAME_WORDS || names.size() >= 20) {
      return false;
    }
    names.add(text);
    return true;
  }
}
