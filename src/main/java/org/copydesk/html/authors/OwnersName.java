package org.copydesk.html.authors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copydesk.segment.fields.NameShape;
import org.copydesk.text.Normaliser;

/**
 * The person a site is named after: "Ana Roe's Notebook" says so itself; "Ana Roe" at
 * anaroe.example may as well be a firm, and is believed where the text speaks of "I" and "my".
 */
public final class OwnersName {
  /** "Ana Roe's blog", "Ana Roe’s Tech Blog". */
  private static final Pattern POSSESSED =
      Pattern.compile(
          "(.{3,40}?)['’]s? (?:\\p{L}+ ){0,2}(?:we)?(?:blog|weblog|notebook|notes|journal|diary|website|homepage|home page|site|newsletter)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}'’]+");

  /** Words by which a writer speaks of themselves, a language a line. */
  private static final List<Set<String>> FIRST_PERSON =
      List.of(
          Set.of("I", "I'm", "I’m", "I've", "I’ve", "my", "My", "me"),
          Set.of("ich", "Ich", "mein", "meine", "meinem", "meinen", "mich", "mir"),
          Set.of("je", "Je", "j'ai", "j’ai", "mon", "ma", "mes", "moi"),
          Set.of("yo", "Yo", "mi", "mis", "mí", "conmigo"),
          Set.of("io", "Io", "mio", "mia", "miei", "mie"),
          Set.of("eu", "Eu", "meu", "minha", "meus", "minhas"),
          Set.of("ik", "Ik", "mijn", "mij"),
          Set.of("jag", "Jag", "min", "mitt", "mig"),
          Set.of("jeg", "Jeg", "min", "mit", "mitt", "meg", "mig"),
          Set.of("я", "Я", "мой", "моя", "мне", "меня"),
          Set.of("mnie", "mi", "mój", "moja", "moje", "moim"),
          Set.of("minä", "Minä", "minun", "minulla", "minulle"),
          Set.of("ben", "Ben", "benim", "bana", "beni"));

  private static final int FEWEST_SAID = 4;

  /** Words of the text among which one such stands: firms let customers say "I" now and then. */
  private static final int MOST_BETWEEN = 200;

  /** A part of a name that an address repeats has at least this many letters. */
  private static final int FEWEST_LETTERS = 4;

  private static final int LONGEST_SITE = 60;

  private OwnersName() {}

  /**
   * The owner of a site; null where it is not told to be a person's.
   *
   * @param site its name; null when unknown
   * @param host without "www."
   * @param text of the article
   */
  public static String of(String site, String host, CharSequence text) {
    if (site == null || site.isBlank() || site.length() > LONGEST_SITE) {
      return null;
    }
    Matcher possessed = POSSESSED.matcher(site.strip());
    if (possessed.matches() && isPerson(possessed.group(1))) {
      return possessed.group(1);
    }
    String name = site.strip();
    return isOwner(name, host) && isSpokenInFirstPerson(text) ? name : null;
  }

  /**
   * Whether a name is written as a person's and the address repeats it: where a page states such a
   * one as its author, that is who owns the site and no house.
   *
   * @param host without "www."
   */
  public static boolean isOwner(String name, String host) {
    return isPerson(name) && isGivenAndFamily(name) && isInAddress(name, host);
  }

  /**
   * Two words, or three with an initial, none in capitals or with a capital inside as firms have.
   */
  private static boolean isGivenAndFamily(String name) {
    int words = 0;
    for (String word : name.split(" ")) {
      boolean isInitial = word.length() <= 2;
      boolean isPlain = word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
      boolean isScottish = word.startsWith("Mc") || word.startsWith("Mac") || word.startsWith("O'");
      if (!isInitial && !isPlain && !isScottish || word.contains("'s") || word.contains("’s")) {
        return false;
      }
      words += isInitial ? 0 : 1;
    }
    return words == 2;
  }

  private static boolean isPerson(String name) {
    return NameShape.isName(name) && !Collectives.isPaper(name) && name.indexOf(',') < 0;
  }

  private static boolean isInAddress(String name, String host) {
    if (host.contains(Normaliser.normalise(name).replace(" ", ""))) {
      return true;
    }
    for (String part : Normaliser.normalise(name).split(" ")) {
      if (part.length() >= FEWEST_LETTERS && host.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpokenInFirstPerson(CharSequence text) {
    int[] said = new int[FIRST_PERSON.size()];
    List<Set<String>> kinds = new ArrayList<>();
    FIRST_PERSON.forEach(language -> kinds.add(new HashSet<>()));
    int all = 0;
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      all++;
      for (int i = 0; i < said.length; i++) {
        if (FIRST_PERSON.get(i).contains(word)) {
          said[i]++;
          kinds.get(i).add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    for (int i = 0; i < said.length; i++) {
      boolean isOften = said[i] >= FEWEST_SAID && said[i] * MOST_BETWEEN >= all;
      if (isOften && kinds.get(i).size() >= 2) {
        return true;
      }
    }
    return false;
  }
}
